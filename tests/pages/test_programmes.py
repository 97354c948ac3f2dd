"""The page /programmes, and what every page says before there is a programme."""

import io
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import streamlit as st
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from data_access.database.transactions import reading
from data_access.programmes.pages import read_pages
from data_access.programmes.saving import load_content
from data_access.programmes.setup import Setup
from data_access.programmes.sheets import SHEETS
from data_access.programmes.states import Standing, list_programmes
from data_access.reference.seed import prepare
from data_access.staff.accounts import AccountDraft, add_accounts
from data_access.staff.sessions import LoginSessions
from importer.commands import main
from interface.shell.page_list import PAGES
from language.languages import LANGUAGES, VIETNAMESE
from model.reader import LOCAL
from tests.books import book_of, saved
from tests.copies import Copies
from tests.data_access.programmes.made_programme import EXAMPLE, make
from tests.pages.running import open_page, words
from tests.pages.visitors import Browser, come_from
from web.sessions import COOKIE

PAGE = "pages/programmes.py"
SCRIPTS = [page.script for page in PAGES]


@pytest.fixture
def url(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A new database without example programmes."""
    yield from begun(copies, monkeypatch, "begun", begin)


def begun(copies: Copies, monkeypatch: pytest.MonkeyPatch, name: str, make: Callable[[str], None]) -> Iterator[str]:
    with copies.of("sqlite", name, make, empty=True) as address:
        monkeypatch.setenv("DATABASE_URL", address)
        yield address


def begin(address: str) -> None:
    prepare(address, say=lambda *_: None, empty=True)


@pytest.fixture
def set_up(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    yield from begun(copies, monkeypatch, "set up", set_up_once)


def set_up_once(address: str) -> None:
    begin(address)
    with TemporaryDirectory() as folder:
        make(EXAMPLE, Path(folder))
        load_content(address, (Path(folder) / "setup.xlsx").read_bytes(), "setup.xlsx", LOCAL)


def standing(url: str) -> dict[str, Standing]:
    with reading(url) as connection:
        return {one.code: one for one in list_programmes(connection)}


def click(page: AppTest, key: str) -> AppTest:
    return page.button(key).click().run()


def book(*sheets: tuple[str, list[tuple[object, ...]]]) -> bytes:
    return saved(book_of(dict(sheets)))


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("script", SCRIPTS)
def test_before_the_first_programme_every_page_leads_to_it_in_one_click(url: str, script: str, lang: str) -> None:
    page = open_page(script, lang=lang)

    assert not page.exception and not page.error
    links = [link.proto.page for link in page.get("page_link")]
    assert any(link.endswith("programmes") for link in links)
    if script not in (PAGE, "pages/admin.py"):
        assert LANGUAGES[lang].programmes.begin in page.info[0].value


def test_who_may_not_set_up_sees_whom_to_contact(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_ACCESS", "login")
    add_accounts(url, LOCAL, [AccountDraft("lead@example.vn", "lead")])
    come_from(Browser(cookies={COOKIE: str(LoginSessions(url).begin("lead@example.vn"))}), monkeypatch)

    assert VIETNAMESE.programmes.ask_admin in open_page().info[0].value
    page = open_page(PAGE)
    assert VIETNAMESE.programmes.may_not in page.info[0].value
    assert not page.tabs


def test_a_filled_workbook_is_previewed_and_saved_when_somebody_says_so(url: str, tmp_path: Path) -> None:
    make(EXAMPLE, tmp_path)
    page = open_page(PAGE)
    content = (tmp_path / "setup.xlsx").read_bytes()
    page = page.get("file_uploader")[0].upload("setup.xlsx", content).run()
    assert not standing(url)
    assert "Giai đoạn: thêm 4" in words(page)

    page = click(page, "programme_save")

    assert not page.exception
    assert "Đã lưu chương trình" in page.success[0].value
    assert standing(url)["xanh-2026"].units == 6
    beginning, ending = VIETNAMESE.programmes.list_note.split("{moment}")  # a figure has its as-of
    (note,) = (note.value for note in page.caption if note.value.endswith(ending))
    assert re.fullmatch(r"\d\d/\d\d/\d{4} \d\d:\d\d", note.removeprefix(beginning).removesuffix(ending))
    assert "Thử" in words(open_page())


def test_a_wrong_workbook_says_where_and_cannot_be_saved(url: str) -> None:
    page = open_page(PAGE)
    lines = [("Mã", "ct"), ("Tên", "CT"), ("Bắt đầu", "32/01/2026"), ("Kết thúc", date(2026, 12, 31))]
    page = page.get("file_uploader")[0].upload("x.xlsx", book(("Chương trình", lines))).run()

    assert "dòng 3, cột Bắt đầu" in page.error[0].value
    assert "programme_save" not in [button.key for button in page.button]
    assert not click(page, "programme_discard").error
    assert not standing(url)


def test_states_change_and_an_empty_programme_can_be_removed(set_up: str) -> None:
    page = open_page(PAGE)
    assert "Bộ lọc của các trang khác không áp dụng" in " ".join(caption.value for caption in page.caption)
    page = click(page, "programme_close")
    assert standing(set_up)["xanh-2026"].state == "closed"
    assert "Đã khép lại chương trình" in page.success[0].value
    page = click(page, "programme_archive")
    page = click(page, "programme_default")
    assert "hãy mở lại trước" in page.error[0].value and not standing(set_up)["xanh-2026"].is_default
    page = click(page, "programme_reopen")
    assert standing(set_up)["xanh-2026"].state == "running"
    ids = [str(popover.proto.id) for popover in page.get("popover")]
    assert any(name.endswith("sure_xanh-2026") for name in ids)  # an open one never asks about the next in the list
    click(page, "programme_remove")
    assert not standing(set_up)


def test_next_years_programme_is_copied(set_up: str) -> None:
    page = open_page(PAGE)
    page.text_input("copy_code").input("xanh-2027")
    page = next(one for one in page.button if one.label == VIETNAMESE.programmes.copy_button).click().run()
    assert "xanh-2027" in words(page) and "xanh-2027" not in standing(set_up)

    click(page, "programme_save")

    assert standing(set_up)["xanh-2027"].units == 6


def test_every_open_session_sees_a_new_and_a_changed_programme_on_its_next_click(
    set_up: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The programme is saved in another tab, or by a command beside the app."""
    monkeypatch.setattr("data_access.store.refresher.LOOK_EVERY", 0)
    monkeypatch.setattr("data_access.store.refresher.LOOK_PATIENCE", 20)  # however busy the machine of the tests is
    reading_on, other = open_page(), open_page(PAGE)
    other.text_input("copy_code").input("xanh-2027")
    other = next(one for one in other.button if one.label == VIETNAMESE.programmes.copy_button).click().run()
    click(other, "programme_save")
    reading_on = reading_on.run()
    called = VIETNAMESE.pages.filter_names["programme"]
    assert [len(box.options) for box in reading_on.sidebar.selectbox if box.label == called] == [2]

    lines = [("Mã", "xanh-2026"), ("Tên", "Sáng kiến đổi tên")]
    lines += [("Bắt đầu", EXAMPLE.start), ("Kết thúc", EXAMPLE.end)]
    assert load_content(set_up, book(("Chương trình", lines)), "x.xlsx", LOCAL).batch
    reading_on = reading_on.run().run()  # an open tab looks once a second, this one when it runs
    assert not reading_on.exception
    boxes = [box for box in reading_on.sidebar.selectbox if box.label == called]
    assert any("đổi tên" in option for box in boxes for option in box.options)


def test_one_number_says_how_large_a_workbook_may_be(url: str, tmp_path: Path) -> None:
    """The limit is the same in the page's words, in the uploader, and in the reader of the file."""
    most = st.get_option("server.maxUploadSize")
    page = open_page(PAGE)
    assert f"tối đa {most} MB" in words(page)
    setup = Setup()
    with (tmp_path / "large.xlsx").open("wb") as file:
        file.truncate(most * 2**20 + 1)
    assert read_pages(setup, tmp_path / "large.xlsx", SHEETS) is None
    assert [(one.code, one.value) for one in setup.findings] == [("file_too_large", str(most))]


def named(name: str) -> bytes:
    lines = [("Mã", "xanh-2026"), ("Tên", name), ("Bắt đầu", EXAMPLE.start), ("Kết thúc", EXAMPLE.end)]
    return book(("Chương trình", lines))


def test_nobody_saves_over_what_another_saved_since_the_preview(set_up: str) -> None:
    page = open_page(PAGE).get("file_uploader")[0].upload("mine.xlsx", named("Tên của tôi")).run()
    assert load_content(set_up, named("Tên của người khác"), "theirs.xlsx", LOCAL).batch

    page = click(page, "programme_save")
    assert "đã sửa chương trình này sau khi bạn bắt đầu" in page.warning[0].value
    assert page.warning[0].value.startswith(VIETNAMESE.pages.server_user)  # no login of the machine
    assert "Tên của người khác" in words(page) and standing(set_up)["xanh-2026"].name_vi == "Tên của người khác"

    page = click(page, "programme_save")
    assert page.success and standing(set_up)["xanh-2026"].name_vi == "Tên của tôi"


def test_a_short_form_makes_a_programme(url: str) -> None:
    page = open_page(PAGE)
    page.text_input("form_code").input("moi-2026")
    page.text_input("form_name_vi").input("Mới <b>2026</b>")
    page.date_input("form_start").set_value(date(2026, 1, 1))
    page.date_input("form_end").set_value(date(2026, 12, 31))
    page = next(one for one in page.button if one.label == VIETNAMESE.programmes.form_button).click().run()

    page = click(page, "programme_save")

    assert standing(url)["moi-2026"].name_vi == "Mới <b>2026</b>"
    assert (page.text_input("form_code").value, page.date_input("form_end").value) == ("", None)  # for the next one


def test_a_form_left_blank_says_what_is_missing(url: str) -> None:
    page = open_page(PAGE)
    page = next(one for one in page.button if one.label == VIETNAMESE.programmes.form_button).click().run()

    assert page.error[0].value.count("Phải điền ô này") == 4
    assert "“Bắt đầu”" in page.error[0].value and "dòng" not in page.error[0].value  # no workbook is before the reader


def test_a_refused_copy_leaves_the_form_below_it(set_up: str) -> None:
    page = open_page(PAGE, lang="en")
    page.text_input("copy_code").input("xanh-2026")
    page = next(one for one in page.button if one.label == LANGUAGES["en"].programmes.copy_button).click().run()

    assert "already" in page.error[0].value and page.text_input("form_code").label == "Code *"


def test_an_unchanged_table_changes_nothing(set_up: str) -> None:
    for sheet in ("programme", "phase", "unit", "sector", "target", "event"):
        page = open_page(PAGE)
        page.session_state["edited_sheet"] = sheet
        page = click(page.run(), "programme_preview")
        assert not page.exception
        assert "không có gì thay đổi" in page.info[0].value, sheet


def test_the_template_can_be_filled_and_read(url: str) -> None:
    from data_access.programmes.book import template_book

    made = load_workbook(io.BytesIO(template_book(lambda sheet, field: f"{sheet.key}.{field.key}")))
    assert made.sheetnames == ["Chương trình", "Giai đoạn", "Đơn vị", "Lĩnh vực", "Chỉ tiêu", "Sự kiện",
                               "Tiêu chí xếp loại", "Loại thi đua", "Mục sẵn sàng"]  # fmt: skip


def labels(page: AppTest) -> set[str]:
    """The labels of everything that can be chosen in the sidebar."""
    kinds = ("multiselect", "selectbox", "button_group")
    return {str(widget.proto.label) for kind in kinds for widget in page.sidebar.get(kind)}


def test_a_programme_without_places_has_no_map_no_regions_and_no_boundary(set_up: str) -> None:
    page = open_page("pages/targets.py")
    names = VIETNAMESE.pages.filter_names
    assert not {names["region"], names["boundary"]} & labels(page)
    assert {names["unit"], names["phase"]} <= labels(page)
    assert not [link for link in page.sidebar.get("page_link") if link.proto.page.endswith("map")]
    offered = open_page("pages/stage.py").multiselect("stage_views").options
    assert offered and VIETNAMESE.stage.views["map"] not in offered
    page = open_page("pages/map.py")
    assert VIETNAMESE.map.no_places in [info.value for info in page.info] and not page.exception


def test_figures_that_nobody_printed_are_not_offered_beside_records(set_up: str, tmp_path: Path) -> None:
    make(EXAMPLE, tmp_path)
    assert main(["import", str(tmp_path / "initiatives.csv"), "--programme", EXAMPLE.code]) == 0
    basis = VIETNAMESE.pages.filter_names["basis"]
    page = open_page("pages/ranking.py")
    assert "400" in words(page) and basis not in labels(page)
    assert basis in labels(open_page("pages/ranking.py", basis="published"))  # the way back


def test_inside_a_unit_the_way_up_is_in_view(set_up: str) -> None:
    page = open_page("pages/targets.py", within="PX01")
    assert [button.label for button in page.button if str(button.key).startswith("up_")] == [
        VIETNAMESE.pages.whole_programme,
        "Phân xưởng Ép 1",
    ]
    page = page.button("up_").click().run()
    assert not page.exception
    assert "within" not in page.query_params


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("script", ["dashboard.py", "pages/ranking.py", "pages/targets.py", "pages/unit.py"])
def test_a_programme_without_records_leads_to_the_import_and_speaks_of_no_publication(
    set_up: str, script: str, lang: str
) -> None:
    page = open_page(script, lang=lang)
    texts = LANGUAGES[lang]
    assert not page.exception and not page.error
    assert texts.programmes.no_records in [one.value for one in page.info]
    assert any(link.proto.page.endswith("import") for link in page.get("page_link"))
    assert texts.pages.no_records in words(page) and texts.pages.published_only not in words(page)
