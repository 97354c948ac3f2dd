"""Self-contained HTML files: the offline pack and the stage; and how browsers draw SVG there and on the map."""

from pathlib import Path
from typing import Final

DRAWING: Final = (Path(__file__).parent / "svg.js").read_text(encoding="utf-8")  # in front of scripts that draw
