"""Run all benchmarks and print the table. Only local processes, which are ended afterwards."""

import sys
from collections.abc import Iterator
from contextlib import closing

from benchmarks.data_layer import measure_cube, measure_pages, measure_questions
from benchmarks.figures import Figure, machine, table
from benchmarks.records import million_records
from benchmarks.server import measure_server
from benchmarks.usual import compare_with_usual
from data_access.database.bounded import Database
from data_access.store.live import LiveRecords


def main() -> None:
    """Print progress to standard error, the table to standard output."""
    file, seconds = million_records()
    before = machine()
    url = f"sqlite:///{file}"
    figures = [seconds]
    for figure in _measured(url):
        print(f"{figure.what} ...", file=sys.stderr, flush=True)
        figures.append(figure)
    print(f"\n{before}\n\n{table(figures)}\n\n{compare_with_usual(url)}")


def _measured(url: str) -> Iterator[Figure]:
    yield from measure_cube(url)
    with closing(LiveRecords(Database(url))) as records:
        yield from measure_questions(records)
        yield from measure_pages(records)
    yield from measure_server(url)


main()
