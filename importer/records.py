"""`undo`, `batches` and `queue`: past imports and waiting rows."""

import argparse
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Final

from data_access.database.settings import database_url
from data_access.database.transactions import reading
from data_access.importing.queue import decide, waiting
from data_access.importing.undoing import batches, undo
from data_access.staff.accounts import reader_as
from importer.wording import Wording
from model.edges import Row
from presentation.signatures import display_name

_DONE: Final = 0


def undo_batch(options: argparse.Namespace, wording: Wording) -> int:
    """Undo a batch and print the changes; returns the exit code."""
    undone = undo(database_url(), options.batch, reader_as(database_url(), options.email))
    print(wording.undone(undone))
    return _DONE


def list_batches(options: argparse.Namespace, wording: Wording) -> int:
    """Print the batches of a programme, or of all; returns the exit code."""
    by = reader_as(database_url(), options.email)
    with reading(database_url()) as connection:
        imports = batches(connection, by, options.programme)
    return _print(imports, batch_line, wording.texts.no_batches, wording)


def batch_line(batch: Row, wording: Wording) -> str:
    """One batch as a line."""
    moment = wording.language.numbers.moment
    line = wording.texts.batch.format(
        batch=batch["id"],
        at=moment(batch["imported_at"]),
        who=display_name(batch["who"], wording.language),
        kind=wording.texts.kinds.get(batch["kind"], batch["kind"]),
        file=batch["file_name"] or "–",
        rows=wording.count(batch["rows"]),
    )
    return (
        f"{line} · {wording.texts.batch_undone.format(at=moment(batch['undone_at']))}" if batch["undone_at"] else line
    )


def more_than(rows: Sequence[Row]) -> int:
    """How many further rows there are; the rows carry the total."""
    return int(rows[0]["total"]) - len(rows) if rows else 0


def _print(rows: Sequence[Row], line: Callable[[Row, Wording], str], nothing: str, wording: Wording) -> int:
    """Print one line a row and how many more there are, or that there are none."""
    for row in rows:
        print(line(row, wording))
    if more_than(rows):
        print(wording.language.pages.and_more.format(count=wording.count(more_than(rows))))
    if not rows:
        print(nothing)
    return _DONE


def queue(options: argparse.Namespace, wording: Wording) -> int:
    """Print the waiting rows, or decide some of them; returns the exit code."""
    if options.keep or options.remove:
        return decide_entries(
            options.keep or options.remove, "keep" if options.keep else "remove", options.email, wording
        )
    return list_waiting(options.programme, options.email, wording)


def list_waiting(programme: str | None, email: str | None, wording: Wording) -> int:
    """Print the waiting rows; returns the exit code."""
    by = reader_as(database_url(), email)
    with reading(database_url()) as connection:
        entries = waiting(connection, by, programme)
    return _print(entries, waiting_line, wording.texts.nothing_waits, wording)


def waiting_line(entry: Row, wording: Wording) -> str:
    """One waiting row as a line."""
    return wording.texts.waiting.format(
        id=entry["id"],
        reason=wording.texts.reasons[entry["reason"]],
        code=entry["code"],
        detail=detail_of(entry, wording),
    )


def detail_of(entry: Row, wording: Wording) -> str:
    """What a waiting row is about, in words."""
    detail, numbers = entry["detail"], wording.language.numbers
    values = {
        "title": detail.get("title", ""),
        "other": detail.get("other", ""),
        "amount": numbers.money_vnd(detail.get("benefit_vnd")),
        "moment": numbers.moment(datetime.fromisoformat(detail["uploaded_at"]) if "uploaded_at" in detail else None),
        "unit": detail.get("unit", ""),
        "n": numbers.count(detail.get("n")),
        "usual": numbers.count(detail.get("usual")),
        "day": numbers.date(datetime.strptime(str(detail["day"]), "%Y%m%d")) if "day" in detail else "",
    }
    return wording.texts.details[entry["reason"]].format_map(values)


def decide_entries(entries: Collection[int], decision: str, email: str | None, wording: Wording) -> int:
    """Keep or remove waiting rows and print how many; returns the exit code."""
    batch = decide(database_url(), entries, decision, reader_as(database_url(), email))
    print(wording.decided(len(entries), batch))
    return _DONE
