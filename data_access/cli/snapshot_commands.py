"""`python -m data_access snapshot freeze|list|changes`: “Chốt số liệu” on the command line."""

import argparse
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from typing import Any

from data_access.database.bounded import IN_A_COMMAND, Database
from data_access.database.settings import database_url
from data_access.snapshots.freezing import find_snapshots, freeze
from data_access.snapshots.frozen import at_snapshot
from data_access.snapshots.frozen_changes import fetch_frozen_changes
from data_access.staff.accounts import reader_as
from data_access.store.live import LiveRecords
from model.address_values import write_moment
from model.filters import Filters
from model.freezing import FrozenChanges


def add_snapshot_commands(commands: Any, moment: Callable[[str], datetime]) -> None:
    """Put `snapshot` among the commands; `moment` reads what somebody typed."""
    parser = commands.add_parser("snapshot", help="freeze the figures of a programme, list them, what changed since")
    actions = parser.add_subparsers(required=True, metavar="ACTION")

    add = actions.add_parser("freeze", help="keep the figures of a moment under a name, whatever is written later")
    add.add_argument("name", metavar="NAME", help="what people call it: “Báo cáo Tổng Liên đoàn tháng 5”")
    add.add_argument("--programme", default=Filters().programme, metavar="CODE")
    add.add_argument("--as-of", type=moment, metavar="MOMENT", help="default: the newest upload")
    add.add_argument("--code", metavar="CODE", help="for addresses, ?snapshot=CODE; made from the name by default")
    add.add_argument("--as", dest="email", metavar="EMAIL", help="for this account; default: who sits here")
    add.set_defaults(run=_freeze)

    show = actions.add_parser("list", help="everything that was frozen")
    show.add_argument("--programme", metavar="CODE")
    show.set_defaults(run=_list)

    compare = actions.add_parser("changes", help="what the records say otherwise today; exit code 1 where they do")
    compare.add_argument("code", metavar="CODE")
    compare.set_defaults(run=_changes)


def _freeze(options: argparse.Namespace) -> int:
    by = reader_as(database_url(), options.email)
    frozen = freeze(database_url(), options.programme, options.name, by, options.as_of, options.code)
    print(f"Frozen {frozen.programme} as of {write_moment(frozen.as_of)}: {frozen.name}")
    print(f"In addresses: ?snapshot={frozen.code}")
    print(f"sha256 {frozen.sha256}")
    return 0


def _list(options: argparse.Namespace) -> int:
    with closing(Database(database_url())) as database:
        rows = database.ask(lambda connection: find_snapshots(connection, programme_code=options.programme))
    print(f"{'code':<32}{'programme':<18}{'as of':<21}{'frozen at':<21}{'who':<14}name")
    for frozen in rows:
        moments = f"{write_moment(frozen.as_of):<21}{write_moment(frozen.frozen_at):<21}"
        print(f"{frozen.code:<32}{frozen.programme:<18}{moments}{frozen.who:<14}{frozen.name}")
    return 0


def _changes(options: argparse.Namespace) -> int:
    with closing(LiveRecords(Database(database_url(), IN_A_COMMAND))) as records:
        frozen, _ = at_snapshot(records, Filters(snapshot=options.code))
        changes = fetch_frozen_changes(frozen)
    _print_changes(changes)
    return int(changes.has_moved)


def _print_changes(changes: FrozenChanges) -> None:
    print(f"{changes.frozen.name}, frozen as of {write_moment(changes.frozen.as_of)}: {changes.uploads} uploads.")
    print(f"The same moment today: {changes.uploads_today}. Uploaded later: {changes.added_later}.")
    print(f"Targets that differ: {changes.targets}. Units that differ: {len(changes.units)}.")
    if changes.units:
        print(f"{'unit':<12}{'uploads':>10}{'today':>10}{'valid':>10}{'today':>10}{'benefit VND':>22}{'today':>22}")
    for unit in changes.units:
        counts = f"{unit.uploads:>10}{unit.uploads_today:>10}{unit.valid:>10}{unit.valid_today:>10}"
        print(f"{unit.unit_code:<12}{counts}{unit.benefit_vnd:>22}{unit.benefit_vnd_today:>22}")
