"""One programme in words: dates and organisation, phases, units, sectors."""

from collections.abc import Iterator

from importer.wording import Wording
from language.pages.programmes import ProgrammeTexts
from model.catalogue import Catalogue
from model.filters import Filters
from model.reference import Programme


def programme_in_words(catalogue: Catalogue, code: str, wording: Wording) -> Iterator[str]:
    """One line for each part the programme has."""
    programme, texts = catalogue.programme(code), wording.language.programmes
    yield from _about(programme, wording, texts)
    for phase in programme.phases:
        yield texts.shown_phase.format(
            number=phase.number,
            name=wording.language.phase_name(phase, phase.number),
            start=wording.language.numbers.date(phase.start),
            end=wording.language.numbers.date(phase.end),
            target=wording.count(phase.national_target),
        )
    ranked, below = catalogue.members(Filters(programme=code)), catalogue.below.get(programme.id, {})
    yield texts.shown_units.format(ranked=wording.count(len(ranked)), below=wording.count(len(below)))
    sectors = [wording.language.name_of(sector) for sector in catalogue.sectors_of(code) if sector.id]
    if sectors:
        yield texts.shown_sectors.format(sectors="; ".join(sectors))


def _about(programme: Programme, wording: Wording, texts: ProgrammeTexts) -> Iterator[str]:
    numbers = wording.language.numbers
    if programme.organisation:
        yield texts.shown_organisation.format(organisation=programme.organisation)
    if programme.start or programme.end:
        yield texts.shown_days.format(start=numbers.date(programme.start), end=numbers.date(programme.end))
    if programme.national_target:
        source = programme.national_target_source or "–"
        yield texts.shown_target.format(target=numbers.count(programme.national_target), source=source)
