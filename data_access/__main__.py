"""`python -m data_access`: prepare, fill, check and question the shared database.

Imports speak both languages, which this package knows nothing of: they are handed over to the package above it that
does (docs/decisions/0005-imports-speak-above-the-data.md).
"""

import runpy
import sys
from typing import Final

from data_access.cli.commands import main

HANDED_OVER: Final = ("import", "undo", "queue", "batches", "programme", "template", "sync")

if len(sys.argv) > 1 and sys.argv[1] in HANDED_OVER:
    runpy.run_module("importer", run_name="__main__", alter_sys=True)
else:
    sys.exit(main(sys.argv[1:]))
