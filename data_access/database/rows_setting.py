"""The engine that answers questions about rows: where ROWS_URL names one."""

from sqlalchemy import Engine

from data_access.database.errors import UnreadableSetting
from data_access.database.rows_engine import open_rows_engine
from model.settings import Setting, lake_folder, raw_value


def rows_engine() -> Engine | None:
    """An engine over the lake; None where nothing is set. Raises UnreadableSetting."""
    url, lake = raw_value(Setting.ROWS_URL).strip(), lake_folder()
    if not url:
        return None
    if lake is None:
        raise UnreadableSetting(Setting.ROWS_URL, "no_lake")
    return open_rows_engine(Setting.ROWS_URL, url, lake)
