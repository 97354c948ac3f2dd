"""Synchronised sources: what pages say of them, and how staff answer their open questions."""

import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from data_access.database.schema import initiative, sync_source
from data_access.database.transactions import writing
from data_access.importing.syncing.running import run_once
from data_access.importing.syncing.settings import SourceSettings
from data_access.store.refresher import LOOK_EVERY
from interface.shell.readiness import readiness_state
from model.clock import this_moment
from tests.data_access.importing.stored import scalars
from tests.data_access.importing.test_asked_first import BY
from tests.data_access.importing.test_syncing import TABLE, put, run, source_of
from tests.pages.running import open_page, words
from tests.pages.test_messy_files import press


@pytest.fixture
def source(pages_url: str, tmp_path: Path) -> SourceSettings:
    portal = f"sqlite:///{tmp_path / 'portal.db'}"
    run(portal, TABLE)
    put(portal, "P-1", "2022-04-01 08:00:00")
    put(portal, "P-2", "2022-04-02 08:00:00", unit="Xứ Thanh")
    settings = replace(source_of(portal), every=timedelta(minutes=15))
    run_once(pages_url, settings, BY)
    return settings


def test_pages_and_machines_show_how_far_a_source_is(pages_url: str, source: SourceSettings):
    assert f"Số liệu từ nguồn “{source.name}” đến" in words(open_page("dashboard.py"))
    with writing(pages_url) as connection:
        late = this_moment() - timedelta(hours=1)
        connection.execute(update(sync_source).values(succeeded_at=late))
    until = time.monotonic() + 10 * LOOK_EVERY
    while "chậm hơn kế hoạch" not in words(open_page("dashboard.py")):
        assert time.monotonic() < until
    state = readiness_state().sources[source.name]
    assert (state.is_stale, state.waiting) == (True, 1)


def test_what_waits_is_answered_once_on_the_page(pages_url: str, source: SourceSettings):
    page = press(open_page("pages/import.py"), "Trả lời cho 1 dòng")
    next(box for box in page.selectbox if "Xứ Thanh" in box.label).set_value("LD-38")
    page = press(press(page, "Áp dụng"), "Lưu 1 dòng")
    assert not page.exception
    assert sorted(scalars(pages_url, select(initiative.c.code))) == ["P-1", "P-2"]
    assert run_once(pages_url, source, BY).waiting == 0
