"""Why a file is made: for whom, when, and where its page can be opened again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from language.languages import Language
from model.address import lasting_params
from model.filters import Filters

_FEBRUARY: Final = 2
# What pages offer beside filters and their charts follow: sides compared, days or weeks, tiles or outlines.
_SWITCHES: Final = ("compare", "step", "shape")


def switches_of(params: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The switches of a page that its address names."""
    return {name: params[name][-1] for name in _SWITCHES if params.get(name)}


def _now() -> datetime:
    return datetime.now().replace(second=0, microsecond=0)


@dataclass(frozen=True)
class Occasion:
    """What a file says about its own making.

    `address` is the app's, `page` a path in it with its `switches`; `issuer` signs reports; `template` is
    the presentation whose master slides get.
    """

    who: str = ""
    address: str = ""
    issuer: str = ""
    page: str = ""
    switches: Mapping[str, str] = field(default_factory=dict)
    template: Path | None = None
    edited: Path | None = None  # a deck made before, whose numbers are refreshed
    made_at: datetime = field(default_factory=_now)

    def link(self, filters: Filters, language: Language) -> str:
        """The page that shows the same numbers: whole with `address`, else only what follows it."""
        params = {**lasting_params(filters), **self.switches, "lang": [language.code]}
        return f"{self.address.rstrip('/')}/{self.page}?{urlencode(params, doseq=True)}"

    @property
    def day(self) -> dict[str, str]:
        """Day, month and year as Decree 30/2020/NĐ-CP writes them: a zero before days under 10, January, February."""
        day, month = self.made_at.day, self.made_at.month
        return {
            "day": f"{day:02}",
            "month": f"{month:02}" if month <= _FEBRUARY else str(month),
            "year": str(self.made_at.year),
        }

    @property
    def can_be_scanned(self) -> bool:
        """Whether a telephone in the hall could open the link."""
        return self.address.startswith(("http://", "https://"))
