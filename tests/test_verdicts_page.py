"""The numbers in docs/verdicts.md are those of its scripts."""

from contextlib import closing
from pathlib import Path

from benchmarks.published_verdicts import table
from data_access.database.bounded import Database
from data_access.store.live import LiveRecords

PAGE = Path(__file__).parent.parent / "docs" / "verdicts.md"


def test_the_table_of_published_milestones_is_what_the_ledger_and_the_rule_say_today(demo_database: str):
    with closing(LiveRecords(Database(demo_database))) as records:
        lines = table(records)

    assert len(lines) > 6
    assert "\n".join(lines) in PAGE.read_text(encoding="utf-8")
