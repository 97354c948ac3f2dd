"""What is done to a programme, and what it is afterwards."""

from typing import Final

STATES: Final = {"close": "closed", "reopen": "running", "archive": "archived"}
COMPARISONS: Final = {"compare-open": "open", "compare-closed": "closed"}  # of accounts of some units with the others
