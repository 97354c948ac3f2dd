"""`python -m importer import|undo|queue|batches`, called by `python -m data_access`."""

import sys

from importer.commands import main

sys.exit(main(sys.argv[1:]))
