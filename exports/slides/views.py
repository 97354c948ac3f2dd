"""The slides of numbers: headline, targets, ranking, sectors."""

from typing import Any

import polars as pl

from charts.palette import LIGHT
from exports.colours import PALE, status_colour
from exports.figures import Figures
from exports.prose import gap_sentence, ranking_total
from exports.slides.deck import BOTTOM, INSIDE, LEFT, TOP, Deck
from exports.slides.drawing import Bar, count_form, draw_bars, draw_waffle
from exports.slides.lettering import Box, Line
from exports.stamp import stamp
from exports.wording import Wording, shortened
from model.codes import Measure, TargetStatus
from model.results import Breakdown

_WRITTEN = (Measure.BENEFIT, Measure.REACHED, Measure.PER100)
_MOST_BARS = 10


def headline_of(figures: Figures, wording: Wording) -> str:
    """The sentence of the first slide: as much of it as is known."""
    facts, texts = figures.overview.facts, wording.texts.slides
    if facts["uploads"].value is None:
        return texts.headline_unknown
    uploads = wording.fact(facts["uploads"])
    if facts["reached_pct"].value is None:
        return texts.headline_alone.format(uploads=uploads)
    percent = wording.language.numbers.percent(facts["reached_pct"].value)
    return texts.headline.format(uploads=uploads, percent=percent, target=wording.fact(facts["target"]))


def add_headline(deck: Deck, figures: Figures, wording: Wording) -> None:
    """The number, what it is of the target, and a cell for every percent of it."""
    overview, texts = figures.overview, wording.texts
    facts = overview.facts
    slide = deck.add(headline_of(figures, wording), stamp("overview", figures, wording))
    if facts["uploads"].value is None:
        _published_cards(deck, slide, figures, wording)
        return
    lines = [Line(wording.fact(facts["uploads"]), 80, bold=True, colour=LIGHT.data), Line(texts.facts["uploads"], 24)]
    deck.text(slide, Box(LEFT, TOP, 7.6, 1.9), lines, name="uploads")
    _standing(deck, slide, figures, wording)
    shown = ("valid", "under_review", "units_reported", "benefit_vnd")
    for number, name in enumerate(shown):
        value = wording.fact(facts[name])
        if name == "units_reported" and facts["units_total"].value is not None and facts[name].value is not None:
            value = f"{value}/{wording.fact(facts['units_total'])}"
        place = Box(LEFT + (number % 2) * 3.9, 4.48 + (number // 2) * 1.16, 3.75, 1.06)
        _card(deck, slide, place, texts.facts[name], value)


def _standing(deck: Deck, slide: Any, figures: Figures, wording: Wording) -> None:
    """Right: the waffle of the target. Left: the gap and the time in words."""
    facts, texts, numbers = figures.overview.facts, wording.texts.slides, wording.language.numbers
    reached, gap, target = facts["reached_pct"].value, facts["gap"].value, facts["target"].value
    if reached is None or gap is None or not target:
        deck.text(slide, Box(8.9, TOP, 3.9, 1.0), [Line(texts.waffle_none, 18, colour=LIGHT.quiet)])
        return
    names = wording.language.facts.metrics
    word = f"{names['gap_missing' if gap < 0 else 'gap_exceeded']}: {numbers.count(abs(gap))}"
    lines = [Line(word, 20, bold=True, colour=LIGHT.below if gap < 0 else LIGHT.above)]
    passed = facts["time_passed_pct"].value
    if passed is not None:
        lines.append(Line(f"{wording.texts.facts['time_passed_pct']}: {numbers.percent(passed)}", 20, colour=LIGHT.quiet))
    deck.text(slide, Box(LEFT, 3.62, 7.6, 0.75), lines, name="gap")
    draw_waffle(deck, slide, Box(8.6, TOP, 4.1, 4.1), reached)
    captions = [Line(texts.waffle.format(cell=numbers.decimal(target / 100, 0 if target % 100 == 0 else 2)), 14)]
    if gap > 0:
        captions.append(Line(texts.waffle_full.format(over=numbers.count(gap)), 14))
    deck.text(slide, Box(8.6, TOP + 4.15, 4.2, 0.6), captions, name="waffle")


def _card(deck: Deck, slide: Any, box: Box, label: str, value: str) -> None:
    shape = deck.block(slide, box, PALE, name=label, round_=True)
    shape.adjustments[0] = 0.08
    size = 30 if len(value) < 12 else 22
    deck.letters.fill(shape.text_frame, [Line(label, 16, colour=LIGHT.quiet), Line(value, size, bold=True)], anchor="middle")


def _published_cards(deck: Deck, slide: Any, figures: Figures, wording: Wording) -> None:
    """A programme that counts other things: what was printed, each number with its unit."""
    for number, card in enumerate(figures.overview.cards[:9]):
        place = Box(LEFT + (number % 3) * 4.08, TOP + 0.05 + (number // 3) * 1.65, 3.95, 1.5)
        label = shortened(wording.card(card.label_vi, card.label_en), 62)
        _card(deck, slide, place, label, wording.measured_fact(card.fact))


def add_targets(deck: Deck, figures: Figures, wording: Wording) -> None:
    """How many units stand where, and who is furthest from the target."""
    texts, names = wording.texts.slides, wording.language.names
    kind = names.target_kind(figures.filters.target.value).lower()
    frame = figures.targets
    wanted = frame.filter(pl.col("target").is_not_null() | pl.col("reached_pct").is_not_null())
    done = frame.filter(pl.col("status").is_in([TargetStatus.EXCEEDED.value, TargetStatus.MET.value])).height
    title = texts.standing_title.format(count=done, total=wanted.height, kind=kind)
    slide = deck.add(
        title if wanted.height else texts.standing_nothing.format(kind=kind), stamp("targets", figures, wording)
    )
    counted = dict(frame["status"].value_counts().iter_rows())
    states = [Bar(names.target_status(s.value), counted[s.value], status_colour(s)) for s in TargetStatus if s in counted]
    if states:
        deck.text(slide, Box(LEFT, TOP, 5.4, 0.4), [Line(wording.texts.report.by_status, 18, bold=True)])
        form = count_form(wording.language.numbers)
        draw_bars(deck, slide, Box(LEFT, TOP + 0.4, 5.4, BOTTOM - TOP - 0.4), states, form=form, meaning=wording.texts.report.by_status)
    _furthest(deck, slide, figures, wording, kind)


def _furthest(deck: Deck, slide: Any, figures: Figures, wording: Wording, kind: str) -> None:
    texts, numbers = wording.texts.slides, wording.language.numbers
    known = figures.targets.drop_nulls("reached_pct").sort("reached_pct", descending=True)
    box = Box(6.3, TOP, 6.5, 0.4)
    if known.is_empty():
        deck.text(slide, box, [Line(texts.standing_none, 18, colour=LIGHT.quiet)])
        return
    part = known.height > _MOST_BARS
    shown = known.tail(_MOST_BARS).to_dicts()
    title = texts.standing_chart_part if part else texts.standing_chart
    title = title.format(count=len(shown), kind=kind)
    deck.text(slide, box, [Line(title, 18, bold=True)])
    bars = [
        Bar(
            wording.short_unit(row["unit_code"], row["short_name"]),
            round(row["reached_pct"], 2),
            status_colour(row["status"]),
            numbers.percent(row["reached_pct"]),
        )
        for row in shown
    ]
    draw_bars(deck, slide, Box(6.3, TOP + 0.4, 6.5, BOTTOM - TOP - 0.4), bars, form="0", meaning=title)


def add_ranking(deck: Deck, figures: Figures, wording: Wording) -> None:
    """At most ten places, the first three in gold, the rest as one number."""
    ranking, texts, language = figures.ranking, wording.texts.slides, wording.language
    rows = ranking.frame.filter(pl.col("unit_code").is_not_null()).head(_MOST_BARS).to_dicts()
    if not rows:
        deck.add(texts.ranking_nothing, stamp("ranking", figures, wording))
        return
    first = wording.qualified(wording.measure(rows[0]["value"], ranking.measure), rows[0]["qualifier"])
    leader = wording.short_unit(rows[0]["unit_code"], rows[0]["short_name"])
    title = texts.leader_title.format(unit=leader, value=texts.measured[ranking.measure.value].format(value=first))
    slide = deck.add(title, stamp("ranking", figures, wording))
    written = ranking.measure in _WRITTEN
    bars = [
        Bar(
            f"{row['rank']}. {wording.short_unit(row['unit_code'], row['short_name'])}",
            row["value"],
            LIGHT.gold if row["rank"] <= 3 else LIGHT.data,
            wording.measure(row["value"], ranking.measure) if written or row["qualifier"] else "",
        )
        for row in rows
    ]
    name = wording.texts.charts["ranking"].format(count=len(rows), measure=language.names.measure(ranking.measure.value).lower())
    draw_bars(deck, slide, Box(LEFT, TOP, 8.7, BOTTOM - TOP), bars, form=count_form(language.numbers), meaning=name, size=18)
    notes = [Line(text, 20, space=10) for text in _beside_ranking(figures, wording, len(rows))]
    deck.text(slide, Box(9.6, TOP + 0.2, 3.2, BOTTOM - TOP - 0.2), [Line(name, 20, bold=True), *notes], name="summary")


def _beside_ranking(figures: Figures, wording: Wording, shown: int) -> list[str]:
    ranking, numbers, texts = figures.ranking, wording.language.numbers, wording.texts.slides
    told = []
    rest = ranking.frame.filter(pl.col("unit_code").is_null())
    complete = ranking.frame.height - rest.height == shown
    if ranking.shown_share_pct is not None and ranking.total is not None and complete:
        total = ranking_total(figures, wording)
        told.append(texts.top_share.format(count=shown, percent=numbers.percent(ranking.shown_share_pct, 2), total=total))
    if rest.height and complete and rest["value"][0] is not None:
        value = wording.measure(rest["value"][0], ranking.measure)
        told.append(texts.rest.format(count=numbers.count(ranking.rest_units), value=value))
    if ranking.without_value:
        told.append(texts.without_value.format(count=numbers.count(ranking.without_value)))
    return told


def add_sectors(deck: Deck, figures: Figures, wording: Wording) -> None:
    """The first two breakdowns side by side, the gap of each told."""
    texts = wording.texts.slides
    shown = figures.sectors[:2]
    if not shown:
        deck.add(texts.sectors_nothing, stamp("sectors", figures, wording))
        return
    slide = deck.add(_sector_title(shown[0], wording), stamp("sectors", figures, wording))
    width = INSIDE if len(shown) == 1 else INSIDE / 2 - 0.15
    for number, breakdown in enumerate(shown):
        x = LEFT + number * (INSIDE / 2 + 0.15)
        _breakdown(deck, slide, Box(x, TOP, width, BOTTOM - TOP), breakdown, wording)


def _sector_title(breakdown: Breakdown, wording: Wording) -> str:
    """The largest part that has a name; the scheme alone where there is no share to tell."""
    named = breakdown.frame.filter(~pl.col("sector_code").is_in(["none", "rest", "khac"])).sort("uploads", descending=True)
    if named.is_empty() or breakdown.kind != "parts" or named["share_pct"][0] is None:
        return wording.scheme(breakdown)
    row = named.to_dicts()[0]
    return wording.texts.slides.sector_title.format(
        sector=wording.part(breakdown, row["sector_code"], row["sector_name"]),
        count=wording.language.numbers.count(row["uploads"]),
        percent=wording.language.numbers.percent(row["share_pct"]),
    )


def _breakdown(deck: Deck, slide: Any, box: Box, breakdown: Breakdown, wording: Wording) -> None:
    numbers = wording.language.numbers
    title = wording.scheme(breakdown)
    deck.text(slide, Box(box.x, box.y, box.width, 0.4), [Line(shortened(title, 60), 18, bold=True)])
    bars = []
    for row in breakdown.frame.head(_MOST_BARS).to_dicts():
        name = wording.part(breakdown, row["sector_code"], row["sector_name"])
        share = f" · {numbers.percent(row['share_pct'])}" if row["share_pct"] is not None else ""
        rest = row["sector_code"] in ("none", "rest")
        label = wording.qualified(numbers.count(row["uploads"]), row["qualifier"]) if row["qualifier"] else ""
        bars.append(Bar(name + share, row["uploads"], LIGHT.rest if rest else LIGHT.data, label))
    gap = gap_sentence(breakdown, wording)
    height = box.height - 0.4 - (0.7 if gap else 0)
    draw_bars(deck, slide, Box(box.x, box.y + 0.4, box.width, height), bars, form=count_form(numbers), meaning=title)
    if gap:
        deck.text(slide, Box(box.x, box.y + box.height - 0.7, box.width, 0.7), [Line(gap, 16, colour=LIGHT.below)])
