"""Everything that docs/security.md promises exists."""

import re
from pathlib import Path

PROJECT = Path(__file__).parents[1]
PAGE = (PROJECT / "docs" / "security.md").read_text(encoding="utf-8")


def test_every_file_and_test_it_names_exists():
    named = set(re.findall(r"`((?:tests|web|deploy|docs)/[\w./]+)`", PAGE))

    assert len(named) > 15
    assert not {name for name in named if not (PROJECT / name).exists()}


def test_every_threat_names_a_proof():
    rows = [line.split("|") for line in PAGE.splitlines() if line.startswith("| ")][1:]

    assert len(rows) > 15
    assert all("tests/" in row[3] for row in rows)
