"""A server waits while another process creates a million rows on a busy machine."""

import pytest
from sqlalchemy import Connection, text

from data_access.demo import write, write_demo


def test_making_rows_may_take_longer_than_a_page_thinks(prepared_url: str, monkeypatch: pytest.MonkeyPatch):
    """PostgreSQL used to close the connection after ten seconds between two writes, and all rows were lost."""
    limits = list[str]()

    def note(connection: Connection, *_rest: object) -> None:
        if connection.dialect.name == "postgresql":
            limits.append(connection.scalar(text("SHOW idle_in_transaction_session_timeout")) or "")

    monkeypatch.setattr(write, "_replace", note)
    write_demo(prepared_url, rows=10, say=lambda _line: None)

    assert limits in ([], ["10min"])
