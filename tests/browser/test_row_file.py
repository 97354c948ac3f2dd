"""The file of single initiatives has as many rows as the page says, whatever its length."""

import csv
import re

import pytest

pytestmark = pytest.mark.browser


def saved_rows(browser_page, button: str, folder) -> list[list[str]]:
    with browser_page.expect_download(timeout=60_000) as caught:
        browser_page.locator(button).first.click()
    file = folder / caught.value.suggested_filename
    caught.value.save_as(file)
    assert re.fullmatch(r"(?:one-million-initiatives|1-trieu-sang-kien)_[a-z0-9-]+_[\d-]{10}_[a-z-]+\.csv", file.name)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines))


def total_on_page(browser_page) -> int:
    browser_page.locator(".st-key-pages").wait_for(timeout=60_000)
    count = browser_page.locator(".st-key-count_all button")
    if count.count():
        count.click()
        count.wait_for(state="detached")
    words = browser_page.locator(".st-key-pages").inner_text(timeout=60_000)
    return int(re.search(r"/ ([\d.,]+)", words)[1].replace(".", "").replace(",", ""))


def test_a_long_file_is_prepared_and_saved(browser_page, tmp_path):
    browser_page.goto("/explore?phase=1&as_of=2022-04-20T08:00&lang=en")
    total = total_on_page(browser_page)
    browser_page.locator(".st-key-rows_csv button").first.click()
    link = browser_page.locator(".st-key-rows_file a")
    link.wait_for(timeout=60_000)
    assert f"{total:,} rows" in browser_page.locator(".st-key-rows_file").inner_text()
    heads, *rows = saved_rows(browser_page, ".st-key-rows_file a", tmp_path)

    assert (len(rows), total) == (163_532, 163_532)
    assert heads[:2] == ["Code", "Title"]
    assert len({row[0] for row in rows}) == total


def test_a_short_file_comes_at_a_click(browser_page, tmp_path):
    browser_page.goto("/explore?unit=LD-38&q=sang+kein&as_of=2022-01-31")
    total = total_on_page(browser_page)
    heads, *rows = saved_rows(browser_page, ".st-key-rows_csv button", tmp_path)

    assert 0 < len(rows) == total
    assert heads[:2] == ["Mã", "Tên sáng kiến"]
