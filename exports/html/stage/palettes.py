"""The colours of the stage, light and dark, under the names that stage.css uses."""

from typing import Final

from charts.kit.bands import colour_ramp
from charts.kit.palette import DARK, LIGHT, Palette
from model.codes import Measure

_NAMES: Final = (
    "page", "ink", "quiet", "line", "track", "data", "above", "met", "on_track", "below", "gold", "rest", "target",
)  # fmt: skip


def _named(palette: Palette, card: str, *, dark: bool) -> dict[str, str]:
    ramps = {"band": Measure.REACHED, "heat": Measure.UPLOADS}
    bands = {f"{n}-{i}": c for n, measure in ramps.items() for i, c in enumerate(colour_ramp(measure, dark=dark))}
    return {name.replace("_", "-"): getattr(palette, name) for name in _NAMES} | bands | {"card": card}


PALETTES: Final = {
    "light": _named(LIGHT, "#F3F6FA", dark=False),
    "dark": _named(DARK, "#14243A", dark=True),
}
