"""`python -m data_access answer SUBJECT 'QUERY'`: its output, what it says beside it, and its exit code."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from typing import Final

from data_access.cli.answer import UnknownSubject, answer, bound_beside, scope_of_query
from data_access.cli.answer_words import words_beside
from data_access.cli.parser import REFUSED, USED_WRONGLY
from data_access.database.errors import DataAccessError, NotAllowed, UnknownSnapshot
from data_access.database.settings import database_url
from data_access.rules.beyond import beyond_data
from data_access.staff.accounts import reader_as
from data_access.store.of_commands import records_of_command
from data_access.store.scoped import records_for
from model.address_strict import NotUnderstood, in_english, not_applied, parse_strictly
from model.address_values import write_moment
from model.rounding import plain_number
from model.taking_part import has_members

WRITTEN: Final = 0
_NOBODY: Final = "Nobody takes part in this programme yet."
_AT_MOST: Final = "Whoever has no number here had at most {most} at {moment}: a source names the leaders."
_BEFORE: Final = "{asked} is before the programme begins: its first day is {begins}; nobody is late."
_BEYOND: Final = {
    True: "{asked} is after the data: the newest upload is of {known}; the numbers are those of then.",
    False: "{asked} is before there is any data: the first upload is of {known}.",
}


def print_answer(options: argparse.Namespace) -> int:
    """Print the CSV; 0 written, 2 refused, 3 a query that cannot be understood, with nothing on standard output."""
    reader = reader_as(database_url(), options.email)
    with closing(records_of_command()) as records:
        try:
            own = records_for(records, reader)
            answered = answer(own, options.subject, options.query)
            filters, notices = parse_strictly(options.query, records.catalogue)
            beyond = beyond_data(records, filters)
            answering, about = scope_of_query(own, options.query)
            bound = bound_beside(answering, options.subject, about)
            inexact = words_beside(answering, options.subject, about)
        except (NotUnderstood, UnknownSnapshot) as problem:
            print(problem.args[0], file=sys.stderr)
            return USED_WRONGLY
        except (NotAllowed, UnknownSubject):
            raise
        except DataAccessError as problem:
            print(problem, file=sys.stderr)
            return REFUSED
    for notice in (*notices, *not_applied(options.subject, filters)):
        print(in_english(notice), file=sys.stderr)
    if not has_members(records.catalogue, filters.programme):
        print(_NOBODY, file=sys.stderr)
    if beyond:
        moments = {"asked": write_moment(beyond.moment), "known": write_moment(beyond.known)}
        warning = _BEFORE if beyond.begins else _BEYOND[beyond.after]
        print(warning.format(**moments, begins=beyond.begins), file=sys.stderr)
    _print_beside(bound, inexact)
    print(answered, end="")
    return WRITTEN


def _print_beside(bound: tuple[float, datetime | None] | None, inexact: Sequence[str]) -> None:
    """Print what is known of missing or inexact numbers for which there is no column."""
    if bound:
        most, moment = bound
        print(_AT_MOST.format(most=plain_number(most), moment=write_moment(moment) if moment else "?"), file=sys.stderr)
    if inexact:
        print(f"Inexact: {'; '.join(inexact)}.", file=sys.stderr)
