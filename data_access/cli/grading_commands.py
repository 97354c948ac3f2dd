"""`python -m data_access grading close|correct`: what staff decide about a graded period, on the command line."""

import argparse
from contextlib import closing
from typing import Any, Final

from data_access.cli.parser import refuse
from data_access.database.bounded import IN_A_COMMAND, Database
from data_access.database.errors import NotSaved
from data_access.database.settings import database_url
from data_access.staff.accounts import reader_as
from data_access.staff.grading import close_grading, correct_grading
from data_access.store.live import LiveRecords
from data_access.store.scoped import records_for
from model.codes import TargetKind
from model.filters import Filters
from model.periods import Period, read_period

_WHY: Final = {
    "not_ended": "This period has not ended in the records, so it cannot be closed.",
    "closed_already": "This period is closed already.",
    "no_reason": "Points other than 0 and a reason are needed.",
}


def add_grading_commands(commands: Any) -> None:
    """Put `grading` among the commands."""
    parser = commands.add_parser("grading", help="close a graded period, give or take points by hand")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    close = actions.add_parser("close", help="keep what every unit did and what it was graded by; for good")
    close.add_argument("--target", choices=[str(kind) for kind in TargetKind], default=str(TargetKind.REGISTERED))
    close.set_defaults(run=_close)
    correct = actions.add_parser("correct", help="points by hand, with a reason that everybody can read")
    correct.add_argument("unit", metavar="UNIT", help="its code")
    correct.add_argument("points", type=float, metavar="POINTS", help="below 0 to take points")
    correct.add_argument("reason", metavar="REASON")
    correct.set_defaults(run=_correct)
    for action in (close, correct):
        action.add_argument("--period", type=_period, required=True, metavar="PERIOD", help="2022-03, 2022-Q1 or 2022")
        action.add_argument("--programme", default=Filters().programme, metavar="CODE")
        action.add_argument("--as", dest="email", metavar="EMAIL", help="for this account; default: who sits here")


def _period(text: str) -> Period:
    period = read_period(text)
    if period is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no period; write 2022-03, 2022-Q1 or 2022")
    return period


def _close(options: argparse.Namespace) -> int:
    url = database_url()
    filters = Filters(programme=options.programme, target=TargetKind(options.target))
    by = reader_as(url, options.email)
    with closing(LiveRecords(Database(url, IN_A_COMMAND))) as records:
        if options.programme not in {programme.code for programme in records.catalogue.programmes}:
            return refuse(f"There is no programme {options.programme!r}.")
        try:
            close_grading(url, records_for(records, by), filters, options.period, by)
        except NotSaved as problem:
            return refuse(_WHY.get(problem.code, str(problem)))
    print(f"Closed: {options.programme} {options.period.code}.")
    return 0


def _correct(options: argparse.Namespace) -> int:
    url = database_url()
    by = reader_as(url, options.email)
    with closing(LiveRecords(Database(url, IN_A_COMMAND))) as records:
        codes = {programme.code for programme in records.catalogue.programmes}
        members = records.catalogue.members(Filters(programme=options.programme)) if options.programme in codes else ()
        if options.unit not in {unit.code for unit in members}:
            return refuse(f"There is no unit {options.unit!r} in a programme {options.programme!r}.")
        filters = Filters(programme=options.programme)
        try:
            correct_grading(
                url, records_for(records, by), filters, options.period, options.unit, options.points, options.reason, by
            )
        except NotSaved as problem:
            return refuse(_WHY.get(problem.code, str(problem)))
    print(f"Corrected: {options.unit} {options.points:+g} points in {options.period.code}.")
    return 0
