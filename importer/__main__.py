"""`python -m importer import|undo|queue|batches`: what `python -m data_access` hands over to."""

import sys

from importer.commands import main

sys.exit(main(sys.argv[1:]))
