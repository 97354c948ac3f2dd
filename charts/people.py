"""Authors of initiatives, and recipients of rewards."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

import plotly.graph_objects as go

from charts.kit.parts import Part, draw_parts
from charts.kit.theme import Look, as_of_note
from model.codes import NONE
from model.people import People, PeopleGroup
from model.shares import shares_by_code


def draw_positions(people: People, look: Look, picked: Collection[str] = ()) -> go.Figure:
    """Initiatives by the author's position."""
    return _draw(people.positions, look.language.names.position, people, look, picked)


def draw_ownerships(people: People, look: Look, picked: Collection[str] = ()) -> go.Figure:
    """Initiatives by ownership of the workplace."""
    return _draw(people.ownerships, look.language.names.ownership, people, look, picked)


def draw_rewards(people: People, look: Look) -> go.Figure:
    """Rewards by the author's position, in the order used for initiatives."""
    names = look.language.names.position
    parts = [_part(group.code, names(group.code), group.rewarded, look.palette.gold) for group in people.positions]
    foot = (as_of_note(look, people.moment),)
    return draw_parts(parts, people.rewarded, look, foot=foot, head=look.language.people.rewards)


def draw_sexes(people: People, look: Look) -> go.Figure:
    """Initiatives by the author's sex, with a part for unrecorded ones."""
    names = look.language.people.sexes
    colours = dict(zip((code for code, _ in people.sexes), look.palette.shares, strict=False))
    shares = shares_by_code(dict(people.sexes))
    parts = [replace(_part(code, names[code], n, colours[code]), share=shares[code]) for code, n in people.sexes]
    return draw_parts(parts, people.uploads, look, foot=(as_of_note(look, people.moment),))


def _draw(
    groups: Sequence[PeopleGroup], name_of: Callable[[str], str], people: People, look: Look, picked: Collection[str]
) -> go.Figure:
    colours = (*look.palette.shares, *[look.palette.rest] * len(groups))
    whole = sum(group.uploads for group in groups)
    shares = shares_by_code({group.code: group.uploads for group in groups})  # as /sectors writes them
    parts = [
        replace(_part(group.code, name_of(group.code), group.uploads, colour), share=shares[group.code])
        for group, colour in zip(groups, colours, strict=False)
    ]
    return draw_parts(parts, whole, look, foot=(as_of_note(look, people.moment),), picked=picked)


def _part(code: str, name: str, value: int, colour: str) -> Part:
    return Part(name, value, colour, unknown=code == NONE, code=code)
