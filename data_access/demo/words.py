"""Titles and names of the demonstration, built from `words.csv`: plausible Vietnamese that nobody wrote."""

import csv
import unicodedata
from functools import cache
from itertools import product
from typing import Final

import polars as pl

from data_access.demo.plan import FOLDER
from data_access.importing.rows import folded_texts
from model.codes import SOLUTIONS

Words = tuple[dict[str, str], ...]

_MIXED: Final = ("khac", "hcsn", "sxkd")  # what initiatives of no known sector are about


@cache
def read_words(kind: str) -> Words:
    """The lines of one kind: opening, object, tail, union."""
    with (FOLDER / "words.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            {name: unicodedata.normalize("NFC", text) for name, text in line.items()}
            for line in csv.DictReader(file)
            if line["kind"] == kind
        )


def union_name(sector: str, ownership: str, number: int, place: str, *, officer: bool) -> str:
    """The name of the `number`-th invented workplace of that sector and owner at `place`."""
    kind = f"officer-{sector}" if officer else sector
    patterns = [
        line["text"]
        for line in read_words("union")
        if line["sector"] == kind and line["solution"] in (ownership, "none")
    ]
    numbered = [pattern for pattern in patterns if "{n}" in pattern]
    if number < len(patterns) and "{n}" not in patterns[number]:
        return patterns[number].format(place=place)
    return numbered[number % len(numbered)].format(n=number // len(numbered) + 1, place=place)


@cache
def make_titles(sectors: tuple[str, ...]) -> pl.DataFrame:
    """Every title of every sector, sorted by sector: sector_id, solution, title, folded."""
    rows = []
    for sector_id, sector in enumerate(sectors):
        about = _MIXED if sector == "none" else (sector,)
        objects = [line["text"] for line in read_words("object") if line["sector"] in about]
        for opening, subject, tail in product(read_words("opening"), objects, read_words("tail")):
            title = " ".join(part for part in (opening["text"], subject, tail["text"]) if part)
            rows.append((sector_id, SOLUTIONS.index(opening["solution"]), title))
    schema = {"sector_id": pl.Int64, "solution": pl.Int64, "title": pl.String}
    titles = pl.DataFrame(rows, orient="row", schema=schema)
    return titles.with_columns(folded=folded_texts(titles["title"]))
