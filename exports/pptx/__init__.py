"""The slides: cover, agenda, one slide a view, with native charts and tables that stay editable."""

import logging
from collections.abc import Callable
from functools import partial

import polars as pl

from data_access.queries.map import fetch_map
from data_access.queries.targets import known_only
from data_access.store.records import Records
from exports.pptx.agenda import add_agenda, fill_agenda
from exports.pptx.briefs import add_brief
from exports.pptx.deck import Deck
from exports.pptx.headline import add_headline
from exports.pptx.lists import add_cover, add_published, add_units
from exports.pptx.map import add_map
from exports.pptx.ranking import add_ranking, add_sectors
from exports.pptx.refreshing import name_slide, refresh_deck
from exports.pptx.seals import seal_deck
from exports.pptx.targets import add_targets
from exports.pptx.trend import add_daily
from exports.pptx.union import add_union
from exports.problems import UnfitTemplate
from language.languages import Language
from model.address import canonical
from model.atlas import Atlas
from model.filters import Filters
from model.places import has_places
from model.settings import Setting, slides_template
from presentation.briefs import BRIEFS, make_briefs
from presentation.briefs.brief import Brief
from presentation.figures import Figures, gather_worded
from presentation.occasion import Occasion
from presentation.standing import judged
from presentation.wording import Wording

log = logging.getLogger(__name__)

_ORDER = ("overview", "unit", "targets", "ranking", "sectors", "map", "daily", *BRIEFS, "units", "published")
_LIST = 2  # unions that make one


def write_slides(records: Records, filters: Filters, language: Language, occasion: Occasion | None = None) -> bytes:
    """A PPTX file of 16:9 slides as bytes. Raises UnfitTemplate, and what data_access raises."""
    figures, wording = gather_worded(records, filters, language)
    occasion = occasion or Occasion()
    atlas = fetch_map(records, filters)
    title = wording.short_programme(figures.programme)
    deck = _new_deck(language.tag, title, occasion)
    draw: dict[str, Callable[[Deck, Figures, Wording], None]] = {
        "overview": add_headline,
        "unit": add_union,
        "targets": add_targets,
        "ranking": add_ranking,
        "sectors": add_sectors,
        "map": partial(add_map, atlas),
        "daily": add_daily,
        "units": add_units,
        "published": add_published,
    }
    briefs = {brief.page: brief for brief in make_briefs(records, figures, wording)}
    draw |= {name: partial(_add_brief, brief) for name, brief in briefs.items()}
    silent = _silent(figures, atlas) | set(BRIEFS) - briefs.keys()
    views = [view for view in _ORDER if view not in silent]
    add_cover(deck, figures, wording, occasion)
    agenda = add_agenda(deck, figures, wording)
    chapters = []
    for view in views:
        place = len(deck.file.slides)
        draw[view](deck, figures, wording)
        for number, slide in enumerate(list(deck.file.slides)[place:], start=1):
            name_slide(slide, f"{view} {number}")
        name = briefs[view].title if view in briefs else wording.texts.titles[view]
        chapters.append((name, deck.file.slides[place]))
    fill_agenda(deck, agenda, chapters)
    for slide, name in zip(deck.file.slides, ("cover 1", "agenda 1"), strict=False):
        name_slide(slide, name, _scope(filters))
    seal_deck(deck.file)
    return refresh_deck(occasion.edited, deck.saved()) if occasion.edited else deck.saved()


def _scope(filters: Filters) -> str:
    """What a deck is about, whatever the moment and the period."""
    periods = dict.fromkeys(("as_of", "before", "snapshot", "phase", "since", "until", "period", "other"))
    return canonical(filters.changed(**periods))


def _add_brief(brief: Brief, deck: Deck, _figures: Figures, wording: Wording) -> None:
    add_brief(deck, brief, wording)


def _new_deck(tag: str, title: str, occasion: Occasion) -> Deck:
    """A deck on the template asked for, otherwise on the configured one; if that is unusable, on
    the built-in master.
    """
    if occasion.template:
        return Deck(tag, title, occasion.who, occasion.made_at, occasion.template)
    try:
        return Deck(tag, title, occasion.who, occasion.made_at, slides_template())
    except UnfitTemplate as problem:
        log.warning("The setting %s: %s. The house's master is used.", Setting.SLIDES_TEMPLATE, problem)
        return Deck(tag, title, occasion.who, occasion.made_at)


def _silent(figures: Figures, atlas: Atlas) -> set[str]:
    """The views without content for this scope, which get no slide."""
    values = figures.ranking.frame.drop_nulls("unit_code")["value"]
    silence = {
        "unit": figures.one_union is None or figures.overview.is_silent,  # whose cards stand beside its headline
        "targets": judged(figures.targets).height < _LIST,
        "ranking": not _says_ranking(values, figures),
        "sectors": not any(breakdown.divides and breakdown.parts_total for breakdown in figures.sectors),
        "map": not _has_place(figures) or atlas.on_map["value"].count() < _LIST or not atlas.on_map["value"].max(),
        "daily": figures.overview.course.is_empty(),
        "units": known_only(figures.targets, figures.filters.basis).height < _LIST,
        "published": figures.published.is_empty(),
    }
    return {view for view, is_silent in silence.items() if is_silent}


def _has_place(figures: Figures) -> bool:
    """Whether the scope has a place on a map: the unions of one province share a place, a central union has none."""
    units = [figures.catalogue.unit_by_code.get(code) for code in figures.filters.units]
    nowhere = bool(units) and not any(unit and unit.province_code for unit in units)
    return not nowhere and has_places(figures.catalogue, figures.filters)


def _says_ranking(values: pl.Series, figures: Figures) -> bool:
    """Whether several units are ranked, or a bound is known for all unranked ones. A single union has its own slide."""
    if values.is_empty() and figures.one_union is None:
        return figures.ranking.bound is not None
    return values.len() >= _LIST and bool(values.max())
