"""`--update DECK.pptx`: numbers of today in a deck that somebody has edited; the rest stays as they left it."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches

from data_access.store.records import Records
from exports.pptx import write_slides
from exports.problems import UnfitTemplate
from language.languages import LANGUAGES
from model.address import parse_query
from presentation.occasion import Occasion
from tests.exports.small_programme import QUERY

Make = Callable[..., bytes]
EARLIER = "as_of=2022-03-01&phase=1"


def words(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_numbers_are_refreshed_and_the_rest_is_left_alone(records: Records, made: Make, tmp_path: Path):
    deck = Presentation(io.BytesIO(made(write_slides, EARLIER)))
    headline = deck.slides[2]
    box = headline.shapes.add_textbox(Inches(1), Inches(1), Inches(2), Inches(1))
    box.text_frame.text = "Lời của tôi 2022"
    gap = next(shape for shape in headline.shapes if shape.name == "gap")
    gap.text_frame.paragraphs[0].runs[0].text = "Tôi nói khác: 12"
    waffle = next(shape for shape in headline.shapes if shape.shape_type == 6)
    waffle.left, waffle.width = Inches(9), Inches(3)
    edited = tmp_path / "edited.pptx"
    deck.save(str(edited))

    filters, _ = parse_query(QUERY, records.catalogue)
    content = write_slides(records, filters, LANGUAGES["vi"], Occasion(edited=edited))
    after, fresh = Presentation(io.BytesIO(content)), Presentation(io.BytesIO(made(write_slides)))

    told = words(after.slides[2])
    assert "11.656" in told and "Lời của tôi 2022" in told and "Tôi nói khác: 12" in told
    assert "20/04/2022 08:00" in told and "01/03/2022" not in told
    moved = next(shape for shape in after.slides[2].shapes if shape.shape_type == 6)
    assert (moved.left, moved.width) == (Inches(9), Inches(3))
    assert len([one for one in moved.shapes if one.name.endswith("●")]) == 4
    for slide in after.slides:
        charts = [shape.chart for shape in slide.shapes if shape.has_chart]
        name = slide._element.cSld.get("name")
        (twin,) = [other for other in fresh.slides if other._element.cSld.get("name") == name]
        same = [shape.chart for shape in twin.shapes if shape.has_chart]
        for chart, other in zip(charts, same, strict=True):
            assert list(chart.plots[0].series[0].values) == list(other.plots[0].series[0].values)


def test_what_is_no_deck_is_refused(records: Records, tmp_path: Path):
    file = tmp_path / "a.pptx"
    file.write_bytes(b"PK no deck")
    filters, _ = parse_query(QUERY, records.catalogue)
    with pytest.raises(UnfitTemplate):
        write_slides(records, filters, LANGUAGES["vi"], Occasion(edited=file))
