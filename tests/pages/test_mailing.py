"""/reports?show=mail: one order from the form to its letter, who sees what, and the schedule file."""

from pathlib import Path

import pytest

from data_access.database.transactions import reading
from data_access.staff.accounts import AccountDraft, add_accounts
from data_access.staff.audit import find_events
from data_access.staff.mail_letters import read_letters, settle_letter
from data_access.staff.mail_orders import save_order
from data_access.staff.sessions import LoginSessions
from language.languages import ENGLISH, LANGUAGES, VIETNAMESE
from model.mailing import SENT, MailLetter, WantedMail
from model.reader import LOCAL
from tests.data_access.staff.test_mail import NOW, WANTED, kept
from tests.pages.running import open_page, tables, words
from tests.pages.visitors import Browser, come_from
from tests.postman import Postman, postman_at_work
from web.sessions import COOKIE

PARAMS = {"show": "mail", "phase": "1", "as_of": "2022-04-20T08:00"}
BE, NAM = "be@example.vn", "nam@example.vn"
FILE = """
[mail]
host = "127.0.0.1"
port = {port}
security = "none"
sender = "bao-cao@example.vn"
owner = "chu@example.vn"

[[report]]
name = "tuan"
programme = "1tr"
query = "phase=1"
kinds = ["one-page"]
days = ["monday"]
at = "07:30"
to = ["Lãnh đạo <lanh-dao@example.vn>"]
"""


@pytest.fixture(scope="module")
def _small(small_url: str) -> Path:
    add_accounts(
        small_url, LOCAL, [AccountDraft(BE, "lead", (), "Lê Thị Bé"), AccountDraft(NAM, "lead", ("LD-38",), "Năm")]
    )
    return Path(small_url.removeprefix("sqlite:///"))


@pytest.fixture
def url(_small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "own.db").write_bytes(_small.read_bytes())
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'own.db'}")
    return f"sqlite:///{tmp_path / 'own.db'}"


@pytest.fixture
def postman(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with postman_at_work() as postman:
        (tmp_path / "schedule.toml").write_text(FILE.format(port=postman.port), encoding="utf-8")
        monkeypatch.setenv("MAIL_SCHEDULE", str(tmp_path / "schedule.toml"))
        yield postman


def filled(page, key: int, **values):
    page.text_input(f"mail_name_{key}").input(values["name"])
    page.multiselect(f"mail_to_{key}").set_value(values["to"])
    page.multiselect(f"mail_kinds_{key}").set_value(["csv"])
    if "query" in values:
        page.text_input(f"mail_query_{key}").input(values["query"])
    (button,) = [one for one in page.button if one.label in (VIETNAMESE.mailing.save, ENGLISH.mailing.save)]
    return button.click().run()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_order_is_made_tried_changed_and_stopped(url: str, postman: Postman, lang: str):
    texts = LANGUAGES[lang].mailing
    page = open_page("pages/reports.py", lang=lang, **PARAMS)
    assert texts.list_none in words(page) and texts.same_moment.partition("{")[0] in words(page)
    page = filled(page, 0, name="Giao ban", to=[f"Lê Thị Bé <{BE}>"])
    (order,) = kept(url)
    language = {"vi": "lang=vi", "en": "lang=en"}[lang]
    assert order.wanted.query == f"as_of=2022-04-20T08%3A00&phase=1&{language}"
    assert (order.wanted.programme, order.wanted.to) == ("1tr", (f"Lê Thị Bé <{BE}>",))
    assert (page.text_input("mail_name_-1").value, page.multiselect("mail_to_-1").value) == ("", [])  # the next one
    (listed, of_file) = [one for one in tables(page) if texts.heads[0] in one.columns]
    assert list(listed[texts.heads[0]]) == ["Giao ban"] and list(of_file[texts.heads[0]]) == ["tuan"]

    page = page.selectbox("mail_order").set_value(order.number).run()
    page = page.button("mail_look").click().run()
    assert "11.656" in words(page) or "11,656" in words(page)
    assert ".csv" in words(page) and texts.test_title.format(name="Giao ban") in words(page)
    assert not postman.letters
    page = page.button("mail_send").click().run()
    assert [letter["To"] for letter in postman.letters] == ["chu@example.vn"]  # nobody is logged in

    page = filled(page, order.number, name="Giao ban", to=[BE], query="https://x.vn/targets?unit=LD-38&show=list")
    assert kept(url)[0].wanted.query == "unit=LD-38"
    page = filled(page, order.number, name="Giao ban", to=[BE], query="unit=NONE")
    assert [one.value for one in page.error] and kept(url)[0].wanted.query == "unit=LD-38"
    page = page.button("mail_stop").click().run()
    assert kept(url)[0].stopped_at is not None and texts.stopped.partition("{")[0] in str(tables(page))
    page = page.button("mail_stop").click().run()
    assert kept(url)[0].stopped_at is None
    assert not page.exception
    with reading(url) as connection:
        assert read_letters(connection) == ()
        values = {one.action for one in find_events(connection)}
    assert values >= {"mail_ordered", "mail_changed", "mail_stopped", "mail_resumed", "mailed"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_log_says_how_many_letters_it_leaves_out(url: str, lang: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("interface.sections.mail_log._SHOWN", 2)
    for hour in range(3):
        settle_letter(url, MailLetter("tuan", NOW, BE, SENT, NOW.replace(hour=hour), kinds=("csv",)))
    page = open_page("pages/reports.py", lang=lang, **PARAMS)
    assert LANGUAGES[lang].pages.and_more.format(count="1") in words(page)


def log_in(url: str, email: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_ACCESS", "login")
    come_from(Browser(cookies={COOKIE: str(LoginSessions(url).begin(email))}), monkeypatch)


@pytest.mark.parametrize("role", ["viewer", "staff"])
def test_lower_roles_see_who_is_responsible(url: str, role: str, monkeypatch: pytest.MonkeyPatch):
    add_accounts(url, LOCAL, [AccountDraft("a@example.vn", role)])
    log_in(url, "a@example.vn", monkeypatch)
    page = open_page("pages/reports.py", **PARAMS)
    assert VIETNAMESE.mailing.may_not in words(page) and not page.text_input


def test_a_lead_of_one_union_sees_own_orders_and_sends_to_own_accounts(
    url: str, postman: Postman, monkeypatch: pytest.MonkeyPatch
):
    save_order(url, LOCAL, WantedMail(**{**WANTED.__dict__, "name": "Cả nước", "to": (BE,)}), NOW)
    log_in(url, NAM, monkeypatch)
    page = open_page("pages/reports.py", **PARAMS)
    assert "Cả nước" not in str(tables(page)) and "lanh-dao" not in str(tables(page))
    assert page.multiselect("mail_to_0").options == [f"Năm <{NAM}>"]
    page = filled(page, 0, name="Của tôi", to=[BE])
    assert page.error[0].value and len(kept(url)) == 1
    page = filled(page, 0, name="Của tôi", to=[NAM])
    number = {one.wanted.name: one.number for one in kept(url)}["Của tôi"]
    page = page.selectbox("mail_order").set_value(number).run()
    page = page.button("mail_send").click().run()
    (letter,) = postman.letters
    assert letter["To"] == NAM and "Hà Nội" not in letter.get_body().get_content()


def test_without_a_server_it_can_be_looked_at(url: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("MAIL_SCHEDULE", raising=False)
    number = save_order(url, LOCAL, WANTED, NOW)
    page = open_page("pages/reports.py", **PARAMS)
    assert VIETNAMESE.mailing.no_server in words(page)
    page = page.selectbox("mail_order").set_value(number).run()
    assert VIETNAMESE.mailing.no_way in words(page)
    assert not [one for one in page.button if one.key == "mail_send"]


def test_a_schedule_file_that_cannot_be_read_is_reported_in_the_readers_language(
    url: str, postman: Postman, tmp_path: Path
):
    (tmp_path / "schedule.toml").write_text("[mail", encoding="utf-8")
    page = open_page("pages/reports.py", **PARAMS)
    assert "schedule.toml không phải TOML" in page.error[0].value.replace("\\", "")
    (tmp_path / "schedule.toml").unlink()
    page = open_page("pages/reports.py", **PARAMS)
    assert "không mở được tệp schedule.toml" in page.error[0].value.replace("\\", "")
