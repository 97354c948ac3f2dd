"""Files for accounts of one unit contain no row of another, and nothing of others in a closed programme."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data_access.cli.answer import ROWS, SUBJECTS, answer
from data_access.database.errors import NotListed
from data_access.store.records import Records
from data_access.store.scoped import records_for
from exports.csv.rows import write_rows
from exports.kinds import KINDS, make_file
from language.languages import VIETNAMESE
from model.filters import Filters
from presentation.occasion import Occasion
from tests.leaking import LEAKED, OWN, OWNED, READERS, secrets_in, words_of, write_marked
from tests.live_records import live_records

KINDS_AND_PAGES = [(kind, page) for kind, made in KINDS.items() for page in made.pages or ("overview",)]


@pytest.fixture(scope="module", params=["open", "closed"])
def marked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Records, bool]]:
    url = f"sqlite:///{tmp_path_factory.mktemp('marked') / 'marked.db'}"
    write_marked(url, closed=request.param == "closed")
    with live_records(url) as records:
        yield records, request.param == "closed"


@pytest.mark.usefixtures("without_dots")
@pytest.mark.parametrize("query", [Filters(), Filters(units=(OWN,))], ids=["whole", "own"])
@pytest.mark.parametrize(("kind", "page"), KINDS_AND_PAGES)
@pytest.mark.parametrize("who", ["viewer", "staff"])
def test_no_file_shows_what_is_out_of_scope(who: str, kind: str, page: str, query: Filters, marked):
    records, is_closed = marked
    content = make_file(kind, records_for(records, READERS[who]), query, VIETNAMESE, Occasion(who), page)

    for text in words_of(content):
        place = text.find(LEAKED)
        assert place < 0, text[max(0, place - 200) : place + 100]
        if is_closed:
            assert not secrets_in(text), secrets_in(text)


@pytest.mark.parametrize("who", ["viewer", "staff"])
@pytest.mark.parametrize("subject", [*SUBJECTS, ROWS])
def test_no_answer_shows_what_is_out_of_scope(who: str, subject: str, marked):
    records, is_closed = marked
    own = records_for(records, READERS[who])
    if (who, subject) == ("viewer", ROWS):
        with pytest.raises(NotListed):
            answer(own, subject, "")
        return

    output = answer(own, subject, "")

    assert LEAKED not in output
    assert not is_closed or subject == "published" or not secrets_in(output)


def write_own(file: Path, records: Records, words: str = "") -> int:
    return write_rows(file, records, Filters(), VIETNAMESE, words, with_people=True)


def test_the_file_of_rows_holds_those_of_the_unit_alone(marked, tmp_path: Path):
    records, _ = marked
    with pytest.raises(NotListed):
        write_rows(
            tmp_path / "no.csv", records_for(records, READERS["viewer"]), Filters(), VIETNAMESE, "", with_people=True
        )
    for words in ("", "bom", LEAKED):
        file = tmp_path / "rows.csv"
        written = write_rows(
            file, records_for(records, READERS["staff"]), Filters(), VIETNAMESE, words, with_people=True
        )
        text = file.read_text(encoding="utf-8")
        assert LEAKED not in text
        assert text.count(f"{OWNED} bơm") == written
    assert write_own(tmp_path / "all.csv", records, LEAKED)  # it can be found


def test_the_marks_are_found_where_nothing_limits(marked):
    """Without this the leak tests could pass by finding nothing anywhere."""
    records, is_closed = marked
    output = answer(records, ROWS, "")
    assert LEAKED in output + answer(records, ROWS, "unit=LD-01")
    workbook = "\n".join(words_of(make_file("workbook", records, Filters(), VIETNAMESE, Occasion("x"))))
    assert (LEAKED in workbook) is is_closed
    assert secrets_in(workbook)
