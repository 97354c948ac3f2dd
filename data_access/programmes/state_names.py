"""Actions on a programme, and its states after them."""

from typing import Final

from model.reference import ARCHIVED

STATES: Final = {"close": "closed", "reopen": "running", "archive": ARCHIVED}
COMPARISONS: Final = {"compare-open": "open", "compare-closed": "closed"}  # of accounts of some units with the others
