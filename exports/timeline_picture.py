"""The chart of the days as a picture, for documents without drawings of their own."""

from pathlib import Path
from typing import Final

import orjson

from exports.typesetting import typeset
from model.edges import Json

_ROOM: Final = Path(__file__).parent
_TEMPLATES: Final = _ROOM / "pdf" / "templates"
_DOTS: Final = 220  # an inch of print


def draw_timeline(timeline: Json, lang: str) -> bytes | None:
    """A PNG of the chart in the printed report; None where no daily counts are known."""
    if not timeline["points"]:
        return None
    inputs = {"data": orjson.dumps({"timeline": timeline, "lang": lang}).decode()}
    [picture] = typeset(_TEMPLATES / "timeline.typ", inputs, format="png", ppi=_DOTS)
    return picture
