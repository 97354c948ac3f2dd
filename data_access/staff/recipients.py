"""Recipients of reports: the accounts of readers by e-mail address."""

from collections.abc import Mapping

from sqlalchemy import Connection

from data_access.staff.accounts import find_accounts
from model.reader import Reader


def read_recipients(connection: Connection) -> Mapping[str, Reader]:
    """The reader behind each address, without blocked accounts."""
    return {account.email: account.reader for account in find_accounts(connection) if account.blocked_at is None}
