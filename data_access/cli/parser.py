"""The command-line parser of every program here, and the exit codes that they share."""

import argparse
import sys
from typing import Final, NoReturn

REFUSED: Final = 2
USED_WRONGLY: Final = 3
NOT_ALLOWED: Final = 4


def refuse(problem: object) -> int:
    """The exit code of a command that saved nothing; why is printed on standard error."""
    print(problem, file=sys.stderr)
    return REFUSED


class CommandParser(argparse.ArgumentParser):
    """Exits with 3 on wrong usage, since 2 means that nothing was saved."""

    def error(self, message: str) -> NoReturn:
        """Print the usage and what is wrong with the arguments, and exit."""
        self.print_usage(sys.stderr)
        self.exit(USED_WRONGLY, f"{self.prog}: {message}\n")
