"""The choices of staff about one file: every question has its answer here."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, Self

from data_access.database.permissions import signature
from model.reader import Reader, Role

OTHER_KINDS: Final = ("readiness", "examples")  # files with forms of their own
NOBODY: Final = Reader("?", Role.VIEWER)


class Kind(StrEnum):
    """What the rows of a file describe."""

    INITIATIVES = "initiatives"
    TARGETS = "targets"
    UNITS = "units"
    FIGURES = "figures"


@dataclass(frozen=True)
class Choices:
    """`unit_names`, `sector_names`: words and the codes they mean; `by`: who imports, at first nobody who may."""

    programme: str
    kind: Kind = Kind.INITIATIVES
    by: Reader = NOBODY
    encoding: str | None = None  # answer to `legacy_encoding`
    date_order: str | None = None  # dmy or mdy; answer to `month_first`
    hidden_rows: str | None = None  # include or skip; answer to `hidden_rows`
    sheets: tuple[str, ...] = ()  # answer to `several_sheets`
    total_row: str | None = None  # ignore; answer to `total_differs`
    ended: str | None = None  # move or keep; answer to `units_ended`
    blanks: tuple[str, ...] = ()  # texts in columns of amounts that mean “not known”
    replace: bool = False  # answer to `overwrites`: stored values may give way
    alike: str | None = None  # same or different; answer to `alike_codes`
    dots: str | None = None  # thousands or decimal; answer to `dots_in_doubt`
    money_unit: str | None = None  # dong, thousand, million or billion; answer to `unit_in_doubt`
    union_from: str | None = None  # group, sheet or file; answer to `union_missing`
    heading_names: Mapping[str, str] = field(
        default_factory=dict
    )  # a heading (“Nơi gửi”, “Ngày#2”) -> its field or "-"
    words: Mapping[str, str] = field(default_factory=dict)  # “status:Đã phê duyệt” -> code
    amounts: Mapping[str, int] = field(default_factory=dict)  # “~85 nghìn” -> 85000
    sender: str = ""  # whose answers are remembered, where it is not the account: a source that is read by itself
    keep_good: bool = False  # save the rows that are right, list the others
    unit_names: Mapping[str, str] = field(default_factory=dict)
    sector_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def who(self) -> str:
        """The name in the audit log."""
        return signature(self.by)

    @property
    def remembered_by(self) -> str:
        """The sender whose remembered answers apply."""
        return self.sender or self.who

    def changed(self, **changes: object) -> Self:
        """The same choices with some of them replaced."""
        return replace(self, **changes)  # type: ignore[arg-type]
