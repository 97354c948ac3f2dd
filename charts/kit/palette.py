"""Colours by meaning, for light and dark pages, distinguishable with any colour vision."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Palette:
    """Colours by meaning for one background.

    Red is only the target line, gold only honours; neither means good or bad.
    """

    page: str
    ink: str
    quiet: str  # secondary text, still at least 7:1
    line: str  # grid
    track: str  # what a bar could fill
    data: str
    data_soft: str
    above: str
    met: str
    on_track: str
    below: str
    gold: str
    rest: str
    target: str
    heat: tuple[str, ...]  # from little to much
    shares: tuple[str, ...]  # parts of one whole that are no sectors


LIGHT: Final = Palette(
    page="#FFFFFF", ink="#16202C", quiet="#465468", line="#E3E8EF", track="#E8ECF2",
    data="#0B5FA5", data_soft="rgba(11,95,165,.10)", above="#0A4A80", met="#3C86BF", on_track="#86B9DF",
    below="#B45309",
    gold="#F2B705", rest="#A3AEBC", target="#C8102E",
    heat=("#F1F6FB", "#D3E6F6", "#A9CDE8", "#66A3D5", "#2E79B8", "#0A4A80"),
    shares=("#0A4A80", "#3C86BF", "#A9CDE8", "#D9E0E8"),
)  # fmt: skip
DARK: Final = Palette(
    page="#0B1622", ink="#F2F6FB", quiet="#B9C6D6", line="#22344A", track="#1D2D42",
    data="#5AA9E6", data_soft="rgba(90,169,230,.16)", above="#CFE9FF", met="#6FB4EA", on_track="#44789F",
    below="#E8702A",
    gold="#F2B705", rest="#63738A", target="#FF4D63",
    heat=("#14243A", "#1C3A58", "#2A5A84", "#4A8ABF", "#86BFEA", "#CFE9FF"),
    shares=("#CFE9FF", "#6FB4EA", "#2F6796", "#3A4656"),
)  # fmt: skip


# Okabe and Ito's colours, distinguishable with any colour vision. One code, one colour, everywhere and in both themes.
SECTOR_COLOURS: Final[Mapping[str, str]] = {
    "hcsn": "#0072B2",
    "giao-duc": "#E69F00",
    "y-te": "#009E73",
    "sxkd": "#CC79A7",
    "nong-nghiep": "#56B4E9",
    "khac": "#8A949E",
    "none": "#BCC5D0",
}
_MORE_COLOURS: Final = ("#D55E00", "#B8A900", "#7A6FC2", "#8C6239")
# Blocks of printed schemes that are a sector under another name, and those that are none.
_SECTOR_ALIASES: Final[Mapping[str, str]] = {
    "truong-hoc": "giao-duc",
    "school": "giao-duc",
    "doanh-nghiep": "sxkd",
    "enterprise": "sxkd",
    "hanh-chinh-su-nghiep": "hcsn",
    "rest": "khac",
}
_BLOCK_COLOURS: Final[Mapping[str, str]] = {"public-service": "#7A6FC2", "officer": "#D55E00", "commune": "#8C6239"}
UNSORTED_PATTERN: Final = "/"


def sector_colour(code: str) -> str:
    """The colour of a sector; unknown codes always get the same spare colour."""
    code = code.replace("_", "-")
    colour = {**SECTOR_COLOURS, **_BLOCK_COLOURS}.get(_SECTOR_ALIASES.get(code, code))
    return colour or _MORE_COLOURS[sum(code.encode()) % len(_MORE_COLOURS)]


def text_on(colour: str, palette: Palette) -> str:
    """Dark or light text colour, whichever has more contrast on `colour` (WCAG luminance)."""
    dark, light = sorted((palette.ink, palette.page), key=_luminance)
    ground = _luminance(colour)
    return light if (_luminance(light) + 0.05) * (_luminance(dark) + 0.05) > (ground + 0.05) ** 2 else dark


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
