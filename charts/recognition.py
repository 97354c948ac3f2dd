"""Outcomes of initiatives: funnel by level, decisions, durations, use."""

from datetime import datetime

import plotly.graph_objects as go

from charts.kit.ladder import Step, draw_ladder
from charts.kit.parts import Part, draw_parts
from charts.kit.theme import Look, as_of_note, say_nothing
from model.recognition import WAIT_LIMITS, Recognition, Waits


def draw_funnel(recognition: Recognition, look: Look, rows_beside: int = 0) -> go.Figure:
    """Uploaded, valid, recognised at each level or higher; each with its share of the step before.

    On pages as high as so many rows of the charts beside it.
    """
    if not recognition.steps or not recognition.steps[0][1]:
        return say_nothing(look, look.language.charts.nothing)
    texts = look.language.recognition
    steps = [Step(texts.steps[code], count) for code, count in recognition.steps]
    numbers = look.language.numbers
    without = texts.level_unknown.format(count=numbers.count(recognition.level_unknown))
    foot = (without if recognition.level_unknown else "", as_of_note(look, recognition.moment))
    return draw_ladder(steps, look, foot=foot, rows_beside=rows_beside)


def draw_states(recognition: Recognition, look: Look) -> go.Figure:
    """Valid, under review and not valid, which add up to the uploads."""
    counts, names, palette = recognition.counts or {}, look.language.names, look.palette
    colours = {"valid": palette.data, "review": palette.on_track, "invalid": palette.below}
    parts = [Part(names.status(code), counts.get(code, 0), colour) for code, colour in colours.items()]
    return draw_parts(parts, counts.get("uploads", 0), look, foot=(as_of_note(look, recognition.moment),))


def draw_waits(waits: Waits | None, look: Look, *, moment: datetime | None, colour: str = "") -> go.Figure:
    """The number of initiatives by days waited, as of `moment`."""
    if waits is None or not waits.total:
        return say_nothing(look, look.language.recognition.no_waits)
    texts = look.language.recognition
    names = texts.wait_names(WAIT_LIMITS)
    parts = [Part(name, count, colour) for name, count in zip(names, waits.buckets, strict=True)]
    return draw_parts(parts, waits.total, look, foot=(as_of_note(look, moment),), track=False)


def draw_use(recognition: Recognition, look: Look) -> go.Figure:
    """Valid initiatives: in use, replicated elsewhere, not in use, not recorded."""
    use, texts, palette = recognition.use, look.language.recognition, look.palette
    if use is None or not use.total:
        return say_nothing(look, look.language.charts.nothing)
    parts = [
        Part(texts.use["applied"], use.applied, palette.data),
        Part(texts.use["replicated"], use.replicated, palette.above),
        Part(texts.use["not_applied"], use.not_applied, palette.below),
        Part(texts.use["unknown"], use.unknown, unknown=True),
    ]
    foot = (texts.use_note, as_of_note(look, recognition.moment))
    return draw_parts([part for part in parts if part.value or not part.unknown], use.total, look, foot=foot)
