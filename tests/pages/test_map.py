"""Provinces have the same numbers as tiles, as outlines, and in the list beside the map."""

import json
from urllib.parse import parse_qs

import pytest

from interface.sections.atlas import toggle_place
from tests.pages.address import Address
from tests.pages.running import markup, open_page, words

PAGE = "pages/map.py"


def drawing(page):
    """The input of the map component."""
    (element,) = page.get("bidi_component")
    return json.loads(element.proto.json)


@pytest.mark.parametrize("boundary,places", [("63", 63), ("34", 34)])
@pytest.mark.parametrize("shape,islands", [("tiles", 2), ("outline", 0)])
def test_every_province_is_drawn_and_the_archipelagos_too(demo, boundary, places, shape, islands):
    drawn = drawing(open_page(PAGE, boundary=boundary, shape=shape))

    assert len(drawn["places"]) == places + islands
    text = json.dumps(drawn, ensure_ascii=False)
    assert "Hoàng Sa" in text and "Trường Sa" in text
    assert len(drawn["legend"]) == 5


def test_the_total_is_the_same_for_63_and_34(demo):
    old, new = (words(open_page(PAGE, boundary=boundary)).split("Tổng **")[1] for boundary in ("63", "34"))

    assert old.partition("**")[0] == new.partition("**")[0]


def test_names_of_strangers_stay_text(demo):
    page = open_page(PAGE, unit=["<b>x</b>"])

    assert "<b>x</b>" not in markup(page)


def test_the_outline_names_its_licence(demo):
    assert "ODbL" in words(open_page(PAGE, shape="outline"))


def test_a_unit_of_the_address_is_chosen_on_the_map(demo):
    drawn = drawing(open_page(PAGE, unit=["LD-38"]))

    assert [place["code"] for place in drawn["places"] if place["on"]] == ["LD-38"]


def test_a_click_toggles_the_units_of_a_place(monkeypatch, demo_catalogue):
    import streamlit as st

    monkeypatch.setattr(st, "query_params", Address({"unit": ["LD-38"]}))
    toggle_place("34:24", demo_catalogue)
    assert st.query_params["unit"] == ["LD-38", "LD-24", "LD-27"]
    toggle_place("34:24", demo_catalogue)
    assert st.query_params["unit"] == ["LD-38"]


def test_published_figures_keep_the_more_than_and_say_what_is_missing(demo):
    page = open_page(PAGE, basis="published", as_of="2022-04-20T08:00")

    assert "hơn 163.532" in words(page)
    assert ["none", "chưa có số liệu"] in drawing(page)["legend"]


def links(page):
    """The queries of the links in the sidebar, by page."""
    return {link.proto.page: parse_qs(link.proto.query_string) for link in page.sidebar.get("page_link")}


@pytest.mark.parametrize(
    "question,opened", [({}, "reached"), ({"sector": ["y-te"]}, "per100"), ({"measure": "valid"}, "valid")]
)
def test_the_menu_opens_the_map_on_what_provinces_of_any_size_share(demo, question, opened):
    assert links(open_page(**question))["map"]["measure"] == [opened]


def test_what_the_map_opened_with_stays_with_the_map(demo):
    page = open_page(PAGE, measure="reached")

    assert "measure" not in links(page)["ranking"]
    assert links(open_page(PAGE, measure="valid"))["ranking"]["measure"] == ["valid"]


def test_an_address_without_a_measure_means_what_it_always_meant(demo):
    assert page_measure(open_page(PAGE)) == "uploads"


def page_measure(page):
    return page.selectbox(key="switch_measure").value


@pytest.fixture
def demo_catalogue(demo):
    from interface.shell.loading import open_records

    return open_records().catalogue


@pytest.mark.parametrize(("lang", "lines"), [("vi", ["Quần đảo", "Hoàng Sa"]), ("en", ["Hoàng Sa", "archipelago"])])
def test_the_tile_of_an_archipelago_reads_in_the_order_of_the_language(demo, lang, lines):
    drawn = drawing(open_page(PAGE, shape="tiles", lang=lang))

    assert lines in [place["text"] for place in drawn["places"] if place.get("island")]
