"""The records that a command reads."""

from data_access.database.bounded import IN_A_COMMAND, Database
from data_access.database.settings import database_url
from data_access.store.live import LiveRecords
from data_access.store.row_answers import elsewhere


def records_of_command() -> LiveRecords:
    """Records of the database that is set, to be closed; rows from the engine that is set. Raises UnreadableSetting."""
    return LiveRecords(Database(database_url(), IN_A_COMMAND), rows_from=elsewhere())
