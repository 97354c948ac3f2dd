"""The slides of places and of parts: who leads, and what the whole is made of."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import polars as pl

from charts.kit.palette import LIGHT
from exports.pptx.deck import BOTTOM, TOP, Deck
from exports.pptx.drawing import Bar, count_form, draw_bars
from exports.pptx.lettering import Box, Line
from exports.pptx.master import INSIDE, LEFT
from model.edges import Row
from model.measures import unit_of
from model.results import Breakdown, Ranking
from presentation.figures import Figures
from presentation.leading import tell_leading
from presentation.places import is_medal, not_places, placed_name, ranking_title
from presentation.printed import printed_legend
from presentation.prose import gap_sentence, ranking_total
from presentation.speaking import spoken
from presentation.stamp import stamp
from presentation.wording import Wording, shortened

_MOST_BARS: Final = 10


def add_ranking(deck: Deck, figures: Figures, wording: Wording) -> None:
    """At most ten places, the first three in gold, the rest as one number."""
    ranking, texts, language = figures.ranking, wording.texts.slides, wording.language
    rows = ranking.frame.filter(pl.col("unit_code").is_not_null()).head(_MOST_BARS).to_dicts()
    if not rows:
        slide = deck.add(texts.ranking_nothing, stamp("ranking", figures, wording))
        leading = tell_leading(figures.leading, wording)
        if leading:
            deck.text(slide, Box(LEFT, TOP + 0.2, INSIDE, 2), [Line(leading, 24)], name="summary")
        return
    told = stamp("ranking", figures, wording)
    slide = deck.add(leader_title(rows, ranking, wording), told, notes=spoken("ranking", figures, wording))
    written = unit_of(ranking.measure) != "count"
    bars = [
        Bar(
            placed_name(row, wording),
            row["value"],
            LIGHT.gold if is_medal(row["rank"]) else LIGHT.data,
            _told(row, ranking, wording) if written or row["qualifier"] or row["printed"] else "",
        )
        for row in rows
    ]
    name = ranking_title(replace(ranking, frame=ranking.frame.head(_MOST_BARS)), language)
    draw_bars(
        deck, slide, Box(LEFT, TOP, 8.7, BOTTOM - TOP), bars, form=count_form(language.numbers), meaning=name, size=18
    )
    notes = [Line(text, 20, space=10) for text in _beside_ranking(figures, wording, len(rows))]
    deck.text(slide, Box(9.6, TOP + 0.2, 3.2, BOTTOM - TOP - 0.2), [Line(name, 20, bold=True), *notes], name="summary")


def leader_title(rows: Sequence[Row], ranking: Ranking, wording: Wording) -> str:
    """Who leads; who is alone leads nobody, and with nothing at all or without places nobody does."""
    texts, first, measure = wording.texts.slides, rows[0], ranking.measure
    if not ranking.is_ordered and len(rows) > 1:
        return ranking_title(ranking, wording.language)
    if not first["value"]:
        return texts.leader_none
    said = wording.qualified(wording.measure(first["value"], measure), first["qualifier"])
    title = texts.leader_title if len(rows) > 1 else texts.leader_alone
    leader = wording.short_unit(first["unit_code"], first["short_name"])
    return title.format(unit=leader, value=texts.measured[measure.value].format(value=said))


def _told(row: Row, ranking: Ranking, wording: Wording) -> str:
    return wording.language.facts.starred(wording.measure(row["value"], ranking.measure), printed=row["printed"])


def _beside_ranking(figures: Figures, wording: Wording, shown: int) -> list[str]:
    ranking, numbers, texts = figures.ranking, wording.language.numbers, wording.texts.slides
    told = [sentence for sentence in (not_places(ranking, wording.language),) if sentence]
    rest = ranking.frame.filter(pl.col("unit_code").is_null())
    complete = ranking.frame.height - rest.height == shown
    if ranking.shown_share_pct is not None and ranking.total is not None and complete:
        total = ranking_total(figures, wording)
        told.append(texts.top_share.format(count=shown, percent=numbers.percent(ranking.shown_share_pct), total=total))
    if rest.height and complete and rest["value"][0] is not None:
        value = wording.measure(rest["value"][0], ranking.measure)
        told.append(texts.rest.format(count=numbers.count(ranking.rest_units), value=value))
    if ranking.without_value:
        told.append(texts.without_value.format(count=numbers.count(ranking.without_value)))
    leading = tell_leading(figures.leading, wording)
    return [*told, *(part for part in (leading, printed_legend(ranking.frame, wording.language)) if part)]


def add_sectors(deck: Deck, figures: Figures, wording: Wording) -> None:
    """The first two breakdowns side by side, the gap of each told."""
    texts = wording.texts.slides
    shown = figures.sectors[:2]
    if not shown:
        deck.add(texts.sectors_nothing, stamp("sectors", figures, wording))
        return
    told = stamp("sectors", figures, wording)
    slide = deck.add(sector_title(shown[0], wording), told, notes=spoken("sectors", figures, wording))
    width = INSIDE if len(shown) == 1 else INSIDE / 2 - 0.15
    for number, breakdown in enumerate(shown):
        x = LEFT + number * (INSIDE / 2 + 0.15)
        _breakdown(deck, slide, Box(x, TOP, width, BOTTOM - TOP), breakdown, wording)


def sector_title(breakdown: Breakdown, wording: Wording) -> str:
    """The largest part that has a name; the scheme alone where there is no share to tell."""
    named = breakdown.frame.filter(~pl.col("sector_code").is_in(["none", "rest", "khac"])).sort(
        "uploads", descending=True
    )
    if named.is_empty() or breakdown.kind != "parts" or named["share_pct"][0] is None:
        return wording.scheme(breakdown)
    row = named.to_dicts()[0]
    return wording.texts.slides.sector_title.format(
        sector=wording.part(breakdown, row["sector_code"], row["sector_name"]),
        count=wording.qualified(wording.language.numbers.count(row["uploads"]), row["qualifier"]),
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
