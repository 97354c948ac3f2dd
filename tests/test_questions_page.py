"""docs/questions.md: the address of every question can be parsed, and its figures are those of the answer."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from data_access.cli.answer import SUBJECTS, answer
from data_access.queries.published import fetch_inconsistencies
from data_access.queries.ranking import fetch_ranking
from data_access.reference.notes import read_notes
from language.languages import VIETNAMESE
from model.address_strict import parse_strictly
from model.filters import Filters
from presentation.places import describe_ceiling
from tests.consistency.known import read

_ROW: Final = re.compile(r"^\| ([LPS]\d+) \| (.*?) \| `(.*?)` \| (.*?) \| (.*?) \|$", re.MULTILINE)
_NUMBER: Final = re.compile(r"(?<![\w/:])(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?![\w/:]|\.\d)")
_FILE: Final = Path(__file__).parents[1] / "docs" / "questions.md"
# What overviews and ledgers say stands on every page of a scope.
_EVERYWHERE: Final = ("overview", "targets", "ranking", "sectors", "published")


@dataclass(frozen=True)
class Question:
    """One row; `seen` is what was read on the screen."""

    code: str
    page: str
    query: str
    seen: str


def _rows() -> Iterator[Question]:
    for code, _, address, _, seen in _ROW.findall(_FILE.read_text(encoding="utf-8")):
        path, _, query = address.partition("?")
        yield Question(code, path.strip("/") or "overview", query, seen)


QUESTIONS: Final = tuple(_rows())


@pytest.fixture(scope="module")
def numbers(demo_records):
    @cache
    def known(query: str) -> frozenset[Decimal]:
        """Every number of the answers for a scope, also in billions of VND and as sums of a ranking."""
        results: set[Decimal] = set()
        for subject in _EVERYWHERE:
            rows = list(csv.DictReader(io.StringIO(answer(demo_records, subject, query))))
            cells = [_number(cell) for row in rows for cell in row.values()]
            results |= {number for number in cells if number is not None}
            places = [row for row in rows if row.get("unit_code")] if subject == "ranking" else []
            values = [_number(row["value"]) for row in places]
            whole = sum((value for value in values if value is not None), Decimal(0))
            results |= {whole, *(100 * value / whole for value in values[:1] if value and whole)}
            uploads = [_number(row["uploads"]) for row in rows] if subject == "sectors" else []
            results.add(sum((value for value in uploads if value is not None), Decimal(0)))
        return frozenset({*results, *(number / 10**9 for number in results), *(number - 100 for number in results)})

    return known


def _number(cell: str) -> Decimal | None:
    return Decimal(cell) if re.fullmatch(r"-?\d+(\.\d+)?", cell) else None


def test_every_question_has_one_row():
    codes = [question.code for question in QUESTIONS]
    assert len(codes) == len(set(codes)) == 49


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.code)
def test_the_address_is_understood_and_answers_what_was_seen(demo_records, numbers, question: Question):
    filters, notices = parse_strictly(question.query, demo_records.catalogue)
    assert question.page in SUBJECTS and not notices

    sentences = " ".join((*_sentences(demo_records, filters), *VIETNAMESE.published.metric_names.values()))
    for part in (part.strip() for part in question.seen.split(";")):
        if part not in sentences:
            for written in _NUMBER.findall(part):
                assert _is_known(written, numbers(question.query)) or written in sentences, (part, written)


def _sentences(records, filters: Filters) -> Iterator[str]:
    """Notes and contradictions between sources, which pages show as whole sentences."""
    yield from read_notes(filters.programme)["sentence_vi"]
    yield from fetch_inconsistencies(records, filters)["sentence_vi"]
    yield describe_ceiling(fetch_ranking(records, filters), VIETNAMESE)


def _is_known(written: str, known: frozenset[Decimal]) -> bool:
    value, digits = read(written)
    step = Decimal(1).scaleb(-digits)
    return any(abs(abs(number) - value) <= step / 2 for number in known)
