"""Layout shared by all charts: colours, fonts, empty figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeAlias

import plotly.graph_objects as go

from charts.kit.drawn import UncopiedFigure
from charts.kit.lettering import escape_text, unbreakable, wrapped
from charts.kit.palette import DARK, LIGHT, Palette
from language.languages import Language
from model.edges import Json

Trace: TypeAlias = Json
Layout: TypeAlias = Json

FONT: Final = "BeVietnamProTabular, BeVietnamPro, sans-serif"  # digits of one width, for columns
WORDS_FONT: Final = "BeVietnamPro, sans-serif"  # of names, and of numbers alone: no gaps around their ones
CLEAR: Final = "rgba(0,0,0,0)"
TEXT_SIZE: Final = 14
SMALL_SIZE: Final = 13
_FOOT_LINE: Final = 18
_FROM_AFAR: Final = (800, 450)  # pixels of a picture to project, and of a square one
_SOURCE_SIZE: Final = 10.5  # of what nobody reads in a hall
_SOURCE_LINE: Final = 14
_LOWER: Final = 0.8
_NARROWEST: Final = 230  # pixels inside a card beside two others
_BESIDE_OTHERS: Final = 295  # px, of one of three columns at 1366 px
_BESIDE_OTHERS_BROAD: Final = 395  # the same at 1700 px
_BESIDE_A_TABLE_BROAD: Final = 500  # px, of a column beside a wider one at 1700 px
_OF_TWO_BROAD: Final = 600  # px, of one of two columns at 1700 px


@dataclass(frozen=True)
class Look:
    """The circumstances of drawing. `wide` is False below about 400 px, as on phones.

    `broad` means a window of at least 1700 px, where names do not compete with numbers. `afar` means a picture to
    project, where large letters need what else is empty. `as_of_around` stands around the chart: its notes do not say
    it again.
    """

    language: Language
    dark: bool = False
    wide: bool = True
    broad: bool = False
    afar: bool = False
    as_of_around: str = ""
    exactly: int = 0  # px wide, where that is settled

    @property
    def palette(self) -> Palette:
        return DARK if self.dark else LIGHT

    @property
    def room(self) -> int:
        """The minimum width in px of a full-width chart."""
        if self.afar:
            return _FROM_AFAR[0 if self.wide else 1]
        return 400 if self.wide else 320

    @property
    def least_room(self) -> int:
        """The minimum width in px of a narrow chart that may stand in a row of three."""
        return self.room if self.wide or self.afar else _BESIDE_OTHERS

    @property
    def beside_others(self) -> int:
        """The width in px of one of three charts in a row."""
        if self.afar:
            return self.room
        return _BESIDE_OTHERS_BROAD if self.broad else _BESIDE_OTHERS

    @property
    def for_names(self) -> int:
        """The minimum width in px of a chart with others or a wide table beside it, which its names may count on."""
        in_broad_window = _BESIDE_A_TABLE_BROAD if self.wide else _BESIDE_OTHERS_BROAD
        return self.exactly or (in_broad_window if self.broad and not self.afar else self.least_room)

    @property
    def of_two(self) -> int:
        """The width in px of a chart with at most one beside it."""
        return self.exactly or (_OF_TWO_BROAD if self.broad else self.least_room)

    @property
    def tiny_size(self) -> int:
        """The size of heads and of words of a scale."""
        return SMALL_SIZE if self.afar else SMALL_SIZE - 1

    @property
    def note_size(self) -> float:
        """The size of notes below a chart."""
        return _SOURCE_SIZE if self.afar else SMALL_SIZE

    @property
    def note_line(self) -> int:
        """The height in px of a line of these notes."""
        return _SOURCE_LINE if self.afar else _FOOT_LINE

    def lower(self, height: float) -> float:
        """A height in px, reduced in a picture to project, where letters are larger beside it."""
        return _LOWER * height if self.afar else height


def new_figure(
    look: Look,
    data: Sequence[Trace],
    *,
    height: float,
    foot: Sequence[str],
    margin: Mapping[str, float],
    room: float | None = None,
    **layout: Any,
) -> go.Figure:
    """An empty figure for `look`. `height` is that of the plot in px, without margins and foot.

    `foot` states what is counted and the as-of, and stays with the picture in slides. Built without plotly's
    validation, which is ten times slower; tests validate every chart once.
    """
    in_broad_window = (_OF_TWO_BROAD if look.wide else _BESIDE_OTHERS_BROAD) if look.broad else 0
    for_notes = max(room or look.least_room, in_broad_window, look.exactly)
    foot_line = unbreakable(" · ".join(note for note in foot if note))
    notes = wrapped(foot_line, look.note_size, for_notes) if foot_line else []
    lines = [line.removesuffix(" ·") for line in notes]
    margins = {"l": 0, "r": 0, "t": 4, "b": 4, "pad": 0, **margin, "autoexpand": False}
    signed = _foot(look, lines, left=margins["l"], below=margins["b"]) if lines else []
    margins["b"] += look.note_line * len(lines)
    base = {**_dress(look), "height": round(height + margins["t"] + margins["b"]), "margin": margins, **layout}
    base["annotations"] = [
        {**words, "font": {"family": WORDS_FONT, **words["font"]}}
        for words in (*layout.get("annotations", ()), *signed)
    ]
    return UncopiedFigure(list(data), base)


def _foot(look: Look, lines: Sequence[str], *, left: float, below: float) -> list[Layout]:
    return [
        {
            "text": "<br>".join(escape_text(line) for line in lines),
            "showarrow": False,
            "align": "left",
            "xref": "paper",
            "yref": "paper",
            "x": 0,
            "y": 0,
            "xanchor": "left",
            "yanchor": "top",
            "xshift": -left,
            "yshift": -below,
            "font": {"size": look.note_size, "color": look.palette.quiet},
        }
    ]


def _dress(look: Look) -> Layout:
    """The layout common to all figures."""
    palette = look.palette
    font = {"family": FONT, "size": TEXT_SIZE, "color": palette.ink}
    return {
        # Streamlit draws every chart a second time with a copy of the same figure. Told by name that neither template
        # nor data have changed, plotly then does nothing.
        "template": "none",
        "datarevision": 1,
        "font": font,
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "separators": look.language.numbers.separators,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": palette.page, "bordercolor": palette.rest, "align": "left", "font": font},
        "modebar": {"bgcolor": CLEAR, "color": palette.rest, "activecolor": palette.quiet},
    }


def say_nothing(look: Look, sentence: str) -> go.Figure:
    """A figure with the reason why it is empty in its middle."""
    lines = wrapped(sentence, TEXT_SIZE, min(look.room - 20, _NARROWEST))
    words = {
        "text": "<br>".join(escape_text(line) for line in lines), "showarrow": False, "xref": "paper", "yref": "paper",
        "x": 0.5, "y": 0.5, "font": {"size": TEXT_SIZE, "color": look.palette.quiet},
    }  # fmt: skip
    hidden = {"visible": False, "fixedrange": True}
    height = 22 * len(lines) + 70
    return new_figure(look, [], height=height, foot=(), margin={}, annotations=[words], xaxis=hidden, yaxis=hidden)


def as_of_note(look: Look, moment: datetime | None, *, inferred: bool = False) -> str:
    """“Tính đến 20/04/2022 08:00”, marked where no source gives the day; "" where unknown, or said around the chart."""
    return as_of_words(look, look.language.moment_of(moment, inferred=inferred)) if moment else ""


def as_of_words(look: Look, moment: str) -> str:
    """The note for a moment in words; "" where it is said around the chart."""
    words = look.language.charts.as_of.format(moment=moment)
    # Kept together: a line break inside a moment reads like two numbers.
    return "" if words in look.as_of_around else words.replace(" ", "\u00a0")
