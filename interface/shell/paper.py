"""Ctrl+P on a dark screen: what was drawn for a dark ground is printed in the colours of a light one."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from charts.kit.palette import DARK, LIGHT

_ALIKE: Final = {"on_gold"}  # gold is gold on both grounds, and so is what stands on it


def paper_colours() -> str:
    """Rules that give each colour of a dark chart the one that means the same on paper."""
    return f"@media print {{ {' '.join(map(_rule, _pairs()))} }}"


def _pairs() -> Iterator[tuple[str, str]]:
    for field in fields(DARK):
        dark, light = getattr(DARK, field.name), getattr(LIGHT, field.name)
        both = zip(dark, light, strict=True) if isinstance(dark, tuple) else [(dark, light)]
        if field.name not in _ALIKE:
            yield from ((one, other) for one, other in both if one.startswith("#") and one != other)


def _rule(pair: tuple[str, str]) -> str:
    """The browser writes colours of a drawing as “fill: rgb(29, 45, 66)”; a part of a text keeps “fill:#1D2D42”."""
    dark, light = pair
    written = f"rgb({', '.join(str(int(dark[place : place + 2], 16)) for place in (1, 3, 5))})"
    within = '[data-paper="dark"] .main-svg'
    named = {"fill": f'{within} tspan[style*="fill:{dark}"], ', "stroke": ""}
    return " ".join(
        f'{also}{within} [style*="{part}: {written}"] {{ {part}: {light} !important; }}' for part, also in named.items()
    )
