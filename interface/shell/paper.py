"""Printing from a dark screen: colours of the dark palette are replaced by those of the light one."""

from collections.abc import Iterator
from dataclasses import fields

from charts.kit.palette import DARK, LIGHT


def paper_colours() -> str:
    """CSS rules that map each dark colour to its light counterpart."""
    return f"@media print {{ {' '.join(map(_rule, _pairs()))} }}"


def _pairs() -> Iterator[tuple[str, str]]:
    for field in fields(DARK):
        dark, light = getattr(DARK, field.name), getattr(LIGHT, field.name)
        both = zip(dark, light, strict=True) if isinstance(dark, tuple) else [(dark, light)]
        yield from ((one, other) for one, other in both if one.startswith("#") and one != other)


def _rule(pair: tuple[str, str]) -> str:
    """One rule for both spellings: browsers write “fill: rgb(29, 45, 66)”, spans in texts keep “fill:#1D2D42”."""
    dark, light = pair
    colour = f"rgb({', '.join(str(int(dark[place : place + 2], 16)) for place in (1, 3, 5))})"
    within = '[data-paper="dark"] .main-svg'
    selectors = {"fill": f'{within} tspan[style*="fill:{dark}"], ', "stroke": ""}
    return " ".join(
        f'{also}{within} [style*="{part}: {colour}"] {{ {part}: {light} !important; }}'
        for part, also in selectors.items()
    )
