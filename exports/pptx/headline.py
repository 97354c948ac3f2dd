"""The first slide of numbers: the count, what it is of the target, what is missing."""

from typing import Any

from charts.kit.palette import LIGHT
from exports.colours import PALE
from exports.pptx.deck import TOP, Deck
from exports.pptx.drawing import draw_waffle
from exports.pptx.lettering import Box, Line
from exports.pptx.master import LEFT
from presentation.figures import Figures
from presentation.speaking import spoken
from presentation.stamp import stamp
from presentation.wording import Wording, shortened


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
    told = stamp("overview", figures, wording)
    slide = deck.add(headline_of(figures, wording), told, notes=spoken("headline", figures, wording))
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
        _card(deck, slide, place, wording.fact_name(name, facts[name]), value)


def _standing(deck: Deck, slide: Any, figures: Figures, wording: Wording) -> None:
    """Right: the waffle of the target. Left: the gap and the time in words."""
    facts, texts, numbers = figures.overview.facts, wording.texts.slides, wording.language.numbers
    reached, gap, target = facts["reached_pct"].value, facts["gap"].value, facts["target"].value
    if reached is None or gap is None or not target:
        deck.text(slide, Box(8.9, TOP, 3.9, 1.0), [Line(texts.waffle_none, 18, colour=LIGHT.quiet)])
        return
    word = f"{wording.language.facts.gap_name(gap)}: {numbers.count(abs(gap))}"
    lines = [Line(word, 20, bold=True, colour=LIGHT.below if gap < 0 else LIGHT.above)]
    passed = facts["time_passed_pct"].value
    if passed is not None:
        lines.append(
            Line(f"{wording.texts.facts['time_passed_pct']}: {numbers.percent(passed)}", 20, colour=LIGHT.quiet)
        )
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
    deck.letters.fill(
        shape.text_frame, [Line(label, 16, colour=LIGHT.quiet), Line(value, size, bold=True)], anchor="middle"
    )


def _published_cards(deck: Deck, slide: Any, figures: Figures, wording: Wording) -> None:
    """A programme that counts other things: what was printed, each number with its unit."""
    for number, card in enumerate(figures.overview.cards[:9]):
        place = Box(LEFT + (number % 3) * 4.08, TOP + 0.05 + (number // 3) * 1.65, 3.95, 1.5)
        label = shortened(wording.card(card), 62)
        _card(deck, slide, place, label, wording.measured_fact(card.fact))
