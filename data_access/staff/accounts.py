"""The accounts of readers: listed, added, changed, blocked; each change in the audit log."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

from sqlalchemy import Connection, delete, func, insert, select, true, update

from data_access.database.audit_log import note
from data_access.database.errors import NotAllowed, UnfitAccount
from data_access.database.insert import insert_one
from data_access.database.permissions import require, signature
from data_access.database.schema import account, account_unit, login_session, unit
from data_access.database.transactions import changing, reading
from model.accounts import Account, is_address, plain_address
from model.clock import this_second
from model.reader import LOCAL, Reader, Role

_REFUSAL: Final = "The account could not be saved."


@dataclass(frozen=True)
class AccountDraft:
    """The intended content of an account; None leaves a field as it is."""

    email: str
    role: str | None = None
    units: tuple[str, ...] | None = None
    name: str | None = None


def find_accounts(connection: Connection, email: str | None = None) -> tuple[Account, ...]:
    """All accounts by address, including blocked ones; with `email`, in its plain form, that one alone."""
    which = account.c.email == email if email is not None else true()
    units: dict[int, list[str]] = {}
    mine = select(account_unit.c.account_id, unit.c.code).join(unit, unit.c.id == account_unit.c.unit_id)
    mine = mine.join(account, account.c.id == account_unit.c.account_id).where(which)
    for number, code in connection.execute(mine.order_by(unit.c.code)):
        units.setdefault(number, []).append(code)
    of_account = login_session.c.account_id
    sessions = select(of_account, func.max(login_session.c.seen_at)).group_by(of_account)
    sessions = sessions.join(account, account.c.id == login_session.c.account_id).where(which)
    last = {row[0]: row[1] for row in connection.execute(sessions)}
    return tuple(
        Account(row.email, Role(row.role), tuple(units.get(row.id, ())), row.name, row.disabled_at, last.get(row.id))
        for row in connection.execute(select(account).where(which).order_by(account.c.email))
    )


def find_account(connection: Connection, email: str) -> Account | None:
    """The account of an address, blocked or not; None without one."""
    return next(iter(find_accounts(connection, plain_address(email))), None)


def reader_as(url: str, email: str | None) -> Reader:
    """The reader a command runs for: the account of that address, or the user of this machine. Raises NotAllowed."""
    if email is None:
        return LOCAL
    with reading(url) as connection:
        account = find_account(connection, email)
    if account is None or account.blocked_at:
        raise NotAllowed("enter")
    return account.reader


def add_accounts(url: str, by: Reader, drafts: Sequence[AccountDraft]) -> None:
    """Add all of them, or none. Raises UnfitAccount, NotAllowed, DatabaseUnreachable."""
    require(by, "manage_accounts")
    with changing(url, _REFUSAL) as connection:
        check_new(connection, drafts)
        for entry in drafts:
            email = plain_address(entry.email)
            values = {"email": email, "role": entry.role, "name": _plain_name(entry.name or "")}
            number = insert_one(connection, account, values)
            _set_units(connection, number, entry.units or ())
            note(connection, signature(by), "account_added", **{**asdict(entry), "email": email})


def check_new(connection: Connection, drafts: Sequence[AccountDraft]) -> None:
    """Raise UnfitAccount for the first draft that cannot be added."""
    there = set(connection.scalars(select(account.c.email)))
    for entry in drafts:
        email = plain_address(entry.email)
        if email in there:
            mentioned = sum(plain_address(other.email) == email for other in drafts)
            raise UnfitAccount("twice" if mentioned > 1 else "there_already", email)
        there.add(email)
        _check(connection, entry, role=entry.role or "")


def change_account(url: str, by: Reader, draft: AccountDraft) -> None:
    """Change the given fields; another role or other units end the sessions of the account."""
    require(by, "manage_accounts")
    with changing(url, _REFUSAL) as connection:
        row = _account_row(connection, draft.email)
        _check(connection, draft, role=draft.role or row.role)
        loses = (draft.role or row.role) != Role.ADMIN or bool(draft.units)
        if row.role == Role.ADMIN and loses:
            _expect_another_admin(connection, by, row.email)
        values: dict[str, object] = {"epoch": row.epoch + (draft.role is not None or draft.units is not None)}
        values |= {"role": draft.role} if draft.role else {}
        values |= {"name": _plain_name(draft.name)} if draft.name is not None else {}
        connection.execute(update(account).where(account.c.id == row.id).values(**values))
        if draft.units is not None:
            _set_units(connection, row.id, draft.units)
        note(connection, signature(by), "account_changed", **{**asdict(draft), "email": row.email})


def block_account(url: str, by: Reader, email: str, *, blocked: bool = True) -> None:
    """Block an account, which ends its sessions, or let it in again."""
    require(by, "manage_accounts")
    with changing(url, _REFUSAL) as connection:
        row = _account_row(connection, email)
        if blocked:
            _expect_another_admin(connection, by, row.email)
        moment = this_second() if blocked else None
        values = {"disabled_at": moment, "epoch": row.epoch + 1}
        connection.execute(update(account).where(account.c.id == row.id).values(**values))
        note(connection, signature(by), "account_blocked" if blocked else "account_unblocked", email=row.email)


def _check(connection: Connection, draft: AccountDraft, *, role: str) -> None:
    if not is_address(plain_address(draft.email)):
        raise UnfitAccount("not_an_address", draft.email)
    if role not in list(Role):
        raise UnfitAccount("unknown_role", role)
    codes = set(connection.scalars(select(unit.c.code).where(unit.c.code.in_(draft.units or ()))))
    for code in draft.units or ():
        if code not in codes:
            raise UnfitAccount("unknown_unit", code)


def _expect_another_admin(connection: Connection, by: Reader, email: str) -> None:
    """Require another administrator who can let others in; the user of this machine always can."""
    if not by.email:
        return
    others = [
        account
        for account in find_accounts(connection)
        if account.role is Role.ADMIN and not account.units and not account.blocked_at and account.email != email
    ]
    if not others:
        raise UnfitAccount("last_admin", email)


def _account_row(connection: Connection, email: str) -> "_Row":
    row = connection.execute(select(account).where(account.c.email == plain_address(email))).first()
    if row is None:
        raise UnfitAccount("no_account", plain_address(email))
    return _Row(row.id, row.email, row.role, row.epoch)


@dataclass(frozen=True)
class _Row:
    id: int
    email: str
    role: str
    epoch: int


def _set_units(connection: Connection, number: int, codes: Sequence[str]) -> None:
    connection.execute(delete(account_unit).where(account_unit.c.account_id == number))
    ids = connection.scalars(select(unit.c.id).where(unit.c.code.in_(codes))).all()
    if ids:
        connection.execute(insert(account_unit), [{"account_id": number, "unit_id": unit_id} for unit_id in ids])


def _plain_name(name: str) -> str:
    return " ".join(name.split())[:120]
