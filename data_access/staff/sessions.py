"""Sessions of logged-in readers: begun, checked with every click, ended by logout, change or idle hours."""

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from data_access.database.audit_log import note
from data_access.database.bounded import Database
from data_access.database.schema import account, login_session
from data_access.database.transactions import changing
from data_access.staff.accounts import find_account
from model.accounts import plain_address
from model.clock import this_second
from model.reader import Reader

IDLE: Final = timedelta(hours=8)
LONGEST: Final = timedelta(days=7)
REMEMBERED_SECONDS: Final = 5.0
TOUCHED_EVERY: Final = timedelta(minutes=1)
_MOST_REMEMBERED: Final = 5000


@dataclass(frozen=True)
class _Known:
    reader: Reader | None
    seen_at: datetime
    until: float


class LoginSessions:
    """The sessions of one database. Each look-up is remembered for some seconds."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._database = Database(url)
        self._known: dict[str, _Known] = {}
        self._lock = threading.Lock()

    def begin(self, email: str) -> str | None:
        """The token of a new session; None, with an entry in the audit log, where that address may not log in."""
        token = secrets.token_urlsafe(32)

        def write(connection: Connection) -> bool:
            reader_account = find_account(connection, email)
            if reader_account is None or reader_account.blocked_at:
                reason = "no account" if reader_account is None else "blocked"
                note(connection, plain_address(email), "login_denied", reason=reason)
                return False
            row = connection.execute(select(account).where(account.c.email == reader_account.email)).one()
            now = this_second()
            values = {"token_hash": _hashed(token), "account_id": row.id, "epoch": row.epoch}
            connection.execute(delete(login_session).where(login_session.c.seen_at < now - IDLE))
            connection.execute(insert(login_session).values(**values, began_at=now, seen_at=now))
            note(connection, reader_account.email, "login")
            return True

        return token if self._write(write) else None

    def deny(self, email: str, reason: str) -> None:
        """Log that somebody was refused."""
        self._write(lambda connection: bool(note(connection, plain_address(email), "login_denied", reason=reason)))

    def reader(self, token: str, *, is_click: bool = False) -> Reader | None:
        """The reader of a session; None where it has ended. A click keeps it alive. Raises DatabaseUnreachable."""
        if not token:
            return None
        key = _hashed(token)
        remembered = self._known.get(key)
        if remembered is None or remembered.until < time.monotonic():
            remembered = self._ask(key)
        if remembered.reader and this_second() - remembered.seen_at >= IDLE:
            self._forget(key)
            return None
        if remembered.reader and is_click and this_second() - remembered.seen_at >= TOUCHED_EVERY:
            self._touch(key)
        return remembered.reader

    def end(self, token: str) -> None:
        """End every session of the account, in every browser."""
        mine = select(login_session.c.account_id).where(login_session.c.token_hash == _hashed(token))

        def write(connection: Connection) -> bool:
            row = connection.execute(select(account).where(account.c.id.in_(mine))).first()
            if row is None:
                return False
            connection.execute(delete(login_session).where(login_session.c.account_id == row.id))
            connection.execute(update(account).where(account.c.id == row.id).values(epoch=row.epoch + 1))
            note(connection, row.email, "logout")
            return True

        self._write(write)
        with self._lock:
            self._known.clear()

    def _ask(self, key: str) -> _Known:
        question = (
            select(account.c.email, login_session.c.seen_at)
            .join(account, account.c.id == login_session.c.account_id)
            .where(login_session.c.token_hash == key, login_session.c.epoch == account.c.epoch)
            .where(account.c.disabled_at.is_(None), login_session.c.began_at > this_second() - LONGEST)
        )

        def ask(connection: Connection) -> tuple[Reader | None, datetime]:
            row = connection.execute(question).first()
            account = find_account(connection, row.email) if row else None
            return (account.reader, row.seen_at) if row and account else (None, this_second())

        reader, seen_at = self._database.ask(ask)
        remembered = _Known(reader, seen_at, time.monotonic() + REMEMBERED_SECONDS)
        with self._lock:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[key] = remembered
        return remembered

    def _touch(self, key: str) -> None:
        mine = login_session.c.token_hash == key
        self._write(lambda c: bool(c.execute(update(login_session).where(mine).values(seen_at=this_second())).rowcount))
        self._forget(key)

    def _forget(self, key: str) -> None:
        with self._lock:
            self._known.pop(key, None)

    def _write(self, write: Callable[[Connection], bool]) -> bool:
        with changing(self._url, "The session could not be kept.") as connection:
            return write(connection)


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
