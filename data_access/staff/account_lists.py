"""Accounts from a CSV or Excel file, read row by row, with the problem of each."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook
from sqlalchemy import Connection

from data_access.database.errors import UnfitAccount
from data_access.staff.accounts import AccountDraft, check_new
from model.accounts import plain_address
from model.folding import fold
from model.reader import Role

MOST_ROWS: Final = 2000
# What people head their columns with, folded.
_HEADINGS: Final = {
    "email": ("email", "e-mail", "dia chi", "dia chi email", "thu dien tu", "tai khoan", "address"),
    "role": ("role", "vai tro", "quyen"),
    "units": ("units", "unit", "don vi", "ma don vi"),
    "name": ("name", "ho ten", "ho va ten", "ten"),
}
_ROLES: Final = {
    "nguoi xem": Role.VIEWER,
    "can bo nghiep vu": Role.STAFF,
    "can bo": Role.STAFF,
    "phu trach": Role.LEAD,
    "quan tri": Role.ADMIN,
    "administrator": Role.ADMIN,
}


class UnreadableList(ValueError):  # noqa: N818 (says what is wrong)
    """The file has no table with a column of addresses. `code` names a sentence in language/pages/admin.py."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Listed:
    """One row of the file, and why it cannot be added: a code of UnfitAccount with its value, "" where it can."""

    row: int
    wanted: AccountDraft
    problem: str = ""
    value: str = ""


def read_list(name: str, content: bytes) -> tuple[tuple[int, AccountDraft], ...]:
    """The rows of the file with their numbers; empty rows are left out. Raises UnreadableList."""
    rows = _sheet(content) if name.lower().endswith((".xlsx", ".xls", ".ods")) else _text(content)
    if not rows:
        raise UnreadableList("empty")
    places = {field: _place(rows[0], words) for field, words in _HEADINGS.items()}
    if places["email"] is None or places["role"] is None:
        raise UnreadableList("no_heading")
    if len(rows) > MOST_ROWS + 1:
        raise UnreadableList("too_many")
    drafts = [
        (number, _wanted(row, places)) for number, row in enumerate(rows[1:], start=2) if any(map(str.strip, row))
    ]
    return tuple(drafts)


def check_list(connection: Connection, rows: Sequence[tuple[int, AccountDraft]]) -> tuple[Listed, ...]:
    """Each row with its problem; a repeated row is wrong the second time."""
    checked: list[Listed] = []
    emails: set[str] = set()
    for number, draft in rows:
        email = plain_address(draft.email)
        problem = UnfitAccount("twice", email) if email in emails else _problem(connection, draft)
        emails.add(email)
        checked.append(Listed(number, draft, problem.code, problem.value) if problem else Listed(number, draft))
    return tuple(checked)


def _problem(connection: Connection, draft: AccountDraft) -> UnfitAccount | None:
    try:
        check_new(connection, [draft])
    except UnfitAccount as problem:
        return problem
    return None


def _wanted(row: Sequence[str], places: dict[str, int | None]) -> AccountDraft:
    values = {field: row[at].strip() if at is not None and at < len(row) else "" for field, at in places.items()}
    role = values["role"].lower()
    units = values["units"].replace(",", " ").replace(";", " ").replace("|", " ").split()
    return AccountDraft(values["email"], str(_ROLES.get(fold(values["role"]), role)), tuple(units), values["name"])


def _place(headings: Sequence[str], words: Sequence[str]) -> int | None:
    return next((at for at, heading in enumerate(headings) if fold(heading.strip()) in words), None)


def _text(content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableList("encoding") from None
    if "\0" in text:
        raise UnreadableList("encoding")
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    return [row for row in csv.reader(io.StringIO(text), delimiter=mark) if row]


def _sheet(content: bytes) -> list[list[str]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        rows: Iterable[Iterable[object]] = book.get_sheet_by_index(0).to_python()
    except (CalamineError, OSError, ValueError, IndexError):
        raise UnreadableList("encoding") from None
    return [[str(value) for value in row] for row in rows]
