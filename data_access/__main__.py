"""`python -m data_access`: prepare, fill, check and question the shared database.

Imports speak both languages, which this package knows nothing of: they are handed over to the package above it that
does (docs/decisions/0005-imports-speak-above-the-data.md), before anything is loaded that they do not need.
"""

import runpy
import sys
from importlib import import_module
from typing import Final

HANDED_OVER: Final = ("import", "undo", "queue", "batches", "programme", "template", "sync")

if len(sys.argv) > 1 and sys.argv[1] in HANDED_OVER:
    runpy.run_module("importer", run_name="__main__", alter_sys=True)
else:
    sys.exit(import_module("data_access.cli.commands").main(sys.argv[1:]))
