"""A language adapted to one programme's own terms: its whole, plan, benefit bands, letterhead."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache, partial
from typing import Any, Final

from language.counting import map_sentences
from language.languages import LANGUAGES, Language
from language.words.beginning import at_beginning

_BANDS: Final = ("under-30", "30-100", "100-500", "500-up")
_KEPT: Final = ("code", "tag", "label", "data", "importing", "programmes", "admin", "problems")
_BILLION: Final = 1_000_000_000
# A letterhead is read into sentences with blanks of their own.
_BLANKS: Final = str.maketrans("{}", "()")


@dataclass(frozen=True)
class OwnWords:
    """Terms of one programme in the reader's language; "" where it has none. `limits`: billions of VND."""

    whole: str = ""
    organisation: str = ""
    organisation_above: str = ""
    place: str = ""
    limits: tuple[float, ...] = ()
    calls_unions: bool = True  # whether the ranked units are unions
    below: str | None = None  # what is below them, where that is no union; "" where several words are said

    @property
    def is_own(self) -> bool:
        """Whether the programme is user-defined rather than the built-in national one."""
        own_terms = self.whole, self.organisation, self.organisation_above, self.limits
        return any(own_terms) or not self.calls_unions or self.below is not None


def adapted_to(language: Language, own: OwnWords) -> Language:
    """The language with a programme's own terms in every sentence."""
    if not own.is_own:
        return language
    return _spoken(language.code, own) if language.code in LANGUAGES else _speaking(language, own)


@lru_cache(maxsize=200)
def _spoken(code: str, own: OwnWords) -> Language:
    """Cached `speaking_of`, since a language has a thousand sentences."""
    return _speaking(LANGUAGES[code], own)


def _speaking(language: Language, own: OwnWords) -> Language:
    whole = (own.whole or language.pages.own_whole).translate(_BLANKS)
    below = (own.below or language.pages.own_below).translate(_BLANKS)
    phrases = (
        *language.pages.own_words,
        *(language.pages.below_words if own.below is not None else ()),
        *(language.pages.unit_words if not own.calls_unions else ()),
    )
    own_words: dict[str, str] = {}
    for phrase, form in phrases:  # in this order: a longer phrase stands before one that it holds
        sentence = form.format(whole=_bare(whole), below=below)
        own_words |= {phrase: sentence, at_beginning(phrase): at_beginning(sentence)}
    adapted_texts = _all_sentences(language, own_words)
    return _headed(_banded(adapted_texts, own.limits), own)


def _all_sentences(language: Language, own_words: Mapping[str, str]) -> Language:
    """Apply a function to every sentence except those of files, accounts and positions."""
    parts = {
        field.name: _spoken_texts(getattr(language, field.name), own_words)
        for field in fields(language)
        if field.name not in _KEPT
    }
    names = replace(parts["names"], positions=language.names.positions)
    return replace(language, **{**parts, "names": names})


def _spoken_texts(text: Any, own_words: Mapping[str, str]) -> Any:
    """Nested texts with terms replaced."""
    return map_sentences(text, partial(_in_own_words, own_words=own_words))


def _in_own_words(sentence: str, own_words: Mapping[str, str]) -> str:
    result = sentence
    for phrase, form in own_words.items():
        result = result.replace(phrase, form) if phrase in result else result
    return type(sentence)(result)


def _banded(language: Language, limits: tuple[float, ...]) -> Language:
    if len(limits) != len(_BANDS) - 1:
        return language
    money = [language.numbers.money_vnd(limit * _BILLION) for limit in limits]
    forms = language.value.band_forms
    between = [forms["between"].format(low=low, high=high) for low, high in itertools.pairwise(money)]
    labels = [forms["under"].format(high=money[0]), *between, forms["up"].format(low=money[-1])]
    bands = dict(zip(_BANDS, labels, strict=True))
    value = replace(language.value, bands={**language.value.bands, **bands})
    return replace(language, value=value, explore=replace(language.explore, bands={**language.explore.bands, **bands}))


def _headed(language: Language, own: OwnWords) -> Language:
    report = language.exports.report
    place = own.place.translate(_BLANKS)
    head = {
        "parent": own.organisation_above.translate(_BLANKS).upper(),
        "issuer": own.organisation.translate(_BLANKS).upper() or report.issuer,
        "issuer_in_text": own.organisation.translate(_BLANKS) or report.issuer_in_text,
        "place_and_day": report.place_and_day.replace(report.place_left_open, place) if place else report.place_and_day,
    }
    return replace(language, exports=replace(language.exports, report=replace(report, **head)))


def _bare(whole: str) -> str:
    return whole.removeprefix("the ")
