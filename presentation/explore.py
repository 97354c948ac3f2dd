"""Single initiatives in words: one page of a list, its position, and what was searched."""

from collections.abc import Sequence
from dataclasses import dataclass

from language.languages import Language
from model.catalogue import Catalogue
from model.folding import fold
from model.rows import COUNTED, RowPage, RowSearch
from presentation.row_words import Labels, labels_of, write_value
from presentation.worded_table import WordedTable


@dataclass(frozen=True)
class RowsView:
    """One page of rows. Sentences that do not apply are ""."""

    table: WordedTable
    codes: tuple[str, ...]  # of the rows
    range: str  # “1–100 trong 163.532”
    read_as: str  # what misspelt words were read as
    nothing: str  # that nothing matches
    looked_at: str  # how many rows were searched, where not all


def view_rows(
    page: RowPage,
    search: RowSearch,
    columns: Sequence[str],
    catalogue: Catalogue,
    language: Language,
    *,
    total: int | None,
    with_people: bool,
) -> RowsView:
    """The words of a page of rows; `total` is the number of pages, None while unknown."""
    texts, count, labels = language.explore, language.numbers.count, labels_of(catalogue, language)
    rows = tuple(
        zip(*(_column(name, page, labels, language, with_people=with_people) for name in columns), strict=True)
    )
    was_read = bool(page.rows and search.words and page.searched != fold(search.words))
    is_nothing = not page.rows and bool(search.words) and search.page == 1
    nothing = texts.nothing_found.format(words=search.words, count=count(page.scope_total))
    return RowsView(
        table=WordedTable(texts.rows_title, texts.rows_note, tuple(texts.columns[name] for name in columns), rows),
        codes=tuple(str(row["code"]) for row in page.rows),
        range=_range(page, total, language),
        read_as=texts.read_as.format(typed=search.words, read=page.searched) if was_read else "",
        nothing=nothing if is_nothing else "",
        looked_at=texts.looked_at.format(count=count(page.looked_at)) if page.looked_at else "",
    )


def _column(name: str, page: RowPage, labels: Labels, language: Language, *, with_people: bool) -> list[str]:
    seconds = name.endswith("_at") and language.numbers.have_seconds(row.get(name) for row in page.rows)
    return [write_value(name, row, labels, language, with_people=with_people, seconds=seconds) for row in page.rows]


def _range(page: RowPage, total: int | None, language: Language) -> str:
    texts, count = language.explore, language.numbers.count
    if not page.rows:
        return texts.range_none
    first, last = count(page.first), count(page.last)
    if total is None:
        return texts.range_more.format(first=first, last=last)
    if total > COUNTED and page.total is None:
        return texts.range_many.format(first=first, last=last, most=count(COUNTED))
    return texts.range.format(first=first, last=last, total=count(total))
