"""Staff's content for examples: texts, pictures, visibility; and units that say they use one."""

import base64
import secrets
from collections.abc import Collection
from datetime import date
from typing import Final

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from data_access.database.audit_log import note
from data_access.database.errors import NotSaved
from data_access.database.insert import insert_one
from data_access.database.permissions import covered_units, require, signature
from data_access.database.schema import adoption, exemplar, exemplar_picture, initiative, unit
from data_access.database.transactions import writing
from data_access.database.versions import raise_version, raise_without_rows
from data_access.rows.exemplars import is_example, require_example
from data_access.staff.pictures import checked_picture
from data_access.staff.places_used import count_place
from model.clock import this_day, this_second
from model.examples import ACCEPTED, CONTACT_LENGTH, MOST_PICTURES, REFUSED, STORY_LENGTH, WAITING, Story
from model.reader import Reader

_CAPTION: Final = 200
_PLACE: Final = 200
_NOTE: Final = 500


def save_example(url: str, programme_id: int, code: str, telling: Story, by: Reader) -> None:
    """Save the text of an example. Its author is named only where `telling` states the consent.

    Raises NotAllowed, and NotSaved (no_example, day_ahead).
    """
    if telling.day > this_day():
        raise NotSaved("day_ahead")
    with writing(url) as connection:
        row = _example(connection, programme_id, code, by)
        author = _author(connection, programme_id, code) if telling.names_author else ""
        values = {
            "story": telling.story.strip()[:STORY_LENGTH],
            "contact": " ".join(telling.contact.split())[:CONTACT_LENGTH],
            "day": telling.day,
            "is_public": telling.is_public,
            "author": author,
            "token": row.token or (secrets.token_urlsafe(16) if telling.is_public else ""),
        }
        connection.execute(update(exemplar).where(is_example(programme_id, code)).values(**values))
        _noted(connection, programme_id, by, "example_told", code=code, public=telling.is_public, named=bool(author))


def add_picture(url: str, programme_id: int, code: str, content: bytes, caption: str, by: Reader) -> int:
    """Add a picture to an example; returns its number. Raises NotAllowed, and NotSaved with the reason."""
    require(by, "choose_example")
    picture = checked_picture(content)
    with writing(url) as connection:
        _example(connection, programme_id, code, by)
        own = exemplar_picture.c
        there = select(func.count()).where(own.programme_id == programme_id, own.code == code)
        if (connection.scalar(there) or 0) >= MOST_PICTURES:
            raise NotSaved("pictures_full", most=MOST_PICTURES)
        values = {
            "programme_id": programme_id,
            "code": code,
            "caption": " ".join(caption.split())[:_CAPTION],
            "width": picture.width,
            "height": picture.height,
            "content": base64.b64encode(picture.content).decode(),
            "small": base64.b64encode(picture.small).decode(),
            "who": signature(by),
            "added_at": this_second(),
        }
        number = insert_one(connection, exemplar_picture, values)
        _noted(connection, programme_id, by, "picture_added", code=code, picture=number)
    return number


def drop_picture(url: str, programme_id: int, code: str, number: int, by: Reader) -> None:
    """Delete a picture of an example for good."""
    with writing(url) as connection:
        _example(connection, programme_id, code, by)
        own = exemplar_picture.c
        same = (own.programme_id == programme_id) & (own.code == code) & (own.id == number)
        connection.execute(delete(exemplar_picture).where(same))
        _noted(connection, programme_id, by, "picture_dropped", code=code, picture=number)


def say_adopted(
    url: str, programme_id: int, code: str, unit_code: str, day: date, place: str, remark: str, by: Reader
) -> None:
    """“Chúng tôi đã áp dụng”: save a claim of use, until somebody responsible for the example decides.

    Raises NotAllowed, and NotSaved (no_example, day_ahead, own_example, said_already).
    """
    if day > this_day():
        raise NotSaved("day_ahead")
    with writing(url) as connection:
        require(by, "say_adopted", [unit_code], covered_units(connection, by))
        row = connection.execute(select(exemplar).where(is_example(programme_id, code))).first()
        number = connection.scalar(select(unit.c.id).where(unit.c.code == unit_code))
        if row is None or number is None:
            raise NotSaved("no_example")
        if number in (row.unit_id, row.grassroots_id):
            raise NotSaved("own_example")
        own = adoption.c
        before = select(own.id).where(own.programme_id == programme_id, own.code == code, own.unit_id == number)
        if connection.scalar(before.where(own.state != REFUSED).limit(1)) is not None:
            raise NotSaved("said_already")
        values = {
            "programme_id": programme_id,
            "code": code,
            "unit_id": number,
            "day": day,
            "place": " ".join(place.split())[:_PLACE],
            "note": remark.strip()[:_NOTE],
            "state": WAITING,
            "who": signature(by),
            "said_at": this_second(),
        }
        connection.execute(insert(adoption).values(**values))
        _noted(connection, programme_id, by, "adoption_said", code=code, unit=unit_code, day=day)


def decide_adoption(url: str, programme_id: int, number: int, by: Reader, *, accept: bool) -> None:
    """Accept a claim of use, which counts as a replication, or refuse it, also after it was accepted.

    Raises NotAllowed, and NotSaved (no_example) where nothing of that number waits.
    """
    with writing(url) as connection:
        own = adoption.c
        row = connection.execute(select(adoption).where(own.id == number, own.programme_id == programme_id)).first()
        if row is None:
            raise NotSaved("no_example")
        _example(connection, programme_id, row.code, by)
        state = ACCEPTED if accept else REFUSED
        if state == row.state:
            return
        decision = {"state": state, "decided_by": signature(by), "decided_at": this_second()}
        connection.execute(update(adoption).where(own.id == number).values(**decision))
        days = count_place(connection, row, 1 if accept else -1) if accept or row.state == ACCEPTED else set()
        _noted(connection, programme_id, by, f"adoption_{state}", days, code=row.code, number=number)


def _example(connection: Connection, programme_id: int, code: str, by: Reader) -> Row[tuple[object, ...]]:
    require_example(connection, by, programme_id, code)
    row = connection.execute(select(exemplar).where(is_example(programme_id, code))).first()
    if row is None:
        raise NotSaved("no_example")
    return row


def _author(connection: Connection, programme_id: int, code: str) -> str:
    own = initiative.c
    return connection.scalar(select(own.author).where(own.programme_id == programme_id, own.code == code)) or ""


def _noted(
    connection: Connection,
    programme_id: int,
    by: Reader,
    action: str,
    days: Collection[int] = (),
    **value: str | int | date | None,
) -> None:
    note(connection, signature(by), action, programme=programme_id, **value)
    if days:
        raise_version(connection, programme_id, days)
    else:
        raise_without_rows(connection, programme_id)
