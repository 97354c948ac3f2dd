"""Permissions of accounts, checked inside the functions that write, so that no page or command can forget them."""

import getpass
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select

from data_access.database.errors import NotAllowed
from data_access.database.schema import unit
from model.accounts import may
from model.reader import Reader
from model.unit_tree import UnitTree


def require(reader: Reader, action: str, units: Iterable[str] = (), covered: Collection[str] | None = None) -> None:
    """Raise NotAllowed unless the role allows `action` and each of `units` (codes) lies in scope.

    `covered`: what `covered_units` found; without it only the account's own codes count.
    """
    if not may(reader, action):
        raise NotAllowed(action)
    allowed = reader.units if covered is None else covered
    outside = () if reader.sees_everything else tuple(sorted({code for code in units if code not in allowed}))
    if outside:
        raise NotAllowed(action, outside)


def require_everything(reader: Reader, action: str) -> None:
    """Raise NotAllowed unless the role allows `action` on all units at once: an account of some units may not."""
    require(reader, action)
    if not reader.sees_everything:
        raise NotAllowed(action, ("*",))


def covered_units(connection: Connection, reader: Reader) -> frozenset[str] | None:
    """Codes of the account's units and of all that are below them; None for every unit there is."""
    covered = covered_numbers(connection, reader)
    return None if covered is None else frozenset(covered.values())


def covered_numbers(connection: Connection, reader: Reader) -> dict[int, str] | None:
    """Numbers of the account's units and of all that are below them; None for every unit there is."""
    if reader.sees_everything:
        return None
    rows = connection.execute(select(unit.c.id, unit.c.code, unit.c.parent_id)).all()
    tree = UnitTree({row.id: row.parent_id for row in rows})
    covered = tree.covered([row.id for row in rows if row.code in reader.units])
    return {row.id: row.code for row in rows if row.id in covered}


def signature(reader: Reader) -> str:
    """The name recorded for a reader's actions: the account, or the user of this machine."""
    return reader.email or getpass.getuser()
