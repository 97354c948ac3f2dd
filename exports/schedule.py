"""`python -m exports.schedule FILE --log FILE`: the name under which installations call `exports.mail`."""

import sys

from exports.mail.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
