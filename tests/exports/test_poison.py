"""Files of every kind from a database full of hostile text contain no link, tag or formula of it."""

import io
import zipfile
from collections.abc import Iterator

import pytest

from data_access.store.live import LiveRecords
from exports.kinds import KINDS, make_file
from language.languages import LANGUAGES
from model.address import parse_query
from presentation.occasion import Occasion
from tests.exports.small_programme import QUERY
from tests.live_records import live_records
from tests.poisoned import write_poisoned

TAG = b"<img src=x"
ADDRESSES = (b'"http://evil.example', b"(http://evil.example) /", b"/URI (http://evil.example")


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveRecords]:
    url = f"sqlite:///{tmp_path_factory.mktemp('poison') / 'poison.db'}"
    write_poisoned(url)
    with live_records(url) as records:
        yield records


def parts(content: bytes) -> list[bytes]:
    """The parts packed in the file, or the file itself."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return [content]
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return [one for name in packed.namelist() for one in parts(packed.read(name))]


@pytest.mark.usefixtures("without_dots")
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "csv"])  # plain text is no HTML
def test_a_file_keeps_it_as_text(kind: str, lang: str, records: LiveRecords):
    filters, _ = parse_query(QUERY, records.catalogue)
    subject = next(iter(KINDS[kind].pages), "overview") if KINDS[kind].pages else "overview"

    result = parts(make_file(kind, records, filters, LANGUAGES[lang], Occasion("x"), subject))

    assert not [one[:80] for one in result if TAG in one]
    assert not [one[:80] for one in result if any(address in one for address in ADDRESSES)]
