"""In a generated third language, everything outside brackets in a file is data."""

from collections.abc import Iterator
from datetime import time
from itertools import chain

import pytest

from charts.map import ISLAND_WORDS
from exports.html.stage import VIEWS, make_slides
from exports.kinds import KINDS, make_file
from exports.mail.letter import write_letter
from exports.mail.plan import DAYS, Mail, Order
from language.languages import Language
from model.address import parse_query
from tests.exports.conftest import OCCASION
from tests.exports.small_programme import QUERY
from tests.pseudo.data import Data, data_of, leaks
from tests.pseudo.files import READERS, of_slide
from tests.pseudo.language import pseudo_language
from tests.pseudo.shown import Placed

QUERIES = (QUERY, "basis=published", "programme=son-tay-2024")
# Lines of a printed page and of a chart end inside sentences and names.
BROKEN = ("pdf", "zip", "html")
MADE = [(kind, subject) for kind, made in KINDS.items() for subject in made.pages or ("overview",)]


@pytest.fixture(scope="module")
def known(small_url: str) -> Data:
    return data_of(small_url, OCCASION.who, "BR–VT", *(name for _, name, _, _ in ISLAND_WORDS))


@pytest.fixture(scope="module")
def language() -> Language:
    return pseudo_language()


def leaks_in(texts: Iterator[Placed], known: Data, *, broken: bool = False) -> list[str]:
    return sorted({f"{where}: {leak}" for where, text in texts for leak in leaks(text, known, broken=broken)})


@pytest.mark.usefixtures("without_dots")
@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize(("kind", "subject"), MADE)
def test_a_file_says_nothing_that_is_not_of_its_language(small_records, known, language, kind, subject, query):
    filters, _ = parse_query(query, small_records.catalogue)
    content = make_file(kind, small_records, filters, language, OCCASION, subject)
    ending = KINDS[kind].ending

    assert not leaks_in(READERS[ending](content), known, broken=ending in BROKEN)


@pytest.mark.parametrize("query", QUERIES)
def test_the_stage_says_nothing_that_is_not_of_its_language(small_records, known, language, query):
    filters, _ = parse_query(query, small_records.catalogue)

    assert not leaks_in(of_slide(list(make_slides(small_records, filters, language, VIEWS))), known, broken=True)


def test_a_letter_says_nothing_that_is_not_of_its_language(small_records, known, language):
    filters, _ = parse_query(QUERY, small_records.catalogue)
    mail = Mail("smtp.example.vn", 25, "from@example.vn", address="https://example.vn")
    order = Order("weekly", QUERY, (), time(7), DAYS, ("to@example.vn",))
    letter = write_letter(order, mail, "to@example.vn", small_records, filters, language)

    assert not leaks_in(chain([("subject", letter["Subject"])], [("body", letter.get_content())]), known)
