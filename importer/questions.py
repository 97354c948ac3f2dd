"""Questions a file may raise: field of Choices, possible answers, and command-line option."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from data_access.importing.files.legacy import OLD


@dataclass(frozen=True)
class Question:
    """`values` are the answers in display order; `option` is the command-line option."""

    field: str
    values: tuple[str, ...]
    option: str

    @property
    def choices(self) -> str:
        return " | ".join(self.values)


def _of(field: str, option: str, *values: str) -> Question:
    return Question(field, values, f"{option} {' | '.join(values)}")


QUESTIONS: Final[Mapping[str, Question]] = {
    "legacy_encoding": Question("encoding", (*OLD, "utf-8"), "--encoding {encoding}"),
    "month_first": _of("date_order", "--dates", "mdy", "dmy"),
    "hidden_rows": _of("hidden_rows", "--hidden-rows", "include", "skip"),
    "total_differs": Question("total_row", ("ignore",), "--ignore-total"),
    "units_ended": _of("ended", "--ended-units", "move", "keep"),
    "union_missing": Question("union_from", ("group", "sheet", "file"), "--union-from {options}"),
    "alike_codes": _of("alike", "--alike-codes", "same", "different"),
    "unit_in_doubt": _of("money_unit", "--money-unit", "thousand", "million", "billion", "dong"),
    "dots_in_doubt": _of("dots", "--dots", "thousands", "decimal"),
}
SHEETS: Final = ("several_sheets", "--sheet NAME | --sheet '*'")
OVERWRITES: Final = ("overwrites", "--replace")
OPTIONS: Final[Mapping[str, str]] = {
    **{code: question.option for code, question in QUESTIONS.items()},
    **dict((SHEETS, OVERWRITES)),
}
UNIT_CODES: Final = ("unknown_unit", "name_of_two")  # a word that is no unit, or several
# What the command offers where rows cannot be saved as they are.
ROW_ANSWERS: Final[Mapping[str, str]] = {
    "not_a_number": '--blank "{value}" | --amount "{value}=…"',
    "missing_column": '--heading "…={columns}"',
    "repeated_column": '--heading "{columns}#2={columns}"',
    "unknown_word": '--word "{column}:{value}=…"',
    "unknown_word_left_out": '--word "{column}:{value}=…"',
    **dict.fromkeys(UNIT_CODES, '--unit "{value}=CODE"'),
    "unknown_sector": '--sector "{value}=CODE"',
}
