"""CSV or JSON at an address, page by page."""

import csv
import io
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from typing import Any, Final

from data_access.database.errors import NotSaved
from data_access.importing.syncing.fetched import Fetched, Row, as_text
from data_access.importing.syncing.settings import SourceSettings

_PAGES: Final = 10_000
_TRIES: Final = 3
_SECONDS: Final = 30.0
_LARGEST: Final = 200 * 1024 * 1024  # of one page


def fetch_pages(settings: SourceSettings, mark: Mapping[str, Any]) -> Fetched:
    """Every page there is; one that repeats ends the walk. Raises NotSaved (source_away)."""
    address = settings.option("url")
    if urllib.parse.urlsplit(address).scheme not in ("https", "http"):
        raise NotSaved("source_away", source=settings.name, reason="url")
    rows: list[Row] = []
    seen: set[bytes] = set()
    page, parameter = int(settings.option("first_page", "1")), settings.option("page_parameter")
    following: str | None = _numbered(address, parameter, page)
    while following and len(seen) < _PAGES:
        content = _get(settings, following)
        if content in seen:
            break
        seen.add(content)
        found, link = _rows_of(settings, content)
        rows += found
        page += 1
        following = urllib.parse.urljoin(address, link) if link else _numbered(address, parameter, page)
        if not found or (not link and not parameter):
            break
    return Fetched(rows, mark=dict(mark))


def _numbered(address: str, parameter: str, page: int) -> str:
    if not parameter:
        return address
    parts = urllib.parse.urlsplit(address)
    query = [*urllib.parse.parse_qsl(parts.query), (parameter, str(page))]
    return urllib.parse.urlunsplit(parts._replace(query=urllib.parse.urlencode(query)))


def _get(settings: SourceSettings, address: str) -> bytes:
    """One page. The token goes to the host of the file only; a failure is tried again, then told."""
    token = settings.option("token")
    is_same = urllib.parse.urlsplit(address).netloc == urllib.parse.urlsplit(settings.option("url")).netloc
    headers = {"Authorization": f"Bearer {token}"} if token and is_same else {}
    for left in range(_TRIES - 1, -1, -1):
        try:
            request = urllib.request.Request(address, headers=headers)  # noqa: S310 (http and https only)
            with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
                return bytes(answer.read(_LARGEST))
        except (urllib.error.URLError, TimeoutError, ConnectionError) as problem:
            if not left:
                raise NotSaved("source_away", source=settings.name, reason=str(problem)[:200]) from problem
            time.sleep(0.5)
    raise NotSaved("source_away", source=settings.name, reason=address)


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
