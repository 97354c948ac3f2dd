"""What a printed report shows, as plain values: every text is written here, the templates only place it."""

from exports.pdf import blocks
from exports.pdf.blocks import Value
from exports.timeline import timeline
from exports.unit_table import unit_table
from presentation.figures import Figures
from presentation.occasion import Occasion
from presentation.overview import OverviewView, view_overview
from presentation.prose import write_report_text
from presentation.wording import Wording, printable


def contents(figures: Figures, wording: Wording, occasion: Occasion) -> dict[str, Value]:
    """Everything the templates read, ready for JSON."""
    texts, numbers = wording.texts, wording.language.numbers
    view = view_overview(figures, wording)
    name, _, motto = wording.programme(figures.programme).partition(" – ")
    by = texts.made_by if occasion.who else texts.made
    units = unit_table(figures, wording)
    return {
        "lang": wording.language.code,
        "title": name,
        "motto": motto,
        "kind": texts.report.report_title,
        "banner": view.stamp.banner,
        "stamp": [view.stamp.scope, view.stamp.as_of, view.stamp.counted],
        "as_of": view.stamp.as_of,
        "source": view.stamp.full_source,
        "target_source": wording.source(figures.overview.facts["target"].source),
        "target_label": texts.info_rows["target_source"],
        "made": by.format(moment=numbers.moment(occasion.made_at), who=printable(occasion.who)),
        "link": texts.link.format(link=occasion.link(figures.filters, wording.language)),
        "page": texts.page,
        "rows_counted": units["counted"],
        "missing_mark": texts.missing_mark,
        "cards": _cards(view),
        "progress": _progress(view),
        "timeline": timeline(figures, wording),
        "ranking": blocks.ranking(figures, wording),
        "sectors": [blocks.sectors(breakdown, wording) for breakdown in figures.sectors],
        "furthest": blocks.furthest(figures, wording),
        "statuses": blocks.statuses(figures, wording),
        "said": blocks.said(figures, wording),
        "units": units,
        "published": blocks.published(figures, wording),
        "definitions": _definitions(wording),
        "formal": _formal(figures, wording, occasion),
    }


def _definitions(wording: Wording) -> dict[str, Value]:
    facts = wording.language.facts
    rows = [[facts.metrics[name], words] for name, words in facts.formulas.items()]
    return {"title": wording.texts.definitions, "rows": rows}


def _cards(view: OverviewView) -> list[dict[str, str]]:
    """What is known of the scope; where no initiatives are counted, what was published on its own."""
    named = view.printed if not view.is_known and view.printed else _named(view)
    return [{"label": label, "value": value} for label, value in named]


def _named(view: OverviewView) -> tuple[tuple[str, str], ...]:
    return tuple((figure.label, figure.text) for figure in view.figures.values())


def _progress(view: OverviewView) -> dict[str, Value] | None:
    """How full the target is and how much of the time has passed, in percent of one scale."""
    reached, passed = view.figures["reached_pct"].fact.value, view.time_passed_pct
    if reached is None:
        return None
    note = " · ".join(part for part in (view.reached, view.passed) if part)
    return {"reached": reached, "passed": passed, "scale": max(100.0, reached), "note": note}


def _formal(figures: Figures, wording: Wording, occasion: Occasion) -> dict[str, Value]:
    texts, prose = wording.texts.report, wording.texts.prose
    report = write_report_text(figures, wording)
    sections = [(prose.national, report.national), (prose.by_status, report.statuses)]
    return {
        "state": texts.state,
        "motto": texts.motto,
        "parent": texts.parent,
        "issuer": printable(occasion.issuer) or texts.issuer,
        "number": texts.number,
        "place": texts.place_and_day.format(**occasion.day),
        "kind": texts.kind_of_document,
        "subject": texts.formal_subject.format(programme=wording.short_programme(figures.programme)),
        "sections": [{"title": title, "lines": list(lines)} for title, lines in sections if lines],
        "receivers": texts.receivers,
        "receiver_lines": texts.receiver_lines.split("|"),
        "signed_by": texts.signed_by,
        "signature": texts.signature,
        "appendix": texts.appendix,
    }
