"""Accounts are added, changed and blocked; changes are logged, and the function that writes checks permissions."""

import json

import pytest
from sqlalchemy import select

from data_access.cli.commands import main
from data_access.database.errors import NotAllowed, UnfitAccount
from data_access.database.permissions import covered_units, require
from data_access.database.schema import account, audit_event
from data_access.database.transactions import reading
from data_access.staff.accounts import (
    AccountDraft,
    add_accounts,
    block_account,
    change_account,
    find_account,
    find_accounts,
)
from model.accounts import MAY
from model.reader import LOCAL, Reader, Role
from tests.data_access.importing.stored import scalars

LAN = AccountDraft("  Lan@Example.VN ", "staff", ("LD-38", "LD-01"), "Nguyễn  Thị Lan")


def accounts(url: str) -> dict[str, tuple[str, tuple[str, ...], bool]]:
    with reading(url) as connection:
        return {one.email: (one.role.value, one.units, one.blocked_at is not None) for one in find_accounts(connection)}


def epoch(url: str) -> int:
    return scalars(url, select(account.c.epoch))[0]


def test_case_and_spaces_of_an_address_do_not_matter(prepared_url: str):
    add_accounts(prepared_url, LOCAL, [LAN])

    assert accounts(prepared_url) == {"lan@example.vn": ("staff", ("LD-01", "LD-38"), False)}
    with reading(prepared_url) as connection:
        result = find_account(connection, "LAN@example.vn ")
    assert result is not None
    assert result.name == "Nguyễn Thị Lan"
    with pytest.raises(UnfitAccount) as refused:
        add_accounts(prepared_url, LOCAL, [AccountDraft("lan@EXAMPLE.vn", "viewer")])
    assert refused.value.code == "there_already"


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (AccountDraft("nobody", "viewer"), "not_an_address"),
        (AccountDraft("a@b.vn\nBcc: c@d.vn", "viewer"), "not_an_address"),
        (AccountDraft("<b>@example.vn", "viewer"), "not_an_address"),
        (AccountDraft("a@example.vn", "boss"), "unknown_role"),
        (AccountDraft("a@example.vn", None), "unknown_role"),
        (AccountDraft("a@example.vn", "viewer", ("LD-38", "LD-XX")), "unknown_unit"),
    ],
)
def test_what_cannot_be_is_refused_whole(prepared_url: str, wanted: AccountDraft, code: str):
    with pytest.raises(UnfitAccount) as refused:
        add_accounts(prepared_url, LOCAL, [AccountDraft("b@example.vn", "viewer"), wanted])

    assert refused.value.code == code
    assert accounts(prepared_url) == {}
    assert scalars(prepared_url, select(audit_event.c.action).where(audit_event.c.action == "account_added")) == []


@pytest.mark.parametrize(
    "change",
    [AccountDraft("lan@example.vn", "viewer"), AccountDraft("lan@example.vn", units=()), None],
    ids=["role", "units", "block"],
)
def test_what_an_account_may_lose_ends_its_sessions(prepared_url: str, change: AccountDraft | None):
    add_accounts(prepared_url, LOCAL, [LAN])
    before = epoch(prepared_url)
    if change:
        change_account(prepared_url, LOCAL, change)
    else:
        block_account(prepared_url, LOCAL, "lan@example.vn")

    assert epoch(prepared_url) > before
    change_account(prepared_url, LOCAL, AccountDraft("lan@example.vn", name="Lan"))
    assert epoch(prepared_url) == before + 1


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_only_administrators_manage_accounts(prepared_url: str, role: Role):
    by = Reader("somebody@example.vn", role)
    add_accounts(prepared_url, LOCAL, [LAN])
    for attempt in (
        lambda: add_accounts(prepared_url, by, [AccountDraft("b@example.vn", "admin")]),
        lambda: change_account(prepared_url, by, AccountDraft("lan@example.vn", "admin")),
        lambda: block_account(prepared_url, by, "lan@example.vn"),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert accounts(prepared_url) == {"lan@example.vn": ("staff", ("LD-01", "LD-38"), False)}


def test_somebody_is_left_who_can_let_others_in(prepared_url: str):
    add_accounts(
        prepared_url, LOCAL, [AccountDraft("a@example.vn", "admin"), AccountDraft("b@example.vn", "admin", ("LD-38",))]
    )
    by = Reader("a@example.vn", Role.ADMIN)

    for attempt in (
        lambda: block_account(prepared_url, by, "a@example.vn"),
        lambda: change_account(prepared_url, by, AccountDraft("a@example.vn", "lead")),
        lambda: change_account(prepared_url, by, AccountDraft("a@example.vn", units=("LD-38",))),
    ):
        with pytest.raises(UnfitAccount) as refused:
            attempt()
        assert refused.value.code == "last_admin"


def test_every_change_is_noted_with_the_account_that_made_it(prepared_url: str):
    add_accounts(prepared_url, LOCAL, [AccountDraft("a@example.vn", "admin"), LAN])
    by = Reader("a@example.vn", Role.ADMIN)
    block_account(prepared_url, by, "lan@example.vn")
    block_account(prepared_url, by, "lan@example.vn", blocked=False)

    with reading(prepared_url) as connection:
        noted = connection.execute(select(audit_event).order_by(audit_event.c.id.desc()).limit(2)).all()
    assert [(one.who, one.action) for one in reversed(noted)] == [
        ("a@example.vn", "account_blocked"),
        ("a@example.vn", "account_unblocked"),
    ]
    assert json.loads(noted[0].detail) == {"email": "lan@example.vn"}


def test_a_unit_covers_what_is_below_it_and_nothing_else(prepared_url: str):
    with reading(prepared_url) as connection:
        covered = covered_units(connection, Reader("a@example.vn", Role.STAFF, ("LD-38",)))
        assert covered_units(connection, LOCAL) is None
    assert covered is not None
    assert "LD-38" in covered
    assert "LD-01" not in covered


@pytest.mark.parametrize("action", MAY)
@pytest.mark.parametrize("role", Role)
def test_a_role_may_what_it_may_and_only_in_its_units(role: Role, action: str):
    reader = Reader("a@example.vn", role, ("LD-38",))
    if role.rank < MAY[action].rank:
        with pytest.raises(NotAllowed):
            require(reader, action)
        return
    require(reader, action, ["LD-38"])
    with pytest.raises(NotAllowed) as refused:
        require(reader, action, ["LD-38", "LD-01"])
    assert refused.value.units == ("LD-01",)
    require(Reader("a@example.vn", role), action, ["LD-38", "LD-01"])


def test_the_commands(prepared_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setenv("DATABASE_URL", prepared_url)
    assert main(["account", "add", "Lan@example.vn", "--role", "staff", "--unit", "LD-38", "--name", "Lan"]) == 0
    assert main(["account", "change", "lan@example.vn", "--all-units"]) == 0
    assert main(["account", "block", "lan@example.vn"]) == 0
    assert accounts(prepared_url) == {"lan@example.vn": ("staff", (), True)}
    assert main(["account", "unblock", " LAN@example.vn"]) == 0
    capsys.readouterr()

    assert main(["account", "list"]) == 0
    assert "lan@example.vn" in capsys.readouterr().out
    assert main(["account", "add", "b@example.vn", "--role", "boss"]) == 2
    assert main(["account", "add", "b@example.vn", "--role", "viewer", "--unit", "XX"]) == 2
    assert main(["account", "change", "c@example.vn", "--role", "lead"]) == 2
    errors = capsys.readouterr().err
    assert errors.splitlines() == [
        "There is no role 'boss'. Known: viewer, staff, lead, admin.",
        "There is no unit 'XX'.",
        "There is no account c@example.vn.",
    ]

    assert main(["audit", "--csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "happened_at,who,action,detail"
    assert [line.split(",")[2] for line in lines[1:5]] == [
        "account_unblocked", "account_blocked", "account_changed", "account_added",
    ]  # fmt: skip
    assert main(["audit", "--who", "no such person", "--csv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
