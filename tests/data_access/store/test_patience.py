"""Time limits for counting rows, after which the reader learns that there is no answer."""

from contextlib import closing

import pytest
from sqlalchemy import Connection, text

from data_access.cube.cube import empty_cube
from data_access.database.bounded import IN_A_COMMAND, Database
from data_access.store.row_answers import SUM_WITHIN, RowAnswers


@pytest.mark.parametrize(("question", "given"), [(5.0, SUM_WITHIN), (IN_A_COMMAND, IN_A_COMMAND)])
@pytest.mark.parametrize("of", ["sum", "count"])
def test_a_query_made_once_a_version_has_more_time(
    prepared_url: str, monkeypatch: pytest.MonkeyPatch, of: str, question: float, given: float
):
    """With the time limit of a list, counts at ten million rows never finished and stayed “busy” for ever."""
    waited, limits = list[float | None](), list[str]()

    def note(connection: Connection) -> None:
        if connection.dialect.name == "postgresql":
            limits.append(connection.scalar(text("SHOW statement_timeout")) or "")

    with closing(Database(prepared_url, question)) as database, closing(RowAnswers(database)) as rows:
        ask = database.ask
        monkeypatch.setattr(
            database, "ask", lambda query, **expected: (waited.append(expected["within"]), ask(query, **expected))
        )
        cube = empty_cube(1)
        rows.sum(note, cube) if of == "sum" else rows.count(note, cube, exact=False)  # type: ignore[arg-type,return-value]

    assert (waited[0] or 0) > given
    assert limits in ([], [f"{given:.0f}s"])
