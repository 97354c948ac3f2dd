"""Pictures of charts are drawn without a browser, complete and legible, with scope, moment and source."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from urllib.parse import parse_qs
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from charts.kit.theme import Look
from charts.map import SHAPES
from data_access.queries.recognition import fetch_recognition
from data_access.queries.unit import of_one_union
from data_access.store.records import Records
from exports.kinds import PICTURED
from exports.svg import write_pictures
from exports.svg.canvas import Canvas
from exports.svg.figure import draw_figure
from exports.svg.page_content import PageContent, sector_parts
from exports.svg.sheet import FRAMES, POINT, WIDTH, Frame, picture_of, png_of
from exports.svg.views import DRAWN, charts_of
from language.exports.pictures import PICTURES
from language.languages import LANGUAGES
from model.address import parse_query
from model.filters import Filters
from model.folding import slug
from presentation.figures import gather
from presentation.occasion import Occasion, switches_of
from presentation.stamp import Stamp
from presentation.wording import Wording
from tests.charts.samples import CHARTS, LOOKS, PLAIN, words
from tests.data_access.drawn_programme import records_over
from tests.exports.conftest import OCCASION
from tests.exports.small_programme import QUERY
from tests.exports.test_workbook import QUERIES

Make = Callable[..., bytes]
NOTE = 10.5  # the size of notes and sources
SVG = "{http://www.w3.org/2000/svg}"
STAMP = Stamp(
    "DỮ LIỆU MÔ PHỎNG", "Phạm vi: cả nước", "Tính đến 20/04/2022 08:00", "Đếm: sáng kiến", "Nguồn: a", "Nguồn: a"
)


# Dots of letters: all words, and those that only say where the numbers are from.
LETTERS = {(1920, 1080): (28, 20), (1080, 1080): (22, 16)}


def heights(element: ET.Element, scale: float = 1.0) -> Iterator[tuple[str, float, float]]:
    """Every text of a drawing with the size of its letters there, and in the whole picture.

    Words on places of a map, which is drawn at a scale of its own, are left out: the list beside it has them.
    """
    for child in element:
        if child.tag == f"{SVG}text":
            size = float(child.get("font-size"))
            yield "".join(child.itertext()), size, size * scale
        elif "scale(" not in child.get("transform", ""):
            yield from heights(child, scale)


def illegible(svg: str, dots: tuple[int, int]) -> list[tuple[str, int]]:
    """What nobody reads from afar, with the dots its letters have."""
    root = ET.fromstring(svg)
    larger, (words_at_least, notes_at_least) = dots[0] / float(root.get("width")), LETTERS[dots]
    return [
        (text, round(seen * larger))
        for text, size, seen in heights(root)
        if seen * larger < (notes_at_least if size <= NOTE else words_at_least) - 0.5
    ]


def files(made: Make, subject: str, query: str = QUERY, language: str = "vi") -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(made(write_pictures, query, language, subject=subject)))
    return {name: archive.read(name) for name in archive.namelist()}


def written(svg: str | bytes) -> list[str]:
    return ["".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text")]


def test_every_page_that_offers_pictures_has_them():
    assert set(PICTURED) == set(DRAWN)


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_word_of_every_chart_is_in_its_picture(name: str, look: Look):
    figure = CHARTS[name](look)
    drawn, height = draw_figure(figure, 900)
    message = " ".join(written(drawn.svg(900, height))).replace("\u00a0", " ")
    shown = [text for trace in figure.data for text in (trace.text if trace.text is not None else ())]
    shown += [note.text for note in figure.layout.annotations]
    for text in shown:
        for line in re.sub(r"</?b>|</?span[^>]*>", "", text).split("<br>"):
            assert line.replace("&amp;", "&").replace("\u00a0", " ") in message, line


@pytest.mark.parametrize("name", CHARTS)
def test_nothing_is_drawn_beside_the_picture(name: str):
    svg = picture_of(CHARTS[name](PLAIN), "Tiêu đề", STAMP)
    root = ET.fromstring(svg)
    height = float(root.get("height"))
    assert float(root.get("width")) == WIDTH
    for text in root.iter(f"{SVG}text"):
        assert -40 <= float(text.get("y")) <= height
    assert all(word for word in words(CHARTS[name](PLAIN)))


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
@pytest.mark.parametrize("name", CHARTS)
def test_a_framed_picture_has_its_form_and_all_its_words(name: str, frame: Frame):
    look = Look(LANGUAGES["vi"], wide=frame.wide, afar=True)
    figure = CHARTS[name](look)
    svg = picture_of(figure, "Tiêu đề", STAMP, frame)
    root = ET.fromstring(svg)
    width, height = float(root.get("width")), float(root.get("height"))
    assert width / height == pytest.approx(frame.ratio, rel=0.01)
    texts = list(root.iter(f"{SVG}text"))
    assert all(0 <= float(text.get("y")) <= height for text in texts if not text.get("transform"))
    assert len(texts) >= len(list(ET.fromstring(picture_of(figure, "Tiêu đề", STAMP)).iter(f"{SVG}text"))) - 1
    assert not illegible(svg, frame.dots)


def test_every_chart_is_there_at_the_size_of_the_stage_and_as_a_square(made: Make):
    for subject in ("overview", "map"):
        pictures = files(made, subject)
        charts = [name.removesuffix(".svg") for name in pictures if name.endswith(".svg")]
        for frame in FRAMES:
            sizes = [Image.open(io.BytesIO(pictures[f"{frame.name}/{chart}.png"])).size for chart in charts]
            assert charts and set(sizes) == {frame.dots}


@pytest.mark.parametrize("subject", PICTURED)
def test_names_of_pictures_are_words_of_the_language_in_ascii(records: Records, subject: str):
    filters, _ = parse_query(QUERY, records.catalogue)
    figures = gather(records, of_one_union(records, filters) if subject == "unit" else filters)
    for language in LANGUAGES.values():
        shown = PageContent(records, figures, Wording(language, figures.catalogue), {})
        schemes = {name for chart in sector_parts(shown) for name in chart[:1]} | set(figures.cuts)
        schemes |= {breakdown.scheme for breakdown in fetch_recognition(records, filters).printed}
        names = [name for name, *_ in charts_of(subject, shown)]
        assert names and set(names) - schemes <= set(language.exports.pictures)
    vietnamese = [slug(one) for one, _ in PICTURES.values()]
    assert len(set(vietnamese)) == len(vietnamese) and all(word.isascii() for word in vietnamese)


def test_the_picture_says_what_it_is(made: Make):
    for name, content in files(made, "overview").items():
        if name.endswith(".svg"):
            text = written(content)
            assert text[0].startswith("DỮ LIỆU MÔ PHỎNG")
            assert text[2].startswith("Phạm vi: Giai đoạn 1")
            assert text[2].replace("\u00a0", " ").endswith("Tính đến 20/04/2022 08:00")
            assert any(line.startswith("Nguồn: ") for line in text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_title_stands_twice(made: Make, language: str):
    """“63 tỉnh tỉnh”: a unit that the number brings along and the title adds."""
    for subject in ("map", "overview", "sectors"):
        for name, content in files(made, subject, language=language).items():
            if name.endswith(".svg"):
                title = written(content)[1]
                assert not re.search(r"\b(\w{3,}) \1\b|prov\. ", title), title


def test_a_picture_without_a_page_explains_its_own_signs(made: Make):
    """Numbered events and hatched bars, which the page explains beside the chart."""
    drawn = files(made, "trend", "as_of=2022-04-20T08:00")
    curve, steps = (" ".join(written(drawn[name])) for name in sorted(drawn) if name.endswith(".svg"))
    signs = re.findall("[①-⑳]", curve)
    assert signs and all(signs.count(sign) == 2 for sign in signs)
    assert LANGUAGES["vi"].trend.steps_note.rstrip(".") in steps


def test_a_png_has_twice_the_dots_and_the_colours_of_the_chart():
    svg = picture_of(CHARTS["ranking"](PLAIN), "Mười đơn vị dẫn đầu", STAMP)
    image = Image.open(io.BytesIO(png_of(svg))).convert("RGB")
    assert image.width == 2 * WIDTH
    colours = {colour for _, colour in image.getcolors(1 << 20)}
    assert {(242, 183, 5), (11, 95, 165), (255, 224, 138), (255, 255, 255)} <= colours


def test_letters_after_digits_are_not_lost():
    """The font of the digits has no letters, and the renderer would drop them all."""
    plain = CHARTS["ranking"](PLAIN)
    one, other = (png_of(picture_of(plain, title, STAMP)) for title in ("10", "10 đơn vị dẫn đầu"))
    assert len(other) > len(one) + 500


@pytest.fixture
def coarse(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float]]:
    """Every picture is drawn, with few dots: most of its time goes into them. They and their widths are kept."""
    drawn = []

    def draw(svg: str, width: float = WIDTH, dots: float = POINT) -> bytes:
        drawn.append((svg, width))
        return png_of(svg, width, dots / 8)

    monkeypatch.setattr("exports.svg.png_of", draw)
    return drawn


@pytest.mark.parametrize("subject", PICTURED)
@pytest.mark.parametrize("query", QUERIES)
def test_every_scope_gives_pictures(records: Records, coarse: list[tuple[str, float]], subject: str, query: str):
    filters, _ = parse_query(query, records.catalogue)
    archive = zipfile.ZipFile(io.BytesIO(write_pictures(records, filters, LANGUAGES["en"], OCCASION, subject)))
    assert archive.namelist()
    for name in archive.namelist():
        content = archive.read(name)
        assert content.startswith(b"<svg" if name.endswith(".svg") else b"\x89PNG")
    framed = [(svg, frame.dots) for svg, width in coarse for frame in FRAMES if width == frame.dots[0]]
    assert framed and not [problem for svg, dots in framed for problem in illegible(svg, dots)]
    for svg, _ in coarse:  # the moment stands in the head: notes below the chart do not say it again
        moments = re.findall(r"As of \d+ \w+ \d{4} \d\d:\d\d", " ".join(written(svg)).replace("\u00a0", " "))
        assert len(moments) == len(set(moments)), moments


def test_markup_of_strangers_stays_text():
    figure = CHARTS["ranking"](PLAIN)
    svg = picture_of(figure, "<script>alert(1)</script> & co", STAMP)
    assert "<script" not in svg
    assert ET.fromstring(svg) is not None


def test_a_page_takes_under_three_seconds(cpu_seconds: Callable[..., float]):
    assert cpu_seconds(write_pictures) < 3


@pytest.mark.usefixtures("without_dots")
@pytest.mark.parametrize(
    ("subject", "query", "expected"),
    [
        ("compare", "compare=units&unit=LD-38&unit=LD-01", ("Các đơn vị", "Thanh Hóa", "Hà Nội")),
        ("compare", "compare=programmes&unit=LD-38&unit=LD-01", ("Hai chương trình", "1 triệu sáng kiến")),
        ("compare", "compare=moments&unit=LD-38&unit=LD-01&as_of=2022-04-20T08:00", ("Ai thêm nhiều nhất",)),
        ("compare", "unit=LD-38&unit=LD-01", ("Các đơn vị",)),
        ("trend", "step=month", ("Cập nhật theo tháng",)),
        ("trend", "step=day&phase=1", ("Cập nhật theo ngày",)),
        ("trend", "step=century", ("Cập nhật theo tuần",)),
        ("targets", "target=assigned", ("so với chỉ tiêu giao", "□ Đăng ký")),
        ("ranking", "top=5&measure=valid", ("5 đơn vị dẫn đầu: số sáng kiến hợp lệ",)),
        ("overview", "top=5&measure=benefit", ("Thanh Hóa dẫn đầu: 3.573 sáng kiến",)),
        ("sectors", "sector=y-te", ("Y tế", "Giáo dục", "Nông nghiệp")),
        ("people", "position=worker", ("Lãnh đạo, quản lý", "Cán bộ công đoàn")),
        ("value", "sector=y-te", ("Giáo dục",)),
    ],
)
def test_pictures_show_what_the_page_shows(records: Records, subject: str, query: str, expected: tuple[str, ...]):
    filters, _ = parse_query(query, records.catalogue)
    occasion = Occasion(switches=switches_of(parse_qs(query)))
    archive = zipfile.ZipFile(io.BytesIO(write_pictures(records, filters, LANGUAGES["vi"], occasion, subject)))
    text = "\n".join(
        line for name in archive.namelist() if name.endswith("svg") for line in written(archive.read(name))
    )

    text = text.replace("\u00a0", " ")  # signs stay with their words

    assert not [sentence for sentence in expected if sentence not in text]


@pytest.mark.usefixtures("without_dots")
def test_the_shape_of_the_map_that_is_shown_comes_first(records: Records):
    filters, _ = parse_query(QUERY, records.catalogue)
    for shape in SHAPES:
        content = write_pictures(records, filters, LANGUAGES["vi"], Occasion(switches={"shape": shape}), "map")
        assert zipfile.ZipFile(io.BytesIO(content)).namelist()[0] == f"1-{slug(PICTURES[f'map-{shape}'][0])}.svg"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_without_anything_to_draw_says_so(made: Make, language: str):
    pictures = files(made, "value", "programme=son-tay-2024", language)

    word = slug(LANGUAGES[language].exports.pictures["notice"])
    assert [name for name in pictures if name.endswith("svg")] == [f"1-{word}.svg"]
    assert LANGUAGES[language].charts.nothing in written(pictures[f"1-{word}.svg"])


def test_the_map_names_every_place_and_the_licence_of_its_outlines(
    made: Make, answers: Callable[..., list[dict[str, str]]]
):
    pictures = files(made, "map")
    tiles, outline = (written(pictures[f"{name}.svg"]) for name in ("1-ban-do-o", "2-ban-do-ranh-gioi"))
    (most, *_) = sorted(answers("map"), key=lambda row: -int(row["value"] or 0))
    value = f"{int(most['value']):,}".replace(",", ".")

    assert value in tiles and value in outline
    assert tiles.count("Hoàng Sa") == tiles.count("Trường Sa") == 1
    assert "Quần đảo Hoàng Sa" in outline
    assert any("ODbL" in line for line in outline) and not any("ODbL" in line for line in tiles)


def test_the_picture_of_a_union_says_whose_it_is(made: Make):
    for name, content in files(made, "unit").items():
        if name.endswith(".svg"):
            assert any("Đơn vị: " in line for line in written(content))


def test_letters_the_typeface_of_digits_lacks_are_not_lost():
    canvas = Canvas()
    canvas.text((0, 0), "<b>23</b> · 08/01/2022", size=14, colour="#000000")
    canvas.text((0, 0), "163.532", size=14, colour="#000000")
    mixed, number = canvas.parts

    assert "Tabular" not in mixed and "Tabular" in number


@pytest.mark.parametrize("sign", ["→", "②", "◆"])
def test_signs_of_another_typeface_stand_by_themselves(sign: str):
    canvas = Canvas()
    canvas.text((100, 0), f"từ 5 {sign} 7", size=10, colour="#000000", anchor="right")
    (text,) = ET.fromstring(canvas.svg(9, 9))
    places = [float(part.get("x")) for part in text]

    assert ["".join(part.itertext()) for part in text] == ["từ 5 ", sign, " 7"]
    assert places == sorted(places) and places[-1] < 100


def test_a_picked_part_of_the_people_in_which_nobody_is_still_shows_the_others(prepared_url: str):
    rows = "unit | uploaded_at | position\nLD-38 | 2022-02-01 08:00 | officer"
    with closing(records_over(prepared_url, rows)) as records:
        archive = zipfile.ZipFile(
            io.BytesIO(write_pictures(records, Filters(positions=("worker",)), LANGUAGES["vi"], subject="people"))
        )

    assert [name for name in archive.namelist() if name.endswith(".svg")] == ["1-chuc-vu.svg"]
