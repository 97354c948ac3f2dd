"""The printed reports on screen have as many pages as the file."""

import pytest

import exports.pdf
import interface.shell.exporting
from interface.shell.page_list import PAGES
from tests.pages.running import open_page, words

MEETING = {"as_of": "2022-04-20T08:00", "phase": "1"}


@pytest.mark.parametrize(("form", "least"), [("one-page", 1), ("full", 4), ("formal", 4), ("nothing", 1)])
def test_every_form_shows_its_pages(demo, form, least):
    page = open_page("pages/reports.py", form=form, **MEETING)

    assert not page.exception
    shown = page.get("image")
    assert len(shown) >= least
    assert (len(shown) == 1) == (least == 1)
    assert f"Xem trước, {len(shown)} trang" in words(page)
    sheets = next(block.proto for block in page.get("flex_container") if block.proto.id.endswith("-report-pages"))
    assert bool(sheets.width_config.pixel_width) == (least == 1)  # one page alone would take half a broad window


def test_the_preview_names_the_whole_address_of_the_page(demo, monkeypatch):
    addresses = []
    preview = exports.pdf.preview_report

    def noted(records, filters, language, occasion, form):
        addresses.append(occasion.link(filters, language))
        return preview(records, filters, language, occasion, form)

    monkeypatch.setattr(exports.pdf, "preview_report", noted)
    monkeypatch.setattr(interface.shell.exporting, "app_address", lambda: "https://sangkien.example/bang")
    open_page("pages/reports.py", **MEETING)

    assert addresses and addresses[0].startswith("https://sangkien.example/bang/reports?")


def offered(page):
    """The files of the menu “Xuất”, which are prepared only when somebody opens it."""
    assert not page.get("download_button")
    page.session_state["export_menu"] = True
    return [button.label for button in page.run().get("download_button")]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_page_offers_its_files(demo, lang):
    for entry in PAGES[:5]:
        labels = offered(open_page(entry.script, lang=lang, **MEETING))
        assert len(labels) == len(set(labels)) == 9, entry.subject
        assert all(labels)


def test_a_page_without_pictures_of_its_own_offers_none(demo):
    labels = offered(open_page("pages/stage.py", **MEETING))

    assert len(labels) == 7
    assert not [label for label in labels if "PNG" in label or "CSV" in label]
