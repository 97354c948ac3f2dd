"""What is done to a programme, and what it is afterwards."""

from typing import Final

from model.reference import ARCHIVED

STATES: Final = {"close": "closed", "reopen": "running", "archive": ARCHIVED}
COMPARISONS: Final = {"compare-open": "open", "compare-closed": "closed"}  # of accounts of some units with the others
