"""Many threads with alternating readers and the same filters: nobody gets another's answer."""

from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from data_access.cli.answer import ROWS, answer
from data_access.database.errors import DataAccessError
from data_access.programmes.state_names import COMPARISONS
from data_access.programmes.states import change_state
from data_access.store.records import Records
from data_access.store.scoped import records_for
from model.reader import LOCAL, Reader, Role
from tests.data_access.invented_rows import invent, write
from tests.live_records import live_records

REQUESTS = 1000  # with cold caches, and as many with warm ones
READERS = (
    LOCAL,
    *(Reader(f"{code}@x.vn", Role.STAFF, (code,)) for code in ("LD-01", "CD-XD", "LD-30")),
    Reader("two@x.vn", Role.LEAD, ("LD-01", "CD-XD")),
    Reader("viewer@x.vn", Role.VIEWER, ("LD-01",)),
)
QUESTIONS = (
    *((subject, "") for subject in ("overview", "targets", "ranking", "value", "people", "sectors")),
    *((ROWS, query) for query in ("", "q=may", "order=benefit", "q=may&order=title", "status=valid")),
)


def outcome_of(records: Records, reader: Reader, question: tuple[str, str]) -> str:
    """The answer, or why there is none."""
    try:
        return answer(records_for(records, reader), *question)
    except DataAccessError as problem:
        return type(problem).__name__


@pytest.mark.parametrize("comparison", COMPARISONS)
def test_two_thousand_requests_by_turns_leak_nothing(prepared_url: str, comparison: str):
    write(prepared_url, *invent(600, seed=14))
    change_state(prepared_url, "1tr", comparison, LOCAL)
    alone = {
        (reader, question): _in_a_process_of_its_own(prepared_url, reader, question)
        for reader in READERS
        for question in QUESTIONS
    }
    assert len({alone[reader, QUESTIONS[6]] for reader in READERS}) == len(READERS)  # they differ, or nothing is tested
    random = Random(14)
    questions = [(random.choice(READERS), random.choice(QUESTIONS)) for _ in range(REQUESTS)]
    with live_records(prepared_url) as records, ThreadPoolExecutor(12) as pool:
        for number in range(2):
            answers = list(pool.map(lambda one: outcome_of(records, *one), questions))
            leaked = [one for one, text in zip(questions, answers, strict=True) if text != alone[one]]
            assert not leaked, (number, len(leaked), leaked[:3])


def _in_a_process_of_its_own(url: str, reader: Reader, question: tuple[str, str]) -> str:
    with live_records(url) as records:
        return outcome_of(records, reader, question)
