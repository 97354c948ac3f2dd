"""The commands of `python -m data_access`. A known problem is one sentence; exit code 3 means “used wrongly”."""

import argparse
import logging
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from data_access.cli.account_commands import add_account_commands
from data_access.cli.answer import UnknownSubject
from data_access.cli.answer_command import print_answer
from data_access.cli.backup_commands import add_backup_commands
from data_access.cli.checking import check_rows, print_status
from data_access.cli.grading_commands import add_grading_commands
from data_access.cli.lake_commands import add_lake_commands
from data_access.cli.parser import NOT_ALLOWED, REFUSED, USED_WRONGLY, CommandParser
from data_access.cli.progress import Bar
from data_access.cli.snapshot_commands import add_snapshot_commands
from data_access.database.connections import cannot_be_written, open_engine
from data_access.database.errors import DataAccessError, NotAllowed, UnfitAccount
from data_access.database.roles import write_roles
from data_access.database.settings import database_url
from data_access.demo import write_demo
from data_access.reference.seed import prepare
from model.filters import end_of_day

FAILED: Final = 1

log = logging.getLogger(__name__)


def main(arguments: Sequence[str]) -> int:
    """Run one command on the database of DATABASE_URL; its exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except UnknownSubject as problem:
        print(problem.args[0], file=sys.stderr)
        return USED_WRONGLY
    except (UnfitAccount, NotAllowed) as problem:
        print(problem, file=sys.stderr)
        return REFUSED if isinstance(problem, UnfitAccount) else NOT_ALLOWED
    except DataAccessError as problem:
        print(problem, file=sys.stderr)
    except SQLAlchemyError as problem:
        log.debug("A command failed.", exc_info=True)
        cause = str(getattr(problem, "orig", None) or problem).strip().splitlines()[0]
        print(f"The database {_address()} cannot do this: {cause}", file=sys.stderr)
        print(_advice(cause), end="", file=sys.stderr)
    return FAILED


def _advice(cause: str) -> str:
    """What to do, in one line; "" where the message of the cause already says it."""
    if any(sign in cause for sign in ("malformed", "not a database")):
        return "It is damaged. Put a backup back with: python -m data_access restore FILE\n"
    if cannot_be_written(make_url(database_url())):
        return "It lies where this user may not write: it can be read there, not changed.\n"
    if any(sign in cause for sign in ("no such table", "does not exist", "unable to open")):
        return "Prepare it with: python -m data_access init\n"
    return ""


def _address() -> str:
    return make_url(database_url()).render_as_string(hide_password=True)


def _parser() -> CommandParser:
    parser = CommandParser(
        prog="python -m data_access", description="The shared database of the dashboard (DATABASE_URL)."
    )
    parser.epilog = "Imports have commands of their own: import, undo, queue, batches."
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    init = commands.add_parser("init", help="schema, reference data and published figures")
    init.add_argument("--empty", action="store_true", help="provinces and sectors only: no programme of 2022")
    init.add_argument("--roles", action="store_true", help="PostgreSQL: the roles, and who may read which rows")
    init.add_argument("--login", metavar="NAME", help="with --roles: who the app connects as; default: who asks here")
    init.set_defaults(run=_init)

    demo = commands.add_parser("demo", help="the demonstration records of 1tr, replacing former ones")
    demo.add_argument("--until", type=_moment, metavar="MOMENT", help="only what was known then: 2022-04-20T08:00")
    demo.add_argument("--rows", type=_positive, metavar="N", help="the first N uploads; over 1,000,000 for load tests")
    demo.set_defaults(run=_demo)

    check = commands.add_parser("verify", help="count everything anew from the rows and compare")
    check.add_argument("--repair", action="store_true", help="rebuild the days that differ")
    check.set_defaults(run=check_rows)

    status = commands.add_parser("status", help="versions, counts and as-of of every programme")
    status.set_defaults(run=print_status)

    ask = commands.add_parser("answer", help="the numbers behind a page, as CSV")
    ask.add_argument("subject", metavar="SUBJECT", help="a page: overview, targets, ranking, published, explore ...")
    ask.add_argument("query", metavar="QUERY", nargs="?", default="", help="the query string of the page's address")
    ask.add_argument("--as", dest="email", metavar="EMAIL", help="what this account would be told; default: everything")
    ask.set_defaults(run=print_answer)

    add_snapshot_commands(commands, _moment)
    add_grading_commands(commands)
    add_backup_commands(commands)
    add_lake_commands(commands)
    add_account_commands(commands, _moment)
    return parser


def _moment(text: str) -> datetime:
    """A moment, or the end of a day."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no moment; write 2022-04-20T08:00 or 2022-04-20") from None
    if moment.tzinfo:
        raise argparse.ArgumentTypeError("moments are local times of Việt Nam, without a zone")
    return end_of_day(moment.date()) if len(text) == len("2022-04-20") else moment


def _positive(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of rows")
    return int(text)


def _init(options: argparse.Namespace) -> int:
    prepare(database_url(), empty=options.empty)
    if options.roles or options.login:
        with open_engine(database_url()).begin() as connection:
            write_roles(connection, options.login)
        print("Roles ready: dashboard_read, dashboard_whole, dashboard_write.")
    return 0


def _demo(options: argparse.Namespace) -> int:
    write_demo(database_url(), until=options.until, rows=options.rows, progress=Bar())
    return 0
