"""CSV or JSON at an address, page by page."""

import csv
import hashlib
import io
import json
import urllib.parse
from typing import Any, Final

from data_access.database.errors import NotSaved
from data_access.importing.syncing.asking import Door
from data_access.importing.syncing.fetched import Row, as_text
from data_access.importing.syncing.row_file import RowFile
from data_access.importing.syncing.settings import SourceSettings
from model.edges import Row as Stored

_PAGES: Final = 10_000


def fetch_pages(settings: SourceSettings, mark: Stored, file: RowFile) -> Stored:
    """Pass on every page. Raises NotSaved (source_away), also where a page is missing: never a part."""
    door, rows = Door(settings), _Rows(settings, file)
    address, parameter = settings.option("url"), settings.option("page_parameter")
    page = int(settings.option("first_page", "1"))
    marks: set[bytes] = set()
    following, repeats = _numbered(address, parameter, page), 0
    for _ in range(_PAGES):
        content = door.get(following)
        if _mark_of(content) in marks and parameter:  # out of a cache, or a server that repeats its last one for ever
            content = door.get(following)
        is_new = _mark_of(content) not in marks
        batch, link = _rows_of(settings, content)
        if is_new and repeats:
            raise NotSaved(
                "source_away", source=settings.name, reason=f"{parameter} {page - 1} = {parameter} {page - 2}"
            )
        repeats = 0 if is_new else repeats + 1
        rows.add(batch if is_new else [])
        marks.add(_mark_of(content))
        page += 1
        if not batch or repeats > 1 or not (link or parameter) or (link and not is_new):
            rows.end(content)
            return mark
        following = urllib.parse.urljoin(address, link) if link else _numbered(address, parameter, page)
    raise NotSaved("source_away", source=settings.name, reason=f"> {_PAGES}")


def _mark_of(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


class _Rows:
    """Rows on their way into the file, page by page; all at once only where their columns are undeclared."""

    def __init__(self, settings: SourceSettings, file: RowFile) -> None:
        self._settings, self._file = settings, file
        self._names = [*settings.columns, *filter(None, [settings.option("key")])] if settings.columns else []
        self._kept: list[Row] = []
        self._count = 0

    def add(self, rows: list[Row]) -> None:
        self._count += len(rows)
        if self._names:
            self._write(rows)
        else:
            self._kept += rows

    def end(self, last: bytes) -> None:
        """Check that nothing is missing. Raises NotSaved where rows are fewer than the last answer says there are."""
        path = self._settings.option("total")
        value = _inside(json.loads(last), path) if path else None
        if value is not None and int(value) > self._count:
            raise NotSaved("source_away", source=self._settings.name, reason=f"{self._count} < {value}")
        self._names = self._names or list(dict.fromkeys(name for row in self._kept for name in row))
        self._write(self._kept)

    def _write(self, rows: list[Row]) -> None:
        self._file.add(self._names, ([row.get(name, "") for name in self._names] for row in rows))


def _numbered(address: str, parameter: str, page: int) -> str:
    if not parameter:
        return address
    parts = urllib.parse.urlsplit(address)
    query = [*urllib.parse.parse_qsl(parts.query), (parameter, str(page))]
    return urllib.parse.urlunsplit(parts._replace(query=urllib.parse.urlencode(query)))


def _rows_of(settings: SourceSettings, content: bytes) -> tuple[list[Row], str | None]:
    try:
        if settings.option("format", "json") == "csv":
            lines = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
            return [{name: as_text(value) for name, value in row.items() if name} for row in lines], None
        document = json.loads(content)
        items = _inside(document, settings.option("records"))
        link = _inside(document, settings.option("next")) if settings.option("next") else None
        rows: list[Row] = [{name: as_text(value) for name, value in row.items()} for row in items or []]
    except (ValueError, AttributeError, TypeError) as problem:
        raise settings.away(problem) from problem
    return rows, str(link) if link else None


def _inside(value: Any, path: str) -> Any:
    """“data.items” inside an answer."""
    for name in filter(None, path.split(".")):
        value = value.get(name) if isinstance(value, dict) else None
    return value
