"""`python -m data_access`: prepare, fill, check and question the shared database."""

import sys

from data_access.commands import main

sys.exit(main(sys.argv[1:]))
