"""Slides stand on a master: the house's own, or that of a presentation somebody brings."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Inches

from data_access.store.records import Records
from exports.__main__ import main
from exports.pptx import write_slides
from language.languages import LANGUAGES
from model.address import parse_query
from presentation.occasion import Occasion
from tests.exports.small_programme import QUERY

SLIDE_NUMBER = './/{http://schemas.openxmlformats.org/drawingml/2006/main}fld[@type="slidenum"]'


@pytest.fixture
def brand(tmp_path: Path) -> Path:
    """A presentation of an organisation: widescreen, with slides of its own and a red title."""
    file = Presentation()
    file.slide_width, file.slide_height = Inches(13.333), Inches(7.5)
    file.slide_layouts[5].name = "Union, title only"
    file.slides.add_slide(file.slide_layouts[0]).shapes.title.text = "A slide of last year"
    file.save(str(tmp_path / "brand.pptx"))
    return tmp_path / "brand.pptx"


def opened(content: bytes) -> Any:
    return Presentation(BytesIO(content))


def fresh(records: Records, template: Path | None = None) -> Any:
    """Slides made now, whatever was made before."""
    filters, _ = parse_query(QUERY, records.catalogue)
    return opened(write_slides(records, filters, LANGUAGES["vi"], Occasion(template=template)))


def test_edge_footer_and_page_number_come_from_the_master(made: Callable[..., bytes]):
    deck = opened(made(write_slides))
    master = deck.slide_masters[0]

    assert [layout.name for layout in deck.slide_layouts] == ["Title Slide", "Title and Content", "Title Only", "Blank"]
    assert "edge" in [shape.name for shape in master.shapes]
    assert all(shape.left + shape.width <= deck.slide_width for shape in master.shapes)
    for number, slide in enumerate(list(deck.slides)[1:], start=2):
        kinds = {shape.placeholder_format.type: shape for shape in slide.placeholders}
        (field,) = kinds[PP_PLACEHOLDER.SLIDE_NUMBER]._element.findall(SLIDE_NUMBER)
        assert field.find("{*}t").text == str(number)
        assert "Nguồn: " in kinds[PP_PLACEHOLDER.FOOTER].text_frame.text
        assert "edge" not in [shape.name for shape in slide.shapes]
        identities = [shape.shape_id for shape in slide.shapes]
        assert len(set(identities)) == len(identities)


def test_the_notes_are_what_can_be_said(made: Callable[..., bytes]):
    notes = [slide.notes_slide.notes_text_frame.text for slide in opened(made(write_slides)).slides]

    assert any("7 ngày qua" in text and "Nguồn: " in text for text in notes)
    assert any("đơn vị dẫn đầu theo số sáng kiến cập nhật là LĐLĐ tỉnh Thanh Hóa" in text for text in notes)


def test_a_template_gives_its_master_and_none_of_its_slides(records: Records, brand: Path, made: Callable[..., bytes]):
    own = fresh(records, brand)
    house = opened(made(write_slides))

    assert {slide.slide_layout.name for slide in own.slides} == {"Union, title only"}
    titles = [slide.shapes.title.text_frame.text for slide in own.slides]
    assert titles == [slide.shapes.title.text_frame.text for slide in house.slides]
    assert "A slide of last year" not in titles
    runs = [run for slide in own.slides for run in slide.shapes.title.text_frame.paragraphs[0].runs]
    assert {run.font.name for run in runs} == {None}


def test_the_setting_gives_it_to_every_file(monkeypatch: pytest.MonkeyPatch, brand: Path, records: Records):
    monkeypatch.setenv("DASHBOARD_SLIDES_TEMPLATE", str(brand))

    assert fresh(records).slides[0].slide_layout.name == "Union, title only"


def test_a_setting_that_cannot_be_used_is_told_in_the_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, records: Records, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setenv("DASHBOARD_SLIDES_TEMPLATE", str(tmp_path / "nowhere.pptx"))

    assert fresh(records).slides[0].slide_layout.name == "Title Only"
    assert "nowhere.pptx: unreadable" in caplog.text


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("missing", "the template brand.pptx cannot be read; it must be a PowerPoint presentation (.pptx)."),
        ("text", "the template brand.pptx cannot be read; it must be a PowerPoint presentation (.pptx)."),
        ("narrow", "the template brand.pptx is not 16:9 (13.333 × 7.5 inches)"),
        ("untitled", "the template brand.pptx has no layout with a title."),
    ],
)
def test_what_cannot_be_a_template_is_one_sentence(
    demo_database: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kind: str,
    sentence: str,
):
    file, out = tmp_path / "brand.pptx", tmp_path / "slides.pptx"
    if kind == "text":
        file.write_text("not a presentation")
    if kind in ("narrow", "untitled"):
        presentation = Presentation()
        if kind == "untitled":
            presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)
            for layout in list(presentation.slide_layouts):
                if layout.name != "Blank":
                    presentation.slide_layouts.remove(layout)
        presentation.save(str(file))
    monkeypatch.setenv("DATABASE_URL", demo_database)

    assert main(["slides", f"{QUERY}&lang=en", "--out", str(out), "--template", str(file)]) == 2
    assert sentence in capsys.readouterr().err
    assert not out.exists()
