"""Every page of frozen figures says so and shows the frozen numbers."""

from datetime import datetime, timedelta

import pytest
import streamlit as st

from data_access.snapshots.freezing import freeze
from interface.shell.page_list import PAGES
from model.reader import Reader, Role
from tests.data_access.invented_rows import FIRST, invent, write
from tests.pages.running import open_page, words

MOMENT = datetime(2022, 6, 4, 8)
SHOWN = [
    page.script for page in PAGES if page.subject in ("overview", "targets", "ranking", "sectors", "trend", "unit")
]


@pytest.fixture
def records(app_url: str) -> str:
    write(app_url, *invent(400, seed=1))
    freeze(app_url, "1tr", "Báo cáo <b>tháng 6</b>", Reader("Lan", Role.ADMIN), MOMENT, code="thang-6")
    return app_url


@pytest.mark.parametrize("script", SHOWN)
def test_every_page_says_that_its_figures_are_frozen(records, script):
    page = open_page(script, snapshot="thang-6")

    assert not page.exception
    assert "Số liệu chốt đến 04/06/2022 08:00: Báo cáo &lt;b&gt;tháng 6&lt;/b&gt;" in words(page)
    assert "không thay đổi" in words(page)


def test_frozen_numbers_stay_and_what_changed_is_reported(records):
    (before, *_) = open_page(snapshot="thang-6").metric
    write(records, *(row | {"unit_id": 1} for row in invent(7, seed=2, first=FIRST - timedelta(days=30))))
    st.cache_resource.clear()  # nobody waits for the refresh here
    page = open_page(snapshot="thang-6")

    assert "đã đổi ở 1 đơn vị" in words(page)
    assert page.metric[0].value == before.value


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.subject)
def test_every_page_of_frozen_figures_stands_though_rows_have_changed(records, page):
    write(records, *invent(7, seed=2, first=FIRST - timedelta(days=30)))
    st.cache_resource.clear()
    shown = open_page(page.script, snapshot="thang-6")

    assert not shown.exception
    assert ("Số liệu chốt đến 04/06/2022 08:00" in words(shown)) == (
        page.subject != "admin"
    )  # accounts are of no moment


def test_an_unknown_snapshot_is_reported_and_the_figures_of_today_shown(records):
    page = open_page(snapshot="nobody")

    assert not page.exception
    assert "nobody" in page.warning[0].value
    assert "Số liệu chốt đến" not in words(page)


def test_the_banner_in_english(records):
    text = words(open_page(snapshot="thang-6", lang="en"))

    assert "Frozen as of" in text
    assert "Nothing about this moment has changed since." in text
