"""The slides, opened with python-pptx, are legible, marked as Vietnamese, editable and correct."""

import io
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_FILL
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Inches, Pt

from data_access.store.records import Records
from exports.pptx import write_slides
from exports.pptx.bars import Bar, count_form
from exports.pptx.briefs import add_brief
from exports.pptx.deck import Deck
from exports.pptx.drawing import draw_bars
from exports.pptx.lettering import Box
from language.languages import LANGUAGES
from language.words.formatting import ENGLISH, VIETNAMESE
from model.address import parse_query
from model.codes import REGIONS
from presentation.briefs.brief import Brief
from presentation.figures import gather
from presentation.stamp import stamp
from presentation.wording import Wording
from tests.exports.reading import plain
from tests.exports.small_programme import QUERY, UPLOADS
from tests.exports.test_workbook import QUERIES

Answers = Callable[..., list[dict[str, str]]]


@pytest.fixture(scope="module")
def deck(made: Callable[..., bytes]) -> Any:
    return Presentation(io.BytesIO(made(write_slides)))


def titles(deck: Any) -> list[str]:
    return [plain(slide.shapes.title.text_frame.text) for slide in deck.slides]


def frames(slide: Any) -> Iterator[Any]:
    """Every text frame of a slide, cells of tables included."""
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame
        if getattr(shape, "has_table", False) and shape.has_table:
            yield from (cell.text_frame for row in shape.table.rows for cell in row.cells)


def colour(shape: Any) -> RGBColor | None:
    """What a shape is filled with; None where it is an outline."""
    return shape.fill.fore_color.rgb if shape.fill.type == MSO_FILL.SOLID else None


def runs(slide: Any) -> Iterator[Any]:
    return (run for frame in frames(slide) for paragraph in frame.paragraphs for run in paragraph.runs)


def words(slide: Any) -> str:
    return plain("\n".join(frame.text for frame in frames(slide)))


def charts(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def test_the_slides_are_in_the_order_of_a_meeting(deck: Any):
    total = f"{sum(UPLOADS.values()):,}".replace(",", ".")
    assert titles(deck)[:6] == [
        "1 triệu sáng kiến",
        "Nội dung",
        f"{total} sáng kiến, bằng 3,89% chỉ tiêu 300.000",
        "2 trên 10 đơn vị có chỉ tiêu đăng ký đã đạt hoặc vượt",
        "Thanh Hóa dẫn đầu: 3.573 sáng kiến",
        titles(deck)[5],
    ]
    assert titles(deck)[6:] == [
        "Thanh Hóa cao nhất: 3.573 sáng kiến",
        titles(deck)[7],
        "49,88% sáng kiến cập nhật đã được xét là hợp lệ",
        *titles(deck)[9:11],
        "Xếp loại tháng 4/2022 (tạm tính): 2 đơn vị Xuất sắc",
        "Thiếu nhiều nhất: Số người được tập huấn (10 đơn vị)",
        titles(deck)[13],
        "1 điển hình công khai, 1 lượt đơn vị áp dụng",
        "82 đơn vị: thực hiện và chỉ tiêu (1/3)",
        "82 đơn vị: thực hiện và chỉ tiêu (2/3)",
        "82 đơn vị: thực hiện và chỉ tiêu (3/3)",
        titles(deck)[18],
    ]
    assert titles(deck)[7].endswith("sáng kiến trong 7 ngày gần nhất")
    assert titles(deck)[13].endswith("sáng kiến hợp lệ chưa được khen thưởng")


@pytest.mark.parametrize("query", QUERIES)
def test_every_chart_can_be_edited(made: Callable[..., bytes], query: str):
    """PowerPoint edits the embedded workbook: its cells hold the bars, and the chart refers to them."""
    drawn = [chart for slide in Presentation(io.BytesIO(made(write_slides, query))).slides for chart in charts(slide)]

    assert drawn
    for chart in drawn:
        sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
        for number, series in enumerate(chart.plots[0].series):
            column = [row[number + 1] for row in sheet.iter_rows(min_row=2, values_only=True)]
            assert column == pytest.approx(list(series.values))
        formulas = chart._chartSpace.xpath(".//c:ser//c:f")
        assert len(formulas) >= 2 and all(one.text.startswith("Sheet1!$") for one in formulas)


def test_every_province_is_a_shape_and_the_archipelagos_are_named(deck: Any, answers: Answers):
    (outlines,) = [shape for shape in deck.slides[6].shapes if shape.shape_type == 6]  # one group: moved as a whole
    shapes = {shape.name.partition(":")[0]: shape for shape in outlines.shapes if shape.shape_type == 5}
    assert len(shapes) == 63
    assert shapes["Thanh Hóa"].name == "Thanh Hóa: 3.573"
    assert shapes["Thanh Hóa"].fill.fore_color.rgb != shapes["Lâm Đồng"].fill.fore_color.rgb
    text = words(deck.slides[6])
    assert "Quần đảo Hoàng Sa\n(Đà Nẵng)" in text
    assert "Quần đảo Trường Sa\n(Khánh Hòa)" in text
    assert "ODbL 1.0" in text


def test_the_line_of_days_ends_at_the_count(deck: Any):
    (chart,) = charts(deck.slides[7])
    values = list(chart.plots[0].series[0].values)
    assert values[-1] == sum(UPLOADS.values())
    assert values == sorted(values)


def test_every_slide_shows_scope_as_of_source_and_that_it_is_simulated(deck: Any):
    for slide in deck.slides:
        text = words(slide)
        assert "DỮ LIỆU MÔ PHỎNG" in text
        assert "Phạm vi: Giai đoạn 1" in text
        assert "Tính đến 20/04/2022 08:00" in text or "Mỗi số có thời điểm riêng" in text
        assert "Nguồn" in text
        assert "Nguồn" in slide.notes_slide.notes_text_frame.text


def test_printed_figures_are_dots_with_their_words_and_no_banner_of_records(records: Records):
    filters, _ = parse_query("basis=published&as_of=2022-04-20T08:00", records.catalogue)
    deck = Presentation(io.BytesIO(write_slides(records, filters, LANGUAGES["vi"])))
    text = [words(slide) for slide in deck.slides]
    (dots,) = (slide for slide in deck.slides if "giữa các mốc chưa có số liệu" in words(slide))
    (chart,) = charts(dots)

    assert chart.chart_type == XL_CHART_TYPE.LINE_MARKERS
    assert chart.plots[0].series[0].format.line.fill.type == MSO_FILL.BACKGROUND
    assert any(title.startswith("Chỉ tiêu giai đoạn 1 của Hà Nội") for title in titles(deck))  # not the whole's
    drawings = [drawn.part.blob.decode() for slide in deck.slides for drawn in charts(slide)]
    assert any("ít nhất" in one and ">40000<" in one for one in drawings)  # a format of the chart's labels
    assert any("ít nhất 130.000" in one for one in text)
    # The system's own numbers stand in the comparison only.
    compared = [title.startswith("Số đã công bố đặt cạnh") for title in titles(deck)]
    assert ["DỮ LIỆU MÔ PHỎNG" in one for one in text] == compared


def test_everything_can_be_read_from_the_back_and_is_checked_as_vietnamese(deck: Any):
    for slide in deck.slides:
        for run in runs(slide):
            assert run.font.size >= Pt(14), run.text
            assert run.font.name == "Arial"
            assert run._r.get_or_add_rPr().get("lang") == "vi-VN"
        for chart in charts(slide):
            assert chart.font.size >= Pt(14)


def test_nothing_leaves_the_slide(deck: Any):
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0, shape.name
            assert shape.left + shape.width <= deck.slide_width + 10, shape.name
            assert shape.top + shape.height <= deck.slide_height + 10, shape.name


def test_the_first_ten_are_a_native_chart_of_the_answer(deck: Any, answers: Answers):
    (chart,) = charts(deck.slides[4])
    expected = [row for row in answers("ranking") if row["unit_code"]]
    assert list(chart.plots[0].series[0].values) == [float(row["value"]) for row in expected]
    assert next(iter(chart.plots[0].categories)) == "1. Thanh Hóa"
    assert chart.part.chart_workbook.xlsx_part is not None
    assert chart.plots[0].data_labels.number_format == '[>=1000000]0"."000"."000;[>=1000]0"."000;0'
    assert not chart.plots[0].data_labels.number_format_is_linked


def test_the_parts_and_the_states_are_those_of_the_answer(deck: Any, answers: Answers):
    by_sector = charts(deck.slides[5])[0]
    assert list(by_sector.plots[0].series[0].values) == [float(row["uploads"]) for row in answers("sectors")]
    by_status = charts(deck.slides[3])[0]
    assert sum(by_status.plots[0].series[0].values) == len(answers("targets"))


def test_every_unit_stands_in_a_table_with_its_numbers(deck: Any, answers: Answers):
    rows = {}
    for slide in list(deck.slides)[15:18]:
        for shape in slide.shapes:
            if shape.has_table:
                texts = [[cell.text for cell in row.cells] for row in shape.table.rows]
                rows |= {row[0]: row[1:] for row in texts[1:]}
    assert len(rows) == len(answers("targets")) == 82
    assert rows["Hà Nội"] == ["1.855", "5.200", "35,67%"]
    assert rows["Cần Thơ"] == ["481", "–", "–"]
    counted = [int(row[0].replace(".", "")) for row in rows.values() if row[0] != "–"]  # docs/decisions/0021
    assert len(counted) == len(UPLOADS) and sum(counted) == sum(UPLOADS.values())


def test_the_waffle_has_a_cell_for_every_percent(deck: Any):
    (cells,) = [shape for shape in deck.slides[2].shapes if shape.shape_type == 6]
    names = [shape.name for shape in cells.shapes]
    assert len([name for name in names if name.endswith("%")]) == 100
    assert len([name for name in names if name.endswith("% ●")]) == 4


def test_the_agenda_leads_to_its_slides_and_the_code_to_the_page(deck: Any):
    linked = [shape.click_action.target_slide for shape in deck.slides[1].shapes if shape.name.startswith("agenda ")]
    assert [deck.slides.index(slide) for slide in linked] == [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 18]
    (code,) = [shape for shape in deck.slides[0].shapes if shape.shape_type == 13]
    link = "https://sangkien.example/?programme=1tr&as_of=2022-04-20T08%3A00&phase=1&lang=vi"
    assert code._element.xpath(".//p:cNvPr")[0].get("descr") == link


@pytest.mark.parametrize("query", [*QUERIES, "unit=LD-33&sector=y-te&level=national", "to=2021-01-01"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_scope_gives_slides(made: Callable[..., bytes], query: str, language: str):
    deck = Presentation(io.BytesIO(made(write_slides, query, language)))
    assert len(deck.slides) >= 3
    assert all(titles(deck))
    for slide in list(deck.slides)[1:]:
        body = [shape for shape in slide.shapes if shape.top and shape.top > Inches(1.3) and shape.top < Inches(6)]
        assert body, words(slide)


def test_one_union_leads_nobody_and_the_map_stays_that_of_all(made: Callable[..., bytes]):
    deck = Presentation(io.BytesIO(made(write_slides, "unit=LD-33&phase=1&as_of=2022-04-20T08:00")))
    text = {title: words(slide) for title, slide in zip(titles(deck), deck.slides, strict=True)}

    assert not [title for title in text if "dẫn đầu" in title or "trên 1 đơn vị" in title]
    assert not re.search(r"\b(\d+) trong \1 số", "\n".join(text.values()))  # of a ledger that is there in full
    assert "Đơn vị: Hưng Yên" not in text["Thanh Hóa cao nhất: 3.573 sáng kiến"]


def test_provinces_that_filters_leave_out_differ_from_those_without_a_number(made: Callable[..., bytes]):
    deck = Presentation(io.BytesIO(made(write_slides, f"{QUERY}&region={REGIONS[1]}")))
    slide = next(slide for slide in deck.slides if any(shape.name == "licence" for shape in slide.shapes))
    (group,) = (shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP)
    provinces = {shape._element.nvSpPr.cNvPr.get("descr").rpartition(": ")[2]: colour(shape) for shape in group.shapes}
    signs = {colour(shape) for shape in slide.shapes if shape.name.startswith("legend")}

    assert "ngoài phạm vi lọc" in words(slide)
    assert provinces["ngoài phạm vi lọc"] in signs - {None}
    assert set(provinces.values()) <= signs


def test_a_scope_without_places_has_no_map(made: Callable[..., bytes]):
    deck = Presentation(io.BytesIO(made(write_slides, "unit=CD-NN&phase=1&as_of=2022-04-20T08:00")))
    assert not [title for title in titles(deck) if "cao nhất" in title]


def test_what_is_only_printed_names_its_source(made: Callable[..., bytes]):
    deck = Presentation(io.BytesIO(made(write_slides, "programme=son-tay-2024")))

    assert "Báo Lao động Thủ đô, Đinh Luyện, 2025" in words(deck.slides[2])
    assert "Chưa có số liệu nào" not in " ".join(titles(deck))


def test_an_unknown_target_draws_no_waffle(made: Callable[..., bytes]):
    deck = Presentation(io.BytesIO(made(write_slides, "sector=y-te")))
    assert "Không so được với chỉ tiêu" in words(deck.slides[2])
    assert not [shape for shape in deck.slides[2].shapes if shape.name.endswith("%")]


@pytest.mark.parametrize(("numbers", "form"), [(VIETNAMESE, '"."'), (ENGLISH, '","')])
def test_numbers_look_the_same_on_every_pc(numbers: Any, form: str):
    assert count_form(numbers) == f"[>=1000000]0{form}000{form}000;[>=1000]0{form}000;0"


def test_ten_slides_take_under_three_seconds(cpu_seconds: Callable[..., float]):
    assert cpu_seconds(write_slides) < 3


def test_a_slide_with_nothing_to_draw_has_its_sentences(records: Records):
    """Without recorded positions and sexes there are no bars, only sentences."""
    filters, _ = parse_query(QUERY, records.catalogue)
    figures = gather(records, filters)
    wording, deck = Wording(LANGUAGES["vi"], figures.catalogue), Deck("vi-VN", "", "", datetime(2022, 4, 20))
    stamped = Brief(
        "people", "Con người", "Người có sáng kiến: 956", stamp("people", figures, wording), more=("a", "b")
    )
    add_brief(deck, stamped, wording)

    (words,) = [shape for shape in deck.file.slides[0].shapes if shape.name == "words"]
    assert words.text_frame.text.split("\n") == ["a", "b"]


def test_a_label_beside_a_bar_is_one_line(made: Callable[..., bytes]):
    labels = [
        body
        for slide in Presentation(io.BytesIO(made(write_slides))).slides
        for shape in slide.shapes
        if shape.has_chart
        for body in shape.chart._chartSpace.xpath(".//c:barChart//c:dLbls//a:bodyPr")
    ]
    assert labels and {label.get("wrap") for label in labels} == {"none"}


def test_every_bar_has_its_label_also_beside_one_with_a_word():
    """“35.728*” has a label of its own, and the bars beside it must keep theirs."""
    deck = Deck("vi-VN", "", "", datetime(2022, 4, 20))
    slide = deck.new_slide("")
    bars = [Bar("a", 35728, label="35.728*"), Bar("b", 9931)]
    draw_bars(deck, slide, Box(1, 1, 8, 4), bars, form=count_form(VIETNAMESE), meaning="m")
    (chart,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    (of_series,) = chart._chartSpace.xpath(".//c:ser/c:dLbls")

    assert of_series.xpath("./c:showVal/@val") == ["1"]
    assert of_series.xpath("./c:numFmt/@formatCode") == [count_form(VIETNAMESE)]
    assert len(of_series.xpath("./c:dLbl")) == 1


def test_no_shape_has_a_shadow_and_notes_end_above_the_foot(made: Callable[..., bytes]):
    for slide in Presentation(io.BytesIO(made(write_slides))).slides:
        assert set(slide._element.xpath(".//p:sp[p:style]//a:effectRef/@idx")) <= {"0"}
        feet = [shape.top for shape in slide.placeholders if "as-of" in shape.name]
        assert all(one.top + one.height <= foot for one in slide.shapes if one.name == "note" for foot in feet)


def test_a_headline_says_its_title_once(records: Records):
    filters, _ = parse_query(QUERY, records.catalogue)
    figures = gather(records, filters)
    stamped = stamp("overview", figures, Wording(LANGUAGES["vi"], figures.catalogue))
    repeated = Brief("value", "Giá trị làm lợi", "Giá trị làm lợi đã tính: 74 tỷ đồng", stamped)
    assert repeated.headline == "Giá trị làm lợi đã tính: 74 tỷ đồng"
    assert Brief("people", "Con người", "122 tác giả", stamped).headline == "Con người: 122 tác giả"
    for title, verdict in (
        ("Con người", "Người có sáng kiến: 122"),
        ("Tiềm năng", "Thấp hơn tiềm năng: 2 trên 9 đơn vị ước tính được"),
        ("Xếp loại thi đua", "Xếp loại tháng 4/2022: 2 đơn vị Tốt"),
        ("Emulation grading", "Grading of Apr 2022: 2 unions Good"),
    ):
        assert Brief("page", title, verdict, stamped).headline == verdict
