"""`sync`: a source read once or repeatedly, with one line a run."""

import argparse
import sys
import time
from pathlib import Path
from typing import Final

from data_access.cli.parser import REFUSED
from data_access.database.errors import NotSaved
from data_access.database.settings import database_url
from data_access.importing.remarks import Severity, first_of
from data_access.importing.syncing.running import Ran, run_once
from data_access.importing.syncing.settings import duration, read_settings
from data_access.staff.accounts import reader_as
from importer.wording import Wording

_SHOWN: Final = 5
_PAUSE: Final = 0.2  # seconds


def sync(options: argparse.Namespace, wording: Wording) -> int:
    """Run the source. Returns 0 where the last run was complete, otherwise 2."""
    settings = read_settings(Path(options.source))
    by = reader_as(database_url(), options.email or settings.account)
    every = duration(options.every).total_seconds() if options.every else 0.0
    while True:
        ended, began = 0, time.monotonic()
        try:
            _print_run(run_once(database_url(), settings, by), settings.name, wording)
        except NotSaved as problem:
            if not every:
                raise
            print(wording.problem(problem), file=sys.stderr, flush=True)
            ended = REFUSED
        if not every:
            return ended
        # Measured from start to start, with a pause at least: the database has other work.
        time.sleep(max(every - (time.monotonic() - began), _PAUSE))


def _print_run(ran: Ran, name: str, wording: Wording) -> None:
    texts = wording.texts
    print(texts.synced.format(source=name, waiting=wording.count(ran.waiting), **wording.counts(ran.counts)))
    for understood in ran.unanswered:
        for severity in (Severity.REFUSED, Severity.QUESTION, Severity.ERROR):
            for remark in understood.of(severity):
                print(f"  - {understood.name}: {wording.remark(remark)}")
    if ran.deleted:
        codes = ", ".join(map(str, first_of(ran.deleted, _SHOWN)))
        print(texts.deleted_there.format(count=wording.count(len(ran.deleted)), codes=codes))
    sys.stdout.flush()
