"""Files of a small programme, made once per run and opened by independent readers."""

import csv
import io
import time
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from data_access.cli.answer import answer
from data_access.database.bounded import Database
from data_access.store.live import LiveRecords
from data_access.store.records import Records
from language.languages import LANGUAGES
from model.address import parse_query
from presentation.occasion import Occasion
from tests.exports.small_programme import QUERY, write_small

OCCASION = Occasion("Nguyễn Thị Bé", "https://sangkien.example", made_at=datetime(2022, 4, 20, 9, 30))

Make = Callable[..., bytes]


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Records]:
    url = f"sqlite:///{tmp_path_factory.mktemp('exports') / 'small.db'}"
    write_small(url)
    records = LiveRecords(Database(url))
    yield records
    records.close()


@pytest.fixture
def cpu_seconds(records: Records) -> Callable[[Make], float]:
    """`cpu_seconds(write)`: of this process, until a file was written anew."""

    def measure(write: Make) -> float:
        filters, _ = parse_query(QUERY, records.catalogue)
        start = time.process_time()
        write(records, filters, LANGUAGES["vi"])
        return time.process_time() - start

    return measure


@pytest.fixture(scope="session")
def made(records: Records) -> Callable[..., bytes]:
    """`made(write, query, language, **more)`: the file of one query, made once each."""
    known: dict[tuple[object, ...], bytes] = {}

    def make(write: Make, query: str = QUERY, language: str = "vi", **more: object) -> bytes:
        key = (write, query, language, *more.items())
        if key not in known:
            filters, _ = parse_query(query, records.catalogue)
            known[key] = write(records, filters, LANGUAGES[language], occasion=OCCASION, **more)
        return known[key]

    return make


@pytest.fixture(scope="session")
def answers(records: Records) -> Callable[..., list[dict[str, str]]]:
    """`answers(subject, query)`: what `python -m data_access answer` prints, as rows."""
    return lambda subject, query=QUERY: list(csv.DictReader(io.StringIO(answer(records, subject, query))))
