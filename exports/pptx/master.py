"""Slide master and layouts, built-in or from a template, and the placeholders of a slide."""

from copy import deepcopy
from pathlib import Path
from typing import Any, Final

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Inches

from charts.kit.palette import LIGHT
from exports.colours import BANNER
from exports.pptx.lettering import FONT, SMALLEST, Box
from exports.pptx.opening import open_presentation
from exports.problems import UnfitTemplate

WIDTH: Final = 13.333
HEIGHT: Final = 7.5
LEFT: Final = 0.6
INSIDE: Final = WIDTH - 2 * LEFT
TITLE: Final = Box(LEFT, 0.5, INSIDE, 0.75)
FOOTER: Final = Box(LEFT, 6.86, INSIDE - 1.2, 0.56)
PAGE: Final = Box(WIDTH - LEFT - 1.1, 6.86, 1.1, 0.3)
SIMULATED: Final = Box(0.16, 0, WIDTH - 0.16, 0.42)
BANNER_PLACE: Final = 20  # the number of the banner's placeholder
_KEPT: Final = frozenset({"title", "obj", "titleOnly", "blank"})  # layouts
_TOLERANCE: Final = 20_000  # EMU, half a millimetre


def open_house() -> Any:
    """An empty 16:9 presentation whose master has the edge, the banner, the footer and the page number."""
    file = Presentation()
    widened = Inches(WIDTH) / file.slide_width
    file.slide_width, file.slide_height = Inches(WIDTH), Inches(HEIGHT)
    master = file.slide_masters[0]
    for layout in list(file.slide_layouts):
        if layout._element.get("type") not in _KEPT:  # noqa: SLF001 (the library has no public name for it)
            file.slide_layouts.remove(layout)
    for sheet in (master, *file.slide_layouts):
        _widen(sheet, widened)
    places = {PP_PLACEHOLDER.TITLE: TITLE, PP_PLACEHOLDER.FOOTER: FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER: PAGE}
    for shape in list(master.placeholders):
        kind = shape.placeholder_format.type
        if kind in places:
            shape.left, shape.top, shape.width, shape.height = places[kind].emu
            _style(shape, "r" if kind is PP_PLACEHOLDER.SLIDE_NUMBER else "l")
    master.shapes._spTree.insert(2, _edge())  # noqa: SLF001 (as above)
    plain = layout_of(file)
    plain.shapes._spTree.append(_banner())  # noqa: SLF001 (as above)
    _set_theme_font(file, FONT)
    return file


def open_template(path: Path) -> Any:
    """A template without its slides. Raises UnfitTemplate."""
    file = open_presentation(path)
    size = (Emu(file.slide_width or 0), Emu(file.slide_height or 0))
    if any(abs(is_ - Inches(inches)) > _TOLERANCE for is_, inches in zip(size, (WIDTH, HEIGHT), strict=True)):
        raise UnfitTemplate("size", path.name)
    if not _titled(file):
        raise UnfitTemplate("no_title", path.name)
    slides = file.slides._sldIdLst  # noqa: SLF001 (as above)
    for slide in list(slides):
        file.part.drop_rel(slide.rId)
        slides.remove(slide)
    for element in file.part._element.xpath("./p:custShowLst|./p:extLst/p:ext[*[local-name()='sectionLst']]"):  # noqa: SLF001
        element.getparent().remove(element)  # sections and custom shows of removed slides
    return file


def layout_of(file: Any) -> Any:
    """The layout with nothing but a title, or the first one with a title."""
    layouts = _titled(file)
    return next((layout for layout in layouts if layout._element.get("type") == "titleOnly"), layouts[0])  # noqa: SLF001


def add_field(slide: Any, kind: Any) -> Any | None:
    """Copy the footer or page number of the layout onto the slide; None where the layout has none."""
    for shape in slide.slide_layout.placeholders:
        if shape.placeholder_format.type is kind:
            copy = deepcopy(shape._element)  # noqa: SLF001 (as above)
            copy.nvSpPr.cNvPr.set("id", str(max(int(element.get("id")) for element in slide._element.iter(_NAMED)) + 1))  # noqa: SLF001
            slide.shapes._spTree.append(copy)  # noqa: SLF001 (as above)
            new_shape = slide.shapes[-1]
            new_shape.text_frame.clear()
            return new_shape
    return None


def number_itself(shape: Any, number: int, tag: str, colour: str = "") -> None:
    """Make a page number a field that PowerPoint updates when slides move."""
    paragraph = shape.text_frame.paragraphs[0]._p  # noqa: SLF001 (as above)
    fill = f'<a:solidFill><a:srgbClr val="{colour.removeprefix("#")}"/></a:solidFill>' if colour else ""
    field = f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
    paragraph.insert(0, parse_xml(f'{field}<a:rPr lang="{tag}">{fill}</a:rPr><a:t>{number}</a:t></a:fld>'))


_NAMED: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr"


def _titled(file: Any) -> list[Any]:
    return [layout for layout in file.slide_layouts if any(_is_title(shape) for shape in layout.placeholders)]


def _is_title(shape: Any) -> bool:
    return shape.placeholder_format.type in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)


def _widen(sheet: Any, factor: float) -> None:
    for shape in sheet.shapes:
        if shape._element.spPr.find("{http://schemas.openxmlformats.org/drawingml/2006/main}xfrm") is not None:  # noqa: SLF001
            shape.left, shape.width = Emu(int(shape.left * factor)), Emu(int(shape.width * factor))


def _style(shape: Any, align: str) -> None:
    """Set the text style of a master placeholder, which slides inherit."""
    if shape.placeholder_format.type is PP_PLACEHOLDER.TITLE:
        return
    colour = LIGHT.quiet.removeprefix("#")
    style = parse_xml(
        f'<a:lstStyle {nsdecls("a")}><a:lvl1pPr algn="{align}"><a:defRPr sz="{SMALLEST * 100}"><a:solidFill>'
        f'<a:srgbClr val="{colour}"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
    )
    body = shape.text_frame._txBody  # noqa: SLF001 (as above)
    body.replace(body.find("{http://schemas.openxmlformats.org/drawingml/2006/main}lstStyle"), style)


def _edge() -> Any:
    """Add the red edge of the built-in master."""
    return _rectangle("edge", 900, Box(0, 0, 0.16, HEIGHT), LIGHT.target, "", "")


def _banner() -> Any:
    """Add the placeholder for the simulation banner: filled where records are simulated, otherwise removed."""
    place = f'<p:ph type="body" sz="quarter" idx="{BANNER_PLACE}"/>'
    style = (
        '<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="ctr"><a:buNone/>'
        f'<a:defRPr sz="{SMALLEST * 100}" b="1"/></a:lvl1pPr></a:lstStyle>'
    )
    return _rectangle("simulated", 901, SIMULATED, BANNER, place, style)


def _rectangle(name: str, number: int, box: Box, colour: str, place: str, style: str) -> Any:
    x, y, width, height = box.emu
    fill = f'<a:solidFill><a:srgbClr val="{colour.removeprefix("#")}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    return parse_xml(
        f"<p:sp {nsdecls('p', 'a')}>"
        f'<p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr>{place}</p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr>'
        f'<p:txBody><a:bodyPr anchor="ctr"/>{style or "<a:lstStyle/>"}<a:p/></p:txBody></p:sp>'
    )


def _set_theme_font(file: Any, font: str) -> None:
    """Set the theme font, so that text added later looks the same."""
    theme = file.slide_masters[0].part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b'typeface="Calibri"', f'typeface="{font}"'.encode())  # noqa: SLF001 (as above)
