"""Single initiatives under all filters: searched, sorted, page by page, and one in detail."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, Select, select

from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import scope_of
from data_access.database.schema import initiative, unit
from data_access.rows import row_places
from data_access.rows.counting import count_matches
from data_access.rows.row_pages import FindIds, ids_of_page, nearest
from data_access.rows.row_questions import rows_by_name
from data_access.rows.searching import WALKED, Sought, find
from data_access.rows.then import as_at, counted_until
from data_access.rows.typos import read_spelling
from data_access.rows.word_search import Search
from data_access.store.records import Records, of_rows
from data_access.store.row_order import ORDER_BY, fitting
from model.edges import Row
from model.filters import Filters
from model.folding import fold
from model.rows import COUNTED, PAGE_SIZE, RowPage, RowSearch

LONGEST: Final = 100  # letters of what is looked for
_MANY_UNIONS: Final = 400
# What a reader may see of an author is decided by whoever shows rows: interface/shell/access.py.
COLUMNS: Final = tuple(column for column in initiative.c if column.name not in ("title_folded", "author_folded"))


def fetch_rows(records: Records, filters: Filters, search: RowSearch) -> RowPage:
    """One page of the rows in scope. Words without a match are tried once more in a similar spelling."""
    scope_total = rows_in_scope(records, filters, computed_only=search.order == "benefit")
    page = _page(records, filters, search, scope_total)
    if page.rows or not page.searched or search.page > 1 or not scope_total:
        return page
    for words in read_spelling(records, filters.programme).resembling(page.searched):
        other = _page(records, filters, RowSearch(words, search.order), scope_total)
        if other.rows:
            return other
    return page


def rows_in_scope(records: Records, filters: Filters, *, computed_only: bool = False) -> int:
    """The number of rows under the filters, or of those with a computed benefit: from the cube, so at once."""
    column = "benefit_count" if computed_only else "uploads"
    return int(records.slice(records.to_list(of_rows(filters))).counts()[column].sum())


def learn_far_places(records: Records, filters: Filters) -> None:
    """Find places among millions of rows from which every page in the order of titles is near.

    To be asked ahead: whoever jumps first would wait a second before ten million rows.
    """
    pages = rows_in_scope(records, filters) // PAGE_SIZE
    if pages * PAGE_SIZE > 2 * row_places.TOO_FAR:
        for page in (
            pages // 2,
            3 * pages // 4,
        ):  # the first half is walked from the beginning, the second from the end
            fetch_rows(records, filters, RowSearch(order="title", page=page))


def count_matching(records: Records, filters: Filters, words: str) -> int:
    """The number of matching rows, `COUNTED` + 1 where there are more, because counting millions takes too long."""
    allowed = records.to_list(of_rows(filters))
    scope, search = scope_of(allowed, records.catalogue), search_for(records, words)
    key, count = ("count_matching", allowed, search.words), rows_in_scope(records, filters)
    counting = partial(count_matches, search=search, scope=scope, most=COUNTED + 1, in_scope=count)
    return records.ask_list(counting, key, allowed)


def fetch_row(records: Records, programme_code: str, code: str, moment: datetime | None = None) -> Row | None:
    """Everything known at a moment about the initiative with that code, with its unions; None where there is none."""
    allowed = records.to_list(Filters(programme=programme_code))
    scope = scope_of(allowed, records.catalogue)
    question = _with_unions().where(*counted_rows(scope), initiative.c.code == code)
    rows = records.live.ask_list(rows_by_name(question), ("fetch_row", programme_code, code), allowed)
    return as_at(rows[0], moment) if rows else None


def search_for(records: Records, words: str) -> Search:
    """Folded words, and the grassroots unions whose name has them."""
    folded = fold(words)[:LONGEST]
    if not folded:
        return Search("")
    names = _union_names(records)
    unions = [number for number, name in names.items() if folded in name]
    return Search(folded, unions if len(unions) <= _MANY_UNIONS else ())


def _page(records: Records, filters: Filters, row_search: RowSearch, scope_total: int) -> RowPage:
    rows_of, offset = records.to_list(of_rows(filters)), PAGE_SIZE * (row_search.page - 1)
    search = search_for(records, row_search.words)
    if not scope_total:
        return RowPage((), offset + 1, 0, has_next=False, searched=search.words, scope_total=0)
    if search.words:
        find_ids = _matching_ids(records, rows_of, search, row_search, scope_total)
    else:
        find_ids = ids_of_page(records, rows_of, row_search.order, offset, PAGE_SIZE + 1)

    def ask(connection: Connection) -> tuple[tuple[Row, ...], bool]:
        ids = find_ids(connection)
        return _rows(connection, ids[:PAGE_SIZE]), len(ids) > PAGE_SIZE

    rows, more = records.ask_list(
        ask, ("fetch_rows", rows_of, search.words, row_search.order, row_search.page), rows_of
    )
    moment = counted_until(rows_of, records.catalogue)
    rows = tuple(as_at(row, moment) for row in rows)
    total = None if search.words else scope_total
    if search.words and not more:
        total = offset + len(rows) if rows or not offset else None
    looked_at = WALKED if search.is_short and scope_total > WALKED else None
    return RowPage(rows, offset + 1, total, more, search.words, scope_total, looked_at)


def _matching_ids(
    records: Records, filters: Filters, search: Search, row_search: RowSearch, scope_total: int
) -> FindIds:
    """The function that finds the ids of a page of matches, and of one row beyond it."""
    scope, whole = scope_of(filters, records.catalogue), rows_in_scope(records, Filters(programme=filters.programme))
    order = fitting(ORDER_BY[row_search.order], scope_total, whole, by_unit="unit_id" in scope.numbers)
    before, upto = PAGE_SIZE * (row_search.page - 1), PAGE_SIZE * row_search.page + 1
    sought = Sought(search, scope, partial(nearest, records, filters, order), order, upto, scope_total, whole)
    return lambda connection: find(connection, sought)[before:]


def _rows(connection: Connection, ids: list[int]) -> tuple[Row, ...]:
    rows: Mapping[int, Row] = {
        row["id"]: dict(row) for row in connection.execute(_with_unions().where(initiative.c.id.in_(ids))).mappings()
    }
    return tuple(rows[number] for number in ids if number in rows)


def _with_unions() -> Select[Any]:
    below = unit.alias("below")
    above = unit.alias("above")
    source = initiative.outerjoin(below, below.c.id == initiative.c.grassroots_id).outerjoin(
        above, (above.c.id == below.c.parent_id) & (above.c.level == "upper")
    )
    return select(*COLUMNS, below.c.short_name.label("grassroots"), above.c.short_name.label("upper")).select_from(
        source
    )


def _union_names(records: Records) -> Mapping[int, str]:
    """Folded names of all grassroots unions."""
    question = select(unit.c.id, unit.c.short_name).where(unit.c.level == "grassroots")

    def ask(connection: Connection) -> dict[int, str]:
        return {row[0]: fold(row[1]) for row in connection.execute(question)}

    return records.ask(ask, key=("union_names",))
