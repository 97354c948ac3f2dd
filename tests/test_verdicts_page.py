"""The numbers in docs/verdicts.md are those of its scripts."""

from pathlib import Path

from benchmarks.published_verdicts import table
from tests.live_records import live_records

PAGE = Path(__file__).parent.parent / "docs" / "verdicts.md"


def test_the_table_of_published_milestones_is_what_the_ledger_and_the_rule_say_today(demo_database: str):
    with live_records(demo_database) as records:
        lines = table(records)

    assert len(lines) > 6
    assert "\n".join(lines) in PAGE.read_text(encoding="utf-8")
