"""What `answer explore` prints: the rows of the page, in its order, one page at a time."""

from collections.abc import Sequence
from typing import Final

from data_access.cli.answer_table import AnswerTable
from data_access.rows.explore import fetch_rows
from data_access.store.narrowing import require_own
from data_access.store.records import Records
from model.catalogue import Catalogue
from model.codes import LEVELS, NONE, STATUSES, Basis
from model.edges import Row
from model.filters import Filters
from model.rows import RowSearch

_COLUMNS: Final = (
    "code",
    "title",
    "author",
    "unit_code",
    "unit_name",
    "grassroots_name",
    "sector_code",
    "sector_name",
    "status",
    "level",
    "benefit_vnd",
    "uploaded_at",
    "applied",
    "applied_at",
    "replicated",
    "replicated_at",
)


def list_rows(records: Records, filters: Filters, search: RowSearch) -> AnswerTable:
    """One row for each initiative, at most PAGE_SIZE; none where only printed figures exist."""
    require_own(records, filters)
    rows = fetch_rows(records, filters, search).rows if filters.basis is Basis.RECORDS else ()
    catalogue = records.catalogue.seen_in(filters.programme)
    return AnswerTable.named(_COLUMNS, (_line(row, catalogue) for row in rows))


def _line(row: Row, catalogue: Catalogue) -> Sequence[object]:
    union, sector = catalogue.unit_by_id[row["unit_id"]], catalogue.sector_by_id.get(row["sector_id"])
    return (
        row["code"],
        row["title"],
        row["author"],
        union.code,
        union.name,
        row["grassroots"],
        sector.code if sector else NONE,
        sector.name_vi if sector else None,
        STATUSES[row["status"]],
        LEVELS[row["level"]],
        row["benefit_vnd"],
        row["uploaded_at"],
        *(row[name] for name in ("applied", "applied_at", "replicated", "replicated_at")),
    )
