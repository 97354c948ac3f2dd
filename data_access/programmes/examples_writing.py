"""Examples of a file written as one import, with the former content of each row for undo."""

import hashlib
import json
import secrets
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, insert, select, update

from data_access.database.audit_log import note
from data_access.database.insert import insert_one
from data_access.database.permissions import signature
from data_access.database.schema import exemplar, former_row, import_batch, initiative
from data_access.importing.undone_examples import kept
from data_access.programmes.setup import Row
from data_access.rows.exemplars import details_of_row, is_example
from model.clock import this_second
from model.reader import Reader

KIND: Final = "examples"


def write_examples(
    connection: Connection, programme_id: int, rows: Sequence[Row], file: tuple[str, bytes], by: Reader
) -> int:
    """Write the rows of a file with its name and content; returns the number of the import."""
    now = this_second()
    values = {"programme_id": programme_id, "kind": KIND, "who": signature(by), "imported_at": now}
    sha = hashlib.sha256(file[1]).hexdigest()
    batch = insert_one(connection, import_batch, {**values, "file_name": file[0], "sha256": sha, "rows": len(rows)})
    for row in rows:
        _write(connection, programme_id, row, by, batch)
        note(connection, signature(by), "example_told", programme=programme_id, code=row["code"], file=file[0])
    note(connection, signature(by), "import", batch=batch, programme=programme_id, kind=KIND, rows=len(rows))
    return batch


def _write(connection: Connection, programme_id: int, row: Row, by: Reader, batch: int) -> None:
    same = is_example(programme_id, row["code"])
    query = select(exemplar).where(same)
    before = connection.execute(query).mappings().first()
    token = (before["token"] if before else "") or (secrets.token_urlsafe(16) if row["is_public"] else "")
    values = {**row, "token": token, "who": signature(by), "chosen_at": this_second()}
    if before is None:
        details = details_of_row(connection, programme_id, row["code"], by)
        connection.execute(insert(exemplar).values(programme_id=programme_id, **details, **values))
    else:
        connection.execute(update(exemplar).where(same).values(**values))
    after = connection.execute(query).mappings().one()
    number = connection.scalar(
        select(initiative.c.id).where(initiative.c.programme_id == programme_id, initiative.c.code == row["code"])
    )
    former = {"batch_id": batch, "table_name": exemplar.name, "row_id": number}
    content = json.dumps({"before": kept(before), "after": kept(after)}, ensure_ascii=False)
    connection.execute(insert(former_row).values(**former, content=content))
