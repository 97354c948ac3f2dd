"""Measures of a comparison have the same names in the page's table and in the file of its rows."""

import re

import pytest

from data_access.queries.compare import fetch_compare
from data_access.store.records import Records
from language.languages import LANGUAGES, Language
from model.address import parse_query
from presentation.compare import measure_name, view_compare
from presentation.figures import gather
from presentation.rows import reword_rows
from presentation.wording import Wording

REPORTED = "units_reported"
OF_UNIT = re.compile(r" \((%|đồng|VND)\)$")  # which a file says in the name, a page beside each number
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)


def names_in_the_file(records: Records, query: str, language: Language) -> set[str]:
    filters, _ = parse_query(query, records.catalogue)
    table = reword_rows("compare", records, gather(records, filters), Wording(language, records.catalogue))
    kind, metric = (table.columns.index(name) for name in ("kind", "metric"))
    return {
        row[metric] for row in table.rows if row[kind] == Wording(language, records.catalogue).texts.rows["measure"]
    }


@EVERY_LANGUAGE
@pytest.mark.parametrize(
    ("query", "is_printed"),
    [
        ("", False),
        ("basis=published", True),
        ("unit=LD-38&unit=LD-01&as_of=2022-04-20T08:00", False),
        ("programme=75n&other=1tr", False),  # the one has only what was published, the other its records
        ("programme=1tr&other=75n", False),
        ("programme=75n&other=son-tay-2024", True),
    ],
)
def test_the_file_and_the_page_call_a_measure_the_same(
    records: Records, query: str, is_printed: bool, language: Language
):
    filters, _ = parse_query(query, records.catalogue)
    comparison = fetch_compare(records, filters)
    names = {measure: measure_name(comparison, measure, language) for measure in language.compare.measures}

    assert {OF_UNIT.sub("", name) for name in names_in_the_file(records, query, language)} == set(names.values())
    assert {line[0] for line in view_compare(comparison, language).lines} <= set(names.values())
    assert (names[REPORTED] == language.compare.printed_measures[REPORTED]) == is_printed
