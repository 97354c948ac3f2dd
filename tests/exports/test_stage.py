"""The slides of the stage as data are correct, have few bars, and show scope, moment, source and banner."""

from collections.abc import Callable, Iterator

import orjson
import pytest

from data_access.reference.reference_data import lines
from data_access.store.records import Records
from exports.html.stage import USUAL, VIEWS, make_slides
from exports.html.stage.leaders import _frame
from exports.html.stage.palettes import PALETTES
from exports.html.stage.sheet import (
    Slide,
    SlideScope,
    bar,
    bar_groups,
    fitted_name,
    in_one_size,
    is_one_line,
    new_slide,
)
from exports.html.stage.sheet import is_usual as speaks
from language.exports.stage import ENGLISH, VIETNAMESE
from language.languages import LANGUAGES
from model.address import parse_query
from model.codes import REGIONS
from presentation.briefs.value import brief_value
from presentation.figures import gather
from presentation.race import RaceFrame
from presentation.wording import Wording
from tests.exports.small_programme import QUERY, UPLOADS
from tests.exports.test_workbook import QUERIES

Answers = Callable[..., list[dict[str, str]]]


def slides(records: Records, query: str = QUERY, language: str = "vi") -> dict[str, Slide]:
    filters, _ = parse_query(query, records.catalogue)
    return {slide["view"]: slide for slide in make_slides(records, filters, LANGUAGES[language], VIEWS)}


@pytest.fixture(scope="module")
def shown(records: Records) -> dict[str, Slide]:
    return slides(records)


def bar_lists(slide: Slide) -> Iterator[list[dict[str, object]]]:
    body = slide["body"]
    yield from (group["rows"] for group in body.get("groups", ()))
    yield from (frame["rows"] for frame in body.get("frames", ()))


def number(text: object) -> int:
    return int(str(text).replace(".", "").replace("+", ""))


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_view_of_every_scope_is_a_slide(records: Records, query: str, language: str):
    result = slides(records, query, language)
    assert list(result) == [view for view in VIEWS if view in result or view != "map"]  # a map needs two places
    for slide in result.values():
        assert orjson.dumps(slide)
        assert slide["title"]
        assert slide["body"]["type"] != "groups" or slide["body"]["groups"]
        assert "{" not in slide["title"] + slide["asOf"] + slide["source"]
        assert all(len(rows) <= 10 for rows in bar_lists(slide))
        assert all(0 <= bar["part"] <= 1 for rows in bar_lists(slide) for bar in rows)


def test_whoever_speaks_is_given_sentences_with_the_numbers_of_the_slide(shown: dict[str, Slide]):
    assert f"{sum(UPLOADS.values()):,} sáng kiến".replace(",", ".") in shown["headline"]["say"][0]
    assert any("Thanh Hóa" in sentence for sentence in shown["ranking"]["say"])
    assert [slide["view"] for slide in shown.values() if not slide["say"]] == []
    assert all(slide["origin"].startswith("Nguồn: ") for slide in shown.values())


def test_each_slide_can_be_defended(shown: dict[str, Slide]):
    for view, slide in shown.items():
        assert slide["banner"] == "DỮ LIỆU MÔ PHỎNG", view
        assert slide["scope"].startswith("Phạm vi: Giai đoạn 1"), view
        assert "20/04/2022" in slide["asOf"], view
        assert slide["source"].startswith("Nguồn: "), view


def test_published_numbers_keep_their_word(records: Records):
    headline = slides(records, "basis=published&as_of=2022-04-20T08:00&phase=1")["headline"]
    assert headline["body"]["number"] == "hơn 163.532"
    assert headline["title"].startswith("Hơn 163.532")


def test_the_places_are_those_of_the_answer(shown: dict[str, Slide], answers: Answers):
    (rows,) = bar_lists(shown["ranking"])
    expected = [row for row in answers("ranking") if row["unit_code"]]
    assert [(row["key"], number(row["text"])) for row in rows] == [(r["unit_code"], int(r["value"])) for r in expected]
    assert [row["tone"] for row in rows] == ["gold"] * 3 + ["data"] * 7


def test_the_race_ends_where_the_ranking_stands(shown: dict[str, Slide], answers: Answers):
    frames = shown["race"]["body"]["frames"]
    assert 2 <= len(frames) <= 20
    assert frames[-1]["label"] == "Tính đến 20/04/2022 08:00"
    last = {row["key"]: number(row["text"]) for row in frames[-1]["rows"]}
    assert last == {row["unit_code"]: int(row["value"]) for row in answers("ranking") if row["unit_code"]}
    ways = [[number(row["text"]) for frame in frames for row in frame["rows"] if row["key"] == key] for key in last]
    assert all(way == sorted(way) for way in ways)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("title", ["race", "race_shared"])
def test_a_title_of_the_race_takes_one_line_whoever_leads(language: str, title: str):
    """A second line would overlap the moment of the race."""
    names = [f"Phân xưởng Cơ điện, Bảo trì và Xử lý nước thải của Nhà máy số {one}" for one in range(3)]
    text = LANGUAGES[language].stage.titles[title].format
    whole = text(moment="31/12/2026", unit=names[0], units=", ".join(names), count="1.234.567")
    short = text(
        moment="31/12/2026",
        unit=f"{names[0][:17]}…",
        units=LANGUAGES[language].exports.slides.several,
        count="1.234.567",
    )

    drawn = _frame(RaceFrame("", whole, short, ()))

    assert not is_one_line(whole) and is_one_line(short)
    assert drawn["title"] == short


def test_names_of_one_list_and_of_one_race_are_of_one_size(shown: dict[str, Slide]):
    frames = [frame["rows"] for frame in shown["race"]["body"]["frames"]]
    lists = [rows for slide in shown.values() for rows in bar_lists(slide)]
    for rows in (*lists, [row for frame in frames for row in frame]):
        assert len({"long" in row for row in rows}) <= 1
    short, long = (bar("a", name, 1, "1", 2) for name in ("Phân xưởng Ép", "Phân xưởng Lắp ráp số 2"))
    assert ["long" in row for row in bar_groups(("", [short, long]))["groups"][0]["rows"]] == [True, True]
    assert in_one_size([short]) == [short] and in_one_size([short], [long]) == [short | {"long": True}]


def test_who_reported_nothing_stands_in_no_list_but_in_the_note(shown: dict[str, Slide], answers: Answers):
    targets = shown["targets"]["body"]
    values = {row["key"] for rows in bar_lists(shown["targets"]) for row in rows}
    silent = {row["unit_code"] for row in answers("targets") if row["status"] == "not_reported"}
    assert silent
    assert not values & silent
    assert f"Chưa báo cáo: {len(silent)}" in targets["note"]
    assert targets["note"].startswith("Vạch đỏ: 100% chỉ tiêu")  # on every bar


def test_the_week_adds_up(shown: dict[str, Slide], answers: Answers):
    week = next(row["value"] for row in answers("overview") if row["metric"] == "last_7_days")
    assert week in shown["changed"]["title"].replace(".", "")
    gained = next(bar_lists(shown["changed"]))
    assert sum(number(row["text"]) for row in gained) <= int(week)


def test_the_steps_narrow(shown: dict[str, Slide]):
    steps, levels = bar_lists(shown["funnel"])
    counts = [number(row["text"]) for row in steps]
    assert counts[0] == sum(UPLOADS.values())
    assert counts == sorted(counts, reverse=True)
    assert sum(number(row["text"]) for row in levels) == counts[1]


def test_the_map_has_every_province_the_archipelagos_and_its_licence(shown: dict[str, Slide]):
    body = shown["map"]["body"]
    assert len(body["places"]) == 63
    assert [note[2:] for note in body["notes"]] == [
        ["Quần đảo Hoàng Sa", "(Đà Nẵng)"],
        ["Quần đảo Trường Sa", "(Khánh Hòa)"],
    ]
    assert "ODbL" in body["licence"]
    assert {place["band"] for place in body["places"]} <= {band for band, _ in body["legend"]}


def test_provinces_that_filters_leave_out_differ_from_those_without_a_number(records: Records):
    body = slides(records, f"{QUERY}&region={REGIONS[1]}")["map"]["body"]
    outside = [place for place in body["places"] if place["band"] == "outside"]

    assert 0 < len(outside) < len(body["places"])
    assert all(place["tip"].endswith(": ngoài phạm vi lọc") for place in outside)
    assert ["outside", "ngoài phạm vi lọc"] in body["legend"]


def test_a_scope_that_cannot_be_compared_has_no_waffle(records: Records):
    assert slides(records, "sector=y-te")["headline"]["body"]["waffle"] is None


def test_one_union_is_the_one_picked(records: Records):
    slide = slides(records, f"{QUERY}&unit=LD-01")["unit"]
    assert slide["title"] == "LĐLĐ thành phố Hà Nội: 1.855 sáng kiến"
    assert ["Hạng 2 trên 82", "ink"] in slide["body"]["lines"]


def test_every_view_and_button_has_its_words():
    for texts in (VIETNAMESE, ENGLISH):
        assert texts.views.keys() == set(VIEWS)
    assert set(USUAL) <= set(VIEWS)


@pytest.mark.parametrize("light", PALETTES)
def test_a_projector_shows_the_text(light: str):
    colours = PALETTES[light]

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    for ink, least in (("ink", 12.0), ("quiet", 7.0), ("data", 4.5), ("below", 4.5)):
        pale, dark = sorted((luminance(colours[ink]), luminance(colours["page"])), reverse=True)
        assert (pale + 0.05) / (dark + 0.05) >= least, ink


def test_of_a_printed_total_alone_the_total_is_shown(records: Records):
    slide = slides(records, "basis=published")["value"]

    assert slide["body"] == {"type": "cards", "cards": [["Giá trị làm lợi", "hơn 33.000\u00a0tỷ\u00a0đồng"]]}


def test_one_union_neither_leads_nor_races(records: Records):
    result = slides(records, "unit=LD-33&phase=1")

    assert result["ranking"]["title"] == "Hưng Yên: hạng 13/82"
    assert result["ranking"]["body"]["cards"][0] == ["Xếp hạng", "13/82"]
    assert len(result["ranking"]["body"]["lines"]) == 2  # who is before and behind it
    assert result["race"]["body"]["type"] == "nothing"
    assert result["map"]["scope"] == "Phạm vi: Giai đoạn 1"
    assert result["headline"]["scope"] == "Phạm vi: Giai đoạn 1 · Đơn vị: Hưng Yên"


@pytest.mark.parametrize("language", LANGUAGES)
def test_benefit_of_one_union_is_shown_by_sector_and_adds_up(records: Records, language: str):
    """A single bar of the union would only repeat the title."""
    filters, _ = parse_query("unit=LD-38", records.catalogue)
    figures, words = gather(records, filters), LANGUAGES[language]
    (text,) = brief_value(records, figures, Wording(words, figures.catalogue)).lists
    assert text.head == words.value.sectors_title and len(text.bars) > 1
    assert sum(bar.value for bar in text.bars) == figures.overview.facts["benefit_vnd"].value


@pytest.mark.parametrize("programme", ["1tr", "son-tay-2024", "75n", "cu-jut-5-nam", "phu-xuyen-5-nam"])
def test_slides_that_nobody_chose_have_something_to_say(records: Records, programme: str):
    filters, _ = parse_query(f"programme={programme}", records.catalogue)
    usual = make_slides(records, filters, LANGUAGES["vi"], ())
    speaking = [slide["view"] for slide in make_slides(records, filters, LANGUAGES["vi"], VIEWS) if speaks(slide)]

    assert usual and all(speaks(slide) for slide in usual)
    assert len(usual) == min(len(USUAL), len(speaking))
    assert [view for view in USUAL if view in speaking] == [one["view"] for one in usual if one["view"] in USUAL]


def test_one_bar_that_says_what_the_first_slide_says_is_no_usual_slide(records: Records):
    filters, _ = parse_query("unit=LD-38&phase=1", records.catalogue)
    usual = [slide["view"] for slide in make_slides(records, filters, LANGUAGES["vi"], ())]

    assert "targets" not in usual and "ranking" in usual
    assert slides(records, "unit=LD-38&phase=1")["targets"]["body"]["groups"]  # who asks for it gets it


def test_where_no_slide_has_anything_to_say_the_first_says_that(records: Records):
    filters, _ = parse_query("programme=75n&as_of=2020-01-01", records.catalogue)

    assert [slide["view"] for slide in make_slides(records, filters, LANGUAGES["vi"], ())][:1] == ["headline"]


def test_printed_figures_alone_name_their_source(records: Records):
    slide = slides(records, "programme=son-tay-2024")["headline"]

    assert "Báo Lao động Thủ đô" in slide["source"]
    assert "lượt nộp" not in slide["asOf"]


def test_a_long_title_is_marked_as_long(records: Records):
    filters, _ = parse_query("as_of=2022-04-20T08:00&phase=1", records.catalogue)
    question = SlideScope(records, gather(records, filters), Wording(LANGUAGES["vi"], records.catalogue))

    assert not new_slide(question, "headline", "163.532 sáng kiến, bằng 54,5% chỉ tiêu 300.000", {})["long"]
    assert new_slide(question, "headline", "6 of the 79 unions with a registered target met or exceeded it", {})["long"]


def test_names_that_begin_and_end_alike_stay_distinct_beside_their_bars():
    firm = "Công đoàn cơ sở Công ty TNHH Một thành viên Cơ khí Trường Thành"
    texts = [fitted_name(f"{firm} {end}") for end in ("Long Thành", "Nhơn Trạch", "Xuân Lộc 2")]
    assert len(set(texts)) == 3 and all(len(name) <= 60 and "…" in name for name in texts)
    assert fitted_name("CĐCS Công ty Cường Thịnh Long Thành") == "CĐCS Công ty Cường Thịnh Long Thành"


def test_names_of_criteria_are_not_cut_beside_their_bars():
    """“From the non-state sector against… of the target (%)” did not say what it is measured by."""
    names = [line[name] for line in lines("grading_criteria.csv") for name in ("name_vi", "name_en")]
    assert len(names) > 10
    assert [name for name in names if fitted_name(name) != name] == []
