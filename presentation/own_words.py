"""What the set-up of a programme says of itself, for the language to speak of it."""

from language.languages import VIETNAMESE, Language
from language.speaking import OwnWords, speaking_of
from model.catalogue import Catalogue, Programme


def named(language: Language, catalogue: Catalogue, programme: str) -> Language:
    """The language as it speaks of a programme, with the names that the database knows: of sectors, unions, regions."""
    language = speaking_of(language, own_words(catalogue.programme(programme), language))
    sectors = {sector.code: sector for sector in (*catalogue.sectors, *catalogue.sectors_of(programme))}
    called = {code: language.name_of(sector) for code, sector in sectors.items()}
    if language.data == VIETNAMESE.data:
        return language.with_names(called, {})
    regions = {VIETNAMESE.names.regions[code]: name for code, name in language.names.regions.items()}
    unions = {unit.name: unit.name_en for unit in catalogue.seen_in(programme).units}
    return language.with_names(called, {**regions, **unions})


def own_words(programme: Programme, language: Language) -> OwnWords:
    """What the programme's set-up says of itself."""
    return OwnWords(
        language.one_of(programme.whole_vi or "", programme.whole_en or ""),
        _line(programme.organisation),
        _line(programme.organisation_above),
        _line(programme.place),
        programme.benefit_limits,
    )


def _line(text: str | None) -> str:
    """Text of a cell on one line, without what no file can hold."""
    return " ".join("".join(mark if mark.isprintable() else " " for mark in text or "").split())
