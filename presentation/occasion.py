"""The circumstances of a file: for whom, when, and the address of its page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from language.languages import Language
from model.address import lasting_params
from model.clock import this_moment
from model.filters import Filters
from presentation.wording import printable

# What pages offer beside filters and their charts follow: sides compared, days or weeks, tiles or outlines.
_SWITCHES: Final = ("compare", "step", "shape")


def switches_of(params: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The options of a page that its address names."""
    return {name: params[name][-1] for name in _SWITCHES if params.get(name)}


def _now() -> datetime:
    return this_moment().replace(second=0, microsecond=0)


@dataclass(frozen=True)
class Occasion:
    """What a file states about its making.

    `address` is the app's, `page` a path in it with its `switches`; `issuer` signs reports; `template` is the
    presentation whose master slides get.
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
        """The address of the page with the same numbers; absolute where `address` is known."""
        params = {**lasting_params(filters), **self.switches, "lang": [language.code]}
        return f"{self.address.rstrip('/')}/{self.page}?{urlencode(params, doseq=True)}"

    def origin(self, language: Language) -> str:
        """When the file was made, and by whom where that is known."""
        form = language.exports.made_by if self.who else language.exports.made
        return form.format(moment=language.numbers.moment(self.made_at), who=printable(self.who))

    @property
    def can_be_scanned(self) -> bool:
        """Whether a phone in the room could open the link."""
        return self.address.startswith(("http://", "https://"))
