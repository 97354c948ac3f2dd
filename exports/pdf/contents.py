"""The contents of the printed report as plain values. Every text is formatted here; templates only place it."""

from collections.abc import Sequence
from dataclasses import asdict

from exports.official_table import column_shares
from exports.pdf import blocks
from exports.pdf.blocks import Value
from exports.timeline import timeline
from exports.unit_table import unit_table
from presentation.briefs.brief import Brief
from presentation.definitions import define_terms
from presentation.figures import Figures
from presentation.formal import formal_report
from presentation.key_figures import counts_units
from presentation.occasion import Occasion
from presentation.one_union import UnionView, view_one_union
from presentation.overview import OverviewView, view_overview
from presentation.stamp import target_source_line
from presentation.wording import Wording, printable


def contents(figures: Figures, wording: Wording, occasion: Occasion, beside: Sequence[Brief] = ()) -> dict[str, Value]:
    """Everything the templates read, ready for JSON."""
    texts = wording.texts
    view = view_overview(figures, wording)
    name, motto = wording.name_and_motto(figures.programme)
    units, union = unit_table(figures, wording), view_one_union(figures, wording)
    return {
        "lang": wording.language.code,
        "title": name,
        "motto": motto,
        "kind": texts.report.report_title,
        "author": [printable(occasion.who)] if occasion.who else [],
        "about": ". ".join(part for part in (view.stamp.banner, *view.stamp.lines) if part),
        "banner": view.stamp.banner,
        "stamp": [view.stamp.scope, view.stamp.as_of, view.stamp.counted],
        "as_of": view.stamp.as_of,
        "source": view.stamp.full_source,
        "target_source": target_source_line(figures, wording),
        "made": occasion.origin(wording.language),
        "link": texts.link.format(link=occasion.link(figures.filters, wording.language)),
        "page": texts.page,
        "rows_counted": units["counted"],
        "missing_mark": texts.missing_mark,
        "cards": _cards(view, union, figures),
        "progress": _progress(view),
        "no_target": view.no_target if view.is_known and not view.is_silent else "",
        **_charts(figures, wording),
        "units": units,
        "union": blocks.one_union(union),
        "definitions": _definitions(figures, wording),
        "beside": [blocks.brief_block(brief) for brief in beside],
        "formal": _formal(figures, wording, occasion, beside),
    }


def _charts(figures: Figures, wording: Wording) -> dict[str, Value]:
    return {
        "timeline": timeline(figures, wording),
        "ranking": blocks.ranking(figures, wording),
        "sectors": [blocks.sectors(view, wording) for view in figures.sectors if view.divides],
        "furthest": blocks.furthest(figures, wording),
        "statuses": blocks.statuses(figures, wording),
        "said": blocks.unit_statements(figures, wording),
        "published": blocks.published(figures, wording),
    }


def _definitions(figures: Figures, wording: Wording) -> dict[str, Value]:
    about = wording.texts.info_rows
    rows = [[name, words] for name, words in define_terms(figures, wording)]
    rows.append([about["names"], about["names_text"]])
    return {"title": wording.texts.definitions, "rows": rows}


def _cards(view: OverviewView, union: UnionView | None, figures: Figures) -> list[dict[str, str]]:
    """The key figures of the scope; where initiatives are not counted, the published figures."""
    pairs = view.printed if not view.is_known and view.printed else _named(view, union, figures)
    return [{"label": label, "value": value} for label, value in pairs]


def _named(view: OverviewView, union: UnionView | None, figures: Figures) -> tuple[tuple[str, str], ...]:
    """Only what is known; for one union, rank and needed pace replace the number of units that have uploaded."""
    key_figures = {name: figure for name, figure in view.figures.items() if figure.fact.value is not None}
    labelled = [(name, (figure.label, figure.text)) for name, figure in key_figures.items()]
    if union is None:
        several = counts_units(figures.overview)
        return tuple(words for name, words in labelled if several or name != "units_reported")
    own = [words for words in union.cards if words not in dict(labelled).values()]
    return (*(words for name, words in labelled if name != "units_reported"), *own)


def _progress(view: OverviewView) -> dict[str, Value] | None:
    """Share of the target reached and share of time passed, in percent of one scale."""
    reached, passed = view.figures["reached_pct"].fact.value, view.time_passed_pct
    if reached is None:
        return None
    note = " · ".join(part for part in (view.reached, view.passed) if part)
    return {"reached": reached, "passed": passed, "scale": max(100.0, reached), "note": note}


def _formal(figures: Figures, wording: Wording, occasion: Occasion, beside: Sequence[Brief]) -> dict[str, Value]:
    units = unit_table(figures, wording)
    shares = column_shares(units["header"], [row["cells"] for row in units["rows"]])
    return asdict(formal_report(figures, wording, occasion, beside)) | {"shares": shares}
