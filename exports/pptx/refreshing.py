"""Numbers of today in a deck that somebody has edited: what they wrote, moved or added stays as they left it."""

import hashlib
import re
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.exc import PackageNotFoundError
from pptx.oxml import parse_xml

from exports.problems import UnfitTemplate

_GROUP: Final = 6  # kind of shape
_URI: Final = "{6F0C7C1E-6B0D-4B6B-9C63-0D5C6C1D1A54}"
_SPACE: Final = "urn:sang-kien:slides"
_NUMBER: Final = re.compile(r"[\d.,:/%]+")


def mark(file: Any) -> None:
    """Every text of a new deck gets a mark by which it is known later whether somebody has written into it."""
    for slide in file.slides:
        for shape in slide.shapes:
            told = _words(shape)
            if told is not None:
                _write_mark(shape, _seal(told))


def refreshed(deck: Path, fresh: bytes) -> bytes:
    """The deck with the numbers of `fresh`, made of the same kind of scope. Raises UnfitTemplate."""
    try:
        old = Presentation(str(deck))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError):
        raise UnfitTemplate("unreadable", deck.name) from None
    new = {_name(slide): slide for slide in Presentation(BytesIO(fresh)).slides}
    for slide in old.slides:
        twin = new.get(_name(slide))
        if twin is not None:
            _refresh_slide(slide, twin)
    target = BytesIO()
    old.save(target)
    return target.getvalue()


def name_slide(slide: Any, name: str) -> None:
    """What a slide is about, written into it: slides may be moved, doubled and left out."""
    slide._element.cSld.set("name", name)  # noqa: SLF001 (the library has no public name for it)


def _name(slide: Any) -> str | None:
    name: str | None = slide._element.cSld.get("name")  # noqa: SLF001 (as above)
    return name or None


def _refresh_slide(slide: Any, twin: Any) -> None:
    known = dict(_numbered(twin))
    for key, shape in list(_numbered(slide)):
        other = known.get(key)
        if other is not None:
            _refresh(shape, other)
    if slide.has_notes_slide and twin.has_notes_slide:
        ours, theirs = slide.notes_slide.notes_text_frame, twin.notes_slide.notes_text_frame
        if _masked(ours.text) == _masked(theirs.text):
            ours.text = theirs.text


def _numbered(slide: Any) -> Iterator[tuple[tuple[str, int], Any]]:
    """Shapes by the name we gave them, or by their kind; those of one name in their order."""
    seen: dict[str, int] = {}
    for shape in slide.shapes:
        named = "chart" if shape.has_chart else "group" if shape.shape_type == _GROUP else shape.name
        number = seen[named] = seen.get(named, 0) + 1
        yield (named, number), shape


def _refresh(shape: Any, other: Any) -> None:
    if shape.has_chart and other.has_chart:
        _refresh_chart(shape.chart, other.chart)
    elif shape.shape_type == _GROUP and other.shape_type == _GROUP:
        _refresh_group(shape._element, other._element)  # noqa: SLF001 (as above)
    elif _is_ours(shape, other):
        for ours, theirs in zip(_frames(shape), _frames(other), strict=False):
            _refresh_text(ours, theirs)
        _write_mark(shape, _seal(_words(shape) or ""))


def _refresh_chart(chart: Any, fresh: Any) -> None:
    """The data alone: colours, letters and sizes stay."""
    plot = fresh.plots[0]
    data: Any = CategoryChartData(number_format="General")  # type: ignore[no-untyped-call]
    data.categories = list(plot.categories)
    for series in plot.series:
        data.add_series(series.name, list(series.values))
    chart.replace_data(data)
    for ours, theirs in zip(chart.plots[0].series, plot.series, strict=False):
        _refresh_labels(ours._element, theirs._element)  # noqa: SLF001 (as above)


def _refresh_labels(series: Any, fresh: Any) -> None:
    """Words beside single numbers, “hơn” or a mark, go with the new numbers."""
    places = series.xpath("./c:dLbls"), fresh.xpath("./c:dLbls")
    if all(places):
        for former in places[0][0].xpath("./c:dLbl"):
            places[0][0].remove(former)
        for label in reversed(places[1][0].xpath("./c:dLbl")):
            places[0][0].insert(0, deepcopy(label))


def _refresh_group(group: Any, fresh: Any) -> None:
    """New shapes in the place and the size that the group has now."""
    for child in list(group)[2:]:
        group.remove(child)
    for child in list(fresh)[2:]:
        group.append(deepcopy(child))
    ours, theirs = group.grpSpPr.xfrm, fresh.grpSpPr.xfrm
    for tag in ("chOff", "chExt"):
        for name, value in getattr(theirs, tag).attrib.items():
            getattr(ours, tag).set(name, value)


def _is_ours(shape: Any, other: Any) -> bool:
    """Whether nobody has written into it: by its mark, else where all but the numbers is what we would write."""
    told, fresh = _words(shape), _words(other)
    if told is None or fresh is None:
        return False
    known = shape._element.xpath(f'.//*[namespace-uri()="{_SPACE}"]/@seal')  # noqa: SLF001 (as above)
    return known[0] == _seal(told) if known else _masked(told) == _masked(fresh)


def _refresh_text(frame: Any, fresh: Any) -> None:
    """Run by run: the letters of each stay."""
    ours = [run for paragraph in frame.paragraphs for run in paragraph.runs]
    theirs = [run for paragraph in fresh.paragraphs for run in paragraph.runs]
    if len(ours) != len(theirs):
        return
    for run, other in zip(ours, theirs, strict=True):
        run.text = other.text


def _frames(shape: Any) -> list[Any]:
    if shape.has_table:
        return [cell.text_frame for row in shape.table.rows for cell in row.cells]
    return [shape.text_frame] if shape.has_text_frame else []


def _words(shape: Any) -> str | None:
    frames = _frames(shape)
    return "\n".join(frame.text for frame in frames) if frames else None


def _masked(text: str) -> str:
    return _NUMBER.sub("0", text)


def _seal(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _write_mark(shape: Any, seal: str) -> None:
    place = shape._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001 (as above)
    for former in place.xpath("./a:extLst"):
        place.remove(former)
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    written = f'<m:made xmlns:m="{_SPACE}" seal="{seal}"/>'
    place.append(parse_xml(f'<a:extLst xmlns:a="{space}"><a:ext uri="{_URI}">{written}</a:ext></a:extLst>'))
