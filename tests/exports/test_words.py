"""No cell of a file contains a code, ours or one of the ledger, in either language."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass

import openpyxl
import pytest

from data_access.cli.answer import SUBJECTS
from exports.csv.files import write_csv
from exports.xlsx import write_workbook
from language.languages import LANGUAGES

Make = Callable[..., bytes]
QUERIES = ("as_of=2022-04-20T08:00&phase=1", "measure=benefit&boundary=34", "basis=published", "unit=LD-38&level=upper",
           "compare=units&unit=LD-38&unit=LD-01", "programme=son-tay-2024", "programme=phu-xuyen-5-nam",
           "programme=cu-jut-5-nam", "programme=75n", "to=2021-01-01")  # fmt: skip
# snake_case, `kind:code`, `a|b`, and the ledger's words without accents; a link or the code of a union is none.
CODE = re.compile(r"[a-z0-9]+(?:[_:|][a-z0-9_:|-]+)+|[a-z]+(?:-[a-z]+)+")


def codes(language: str) -> set[str]:
    """Every key of every table of words that is not itself a word of the language."""
    results: dict[str, set[str]] = {"keys": set(), "words": set()}

    def collect(texts: object) -> None:
        if isinstance(texts, Mapping):
            results["keys"] |= {key for key in texts if isinstance(key, str) and not key.isdigit()}
            results["words"] |= {word for word in texts.values() if isinstance(word, str)}
        elif is_dataclass(texts):
            for field in fields(texts):
                if field.name != "quotations":  # whose originals the ledger keeps
                    collect(getattr(texts, field.name))

    collect(LANGUAGES[language])
    return results["keys"] - results["words"]


def leftovers(cells: Iterator[str], language: str) -> set[str]:
    known = codes(language)
    return {cell for cell in cells if cell in known or (CODE.fullmatch(cell) and not re.fullmatch(r"\d\d:\d+", cell))}


def cells_of_csv(content: bytes) -> Iterator[str]:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return (cell.removeprefix("'") for row in rows for cell in row)


def cells_of_workbook(content: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for row in sheet.iter_rows(values_only=True):
            yield from (cell for cell in row if isinstance(cell, str))


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_are_recognised_and_words_are_not(language: str):
    words = LANGUAGES[language]
    cells = ["benefit", "sang_kien_cap_nhat", "printed:title", "target:registered:1", "hcsn", "son-tay-2024", "LD-38",
             "63:38", words.exports.facts["uploads"], words.names.sectors["hcsn"]]  # fmt: skip

    assert leftovers(iter(cells), language) == set(cells[:5])


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_no_cell_of_a_csv_file_is_a_code(made: Make, subject: str, language: str, query: str):
    assert not leftovers(cells_of_csv(made(write_csv, query, language, subject=subject)), language)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cell_of_a_workbook_is_a_code(made: Make, language: str, query: str):
    assert not leftovers(cells_of_workbook(made(write_workbook, query, language)), language)
