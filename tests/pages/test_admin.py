"""The page /admin, for administrators alone: accounts singly and from a list, the audit log, settings."""

import getpass

import pytest
from streamlit.testing.v1 import AppTest

from data_access.database.transactions import reading
from data_access.staff.accounts import AccountDraft, add_accounts, find_accounts
from data_access.staff.audit import EventSearch, count_events, find_events, note_event
from data_access.staff.sessions import LoginSessions
from interface.sections import audit
from interface.shell import exporting
from language.languages import ENGLISH, VIETNAMESE
from model.codes import Basis
from model.filters import Filters
from model.reader import LOCAL, Reader, Role
from presentation.occasion import Occasion
from tests.live_records import live_records
from tests.pages.running import open_page, tables, words
from tests.pages.visitors import Browser, come_from
from web.sessions import COOKIE

PAGE = "pages/admin.py"
LIST = """Họ tên;Email;Vai trò;Đơn vị
Nguyễn Thị Lan;Lan@Example.vn;Cán bộ nghiệp vụ;LD-38 LD-01
Trần Mai;mai@example.vn;viewer;
Sai;khong-phai-dia-chi;viewer;
Lạ;la@example.vn;sếp;
Xa;xa@example.vn;lead;LD-XX
Hai;MAI@example.vn;lead;
"""


def log_in(url: str, role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_ACCESS", "login")
    add_accounts(url, LOCAL, [AccountDraft(f"{role}@example.vn", role)])
    come_from(Browser(cookies={COOKIE: str(LoginSessions(url).begin(f"{role}@example.vn"))}), monkeypatch)


def accounts(url: str) -> dict[str, tuple[str, tuple[str, ...], bool]]:
    with reading(url) as connection:
        return {one.email: (one.role.value, one.units, bool(one.blocked_at)) for one in find_accounts(connection)}


def saved(page: AppTest) -> AppTest:
    (button,) = [one for one in page.button if one.label == VIETNAMESE.admin.save]
    return button.click().run()


@pytest.mark.parametrize("role", ["viewer", "staff", "lead"])
def test_only_administrators_see_it(app_url: str, role: str, monkeypatch: pytest.MonkeyPatch):
    log_in(app_url, role, monkeypatch)
    page = open_page(PAGE)

    assert VIETNAMESE.admin.may_not in page.info[0].value
    assert not page.tabs
    assert not tables(page)
    assert VIETNAMESE.pages.titles["admin"] not in [one.proto.label for one in page.sidebar.get("page_link")]


def test_an_account_is_added_changed_blocked_and_let_in_again(app_url: str, monkeypatch: pytest.MonkeyPatch):
    log_in(app_url, "admin", monkeypatch)
    page = open_page(PAGE)
    page.text_input("account_email").input(" Lan@Example.vn ")
    page = saved(page)
    assert accounts(app_url)["lan@example.vn"] == ("viewer", (), False)

    page = page.selectbox("account").select("lan@example.vn").run()
    page.selectbox("role_lan@example.vn").select("staff")
    page.multiselect("units_lan@example.vn").select("LD-38")
    page = saved(page)
    assert accounts(app_url)["lan@example.vn"] == ("staff", ("LD-38",), False)

    page = page.button("account_block").click().run()
    assert accounts(app_url)["lan@example.vn"][2]
    page = page.button("account_block").click().run()
    assert not accounts(app_url)["lan@example.vn"][2]
    assert not page.exception


@pytest.mark.parametrize(
    ("email", "expected"), [("nobody", "không phải địa chỉ"), ("admin@example.vn", "đã có tài khoản")]
)
def test_impossible_input_is_reported(app_url: str, email: str, expected: str, monkeypatch: pytest.MonkeyPatch):
    log_in(app_url, "admin", monkeypatch)
    page = open_page(PAGE)
    page.text_input("account_email").input(email)
    page = saved(page)

    assert expected in page.error[0].value.replace("\\", "")
    assert list(accounts(app_url)) == ["admin@example.vn"]


def test_the_last_administrator_stays(app_url: str, monkeypatch: pytest.MonkeyPatch):
    log_in(app_url, "admin", monkeypatch)
    page = open_page(PAGE, lang="en")
    page = page.selectbox("account").select("admin@example.vn").run()
    page = page.button("account_block").click().run()

    assert "last account with full rights" in page.error[0].value
    assert accounts(app_url) == {"admin@example.vn": ("admin", (), False)}


def test_a_list_is_shown_before_it_is_added(app_url: str):
    page = open_page(PAGE)
    page = page.file_uploader("account_list").upload("ds.csv", LIST.encode(), "text/csv").run()

    assert accounts(app_url) == {}
    preview = page.dataframe[0].value
    assert [bool(one) for one in preview[VIETNAMESE.admin.problem]] == [False, False, True, True, True, True]

    page = page.button("account_list_add").click().run()
    assert accounts(app_url) == {
        "lan@example.vn": ("staff", ("LD-01", "LD-38"), False),
        "mai@example.vn": ("viewer", (), False),
    }


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty"), (b"a,b\n1,2\n", "no_heading"), (b"\xff\xfe\xff", "encoding"), (b"\x89PNG\0\0", "encoding")],
)
def test_a_file_that_is_no_list_is_refused_in_words(app_url: str, content: bytes, code: str):
    page = open_page(PAGE, lang="en")
    page = page.file_uploader("account_list").upload("list.csv", content, "text/csv").run()

    assert ENGLISH.admin.unreadable[code] in page.error[0].value
    assert not page.exception


def events(page) -> set[str]:
    (log,) = [one for one in tables(page) if "What" in one.columns]
    return set(log["What"])


def test_the_log_is_filtered(app_url: str):
    add_accounts(app_url, LOCAL, [AccountDraft("a@example.vn", "viewer")])
    LoginSessions(app_url).begin("stranger@example.vn")
    page = open_page(PAGE, lang="en")
    assert {"Login denied", "Account added"} <= events(page)

    page = page.text_input("audit_who").input("STRANGER").run()
    assert events(page) == {"Login denied"}


def test_the_log_names_people_and_finds_them_by_name_and_by_login(app_url: str):
    add_accounts(app_url, LOCAL, [AccountDraft("lan@example.vn", "admin", name="Đỗ Thị Lan")])
    note_event(app_url, Reader("lan@example.vn", Role.ADMIN), "exported", kind="text")
    page = open_page(PAGE, lang="en")
    (log,) = [one for one in tables(page) if "Who" in one.columns]
    assert set(log["Who"]) == {"Đỗ Thị Lan (lan@example.vn)", ENGLISH.pages.server_user}

    for query, shown in (("do thi lan", "Đỗ Thị Lan (lan@example.vn)"), ("LAN@", "Đỗ Thị Lan (lan@example.vn)")):
        page = page.text_input("audit_who").input(query).run()
        (log,) = [one for one in tables(page) if "Who" in one.columns]
        assert set(log["Who"]) == {shown}
    for query in (getpass.getuser(), "system admin"):
        page = page.text_input("audit_who").input(query).run()
        assert "Account added" in events(page)


def test_the_log_says_how_many_it_does_not_show(app_url: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(audit, "_SHOWN", 2)
    add_accounts(app_url, LOCAL, [AccountDraft(f"a{number}@example.vn", "viewer") for number in range(5)])
    page = open_page(PAGE)
    with reading(app_url) as connection:
        total = count_events(connection)
    (log,) = [one for one in tables(page) if VIETNAMESE.admin.audit_heads[1] in one.columns]
    assert total > 2 and len(log) == 2
    assert VIETNAMESE.admin.audit_note.format(count=total) in words(page)
    assert VIETNAMESE.pages.and_more.format(count=total - 2) in words(page)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_settings_show_no_secret(app_url: str, lang: str, monkeypatch: pytest.MonkeyPatch):
    page = open_page(PAGE, lang=lang)

    assert "sqlite" in words(page)
    assert not page.exception


def test_what_an_account_exports_is_written_down(app_url: str, monkeypatch: pytest.MonkeyPatch):
    by = Reader("lan@example.vn", Role.VIEWER)
    with live_records(app_url) as records:
        exporting._make("text", records, Filters(basis=Basis.PUBLISHED), VIETNAMESE, Occasion, "overview", by)
    with reading(app_url) as connection:
        (result,) = find_events(connection, EventSearch(actions=["exported"]))

    assert (result.who, result.detail.partition(";")[0]) == ("lan@example.vn", "kind: text")
