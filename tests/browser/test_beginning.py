"""The shortest way to one's own programme: from an empty database and the template to the pages."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from benchmarks.beginning.__main__ import Play
from benchmarks.beginning.organisations import enterprise
from data_access.reference.seed import prepare
from tests.browser.watching import open_at
from tests.serving import serving

pytestmark = pytest.mark.browser


def test_a_clerk_comes_from_an_empty_database_to_a_programme(chromium, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'own.db'}"
    prepare(url, say=lambda *_: None, empty=True)
    with serving(url, tmp_path / "log") as address:
        page = chromium.new_page(base_url=address, viewport={"width": 1366, "height": 768})
        other = chromium.new_page(base_url=address)
        open_at(other, "/ranking")
        Play(enterprise(), page, tmp_path).set_up()

        # Who waits at the empty database sees the first programme come, without a click.
        expect(other.locator("[data-testid=stMain] a[href*=programmes]")).to_have_count(0)
        expect(other.locator("h1")).to_have_text("Xếp hạng")
        other.close()

        open_at(page, "/targets?within=PX01")

        text = page.locator("body").inner_text()
        assert "Mỗi tổ một sáng kiến" in text and "Tổ 1 Phân xưởng Ép" in text and "cả nước" not in text
        page.close()
