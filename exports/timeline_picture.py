"""The chart of the days as a picture, for texts that hold no drawings of their own."""

from pathlib import Path
from typing import Final

import orjson
import typst

from model.edges import Json

_ROOM: Final = Path(__file__).parent
_TEMPLATES: Final = _ROOM / "pdf" / "templates"
_DOTS: Final = 220  # an inch of print


def draw_timeline(timeline: Json, lang: str) -> bytes | None:
    """A PNG of what the printed report draws; None where nothing is known by day."""
    if not timeline["points"]:
        return None
    compiler = typst.Compiler(root=_TEMPLATES, font_paths=[_ROOM / "fonts"], ignore_system_fonts=True)
    told = {"data": orjson.dumps({"timeline": timeline, "lang": lang}).decode()}
    picture = compiler.compile(input=_TEMPLATES / "timeline.typ", format="png", ppi=_DOTS, sys_inputs=told)
    if not isinstance(picture, bytes):
        raise TypeError("A picture is one file.")
    return picture
