"""Files of one language contain no code and no sentence of the other one."""

import pytest

from data_access.store.records import Records
from exports.kinds import KINDS, make_file
from language.languages import LANGUAGES
from model.address import parse_query
from tests.exports.conftest import OCCASION
from tests.exports.reading import words_of
from tests.pages.test_no_codes import CODE, QUOTED

QUERIES = ("programme=son-tay-2024", "basis=published&as_of=2022-05-31", "programme=cu-jut-5-nam")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("csv", "pictures")])
def test_no_file_shows_a_code(records: Records, kind: str, language: str):
    for query in QUERIES:
        filters, _ = parse_query(query, records.catalogue)
        text = words_of(kind, make_file(kind, records, filters, LANGUAGES[language], OCCASION))
        assert not CODE.findall(QUOTED.sub("", text)), query
        assert "simulated" not in QUOTED.sub("", text).split() or language == "en"
