"""Orders of reports by e-mail: who may place which, when they begin, and that only one run sends a letter."""

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import delete, select

from data_access.database.errors import NotAllowed, UnfitOrder
from data_access.database.schema import programme, published_figure
from data_access.database.transactions import reading, writing
from data_access.importing.programme_state import remove_rows
from data_access.staff.accounts import AccountDraft, add_accounts, block_account
from data_access.staff.audit import find_events
from data_access.staff.mail_letters import claim_letter, count_letters, find_letters, may_be_tried, settle_letter
from data_access.staff.mail_orders import (
    find_orders,
    find_recipients,
    read_orders,
    resume_order,
    save_order,
    stop_order,
)
from model.mailing import FAILED, REFUSED, SENDING, SENT, MailLetter, WantedMail
from model.reader import LOCAL, Reader, Role

NOW, LATER = datetime(2022, 4, 20, 8), datetime(2022, 4, 21, 9)
MANAGER = Reader("chi@example.vn", Role.LEAD)
OF_ONE = Reader("bay@example.vn", Role.LEAD, ("LD-38",))
WANTED = WantedMail(
    "Tuần", "1tr", "phase=1", ("one-page",), ("monday",), time(7, 30), ("Lê Bé <be@example.vn>", "BE@example.vn")
)


@pytest.fixture
def url(prepared_url: str) -> str:
    own = ("LD-38",)
    accounts = [("be@example.vn", ()), ("nam@example.vn", own), ("ha@example.vn", ("LD-01",)), ("di@example.vn", own)]
    add_accounts(prepared_url, LOCAL, [AccountDraft(email, "viewer", units) for email, units in accounts])
    block_account(prepared_url, LOCAL, "di@example.vn")
    return prepared_url


def wanted(**changes) -> WantedMail:
    return WantedMail(**{**WANTED.__dict__, **changes})


def kept(url: str):
    with reading(url) as connection:
        return read_orders(connection)


def test_an_order_is_kept_edited_stopped_and_resumed_and_each_begins_anew(url: str):
    number = save_order(url, MANAGER, WANTED, NOW)
    (order,) = kept(url)
    assert order.wanted == wanted(to=("Lê Bé <be@example.vn>",))  # one letter a person
    assert (order.who, order.begun_at, order.stopped_at) == ("chi@example.vn", NOW, None)

    save_order(url, LOCAL, wanted(days=("sunday", "monday"), at=time(6)), LATER, number)
    assert kept(url)[0].wanted.days == ("monday", "sunday") and kept(url)[0].begun_at == LATER
    stop_order(url, MANAGER, number, LATER)
    assert kept(url)[0].stopped_at == LATER
    resume_order(url, MANAGER, number, LATER + timedelta(days=7))
    assert (kept(url)[0].stopped_at, kept(url)[0].begun_at) == (None, LATER + timedelta(days=7))
    with reading(url) as connection:
        actions = [one.action for one in find_events(connection) if one.action.startswith("mail_")]
    assert actions == ["mail_resumed", "mail_stopped", "mail_changed", "mail_ordered"]


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("no_name", {"name": " "}),
        ("no_kinds", {"kinds": ()}),
        ("no_days", {"days": ("someday",)}),
        ("no_to", {"to": ()}),
        ("not_an_address", {"to": ("Bé be@",)}),
        ("no_account", {"to": ("be@example.vn", "stranger@example.vn")}),
        ("no_account", {"to": ("di@example.vn",)}),
        ("no_programme", {"programme": "none"}),
        ("name_taken", {"name": " Năm "}),
    ],
)
def test_what_cannot_be_followed_is_not_kept(url: str, code: str, changes: dict[str, object]):
    save_order(url, LOCAL, wanted(name="Năm"), NOW)
    with pytest.raises(UnfitOrder) as text:
        save_order(url, LOCAL, wanted(**changes), NOW)
    assert text.value.code == code and len(kept(url)) == 1


def test_a_lead_of_one_unit_writes_to_accounts_of_it_alone_and_sees_no_other_order(url: str):
    of_all = save_order(url, LOCAL, WANTED, NOW)
    with pytest.raises(UnfitOrder):
        save_order(url, OF_ONE, wanted(name="B", to=("ha@example.vn",)), NOW)
    own = save_order(url, OF_ONE, wanted(name="B", to=("nam@example.vn",)), NOW)
    with reading(url) as connection:
        assert [one.email for one in find_recipients(connection, OF_ONE)] == ["nam@example.vn"]
        assert [one.number for one in find_orders(connection, OF_ONE)] == [own]
        assert {one.number for one in find_orders(connection, MANAGER)} == {of_all, own}
    for change in (stop_order, resume_order):
        with pytest.raises(UnfitOrder):
            change(url, OF_ONE, of_all, NOW)
    with pytest.raises(UnfitOrder):
        save_order(url, OF_ONE, wanted(to=("nam@example.vn",)), NOW, of_all)
    assert all(one.stopped_at is None and one.begun_at == NOW for one in kept(url))


@pytest.mark.parametrize("role", [Role.VIEWER, Role.STAFF])
def test_lower_roles_order_nothing(url: str, role: Role):
    by = Reader("a@example.vn", role)
    with reading(url) as connection, pytest.raises(NotAllowed):
        find_orders(connection, by)
    with pytest.raises(NotAllowed):
        save_order(url, by, WANTED, NOW)


def test_one_run_alone_sends_a_letter_and_what_failed_rests(url: str):
    number = save_order(url, LOCAL, WANTED, NOW)

    def letter(outcome: str, minutes: float) -> MailLetter:
        return MailLetter("Tuần", NOW, "be@example.vn", outcome, NOW + timedelta(minutes=minutes), order=number)

    def open_after(minutes: float) -> bool:
        return bool(may_be_tried(url, number, NOW, ("be@example.vn",), NOW + timedelta(minutes=minutes)))

    assert open_after(0) and claim_letter(url, letter(SENDING, 0))
    assert not open_after(1) and not claim_letter(url, letter(SENDING, 1))
    settle_letter(url, letter(FAILED, 1))
    assert not open_after(5) and not claim_letter(url, letter(SENDING, 5))
    assert open_after(6) and claim_letter(url, letter(SENDING, 6))
    assert open_after(22) and claim_letter(url, letter(SENDING, 22))  # whoever was sending was cut off
    settle_letter(url, letter(SENT, 23))
    assert not open_after(9999) and not claim_letter(url, letter(SENDING, 9999))
    with reading(url) as connection:
        (result,) = find_letters(connection, LOCAL, 10)
    assert (result.outcome, result.tries, result.to) == (SENT, 3, "be@example.vn")


def test_letters_of_the_file_are_shown_to_those_who_see_everything(url: str):
    own = save_order(url, OF_ONE, wanted(name="B", to=("nam@example.vn",)), NOW)
    settle_letter(url, MailLetter("tuan", NOW, "be@example.vn", SENT, NOW, kinds=("csv",)))
    settle_letter(url, MailLetter("B", NOW, "nam@example.vn", REFUSED, LATER, reason="550", order=own))
    with reading(url) as connection:
        assert [one.report for one in find_letters(connection, MANAGER, 10)] == ["B", "tuan"]
        assert [one.report for one in find_letters(connection, OF_ONE, 10)] == ["B"]
        assert [one.report for one in find_letters(connection, MANAGER, 1)] == ["B"]
        assert (count_letters(connection, MANAGER), count_letters(connection, OF_ONE)) == (2, 1)


def test_orders_go_with_their_programme(url: str):
    number = save_order(url, LOCAL, wanted(programme="75n"), NOW)
    claim_letter(url, MailLetter("Tuần", NOW, "be@example.vn", SENDING, NOW, order=number))
    with writing(url) as connection:
        one = connection.scalar(select(programme.c.id).where(programme.c.code == "75n"))
        connection.execute(delete(published_figure).where(published_figure.c.programme_id == one))
        remove_rows(connection, one)
    assert kept(url) == ()
