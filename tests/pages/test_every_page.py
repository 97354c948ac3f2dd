"""Every page opens, states its moment, and explains plainly what is wrong."""

import pytest
from streamlit.testing.v1 import AppTest

from interface.shell.page_list import PAGES
from language.languages import LANGUAGES
from tests.pages.running import charts, markup, open_page, opened_sources, words

SCRIPTS = [page.script for page in PAGES]
WITH_FIGURES = [page.script for page in PAGES if page.subject != "admin"]  # accounts are of no programme and moment
PROGRAMMES = ["1tr", "75n", "son-tay-2024", "phu-xuyen-5-nam", "cu-jut-5-nam"]


@pytest.mark.parametrize("script", WITH_FIGURES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_page_opens_with_its_as_of_and_the_simulated_banner(demo, script, lang):
    page = open_page(script, lang=lang)

    text = words(page)
    assert not page.exception
    assert ("Tính đến" if lang == "vi" else "As of") in text
    assert ("DỮ LIỆU MÔ PHỎNG" if lang == "vi" else "SIMULATED DATA") in text
    assert_one_form_of_sources(page, lang)


def assert_one_form_of_sources(page: AppTest, lang: str) -> None:
    """As of when, then from where: some opened a name alone, others a moment alone."""
    as_of, source = (f"**{word}:**" for word in (LANGUAGES[lang].facts.as_of_label, LANGUAGES[lang].facts.source))
    for first, second, *_ in opened_sources(page):
        assert first.startswith(f"{as_of} ") and second.startswith(source) and len(second) > len(source)


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("programme", PROGRAMMES)
def test_published_figures_never_carry_the_simulated_banner(demo, script, programme):
    page = open_page(script, programme=programme, basis="published")

    assert not page.exception
    assert "DỮ LIỆU MÔ PHỎNG" not in words(page)
    assert_one_form_of_sources(page, "vi")


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_database_without_records_is_no_zero(bare, script):
    page = open_page(script)

    assert not page.exception
    assert "DỮ LIỆU MÔ PHỎNG" not in words(page)


@pytest.mark.parametrize("script", SCRIPTS)
def test_an_away_database_is_one_sentence_and_a_code(away, script):
    page = open_page(script)

    (problem,) = page.error
    assert not page.exception
    assert "Chưa kết nối được cơ sở dữ liệu" in problem.value
    assert "postgresql" not in words(page) and "127.0.0.1" not in words(page)


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_filter_that_nothing_matches_breaks_nothing(demo, script):
    page = open_page(script, sector=["y-te"], unit=["CD-HH"], as_of="2022-01-08")

    assert not page.exception


def test_an_empty_result_names_the_filter_to_loosen(demo):
    page = open_page(unit=["CD-HH"], region=[], sector=["y-te"])

    text = " ".join(info.value for info in page.info)
    assert "Không có sáng kiến nào khớp" in text
    assert "Hàng hải" in text and "Y tế" not in text


def test_why_a_moment_holds_nothing_is_explained_once(demo):
    texts = [info.value for info in open_page(as_of="2021-08-20").info]

    assert len([one for one in texts if "20/08/2021" in one]) == 1
    assert "trước khi chương trình bắt đầu" in texts[0]


def test_a_replayed_page_shows_what_a_drawn_one_shows(demo, monkeypatch):
    drawn, replayed = open_page(), open_page()
    monkeypatch.setenv("DASHBOARD_REPLAY", "off")
    anew = open_page()

    assert words(drawn) == words(replayed) == words(anew)
    assert [chart.to_json() for chart in charts(drawn)] == [chart.to_json() for chart in charts(anew)]


def test_unknown_values_of_an_address_are_reported_and_ignored(demo):
    page = open_page(region=["atlantis"], phase="9", top="many")

    text = " ".join(warning.value for warning in page.warning)
    assert "atlantis" in text and "phase" in text and "top" in text
    assert not page.exception


def test_markdown_in_an_address_stays_text(demo):
    page = open_page(region=["![x](http://example.com/t.png)"])

    assert "![x](http" not in markup(page)


def test_the_default_view_draws_its_charts(demo):
    assert len(charts(open_page())) == 3


@pytest.mark.parametrize("script", ["dashboard.py", "pages/targets.py", "pages/sectors.py", "pages/map.py"])
def test_a_meeting_set_once_is_shown_on_every_page(demo, script: str):
    page = open_page(script, as_of="2022-04-20T08:00", phase="1", before="2022-04-13T08:00")

    assert "+41.464 sáng kiến (122.068 → 163.532)" in words(page)
