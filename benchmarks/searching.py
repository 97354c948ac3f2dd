"""How long searches and page turns take: `python -m benchmarks.searching [--url URL] [--times N]`.

Asks a filled database (DATABASE_URL by default) for common, rare, absent and mistyped words and for pages in every
order, unfiltered and filtered: jumps, as if nothing had been seen, and turns from one page to the next. Nothing is
written, and every question is asked of the database.
"""

import argparse
import statistics
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from functools import partial
from typing import Final

from benchmarks.figures import milliseconds
from data_access.database.bounded import Database
from data_access.database.errors import DataAccessError
from data_access.database.settings import database_url
from data_access.rows.explore import count_matching, fetch_rows, rows_in_scope, search_for
from data_access.rows.row_places import RowPlaces
from data_access.store.live import LiveRecords
from data_access.store.records import Records
from data_access.store.row_answers import SUM_WITHIN, patient
from model.filters import Filters
from model.rows import ORDERS, PAGE_SIZE, RowSearch

WORDS: Final = {
    "common": "sáng kiến",
    "in 8 % of titles": "học sinh",
    "in 0,1 %": "cải tiến quy trình",
    "a school in titles and unions": "hoa mai 1",
    "one author": "Nguyễn Thị Mẫu 04655",
    "absent, of common syllables": "máy bơm",
    "absent": "xyzzy",
    "typed wrongly": "sang kein",
    "two typos": "cải tiếm quy trìng",
    "two letters": "5s",
}
SCOPES: Final = {
    "all": Filters(),
    "20/04/2022 08:00, phase 1": Filters(as_of=datetime(2022, 4, 20, 8), phase=1),
    "Thanh Hóa": Filters(units=("LD-38",)),
    "health": Filters(sectors=("y-te",)),
    "no sector": Filters(sectors=("none",)),
    "Thanh Hóa, health": Filters(units=("LD-38",), sectors=("y-te",)),
    "a small union": Filters(units=("LD-06",)),
}


_JUMPS: Final = ("first", "jump")


class Fresh(LiveRecords):
    """Records that query the database every time, except for what is cached a day or a version anyway."""

    def ask_list(self, query, key, filters, *, patiently=False):  # type: ignore[no-untyped-def]
        del key, filters
        return self.ask_now(patient(query, SUM_WITHIN) if patiently else query)

    def forget_places(self) -> None:
        """Clear the remembered positions in result lists."""
        self.places: dict[object, RowPlaces] = {}

    def remember(self, key, make):  # type: ignore[no-untyped-def]
        return self.places.setdefault(key, make()) if key[0] == "places" else super().remember(key, make)


def questions(records: Fresh) -> Iterator[tuple[str, Callable[[], object]]]:
    """The measured questions by name."""
    for name, words in WORDS.items():
        yield f"search: {name}", partial(fetch_rows, records, Filters(), RowSearch(words))
    for name, filters in SCOPES.items():
        for word in ("học sinh", "bệnh nhân", "máy bơm", "hồ sơ", "cải tiến quy trình", "phần mềm quản lý", "trẻ"):
            yield f"search: {word}, within {name}", partial(fetch_rows, records, filters, RowSearch(word))
    for name, words in WORDS.items():
        yield f"count all: {name}", partial(count_matching, records, Filters(), words)
    for name, filters, pages in _pages(records):
        fetch = _jump if name.startswith(_JUMPS) else _jump_further if name.startswith("further") else fetch_rows
        yield name, partial(fetch, records, filters, pages)


def _jump(records: Fresh, filters: Filters, search: RowSearch) -> object:
    records.forget_places()
    return fetch_rows(records, filters, search)


def _jump_further(records: Fresh, filters: Filters, search: RowSearch) -> object:
    """A page met from the marks of earlier ones, and forgotten, so that the next time takes as long."""
    marks = {key: places.known.copy() for key, places in records.places.items()}
    page = fetch_rows(records, filters, search)
    for key, before in marks.items():
        records.places[key].known = before
    return page


def _pages(records: Records) -> Iterator[tuple[str, Filters, RowSearch]]:
    for scope, filters in SCOPES.items():
        for order in ORDERS:
            in_scope = rows_in_scope(records, filters, computed_only=order == "benefit")
            last = max(1, -(-in_scope // PAGE_SIZE))
            middle = max(1, last // 2)
            places = {
                "first page": 1,
                "next page": 2,
                "jump to the middle": middle,
                "next after the middle": middle + 1,
                "further jump, to a third": max(1, last // 3),  # from the marks that the first one left
            }
            for place, page in (places | {"jump to the end": last}).items():
                yield f"{place} of {scope}, {order}", filters, RowSearch(order=order, page=page)


def main() -> None:
    """Print median and maximum of several runs each, in ms."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--url", default=database_url())
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    with closing(Fresh(Database(options.url, answer_within=30.0))) as records:
        records.forget_places()
        search_for(records, "x")
        fetch_rows(records, Filters(), RowSearch("nobodywrotethis"))  # reads the words that typos are compared with
        print(f"{rows_in_scope(records, Filters()):,} rows, {options.url.partition(':')[0]}")
        print(f"{'median':>8}{'slowest':>9}  ms")
        for name, ask in questions(records):
            try:
                times = milliseconds([ask] * options.times)
            except DataAccessError as problem:
                print(f"{'no answer':>17}  {name}: {problem}", flush=True)
                continue
            print(f"{statistics.median(times):>8.1f}{max(times):>9.1f}  {name}", flush=True)


if __name__ == "__main__":
    main()
