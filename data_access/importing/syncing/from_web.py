"""CSV or JSON at an address, page by page."""

import csv
import io
import json
import urllib.parse
from collections.abc import Mapping
from typing import Any, Final

from data_access.database.errors import NotSaved
from data_access.importing.syncing.asking import Door
from data_access.importing.syncing.fetched import Fetched, Row, as_text
from data_access.importing.syncing.settings import SourceSettings

_PAGES: Final = 10_000


def fetch_pages(settings: SourceSettings, mark: Mapping[str, Any]) -> Fetched:
    """Every page there is. Raises NotSaved (source_away), also where a page is missing: nothing is read by half."""
    door = Door(settings)
    address, parameter = settings.option("url"), settings.option("page_parameter")
    page, rows = int(settings.option("first_page", "1")), list[Row]()
    seen: set[bytes] = set()
    following, repeats = _numbered(address, parameter, page), 0
    for _ in range(_PAGES):
        content = door.get(following)
        if content in seen and parameter:  # a page out of a cache, or a server that repeats its last one for ever
            content = door.get(following)
        is_new = content not in seen
        found, link = _rows_of(settings, content)
        if is_new and repeats:
            raise NotSaved(
                "source_away", source=settings.name, reason=f"{parameter} {page - 1} = {parameter} {page - 2}"
            )
        repeats = 0 if is_new else repeats + 1
        rows += found if is_new else []
        seen.add(content)
        page += 1
        if not found or repeats > 1 or not (link or parameter) or (link and not is_new):
            return Fetched(_all_of(settings, rows, content), mark=dict(mark))
        following = urllib.parse.urljoin(address, link) if link else _numbered(address, parameter, page)
    raise NotSaved("source_away", source=settings.name, reason=f"> {_PAGES}")


def _all_of(settings: SourceSettings, rows: list[Row], last: bytes) -> list[Row]:
    """The rows, where they are as many as the answer says it has. Raises NotSaved."""
    path = settings.option("total")
    told = _inside(json.loads(last), path) if path else None
    if told is not None and int(told) > len(rows):
        raise NotSaved("source_away", source=settings.name, reason=f"{len(rows)} < {told}")
    return rows


def _numbered(address: str, parameter: str, page: int) -> str:
    if not parameter:
        return address
    parts = urllib.parse.urlsplit(address)
    query = [*urllib.parse.parse_qsl(parts.query), (parameter, str(page))]
    return urllib.parse.urlunsplit(parts._replace(query=urllib.parse.urlencode(query)))


def _rows_of(settings: SourceSettings, content: bytes) -> tuple[list[Row], str | None]:
    try:
        if settings.option("format", "json") == "csv":
            return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")))), None
        told = json.loads(content)
        found = _inside(told, settings.option("records"))
        link = _inside(told, settings.option("next")) if settings.option("next") else None
        rows: list[Row] = [{name: as_text(value) for name, value in row.items()} for row in found or []]
    except (ValueError, AttributeError, TypeError) as problem:
        raise NotSaved("source_away", source=settings.name, reason=str(problem)[:200]) from problem
    return rows, str(link) if link else None


def _inside(told: Any, path: str) -> Any:
    """“data.items” inside an answer."""
    for name in filter(None, path.split(".")):
        told = told.get(name) if isinstance(told, dict) else None
    return told
