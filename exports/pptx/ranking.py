"""The slides of places and of parts: who leads, and what the whole is made of."""

from typing import Any, Final

from charts.kit.palette import LIGHT
from exports.pptx.deck import BOTTOM, TOP, Deck
from exports.pptx.drawing import Bar, count_form, draw_bars
from exports.pptx.lettering import Box, Line
from exports.pptx.master import INSIDE, LEFT
from model.measures import unit_of
from model.results import Breakdown
from presentation.figures import Figures
from presentation.parts import sector_title
from presentation.prose import gap_sentence
from presentation.ranking import view_ranking
from presentation.speaking import spoken
from presentation.stamp import stamp
from presentation.wording import Wording, shortened

_MOST_BARS: Final = 10


def add_ranking(deck: Deck, figures: Figures, wording: Wording) -> None:
    """At most ten places, the first three in gold, the rest as one number."""
    view, numbers = view_ranking(figures, wording), wording.language.numbers
    if not view.places:
        slide = deck.add(view.verdict, view.stamp)
        if view.leading:
            deck.text(slide, Box(LEFT, TOP + 0.2, INSIDE, 2), [Line(view.leading, 24)], name="summary")
        return
    slide = deck.add(view.verdict, view.stamp, notes=spoken("ranking", figures, wording))
    is_count = unit_of(figures.ranking.measure) == "count"
    bars = [
        Bar(
            place.name,
            place.value,
            LIGHT.gold if place.is_medal else LIGHT.data,
            "" if is_count and place.text == numbers.count(place.value) else place.text,  # the chart writes counts
        )
        for place in view.places
    ]
    form = count_form(numbers)
    draw_bars(deck, slide, Box(LEFT, TOP, 8.7, BOTTOM - TOP), bars, form=form, meaning=view.title, size=18)
    said = (view.no_order, view.share, view.rest, view.unknown, view.leading, view.legend)
    notes = [Line(text, 20, space=10) for text in said if text]
    beside = [Line(view.title, 20, bold=True), *notes]
    deck.text(slide, Box(9.6, TOP + 0.2, 3.2, BOTTOM - TOP - 0.2), beside, name="summary")


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
