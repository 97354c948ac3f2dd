"""Sessions begin for accounts only, and end by logout, change of the account, idle hours, or total days."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

from data_access.database.connections import open_engine
from data_access.database.errors import DatabaseUnreachable
from data_access.database.schema import audit_event, login_session
from data_access.staff.accounts import AccountDraft, add_accounts, block_account, change_account
from data_access.staff.sessions import IDLE, LONGEST, LoginSessions
from model.clock import this_moment, this_second
from model.reader import LOCAL, Reader, Role
from tests.data_access.importing.stored import scalars

LAN = Reader("lan@example.vn", Role.STAFF, ("LD-01", "LD-38"))


@pytest.fixture
def url(prepared_url: str) -> str:
    add_accounts(
        prepared_url, LOCAL, [AccountDraft(LAN.email, "staff", LAN.units), AccountDraft("b@example.vn", "viewer")]
    )
    return prepared_url


def begun(url: str, email: str = LAN.email) -> str:
    token = LoginSessions(url).begin(email)
    assert token is not None
    return token


def reader_elsewhere(url: str, token: str) -> Reader | None:
    """The answer of another process, whose cache is empty."""
    return LoginSessions(url).reader(token)


def move(url: str, **moments: datetime) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(update(login_session).values(**moments))
    engine.dispose()


def test_a_session_is_the_account_with_its_role_and_units(url: str):
    token = begun(url, " LAN@Example.vn")

    assert reader_elsewhere(url, token) == LAN
    assert token not in scalars(url, select(login_session.c.token_hash))
    assert reader_elsewhere(url, token + "x") is None
    assert reader_elsewhere(url, "") is None


@pytest.mark.parametrize("email", ["nobody@example.vn", "", "lan@example.vn.evil.example", "%"])
def test_without_an_account_nobody_comes_in_and_it_is_noted(url: str, email: str):
    assert LoginSessions(url).begin(email) is None
    assert scalars(url, select(login_session.c.token_hash)) == []
    assert scalars(url, select(audit_event.c.action).order_by(audit_event.c.id.desc()).limit(1)) == ["login_denied"]


def test_a_logout_ends_all_sessions_of_the_account_and_no_other(url: str):
    first, second, other = begun(url), begun(url), begun(url, "b@example.vn")
    LoginSessions(url).end(first)

    assert [reader_elsewhere(url, one) is None for one in (first, second, other)] == [True, True, False]
    assert reader_elsewhere(url, begun(url)) == LAN


@pytest.mark.parametrize(
    "change",
    [
        lambda url: block_account(url, LOCAL, LAN.email),
        lambda url: change_account(url, LOCAL, AccountDraft(LAN.email, "lead")),
        lambda url: change_account(url, LOCAL, AccountDraft(LAN.email, units=())),
    ],
    ids=["blocked", "role", "units"],
)
def test_a_change_ends_them_even_when_it_is_taken_back(url: str, change):
    token = begun(url)
    change(url)
    assert reader_elsewhere(url, token) is None

    block_account(url, LOCAL, LAN.email, blocked=False)
    change_account(url, LOCAL, AccountDraft(LAN.email, "staff", LAN.units))
    assert reader_elsewhere(url, token) is None


def test_another_name_ends_nothing(url: str):
    token = begun(url)
    change_account(url, LOCAL, AccountDraft(LAN.email, name="Lan"))

    assert reader_elsewhere(url, token) == LAN


def test_hours_of_rest_end_one_and_a_click_keeps_it(url: str):
    token, now = begun(url), this_second()
    move(url, seen_at=now - IDLE + timedelta(minutes=5))
    assert LoginSessions(url).reader(token) == LAN
    move(url, seen_at=now - IDLE - timedelta(seconds=1))
    assert reader_elsewhere(url, token) is None

    move(url, seen_at=now - timedelta(hours=7))
    assert LoginSessions(url).reader(token, is_click=True) == LAN
    assert now - scalars(url, select(login_session.c.seen_at))[0] < timedelta(minutes=1)


def test_no_session_lasts_for_ever(url: str):
    token = begun(url)
    move(url, began_at=this_moment() - LONGEST - timedelta(seconds=1))

    assert reader_elsewhere(url, token) is None


def test_a_database_that_is_away_lets_nobody_in():
    with pytest.raises(DatabaseUnreachable):
        LoginSessions("postgresql+psycopg://nobody@127.0.0.1:9/nothing").reader("token")
