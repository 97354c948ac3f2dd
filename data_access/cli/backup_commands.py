"""`python -m data_access backup FILE` and `restore FILE`."""

import argparse
import getpass
from pathlib import Path
from typing import Any, Final

from data_access.cli.backup import BrokenBackup, NotBackedUp, write_backup
from data_access.cli.parser import refuse
from data_access.cli.restore import NotRestored, restore
from data_access.database.errors import NotSaved
from data_access.database.settings import database_url

_WHY: Final = {
    "somebody_else_is_importing": "an import is running. Try again when it has ended.",
    "disk_full": "the disk is full.",
    "read_only": "this database may only be read.",
    "database_lost": "the database went away meanwhile. Try again when it is there.",
}


def add_backup_commands(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the commands `backup` and `restore`."""
    backup = commands.add_parser("backup", help="all tables of one moment in one file, while the database is used")
    backup.add_argument("file", metavar="FILE", type=Path, help="where to write it: dashboard-2022-04-20.backup")
    backup.set_defaults(run=_backup)

    put_back = commands.add_parser("restore", help="a backup into an empty database, of either engine")
    put_back.add_argument("file", metavar="FILE", type=Path)
    put_back.add_argument("--replace", action="store_true", help="give up what the database holds now")
    put_back.set_defaults(run=_restore)


def _backup(options: argparse.Namespace) -> int:
    try:
        manifest = write_backup(database_url(), options.file)
    except (NotBackedUp, BrokenBackup) as problem:
        return refuse(problem)
    except OSError as problem:
        return refuse(f"{options.file} cannot be written: {problem.strerror}.")
    print(f"{options.file}: {len(manifest.tables)} tables, {manifest.rows} rows, read back and compared.")
    return 0


def _restore(options: argparse.Namespace) -> int:
    if not options.file.is_file():
        return refuse(f"There is no file {options.file}.")
    try:
        manifest = restore(database_url(), options.file, who=getpass.getuser(), replace=options.replace)
    except (NotRestored, BrokenBackup) as problem:
        return refuse(problem)
    except NotSaved as problem:
        return refuse(f"Nothing was restored: {_WHY.get(problem.code, problem)}")
    print(f"Restored {manifest.rows} rows of {manifest.made_at}. To be sure: python -m data_access verify")
    return 0
