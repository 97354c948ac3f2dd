"""Terms a programme defines for itself, and a language that uses them."""

import re
from collections.abc import Sequence
from typing import Final

from language.languages import VIETNAMESE, Language
from language.speaking import OwnWords, adapted_to
from model.catalogue import Catalogue, Programme, Unit
from model.folding import fold
from presentation.whole import own_whole

_UNION: Final = re.compile(r"\b(?:cong doan|lien doan|ldld|cdcs|cd|union|provincial|industry|corporation)\b")
_LOOKED_AT: Final = 40  # units


def adapted_language(language: Language, catalogue: Catalogue, programme: str) -> Language:
    """The language with a programme's own terms and the names in the database: sectors, unions, regions."""
    language = adapted_to(language, own_words(catalogue, catalogue.programme(programme), language))
    sectors = {sector.code: sector for sector in (*catalogue.sectors, *catalogue.sectors_of(programme))}
    names = {code: language.name_of(sector) for code, sector in sectors.items()}
    if language.data == VIETNAMESE.data:
        return language.with_names(names, {})
    regions = {VIETNAMESE.names.regions[code]: name for code, name in language.names.regions.items()}
    unions = {unit.name: unit.name_en for unit in catalogue.seen_in(programme).units}
    return language.with_names(names, {**regions, **unions})


def own_words(catalogue: Catalogue, programme: Programme, language: Language) -> OwnWords:
    """The programme's own terms, and what its units are called."""
    ranked = catalogue.ranked.get(programme.id, ())
    below = tuple(catalogue.below.get(programme.id, {}).values())
    calls_unions = not ranked or _calls_unions(ranked)
    return OwnWords(
        own_whole(programme, language) or _of_nobody(catalogue, programme, language),
        _line(programme.organisation),
        _line(programme.organisation_above),
        _line(programme.place),
        programme.benefit_limits,
        calls_unions,
        _below(below, language) if not (_calls_unions(below) if below else calls_unions) else None,
    )


def _of_nobody(catalogue: Catalogue, programme: Programme, language: Language) -> str:
    """The whole without members or national plan, which must not be called the nation."""
    is_national = programme.national_target or catalogue.ranked.get(programme.id)
    return "" if is_national else language.pages.own_whole


def _calls_unions(units: Sequence[Unit]) -> bool:
    """Whether the first units are called unions; the units of a programme are of one kind."""
    return any(_UNION.search(fold(f"{unit.kind} {unit.kind_name or ''} {unit.name}")) for unit in units[:_LOOKED_AT])


def _below(units: Sequence[Unit], language: Language) -> str:
    """The single term for all units below; "" where there are several, or none in this language."""
    kinds = {unit.kind_name for unit in units[:_LOOKED_AT]}
    return _line(next(iter(kinds))) if len(kinds) == 1 and language.data == VIETNAMESE.data else ""


def _line(text: str | None) -> str:
    """A text on one line, without characters that files cannot hold."""
    return " ".join("".join(mark if mark.isprintable() else " " for mark in text or "").split())
