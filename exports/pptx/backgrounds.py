"""Whether a slide master is too dark for our text."""

from typing import Any, Final

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

_LIGHT: Final = 0.6  # of full brightness; ours are dark letters
_WEIGHTS: Final = (0.2126, 0.7152, 0.0722)  # of red, green and blue


def needs_paper(layout: Any) -> bool:
    """True for dark backgrounds and for pictures, whose brightness is unknown: text then stands on a white sheet."""
    master = layout.slide_master
    for sheet in (layout, master):
        background = sheet._element.cSld.find(qn("p:bg"))  # noqa: SLF001 (the library has no public name for it)
        if background is not None:
            if background.find(f".//{qn('a:blipFill')}") is not None:
                return True
            return _brightness(background, master) < _LIGHT
    return False


def _brightness(background: Any, master: Any) -> float:
    """Brightness of the first colour found, from 0 to 1; that of white where there is none."""
    for colour in background.iter(qn("a:srgbClr"), qn("a:schemeClr")):
        code = colour.get("val") if colour.tag == qn("a:srgbClr") else _of_theme(colour.get("val"), master)
        if code:
            parts = (int(code[place : place + 2], 16) / 255 for place in (0, 2, 4))
            return sum(part * weight for part, weight in zip(parts, _WEIGHTS, strict=True))
    return 1.0


def _of_theme(name: str, master: Any) -> str | None:
    """The theme colour that a name of the master stands for."""
    colour_name = master._element.find(qn("p:clrMap")).get(name, name)  # noqa: SLF001 (as above)
    theme = parse_xml(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    colour = theme.find(f".//{qn('a:clrScheme')}/{qn(f'a:{colour_name}')}")
    if colour is None or not len(colour):
        return None
    code: str | None = colour[0].get("lastClr") or colour[0].get("val")
    return code
