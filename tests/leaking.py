"""A programme in which every word outside one unit is marked, and everything readers can get from pages and files."""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

from pypdf import PdfReader
from sqlalchemy import Connection, func, select, update

from data_access.database.connections import open_engine
from data_access.database.schema import exemplar, initiative, programme, readiness_fact, unit
from data_access.database.versions import raise_version
from data_access.reference.seed import ids_by_code
from data_access.rows.exemplars import choose_exemplar
from data_access.staff.accounts import AccountDraft, add_accounts
from model.reader import LOCAL, Reader, Role
from tests.exports.small_programme import UPLOADS, write_small

OWN = "LD-33"
OWNED, LEAKED = "Ownedword", "Leakedword"
# What no reader of the own unit can know of a closed programme: the uploads of others, and those of all.
SECRETS = (*(count for code, count in UPLOADS.items() if code != OWN and count > 1000), sum(UPLOADS.values()))

READERS = {
    "viewer": Reader("viewer@x.vn", Role.VIEWER, (OWN,)),
    "staff": Reader("staff@x.vn", Role.STAFF, (OWN,)),
    "lead": Reader("lead@x.vn", Role.LEAD, (OWN,)),
}


def write_marked(url: str, *, closed: bool) -> None:
    """Prepare, fill and mark the database at `url`, with an example on each side and the accounts of READERS."""
    write_small(url)
    engine = open_engine(url)
    with engine.begin() as connection:
        own = ids_by_code(connection, unit)[OWN]
        _mark_rows(connection, own)
        if closed:
            _mark_units(connection, own)
        codes = [connection.scalar(select(func.min(row.code)).where(side)) for row in (initiative.c,)
                 for side in (row.unit_id == own, row.unit_id != own)]  # fmt: skip
    engine.dispose()
    for code, mark in zip(codes, (OWNED, LEAKED), strict=True):
        choose_exemplar(url, 1, str(code), mark, LOCAL)
    with engine.begin() as connection:
        assert connection.scalar(select(func.count()).select_from(exemplar)) == 3  # one is public
        raise_version(connection, 1, ())
    engine.dispose()
    add_accounts(url, LOCAL, [AccountDraft(one.email, one.role.value, one.units) for one in READERS.values()])


def _mark_rows(connection: Connection, own: int) -> None:
    row = initiative.c
    for side, mark in ((row.unit_id == own, OWNED), (row.unit_id != own, LEAKED)):
        folded = {"title_folded": f"{mark.lower()} bom", "author_folded": mark.lower()}
        connection.execute(update(initiative).where(side).values(title=f"{mark} bơm", author=mark, **folded))
    text = readiness_fact.c
    for of_unit, mark in ((text.unit_id == own, OWNED), (text.unit_id != own, LEAKED)):
        connection.execute(update(readiness_fact).where(of_unit).values(note=mark, who=mark))


def _mark_units(connection: Connection, own: int) -> None:
    names = {name: unit.c[name] + f" {LEAKED}" for name in ("name", "name_en", "short_name")}
    connection.execute(update(unit).where(unit.c.id != own).values(**names))
    connection.execute(update(programme).where(programme.c.id == 1).values(comparison="closed"))


def words_of(content: bytes) -> Iterator[str]:
    """Every text of a file, and of the files packed in it, without the markup around it."""
    if content[:4] == b"%PDF":
        yield "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    elif zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield from words_of(packed.read(name))
    else:
        text = content.decode("utf-8", errors="ignore")
        yield text if LEAKED in text else unescape(re.sub(r"<style.*?</style>|<[^>]*>", " ", text, flags=re.DOTALL))


def secrets_in(text: str) -> list[int]:
    """The secret counts that occur in a text, with any thousands separator."""
    return [
        count
        for count in SECRETS
        if re.search(rf"(?<![\w.,]){count // 1000}[.,\u202f\u00a0 ]?{count % 1000:03}(?!\w)", text)
    ]
