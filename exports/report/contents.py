"""What a printed report shows, as plain values: every text is written here, the templates only place it."""

from typing import Any, Final

import polars as pl

from charts.palette import LIGHT
from data_access.ledger import read_moment
from data_access.published import verdict
from exports.colours import status_colour
from exports.figures import Figures
from exports.occasion import Occasion
from exports.prose import gap_sentence, ranking_total, write_report_text
from exports.report.timeline import timeline
from exports.stamp import stamp
from exports.wording import Wording, printable, shortened
from model.codes import TargetStatus
from model.results import Breakdown

Value = Any  # what JSON can hold

_CARDS: Final = ("uploads", "target", "reached_pct", "gap", "valid", "under_review", "units_reported", "benefit_vnd")
_MOST_BARS: Final = 10


def contents(figures: Figures, wording: Wording, occasion: Occasion) -> dict[str, Value]:
    """Everything the templates read, ready for JSON."""
    texts, numbers = wording.texts, wording.language.numbers
    told = stamp("overview", figures, wording)
    name, _, motto = wording.programme(figures.programme).partition(" – ")
    by = texts.made_by if occasion.who else texts.made
    units = _units(figures, wording)
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
        "rows_counted": texts.report.rows_counted.format(count=numbers.count(len(units["rows"]))),
        "missing_mark": texts.missing_mark,
        "cards": _cards(figures, wording),
        "progress": _progress(figures, wording),
        "timeline": timeline(figures, wording),
        "ranking": _ranking(figures, wording),
        "sectors": [_sectors(breakdown, wording) for breakdown in figures.sectors],
        "furthest": _furthest(figures, wording),
        "statuses": _statuses(figures, wording),
        "units": units,
        "published": _published(figures, wording),
        "definitions": {
            "title": texts.definitions,
            "rows": [[wording.language.facts.metrics[key], words] for key, words in wording.language.facts.formulas.items()],
        },
        "formal": _formal(figures, wording, occasion),
    }


def _cards(figures: Figures, wording: Wording) -> list[dict[str, str]]:
    facts, texts = figures.overview.facts, wording.texts
    if facts["uploads"].value is None and figures.overview.cards:
        return [
            {"label": wording.card(card.label_vi, card.label_en), "value": wording.measured_fact(card.fact)}
            for card in figures.overview.cards
        ]
    cards = [{"label": texts.facts[name], "value": wording.fact(facts[name])} for name in _CARDS]
    gap = facts["gap"].value
    if gap is not None:
        metrics = wording.language.facts.metrics
        label = metrics["gap_missing" if gap < 0 else "gap_exceeded"]
        cards[3] = {"label": label, "value": wording.language.numbers.count(abs(gap))}
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


def _bar(name: str, value: float, text: str, most: float, colour: str, note: str = "") -> dict[str, Value]:
    return {"name": name, "text": text, "part": value / most if most > 0 else 0, "colour": colour, "note": note}


def _ranking(figures: Figures, wording: Wording) -> dict[str, Value]:
    ranking, texts, numbers = figures.ranking, wording.texts, wording.language.numbers
    rows = ranking.frame.filter(pl.col("unit_code").is_not_null()).head(_MOST_BARS).to_dicts()
    measure = wording.language.names.measure(ranking.measure.value).lower()
    most = max((row["value"] for row in rows), default=0)
    bars = [
        _bar(
            f"{row['rank']}. {wording.short_unit(row['unit_code'], row['short_name'])}",
            row["value"],
            wording.qualified(wording.measure(row["value"], ranking.measure), row["qualifier"]),
            most,
            LIGHT.gold if row["rank"] <= 3 else LIGHT.data,
        )
        for row in rows
    ]
    note = ""
    if ranking.shown_share_pct is not None and ranking.total is not None and ranking.frame["rank"].count() == len(rows):
        percent = numbers.percent(ranking.shown_share_pct, 2)
        note = texts.slides.top_share.format(count=len(rows), percent=percent, total=ranking_total(figures, wording))
    title = texts.charts["ranking"].format(count=len(rows), measure=measure)
    return {"title": title, "bars": bars, "note": note, "nothing": texts.slides.ranking_nothing}


def _furthest(figures: Figures, wording: Wording) -> dict[str, Value]:
    """The units furthest from their target, the least far first; all of them where there are few."""
    numbers, texts = wording.language.numbers, wording.texts.slides
    known = figures.targets.drop_nulls("reached_pct").sort("reached_pct", descending=True)
    rows = known.tail(_MOST_BARS).to_dicts()
    kind = wording.language.names.target_kind(figures.filters.target.value).lower()
    title = texts.standing_chart_part if known.height > _MOST_BARS else texts.standing_chart
    bars = [
        _bar(
            wording.short_unit(row["unit_code"], row["short_name"]),
            min(row["reached_pct"], 100.0),
            numbers.percent(row["reached_pct"]),
            100,
            status_colour(row["status"]),
        )
        for row in rows
    ]
    return {"title": title.format(count=len(rows), kind=kind), "bars": bars, "note": ""}


def _sectors(breakdown: Breakdown, wording: Wording) -> dict[str, Value]:
    numbers = wording.language.numbers
    rows = breakdown.frame.to_dicts()
    most = max((row["uploads"] for row in rows), default=0)
    bars = [
        _bar(
            wording.part(breakdown, row["sector_code"], row["sector_name"]),
            row["uploads"],
            wording.qualified(numbers.count(row["uploads"]), row["qualifier"]),
            most,
            LIGHT.rest if row["sector_code"] in ("none", "rest") else LIGHT.data,
            numbers.percent(row["share_pct"]) if row["share_pct"] is not None else "",
        )
        for row in rows
    ]
    return {"title": wording.scheme(breakdown), "bars": bars, "note": gap_sentence(breakdown, wording)}


def _statuses(figures: Figures, wording: Wording) -> dict[str, Value]:
    counted = dict(figures.targets["status"].value_counts().iter_rows())
    rows = [
        [wording.language.names.target_status(s.value), wording.language.numbers.count(counted[s.value]), status_colour(s)]
        for s in TargetStatus
        if s.value in counted
    ]
    return {"title": wording.texts.report.by_status, "rows": rows}


def _units(figures: Figures, wording: Wording) -> dict[str, Value]:
    """Every unit, best first; `parts` are bars of one scale, capped at twice the target."""
    numbers, columns = wording.language.numbers, wording.texts.columns
    order = ["reached_pct", "uploads"]
    frame = figures.targets.sort(order, descending=True, nulls_last=True, maintain_order=True)
    names = ("unit_name", "uploads", "target", "reached_pct", "gap", "status")
    rows = [
        {
            "cells": [
                wording.unit(row["unit_code"], row["unit_name"]),
                numbers.count(row["uploads"]),
                numbers.count(row["target"]),
                numbers.percent(row["reached_pct"]),
                numbers.signed(row["gap"]),
                wording.language.names.target_status(row["status"]),
            ],
            "part": min(row["reached_pct"] or 0.0, 200.0) / 200,
            "colour": status_colour(row["status"]),
        }
        for row in frame.to_dicts()
    ]
    return {"title": wording.texts.titles["units"], "header": [columns[name] for name in names], "rows": rows}


def _published(figures: Figures, wording: Wording) -> dict[str, Value]:
    language, columns = wording.language, wording.texts.columns
    names = ("unit_name", "metric", "as_of", "published", "system_value", "verdict")

    def number(value: float | None) -> str:
        whole = value is None or float(value).is_integer()
        return language.numbers.count(value) if whole else language.numbers.decimal(value, 2)

    rows = [
        [
            shortened(printable(row["unit_name"]), 60),
            wording.metric(row["metric"], row["category"]),
            language.numbers.moment(read_moment(row["as_of"])),
            wording.qualified(number(row["value"]), row["qualifier"]),
            number(row["system_value"]),
            language.published.verdicts[verdict(row)],
        ]
        for row in figures.published.to_dicts()
    ]
    return {"title": wording.texts.titles["published"], "header": [columns[name] for name in names], "rows": rows}


def _formal(figures: Figures, wording: Wording, occasion: Occasion) -> dict[str, Value]:
    texts, prose = wording.texts.report, wording.texts.prose
    report = write_report_text(figures, wording)
    day = occasion.made_at
    sections = [(prose.national, report.national), (prose.by_status, report.statuses)]
    return {
        "state": texts.state,
        "motto": texts.motto,
        "parent": texts.parent,
        "issuer": printable(occasion.issuer) or texts.issuer,
        "number": texts.number,
        "place": texts.place_and_day.format(day=day.day, month=day.month, year=day.year),
        "kind": texts.kind_of_document,
        "subject": texts.formal_subject.format(programme=wording.short_programme(figures.programme)),
        "sections": [{"title": title, "lines": list(lines)} for title, lines in sections if lines],
        "receivers": texts.receivers,
        "receiver_lines": texts.receiver_lines.split("|"),
        "signed_by": texts.signed_by,
        "signature": texts.signature,
        "appendix": texts.appendix,
    }
