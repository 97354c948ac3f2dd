"""Checksums stored in a deck, by which later edits of text, colours and notes are recognised."""

import re
from collections.abc import Iterator
from typing import Any, Final

from pptx.oxml import parse_xml

from model.fingerprints import fingerprint_of

GROUP: Final = 6  # kind of shape
_URI: Final = "{6F0C7C1E-6B0D-4B6B-9C63-0D5C6C1D1A54}"
_SPACE: Final = "urn:sang-kien:slides"
_NUMBER: Final = re.compile(r"\d[\d.,:/%]*")
_MOMENT: Final = re.compile(r"0(?: 0)+")


def seal_deck(file: Any) -> None:
    """Seal every text, chart and note of a new deck."""
    for slide in file.slides:
        for shape in (*slide.shapes, *_notes(slide)):
            seal(shape)


def seal(shape: Any) -> None:
    """Store the checksum of a shape's text or of the bar colours of its chart."""
    text = _sealed_text(shape)
    if text is None:
        return
    place = shape._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001 (the library has no public name for it)
    for former in place.xpath("./a:extLst"):
        place.remove(former)
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    lines = " ".join(fingerprint_of(line) for line in text.split("\n")) if shape.is_placeholder else ""
    element = f'<m:made xmlns:m="{_SPACE}" seal="{fingerprint_of(text)}" lines="{lines}"/>'
    place.append(parse_xml(f'<a:extLst xmlns:a="{space}"><a:ext uri="{_URI}">{element}</a:ext></a:extLst>'))


def is_untouched(shape: Any) -> bool | None:
    """Whether the content still matches its seal; None without a seal."""
    seals = shape._element.xpath(f'./*/p:cNvPr//*[namespace-uri()="{_SPACE}"]/@seal')  # noqa: SLF001 (as above)
    return seals[0] == fingerprint_of(_sealed_text(shape) or "") if seals else None


def place_of_line(shape: Any, line: str) -> tuple[int, int] | None:
    """Which of the sealed lines it is and how many there are, if unedited; None for a line that is not ours."""
    (lines,) = shape._element.xpath(f'./*/p:cNvPr//*[namespace-uri()="{_SPACE}"]/@lines') or ("",)  # noqa: SLF001
    ours = lines.split()
    return (ours.index(fingerprint_of(line)), len(ours)) if fingerprint_of(line) in ours else None


def frames_of(shape: Any) -> list[Any]:
    """All text frames of a shape."""
    if shape.has_table:
        return [cell.text_frame for row in shape.table.rows for cell in row.cells]
    return [shape.text_frame] if shape.has_text_frame else []


def words_of(shape: Any) -> str | None:
    """All text of a shape; None where it has none."""
    frames = frames_of(shape)
    return "\n".join(frame.text for frame in frames) if frames else None


def masked(text: str) -> str:
    """The text with numbers masked; a date with and without a time look the same."""
    return _MOMENT.sub("0", _NUMBER.sub("0", text))


def renumbered(texts: list[str], new_text: str) -> list[str] | None:
    """The runs of a text with the numbers of `new_text`; None where more than numbers differs."""
    numbers = iter(_NUMBER.findall(new_text))
    pieces = [_NUMBER.sub(lambda match: next(numbers, match[0]), text) for text in texts]
    return pieces if "".join(pieces) == new_text else None


def _sealed_text(shape: Any) -> str | None:
    return _colours(shape.chart) if shape.has_chart else words_of(shape)


def _colours(chart: Any) -> str:
    """The fill colour of each bar by index; the XML around it does not matter."""
    points = chart._chartSpace.xpath(".//c:ser/c:dPt")  # noqa: SLF001 (as above)
    return " ".join(
        "=".join((*point.xpath("./c:idx/@val"), *point.xpath("./c:spPr/a:solidFill/*/@val"))) for point in points
    )


def _notes(slide: Any) -> Iterator[Any]:
    if slide.has_notes_slide and (placeholder := slide.notes_slide.notes_placeholder) is not None:
        yield placeholder
