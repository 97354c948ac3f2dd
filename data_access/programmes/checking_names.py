"""Names that mean two things: a column of targets or a sector of a row could not be told apart.

Units may share a name: they have codes, and a file that names one of them is asked which.
"""

from data_access.programmes.fields import word_key
from data_access.programmes.setup import Setup
from data_access.programmes.sheets import PHASES, SECTORS


def check_names(setup: Setup) -> None:
    """Note phases and sectors of one name."""
    for sheet in (PHASES, SECTORS):
        seen: set[str] = set()
        for row in setup.rows(sheet.key):
            name = row["name_vi"]
            if name and word_key(name) in seen:
                setup.say("name_twice", sheet.key, row["line"], "Tên", name)
            seen.add(word_key(name or ""))
