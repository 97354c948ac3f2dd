"""Slides use the built-in master or that of a template."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
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
    """An organisation's presentation: widescreen, with slides of its own and a red title."""
    file = Presentation()
    file.slide_width, file.slide_height = Inches(13.333), Inches(7.5)
    file.slide_layouts[5].name = "Union, title only"
    file.slides.add_slide(file.slide_layouts[0]).shapes.title.text = "A slide of last year"
    file.save(str(tmp_path / "brand.pptx"))
    return tmp_path / "brand.pptx"


def opened(content: bytes) -> Any:
    return Presentation(BytesIO(content))


def fresh(records: Records, template: Path | None = None) -> Any:
    """Slides made now, without any cache."""
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


def test_the_notes_are_speaker_notes(made: Callable[..., bytes]):
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


def test_a_setting_that_cannot_be_used_is_reported_in_the_log(
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


def test_a_template_of_powerpoint_and_one_with_sections_can_be_used(records: Records, brand: Path, tmp_path: Path):
    """A .potx has another content type, and sections name slides that are removed."""
    file = Presentation(str(brand))
    listed = (
        f'<p:extLst {nsdecls("p")}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst '
        'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"/></p:ext></p:extLst>'
    )
    file.part._element.append(parse_xml(listed))
    file.save(str(brand))
    with zipfile.ZipFile(brand) as plain, zipfile.ZipFile(tmp_path / "brand.potx", "w") as template:
        for name in plain.namelist():
            content = plain.read(name)
            template.writestr(name, content.replace(b"presentation.main+xml", b"template.main+xml"))
    own = fresh(records, tmp_path / "brand.potx")

    assert {slide.slide_layout.name for slide in own.slides} == {"Union, title only"}
    assert not own.part._element.xpath(".//*[local-name()='sectionLst']")


@pytest.mark.parametrize(
    ("fill", "is_dark"),
    [
        ('<a:solidFill><a:srgbClr val="10243E"/></a:solidFill>', True),
        ('<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>', True),
        ('<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>', False),
        ('<a:solidFill><a:srgbClr val="F4F6FA"/></a:solidFill>', False),
    ],
)
def test_on_a_dark_master_letters_stand_on_paper(records: Records, brand: Path, fill: str, is_dark: bool):
    file = Presentation(str(brand))
    slides = file.slide_masters[0]._element.cSld
    for former in slides.xpath("./p:bg"):
        slides.remove(former)
    slides.insert(0, parse_xml(f"<p:bg {nsdecls('p', 'a')}><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"))
    file.save(str(brand))

    for slide in fresh(records, brand).slides:
        names = [shape.name for shape in slide.shapes]
        assert ("paper" in names) == is_dark
        assert not is_dark or names.index("paper") == 1  # above the title alone
