"""What every surface has to show of the views: their titles, sentences, numbers and stamps, word for word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from data_access.rules.answerable import answerable
from data_access.store.records import Records
from exports.html.stage.sheet import LONGEST_TITLE
from language.languages import Language
from model.codes import TargetStatus
from model.filters import Filters
from presentation.briefs.brief import Brief
from presentation.figures import Figures, gather
from presentation.key_figures import counts_units
from presentation.one_union import view_one_union
from presentation.overview import OverviewView, progress_finding, view_overview
from presentation.own_words import adapted_language
from presentation.published import view_published
from presentation.ranking import view_ranking
from presentation.sectors import view_sectors
from presentation.targets import view_targets
from presentation.trend import view_trend
from presentation.wording import Wording, shortened

_LIST: Final = 2  # units that make one: with fewer, files leave the view out
_NO_VERDICT = TargetStatus.NOT_COMPARABLE

Lines = Iterator[str]


def scope_of(records: Records, filters: Filters, language: Language) -> tuple[Figures, Wording]:
    """The scope that all files are written from."""
    figures = gather(records, answerable(records, filters)[0])
    return figures, Wording(adapted_language(language, figures.catalogue, filters.programme), figures.catalogue)


def missing(expected: Iterable[str], sentences: Iterable[str]) -> list[str]:
    """Sentences of the views that the lines lack; a sentence may run over several lines."""
    whole = "".join("".join(line.split()) for line in expected)
    return [sentence for sentence in dict.fromkeys(sentences) if "".join(sentence.split()) not in whole]


def placed(kind: str, figures: Figures, wording: Wording) -> Lines:
    """Every sentence that a file of one of KINDS must have."""
    yield from _pictures(figures, wording) if kind == "pictures" else ()
    for subject in (_overview, _targets, _ranking, _sectors, _trend, _published):
        yield from subject(kind, figures, wording)


def placed_briefs(kind: str, briefs: Sequence[Brief]) -> Lines:
    """Sentences that a file of one of KINDS, or a letter, must have of the pages beside the count."""
    for brief in briefs:
        if kind == "slides":
            yield from (brief.verdict, *brief.notes, *(one.head for one in brief.lists if not brief.columns))
        if kind == "pack":
            yield from (_on_stage(brief.verdict), *brief.notes, *(one.head for one in brief.lists))
        if kind == "report":
            yield from (brief.headline, *brief.notes, *brief.more)
            yield from (text for one in brief.lists for bar in one.bars for text in (bar.name, bar.text, bar.note))
        if kind in ("text", "formal"):
            yield from (brief.title, *brief.lines)
        if kind == "mail":
            yield f"{brief.headline}."
        if kind == "workbook":
            yield from (f"{brief.title} {line}" for line in (brief.verdict, *brief.notes, *brief.more))
            yield from (f"{brief.list_name(one)} {bar.name}" for one in brief.lists for bar in one.bars)


def placed_on_page(subject: str, figures: Figures, wording: Wording) -> Lines:
    """Every sentence that a page must have; where a unit is picked, pages show it among all."""
    if subject == "targets":
        targets = view_targets(figures, wording)
        yield from (targets.title if targets.known else "", *(f"{one.text} {one.name}" for one in targets.states))
    if subject == "overview":
        yield from _on_first_page(view_overview(figures, wording))
    if subject == "sectors" and not figures.filters.sectors:
        yield from (text for one in view_sectors(figures, wording).breakdowns for text in (one.title, one.caption))
    if subject in ("ranking", "overview") and not figures.filters.units:
        counted = figures.filters.measure is figures.filters.count_measure
        ranking = view_ranking(figures, wording)
        if subject == "ranking" and ranking.places:
            yield from (ranking.title, ranking.no_order, ranking.leading)
        if subject == "overview" and ranking.places and counted:
            yield from (ranking.verdict, ranking.share)


def _on_first_page(view: OverviewView) -> Lines:
    yield view.verdict if view.reached else ""
    shown = (view.counts, "target", "reached_pct", "gap", "units_reported", "benefit_vnd")
    figures = [view.figures[name] for name in shown] if view.is_known or not view.printed else []
    yield from (f"{one.short_label} {one.value}" for one in figures)
    yield from (one.note for one in figures)


def _pictures(figures: Figures, wording: Wording) -> Lines:
    """The titles of the charts of the overview, targets and ranking, as on the pages."""
    targets, ranking = (view(figures, wording) for view in (view_targets, view_ranking))
    yield progress_finding(figures.overview, wording.language) if figures.overview.daily.height else ""
    yield targets.title if targets.known else ""
    if ranking.places and not figures.filters.units:
        yield ranking.title
        yield ranking.verdict if figures.filters.measure is figures.filters.count_measure else ""


def _overview(kind: str, figures: Figures, wording: Wording) -> Lines:
    view = view_overview(figures, wording)
    union = view_one_union(figures, wording) if kind in ("slides", "report", "one-page") else None
    # Of one union its place is told, and not how many of one have uploaded.
    is_of_one = union or (kind in ("slides", "pack") and not counts_units(figures.overview))
    left_out = ("units_reported",) if is_of_one else ()
    known = {name: one for name, one in view.figures.items() if one.fact.value is not None and name not in left_out}
    beside = view.beside(("valid", "under_review", "units_reported", "benefit_vnd"))
    head, cards = view.count, [f"{known[one].label} {known[one].text}" for one in beside if one in known]
    cards += [" ".join(union.cards[0])] if union else []
    sums = (view.gap, view.passed) if view.cells else ()
    if kind == "slides":
        yield from (view.title, view.stamp.scope, view.stamp.as_of, view.stamp.counted)
        yield from (head.text, head.label, *cards, *sums, *view.cells, view.no_target) if view.is_known else ()
    if kind == "pack" and (view.is_known or view.printed):  # slides that would say nothing are left out
        yield _on_stage(view.title)
        yield from (f"{head.text} {head.label}", *cards, view.gap, view.passed) if view.is_known else ()
        yield " · ".join(view.cells)
    if kind in ("report", "one-page"):
        named = [(one.label, one.text) for one in known.values()]
        named += union.cards if union else ()
        yield from (text for card in (named if view.is_known else view.printed or named) for text in card)
        yield from (view.reached, view.passed) if view.reached else ()
    if kind in ("report", "text", "formal"):
        yield from (view.stamp.scope, view.stamp.as_of, view.stamp.counted)
    if kind in ("workbook", "mail"):
        yield from view.stamp.lines
    if kind == "mail":
        yield view.stamp.banner


def _targets(kind: str, figures: Figures, wording: Wording) -> Lines:
    view = view_targets(figures, wording)
    states = [f"{state.name} {state.text}" for state in view.states]
    if kind == "slides" and len(view.reached) >= _LIST:
        yield from (view.verdict, view.states_title, view.last_title, view.stamp.scope, view.stamp.as_of)
        yield from (view.stamp.counted, *(state.name for state in view.states))
        yield from (text for unit in view.last for text in (unit.short_name, unit.reached))
    if kind == "slides" and len(view.known) >= _LIST:
        yield view.known_counted
        yield from (f"{unit.uploads} {unit.target} {unit.reached}" for unit in view.known if view.has_targets)
    if kind == "report":
        are_compared = any(state.status not in (_NO_VERDICT, TargetStatus.NO_TARGET) for state in view.states)
        yield from (view.states_title, *states) if are_compared and figures.one_union is None else ()
        listed = view.known if len(view.known) >= _LIST else ()  # a table of one union says nothing more
        yield view.known_counted if listed else ""
        yield from (f"{unit.uploads} {unit.target} {unit.reached} {unit.gap}" for unit in listed if view.has_targets)
        yield from (text for unit in view.last for text in (unit.short_name, unit.reached))
    if kind == "pack":
        yield view.known_counted if len(view.known) >= _LIST else ""
        cells = [f" {unit.target} {unit.reached} {unit.gap}" if view.has_targets else "" for unit in view.known]
        yield from (f"{unit.name} {unit.uploads}{more}" for unit, more in zip(view.known, cells, strict=True))
        if view.reached:
            yield from (_on_stage(view.verdict), view.silent)
    if kind == "workbook" and view.lines:
        # Counts of older days have their day in a column of its own.
        yield from (*view.stamp.lines, *(re.sub(r" \(\d[^()]+\)$", "", unit.name) for unit in view.lines))
        yield from (unit.status_name for unit in view.lines)


def _ranking(kind: str, figures: Figures, wording: Wording) -> Lines:
    view = view_ranking(figures, wording)
    is_list = len(view.places) >= _LIST and any(place.value for place in view.places)
    if kind == "slides" and is_list:
        yield from (view.verdict, view.title, view.no_order, view.share, view.rest, view.unknown, view.leading)
        yield from (view.legend, view.stamp.scope, view.stamp.as_of, view.stamp.counted)
        yield from (place.name for place in view.places)
    if kind == "report":
        yield from (view.title, view.no_order, view.share, view.leading) if is_list else ()
        yield from (text for place in view.places if is_list for text in (place.name, place.text))
    union = view_one_union(figures, wording)
    if kind == "pack" and union and not figures.overview.is_silent:
        yield from (_on_stage(union.title), *(" ".join(card) for card in union.cards), *union.neighbours, union.bound)
    if kind == "pack" and view.places and not union:
        yield from (_on_stage(view.verdict), view.no_order or view.share)
        yield from (text for place in view.places for text in (shortened(place.name, 28), place.text))
    if kind == "workbook" and not figures.ranking.frame.is_empty():
        yield from view.stamp.lines


def _sectors(kind: str, figures: Figures, wording: Wording) -> Lines:
    view = view_sectors(figures, wording)
    has_parts = any(breakdown.parts_total for breakdown in figures.sectors)
    if kind == "slides" and has_parts:
        yield from (view.title, view.stamp.scope, view.stamp.as_of, view.stamp.counted)
        for parts in view.shown:
            yield from (shortened(parts.title, 60), parts.gap)
            yield from (f"{one.name} · {one.share}" if one.share else one.name for one in parts.parts[:10])
    if kind == "pack" and any(one.parts for one in view.shown):
        yield _on_stage(view.title)
        yield from (text for one in view.shown for text in (one.title, one.gap) if one.parts)
    if kind == "report":
        yield from (text for one in view.breakdowns for text in (one.title, one.gap) if one.parts)
        yield from (text for one in view.breakdowns for part in one.parts for text in (part.name, part.text))
    if kind == "workbook":
        yield from (text for one in view.breakdowns for text in (one.title, *(part.name for part in one.parts)))
    if kind in ("text", "formal", "mail"):
        yield from (one.gap for one in view.breakdowns)


def _trend(kind: str, figures: Figures, wording: Wording) -> Lines:
    view = view_trend(figures, wording)
    if kind == "slides" and not view.nothing:
        yield from (view.title, view.printed_note)
    if kind == "report":
        yield from (view.chart_title, view.nothing or view.printed_note)
    if kind == "pack" and not view.nothing:
        yield from (_on_stage(view.title), view.last)


def _published(kind: str, figures: Figures, wording: Wording) -> Lines:
    view = view_published(figures, wording)
    if kind == "slides" and view.lines:
        yield from (view.title, view.verdicts, view.left_open, view.stamp.as_of)
        yield from (f"{line.moment} {line.printed} {line.system}" for line in view.compared_first[:3])
    if kind == "report":
        yield from (view.left_open, view.system_note if view.lines else "", *(line.printed for line in view.lines))
        yield from (line.verdict_name for line in view.lines)


def _on_stage(title: str) -> str:
    return shortened(title, LONGEST_TITLE).removesuffix("…")
