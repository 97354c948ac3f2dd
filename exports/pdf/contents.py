"""What a printed report shows, as plain values: every text is written here, the templates only place it."""

from typing import Final

from exports.pdf import blocks
from exports.pdf.blocks import Value
from exports.pdf.timeline import timeline
from presentation.figures import Figures
from presentation.occasion import Occasion
from presentation.prose import write_report_text
from presentation.stamp import stamp
from presentation.wording import Wording, printable

_CARDS: Final = ("uploads", "target", "reached_pct", "gap", "valid", "under_review", "units_reported", "benefit_vnd")


def contents(figures: Figures, wording: Wording, occasion: Occasion) -> dict[str, Value]:
    """Everything the templates read, ready for JSON."""
    texts, numbers = wording.texts, wording.language.numbers
    told = stamp("overview", figures, wording)
    name, _, motto = wording.programme(figures.programme).partition(" – ")
    by = texts.made_by if occasion.who else texts.made
    units = blocks.units(figures, wording)
    return {
        "lang": wording.language.code,
        "title": name,
        "motto": motto,
        "kind": texts.report.report_title,
        "banner": told.banner,
        "stamp": [told.scope, told.as_of, told.counted],
        "as_of": told.as_of,
        "source": told.full_source,
        "target_source": wording.source(figures.overview.facts["target"].source),
        "target_label": texts.info_rows["target_source"],
        "made": by.format(moment=numbers.moment(occasion.made_at), who=printable(occasion.who)),
        "link": texts.link.format(link=occasion.link(figures.filters, wording.language)),
        "page": texts.page,
        "rows_counted": units["counted"],
        "missing_mark": texts.missing_mark,
        "cards": _cards(figures, wording),
        "progress": _progress(figures, wording),
        "timeline": timeline(figures, wording),
        "ranking": blocks.ranking(figures, wording),
        "sectors": [blocks.sectors(breakdown, wording) for breakdown in figures.sectors],
        "furthest": blocks.furthest(figures, wording),
        "statuses": blocks.statuses(figures, wording),
        "units": units,
        "published": blocks.published(figures, wording),
        "definitions": {
            "title": texts.definitions,
            "rows": [
                [wording.language.facts.metrics[key], words] for key, words in wording.language.facts.formulas.items()
            ],
        },
        "formal": _formal(figures, wording, occasion),
    }


def _cards(figures: Figures, wording: Wording) -> list[dict[str, str]]:
    facts = figures.overview.facts
    if facts["uploads"].value is None and figures.overview.cards:
        return [
            {"label": wording.card(card), "value": wording.measured_fact(card.fact)} for card in figures.overview.cards
        ]
    cards = [{"label": wording.fact_name(name, facts[name]), "value": wording.fact(facts[name])} for name in _CARDS]
    gap = facts["gap"].value
    if gap is not None:
        cards[3] = {"label": wording.language.facts.gap_name(gap), "value": wording.language.numbers.count(abs(gap))}
    if facts["units_reported"].value is not None and facts["units_total"].value is not None:
        cards[6]["value"] += f"/{wording.fact(facts['units_total'])}"
    return cards


def _progress(figures: Figures, wording: Wording) -> dict[str, Value] | None:
    """How full the target is and how much of the time has passed, in percent of one scale."""
    reached, passed = (figures.overview.facts[name].value for name in ("reached_pct", "time_passed_pct"))
    if reached is None:
        return None
    numbers, facts = wording.language.numbers, wording.texts.facts
    told = [f"{facts['reached_pct']}: {numbers.percent(reached)}"]
    if passed is not None:
        told.append(f"{facts['time_passed_pct']}: {numbers.percent(passed)}")
    return {"reached": reached, "passed": passed, "scale": max(100.0, reached), "note": " · ".join(told)}


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
