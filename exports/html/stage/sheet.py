"""Building blocks of the stage's slides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from charts.kit.lettering import text_width
from data_access.store.records import Records
from language.exports.stage import StageTexts
from model.codes import TargetStatus
from model.edges import Json
from presentation.figures import Figures
from presentation.speaking import speaker_notes
from presentation.stamp import Stamp, stamp
from presentation.wording import Wording, shortened

Slide: TypeAlias = Json  # what JSON can hold
Row: TypeAlias = Json

MOST_BARS: Final = 10
HALF: Final = 5  # bars of a list that has another beside it
LONGEST_TITLE: Final = 96  # two lines
_TITLE_SIZE, _TITLE_ROOM = 60.0, 1660.0  # pixels of the sheet, as stage.css has them; at 4:3 both are smaller
_LONG_SIZE, _LONG_ROOM = 46.0, 1470.0
_LONGEST_LINE: Final = 108
LONGEST_NAME, _ITS_END = 58, 22  # letters of two lines beside a bar
_ONE_LINE: Final = 18  # letters, beside the longest numbers
_TONES: Final[dict[str, str]] = {
    TargetStatus.EXCEEDED: "above",
    TargetStatus.MET: "met",
    TargetStatus.ON_TRACK: "on-track",
    TargetStatus.BEHIND: "below",
    TargetStatus.MISSED: "below",
}


@dataclass(frozen=True)
class SlideScope:
    """One scope: its figures and how its language words them."""

    records: Records
    figures: Figures
    wording: Wording

    @property
    def texts(self) -> StageTexts:
        return self.wording.language.stage


def new_slide(
    scope: SlideScope, view: str, title: str, body: Json, stamped: Stamp | None = None, sentences: Sequence[str] = ()
) -> Slide:
    """A slide with scope, as-of, source and banner; `sentences` are speaker notes specific to the view."""
    stamped = stamped or stamp(view, scope.figures, scope.wording)
    title = shortened(title, LONGEST_TITLE)
    return {
        "view": view,
        "title": title,
        "long": is_long(title),
        "scope": shortened(stamped.scope, _LONGEST_LINE),
        "asOf": " · ".join(part for part in (stamped.as_of, stamped.counted) if part),
        "source": shortened(stamped.source, _LONGEST_LINE),
        "origin": stamped.full_source,
        "say": [*speaker_notes(view, scope.figures, scope.wording), *sentences],
        "banner": stamped.banner.partition(" — ")[0] if stamped.banner else "",
        "body": empty_body(scope) if body.get("groups", True) == [] else body,
    }


def is_long(title: str) -> bool:
    """Whether a title needs the smaller font size; it then has at most two lines."""
    return text_width(title, _TITLE_SIZE, bold=True) > _TITLE_ROOM


def is_one_line(title: str) -> bool:
    """Whether a title fits one line, in the smaller font size if need be."""
    return text_width(title, _LONG_SIZE, bold=True) <= _LONG_ROOM


def empty_body(scope: SlideScope) -> Json:
    """The body of a slide without data."""
    return {"type": "nothing", "text": scope.texts.nothing}


def has_content(slide: Slide) -> bool:
    """Whether a slide has numbers, or a text in place of them."""
    body = slide["body"]
    return body["type"] != "nothing" or "says" in body


def is_usual(slide: Slide) -> bool:
    """Whether a slide that nobody asked for has something to say, and more than the first one."""
    return has_content(slide) and "is_alone" not in slide["body"]


def bar(key: str, name: str, value: float | None, text: str, most: float, tone: str = "data", note: str = "") -> Row:
    """A bar scaled to `most`; without a value only its name is shown."""
    part = min(1.0, max(0.0, value / most)) if value is not None and most > 0 else 0.0
    row = {"key": key, "name": fitted_name(name), "text": text, "part": round(part, 4), "tone": tone, "note": note}
    return row | ({"long": True} if len(name) > _ONE_LINE else {})


def fitted_name(name: str) -> str:
    """A name beside its bar. A name too long for two lines is cut in the middle, since endings tell units apart."""
    if len(name) <= LONGEST_NAME:
        return name
    end = name[-_ITS_END:]
    return f"{shortened(name, LONGEST_NAME - _ITS_END)}{end[end.find(' ') :] if ' ' in end else end}"


def tone_of(status: str) -> str:
    """The CSS class of a TargetStatus; grey where there is no verdict."""
    return _TONES.get(status, "rest")


def bar_groups(*lists: tuple[str, list[Row]], note: str = "") -> Json:
    """The lists that have bars, side by side, each in one font size."""
    return {
        "type": "groups",
        "groups": [{"head": head, "rows": in_one_size(rows)} for head, rows in lists if rows],
        "note": note,
    }


def in_one_size(rows: list[Row], beside: Iterable[Row] = ()) -> list[Row]:
    """Bars in one font size: if any name, here or in `beside`, takes two lines, all are set smaller."""
    is_small = any("long" in row for row in (*rows, *beside))
    return [row | {"long": True} for row in rows] if is_small else rows
