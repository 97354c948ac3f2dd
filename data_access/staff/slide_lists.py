"""Saved slide lists: which slides, in which order, of which view."""

from typing import Final

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.exc import IntegrityError

from data_access.database.errors import NameTaken
from data_access.database.permissions import require, signature
from data_access.database.schema import slide_list
from data_access.database.transactions import changing
from model.clock import this_second
from model.folding import slug
from model.reader import Reader
from model.stage import SlideList

_LONGEST_NAME: Final = 80
_REFUSAL: Final = "The slide list could not be saved."


def read_slide_lists(connection: Connection) -> tuple[SlideList, ...]:
    """All lists, newest first; a query for `Records.ask`."""
    rows = connection.execute(select(slide_list).order_by(slide_list.c.saved_at.desc(), slide_list.c.code))
    return tuple(
        SlideList(row.code, row.name, tuple(row.views.split(".")), row.seconds, row.query, row.who, row.saved_at)
        for row in rows
    )


def save_slide_list(url: str, name: str, views: tuple[str, ...], seconds: int, query: str, by: Reader) -> str:
    """Save a list under the code of its name; returns the code. Raises NameTaken, DatabaseUnreachable."""
    require(by, "keep_slides")
    name = " ".join(name.split())[:_LONGEST_NAME]
    code = slug(name)
    row = {
        "code": code, "name": name, "views": ".".join(views), "seconds": seconds, "query": query, "who": signature(by),
        "saved_at": this_second(),
    }  # fmt: skip
    with changing(url, _REFUSAL) as connection:
        try:
            connection.execute(insert(slide_list), [row])
        except IntegrityError as problem:
            raise NameTaken(f"There is a slide list {code!r}.") from problem
    return code


def forget_slide_list(url: str, code: str, by: Reader) -> None:
    """Delete a list of one's own, or as a lead anybody's; nothing happens where there is none.

    Raises NotAllowed, DatabaseUnreachable.
    """
    require(by, "keep_slides")
    with changing(url, _REFUSAL) as connection:
        owner = connection.scalar(select(slide_list.c.who).where(slide_list.c.code == code))
        if owner is not None and owner != signature(by):
            require(by, "mark_event")
        connection.execute(delete(slide_list).where(slide_list.c.code == code))
