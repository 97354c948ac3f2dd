"""`python -m data_access account add|change|block|unblock|list` and `audit`."""

import argparse
import csv
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from typing import Any, Final

from data_access.database.bounded import Database
from data_access.database.settings import database_url
from data_access.staff.accounts import AccountDraft, add_accounts, block_account, change_account, find_accounts
from data_access.staff.audit import EventSearch, count_events, find_events
from model.address_values import write_moment
from model.reader import LOCAL

_NEWEST: Final = 200  # events in a table


def add_account_commands(commands: Any, moment: Callable[[str], datetime]) -> None:
    """Put `account` and `audit` among the commands; `moment` reads what somebody typed."""
    parser = commands.add_parser("account", help="who may log in, as what, for which units")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    add = _with_account(actions.add_parser("add", help="let somebody in"))
    add.add_argument("--role", required=True, help="viewer, staff, lead or admin")
    add.set_defaults(run=_add)
    change = _with_account(actions.add_parser("change", help="another role, other units; ends the sessions"))
    change.add_argument("--role", help="viewer, staff, lead or admin")
    change.add_argument("--all-units", action="store_true", help="no longer for certain units only")
    change.set_defaults(run=_change)
    for name, words in (("block", "let nobody in as this account any more"), ("unblock", "let it in again")):
        command = actions.add_parser(name, help=words)
        command.add_argument("email", metavar="EMAIL")
        command.set_defaults(run=_block, blocked=name == "block")
    actions.add_parser("list", help="all accounts").set_defaults(run=_list)

    audit = commands.add_parser("audit", help="who did what")
    audit.add_argument("--since", type=moment, metavar="MOMENT")
    audit.add_argument("--who", default="", metavar="NAME", help="a part of the name")
    audit.add_argument("--csv", action="store_true", help="all events as CSV instead of the newest as a table")
    audit.set_defaults(run=_audit)


def _with_account(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("email", metavar="EMAIL")
    parser.add_argument(
        "--unit", action="append", metavar="CODE", help="only this one and what is below it; repeatable"
    )
    parser.add_argument("--name", help="what people call the person")
    return parser


def _wanted(options: argparse.Namespace) -> AccountDraft:
    return AccountDraft(options.email, options.role, tuple(options.unit) if options.unit else None, options.name)


def _add(options: argparse.Namespace) -> int:
    add_accounts(database_url(), LOCAL, [_wanted(options)])
    return 0


def _change(options: argparse.Namespace) -> int:
    draft = _wanted(options)
    if options.all_units:
        draft = AccountDraft(draft.email, draft.role, (), draft.name)
    change_account(database_url(), LOCAL, draft)
    return 0


def _block(options: argparse.Namespace) -> int:
    block_account(database_url(), LOCAL, options.email, blocked=options.blocked)
    return 0


def _list(_chosen: argparse.Namespace) -> int:
    with closing(Database(database_url())) as database:
        rows = database.ask(find_accounts)
    print(f"{'email':<36}{'role':<8}{'units':<24}{'blocked':<21}{'last seen':<21}name")
    for account in rows:
        moments = "".join(
            f"{write_moment(moment) if moment else '':<21}" for moment in (account.blocked_at, account.seen_at)
        )
        print(f"{account.email:<36}{account.role:<8}{' '.join(account.units) or 'all':<24}{moments}{account.name}")
    return 0


def _audit(options: argparse.Namespace) -> int:
    most, search = None if options.csv else _NEWEST, EventSearch(options.since, who=options.who)
    with closing(Database(database_url())) as database:
        rows = database.ask(lambda connection: find_events(connection, search, most))
        total = database.ask(lambda connection: count_events(connection, search))
    if options.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(("happened_at", "who", "action", "detail"))
        writer.writerows((write_moment(event.happened_at), event.who, event.action, event.detail) for event in rows)
        return 0
    if total > len(rows):
        print(f"The newest {len(rows)} of {total} events; --csv writes all of them.", file=sys.stderr)
    for event in reversed(rows):
        print(f"{write_moment(event.happened_at):<21}{event.who:<30}{event.action:<20}{event.detail}")
    return 0
