"""What one programme calls things otherwise: the whole, its plan, its size bands, the head of its letters."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, Final

from language.languages import LANGUAGES, Language

_BANDS: Final = ("under-30", "30-100", "100-500", "500-up")
_BILLION: Final = 1_000_000_000
# A letterhead is read into sentences with blanks of their own.
_BLANKS: Final = str.maketrans("{}", "()")


@dataclass(frozen=True)
class OwnWords:
    """Words of one programme in the reader's language; "" where it has none. `limits`: thousand million VND."""

    whole: str = ""
    organisation: str = ""
    organisation_above: str = ""
    place: str = ""
    limits: tuple[float, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether the programme is somebody's own, and not the nation's that ships."""
        return any((self.whole, self.organisation, self.organisation_above, self.limits))


def speaking_of(language: Language, own: OwnWords) -> Language:
    """The language as it speaks of one programme: every sentence, page and file at once."""
    if not own.is_own:
        return language
    return _spoken(language.code, own) if language.code in LANGUAGES else _speaking(language, own)


@lru_cache(maxsize=200)
def _spoken(code: str, own: OwnWords) -> Language:
    """The same, kept: a language is a thousand sentences."""
    return _speaking(LANGUAGES[code], own)


def _speaking(language: Language, own: OwnWords) -> Language:
    whole = (own.whole or language.pages.own_whole).translate(_BLANKS)
    called = {phrase: form.format(whole=_bare(whole)) for phrase, form in language.pages.own_words}
    spoken = _said(language, called | {_capital(phrase): _capital(form) for phrase, form in called.items()})
    return _headed(_banded(spoken, own.limits), own)


def _said(text: Any, called: Mapping[str, str]) -> Any:
    """Texts with other words in them, at any depth."""
    if isinstance(text, str):
        for phrase, form in called.items():
            text = text.replace(phrase, form) if phrase in text else text
        return text
    if isinstance(text, Mapping):
        return {name: _said(one, called) for name, one in text.items()}
    if isinstance(text, tuple) and not hasattr(text, "_fields"):
        return tuple(_said(one, called) for one in text)
    if is_dataclass(text) and not isinstance(text, type):
        named = {one.name: _said(getattr(text, one.name), called) for one in fields(text) if one.init}
        return replace(text, **named)
    return text


def _banded(language: Language, limits: tuple[float, ...]) -> Language:
    if len(limits) != len(_BANDS) - 1:
        return language
    money = [language.numbers.money_vnd(limit * _BILLION) for limit in limits]
    forms = language.value.band_forms
    between = [forms["between"].format(low=low, high=high) for low, high in itertools.pairwise(money)]
    named = [forms["under"].format(high=money[0]), *between, forms["up"].format(low=money[-1])]
    bands = dict(zip(_BANDS, named, strict=True))
    value = replace(language.value, bands={**language.value.bands, **bands})
    return replace(language, value=value, explore=replace(language.explore, bands={**language.explore.bands, **bands}))


def _headed(language: Language, own: OwnWords) -> Language:
    report = language.exports.report
    place = own.place.translate(_BLANKS)
    head = {
        "parent": own.organisation_above.translate(_BLANKS).upper(),
        "issuer": own.organisation.translate(_BLANKS).upper() or report.issuer,
        "place_and_day": report.place_and_day.replace(report.place_left_open, place) if place else report.place_and_day,
    }
    return replace(language, exports=replace(language.exports, report=replace(report, **head)))


def _bare(whole: str) -> str:
    return whole.removeprefix("the ")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
