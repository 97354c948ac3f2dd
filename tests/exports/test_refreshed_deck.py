"""`--update DECK.pptx` puts current numbers into an edited deck and changes nothing else."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Inches

from data_access.store.records import Records
from exports.pptx import write_slides
from exports.pptx.refreshing import name_of, name_slide
from exports.pptx.seals import seal
from exports.problems import UnfitTemplate
from language.languages import LANGUAGES
from model.address import parse_query
from presentation.occasion import Occasion
from tests.exports.reading import plain
from tests.exports.small_programme import QUERY

Make = Callable[..., bytes]
EARLIER = "as_of=2022-03-01&phase=1"
OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")


def words(slide: Any) -> str:
    return plain("\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame))


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

    text = words(after.slides[2])
    assert "11.656" in text and "Lời của tôi 2022" in text and "Tôi nói khác: 12" in text
    assert "20/04/2022 08:00" in text and "01/03/2022" not in text
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
    """A broken file, one with a password and a foreign one are refused with a sentence each."""
    someone = io.BytesIO()
    Presentation().save(someone)
    files = {
        "deck_unreadable": b"PK no deck",
        "deck_protected": OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"),
        "deck_foreign": someone.getvalue(),
    }
    filters, _ = parse_query(QUERY, records.catalogue)
    for reason, content in files.items():
        file = tmp_path / f"{reason}.pptx"
        file.write_bytes(content)
        with pytest.raises(UnfitTemplate) as refused:
            write_slides(records, filters, LANGUAGES["vi"], Occasion(edited=file))
        assert refused.value.reason == reason
        assert file.name in LANGUAGES["vi"].exports.templates[reason].format(file=file.name)


def without_scope(deck: Any) -> Any:
    """The deck as earlier versions made it, without its scope: it accepts any."""
    for slide in deck.slides:
        if name := name_of(slide):
            name_slide(slide, name)
    return deck


def updated(records: Records, tmp_path: Path, deck: Any, query: str = QUERY) -> Any:
    """An edited deck with the numbers of a query."""
    deck.save(str(tmp_path / "edited.pptx"))
    filters, _ = parse_query(query, records.catalogue)
    return Presentation(
        io.BytesIO(write_slides(records, filters, LANGUAGES["vi"], Occasion(edited=tmp_path / "edited.pptx")))
    )


def slide_of(deck: Any, name: str) -> Any:
    return next(slide for slide in deck.slides if slide._element.cSld.get("name") == name)


def chart_of(slide: Any, place: int = 0) -> Any:
    return [shape.chart for shape in slide.shapes if shape.has_chart][place]


def colours(chart: Any) -> list[str]:
    points = range(len(list(chart.plots[0].categories)))
    return [str(chart.plots[0].series[0].points[number].format.fill.fore_color.rgb) for number in points]


def test_colours_chosen_by_hand_stay_and_ours_go_with_the_numbers(records: Records, made: Make, tmp_path: Path):
    deck, fresh = (Presentation(io.BytesIO(made(write_slides, *query))) for query in ((EARLIER,), ()))
    chart = chart_of(slide_of(deck, "ranking 1"))
    for point in range(len(list(chart.plots[0].categories))):
        chart.plots[0].series[0].points[point].format.fill.solid()
        chart.plots[0].series[0].points[point].format.fill.fore_color.rgb = RGBColor(0x7B, 0x2D, 0x8E)
    after = updated(records, tmp_path, deck)

    assert set(colours(chart_of(slide_of(after, "ranking 1")))) == {"7B2D8E"}
    for place in (0, 1):  # of the units' status
        ours, theirs = (chart_of(slide_of(one, "targets 1"), place) for one in (after, fresh))
        assert colours(ours) == colours(theirs)
        assert list(ours.plots[0].categories) == list(theirs.plots[0].categories)
        cells = [
            list(openpyxl.load_workbook(io.BytesIO(one.part.chart_workbook.xlsx_part.blob)).active.values)
            for one in (ours, theirs)
        ]
        assert cells[0] == cells[1]


def test_a_title_in_pieces_keeps_its_letters_and_gets_its_numbers(records: Records, made: Make, tmp_path: Path):
    deck, fresh = (Presentation(io.BytesIO(made(write_slides, *query))) for query in ((EARLIER,), ()))
    paragraph = slide_of(deck, "targets 1").shapes.title.text_frame.paragraphs[0]
    text = paragraph.text
    paragraph.runs[0].text = text[:1]
    more = paragraph.add_run()
    more.text, more.font.italic = text[1:], True
    after = slide_of(updated(records, tmp_path, deck), "targets 1").shapes.title.text_frame

    assert after.text == slide_of(fresh, "targets 1").shapes.title.text_frame.text
    assert [run.font.italic for run in after.paragraphs[0].runs] == [None, True]


def test_tables_grow_and_notes_keep_what_a_presenter_wrote(records: Records, made: Make, tmp_path: Path):
    deck, fresh = (Presentation(io.BytesIO(made(write_slides, *query))) for query in ((EARLIER,), ()))
    table = next(shape for shape in slide_of(deck, "units 1").shapes if shape.has_table)
    for row in table.table._tbl.tr_lst[3:]:
        table.table._tbl.remove(row)
    seal(table)  # as if there had been two units then
    notes = slide_of(deck, "overview 1").notes_slide.notes_text_frame
    notes.text = "Lời của tôi: 15 phút.\n" + notes.text
    after = updated(records, tmp_path, deck)

    ours, theirs = (
        next(shape.table for shape in slide_of(one, "units 1").shapes if shape.has_table) for one in (after, fresh)
    )
    assert [[cell.text for cell in row.cells] for row in ours.rows] == [
        [cell.text for cell in row.cells] for row in theirs.rows
    ]
    text = slide_of(after, "overview 1").notes_slide.notes_text_frame.text.split("\n")
    assert text[0] == "Lời của tôi: 15 phút."
    assert any("20/04/2022" in line for line in text) and not any("01/03/2022" in line for line in text)


def test_nobody_shows_an_old_number(records: Records, made: Make, tmp_path: Path):
    """Slides and charts of ours without current numbers are hidden or removed; a presenter's own slide is not."""
    deck = Presentation(io.BytesIO(made(write_slides)))
    own = deck.slides.add_slide(deck.slide_layouts[1])
    own.shapes.title.text = "Trang của tôi 2022"
    after = updated(records, tmp_path, without_scope(deck), f"{QUERY}&unit=LD-38")
    text = Presentation(io.BytesIO(made(write_slides, f"{QUERY}&unit=LD-38")))
    names = {name_of(slide) for slide in text.slides}

    for slide in after.slides:
        name = name_of(slide)
        assert slide._element.get("show", "1") == ("1" if not name or name in names else "0")
    assert "Trang của tôi 2022" in [slide.shapes.title.text_frame.text for slide in after.slides]


def test_the_agenda_says_of_each_chapter_what_its_slide_says(records: Records, made: Make, tmp_path: Path):
    """This holds even where there would be a chapter more today: places are those of the deck."""
    deck = Presentation(io.BytesIO(made(write_slides, EARLIER)))
    before = [shape.text_frame.text for shape in deck.slides[1].shapes if shape.name.startswith("agenda ")]
    after = updated(records, tmp_path, deck)
    boxes = {shape.name: shape.text_frame.text for shape in after.slides[1].shapes if shape.has_text_frame}

    assert [text for name, text in boxes.items() if name.startswith("agenda ")] == before
    assert boxes["Xếp hạng: …"] == slide_of(after, "ranking 1").shapes.title.text_frame.text


def test_dates_below_a_longer_time_lie_further_apart(records: Records, made: Make, tmp_path: Path):
    decks = [Presentation(io.BytesIO(made(write_slides, query))) for query in ("as_of=2022-02-01", QUERY)]
    after = updated(records, tmp_path, decks[0])
    steps = [chart_of(slide_of(deck, "daily 1"))._chartSpace.xpath(".//c:dateAx/c:majorUnit/@val") for deck in decks]

    assert chart_of(slide_of(after, "daily 1"))._chartSpace.xpath(".//c:dateAx/c:majorUnit/@val") == steps[1] != []


def test_marks_beside_numbers_come_and_go_with_them(records: Records, made: Make, tmp_path: Path):
    """“35.728*”, “Có”, “hơn” are labels of single bars, which charts may gain or lose."""
    for before, now in ((EARLIER, QUERY), (QUERY, EARLIER), (QUERY, f"{QUERY}&unit=LD-38")):
        deck, fresh = (Presentation(io.BytesIO(made(write_slides, query))) for query in (before, now))
        after = updated(records, tmp_path, without_scope(deck), now)
        for twin in fresh.slides:
            name = twin._element.cSld.get("name")
            same = [slide for slide in after.slides if slide._element.cSld.get("name") == name]
            for ours, theirs in zip(*(labels(one) for one in (*same, twin)), strict=False) if same else ():
                assert ours == theirs, name


def labels(slide: Any) -> list[list[str]]:
    """The words and forms of the labels of single bars, chart by chart."""
    text = "./c:idx/@val|.//a:t/text()|./c:numFmt/@formatCode"
    charts = [shape.chart._chartSpace for shape in slide.shapes if shape.has_chart]
    return [
        [part for label in chart.xpath(".//c:ser/c:dLbls/c:dLbl") for part in label.xpath(text)] for chart in charts
    ]


def test_maps_of_a_former_version_and_descriptions_of_charts_are_updated(records: Records, made: Make, tmp_path: Path):
    """Maps once had no size; alternative texts follow the numbers unless they were edited."""
    deck, fresh = (Presentation(io.BytesIO(made(write_slides, *query))) for query in ((EARLIER,), ()))
    group = next(shape for shape in slide_of(deck, "map 1").shapes if shape.shape_type == 6)
    group.left = group.top = group.width = group.height = 0
    waffle = next(shape for shape in slide_of(deck, "overview 1").shapes if shape.shape_type == 6)
    waffle._element.xpath("./*/p:cNvPr")[0].set("descr", "Lời của tôi")
    after = updated(records, tmp_path, deck)

    ours, theirs = (
        next(shape for shape in slide_of(one, "map 1").shapes if shape.shape_type == 6) for one in (after, fresh)
    )
    assert (ours.left, ours.top, ours.width, ours.height) == (theirs.left, theirs.top, theirs.width, theirs.height)
    for name in ("map 1", "ranking 1", "sectors 1"):
        pairs = zip(slide_of(after, name).shapes, slide_of(fresh, name).shapes, strict=True)
        meanings = [[one._element.xpath("./*/p:cNvPr/@descr") for one in pair] for pair in pairs]
        assert all(ours == theirs for ours, theirs in meanings) and any(theirs for _, theirs in meanings)
    kept = next(shape for shape in slide_of(after, "overview 1").shapes if shape.shape_type == 6)
    assert kept._element.xpath("./*/p:cNvPr/@descr") == ["Lời của tôi"]


@pytest.mark.parametrize("query", ["unit=LD-40", "", "unit=LD-38&sector=y-te"])
def test_a_deck_of_another_scope_is_refused_with_a_sentence(records: Records, tmp_path: Path, query: str):
    filters, _ = parse_query("as_of=2022-04-20T08:00&unit=LD-38", records.catalogue)
    file = tmp_path / "edited.pptx"
    file.write_bytes(write_slides(records, filters, LANGUAGES["vi"], Occasion()))
    same, _ = parse_query("as_of=2022-04-18T08:00&phase=1&unit=LD-38", records.catalogue)
    assert write_slides(records, same, LANGUAGES["vi"], Occasion(edited=file))
    other, _ = parse_query(f"as_of=2022-04-20T08:00&{query}", records.catalogue)
    with pytest.raises(UnfitTemplate) as refusal:
        write_slides(records, other, LANGUAGES["vi"], Occasion(edited=file))
    assert refusal.value.reason == "deck_scope"
    assert all("{file}" in language.exports.templates["deck_scope"] for language in LANGUAGES.values())
