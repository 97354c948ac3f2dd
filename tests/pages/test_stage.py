"""The page that prepares the stage: choice of slides, links that start them, saved lists."""

import shutil
from pathlib import Path

import pytest

from tests.pages.running import address, open_page

PAGE = "pages/stage.py"
MEETING = {"as_of": "2022-04-20T08:00", "phase": "1"}


@pytest.fixture
def own_demo(demo_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writable copy of the demonstration records."""
    file = tmp_path / "own.db"
    shutil.copy(demo_database.removeprefix("sqlite:///"), file)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")


def test_the_slides_are_those_of_the_address_in_its_order(demo):
    page = open_page(PAGE, stage="map.headline.nobody.map", **MEETING)

    assert not page.exception
    assert page.multiselect(key="stage_views").value == ["map", "headline"]


def test_slides_that_nobody_chose_are_named_as_they_are_shown(demo):
    chosen = open_page(PAGE, programme="son-tay-2024").multiselect(key="stage_views").value

    assert chosen[0] == "headline"
    assert not {"targets", "ranking", "race"} & set(chosen)


def test_the_order_chosen_goes_into_the_address(demo):
    page = open_page(PAGE, **MEETING)
    page.multiselect(key="stage_views").set_value(["ranking", "headline"]).run()

    assert address(page)["stage"] == ["ranking.headline"]
    assert address(page)["phase"] == ["1"]
    assert "play=1" in page.code[0].value


def test_an_unknown_list_is_reported_and_the_usual_slides_shown(demo):
    page = open_page(PAGE, stage="khong-co")

    assert "khong" in page.warning[0].value
    assert len(page.multiselect(key="stage_views").value) == 7


def test_a_list_is_saved_opened_by_its_name_alone_and_removed(own_demo):
    page = open_page(PAGE, stage="map.headline", advance="20", **MEETING)
    page.text_input(key="stage_name").set_value("Hội nghị 20/4")
    page.button(key="FormSubmitter:save_list-Lưu").click().run()
    assert address(page)["stage"] == ["hoi-nghi-20-4"]

    shared = open_page(PAGE, stage="hoi-nghi-20-4", play="1")
    assert shared.multiselect(key="stage_views").value == ["map", "headline"]
    assert address(shared)["phase"] == ["1"]
    assert address(shared)["advance"] == ["20"]
    assert address(shared)["play"] == ["1"]

    shared.button(key="forget_hoi-nghi-20-4").click().run()
    assert not shared.exception
    assert not [button for button in shared.button if button.key == "forget_hoi-nghi-20-4"]


def test_a_list_needs_a_name(demo):
    page = open_page(PAGE, **MEETING)
    page.button(key="FormSubmitter:save_list-Lưu").click().run()

    assert "đặt tên" in page.warning[0].value
