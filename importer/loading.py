"""`import --kind readiness|examples`: what all files would change is printed before any of them is saved."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from data_access.cli.parser import REFUSED
from data_access.database.settings import database_url
from data_access.programmes.saving import Loaded
from data_access.staff.accounts import reader_as
from importer.outcomes import Outcomes, outcome_of
from importer.programmes import print_findings
from importer.wording import Wording
from model.reader import Reader


class Load(Protocol):
    """Reads a file into a programme and saves it, unless it is a dry run or has findings."""

    def __call__(self, url: str, path: Path, code: str, by: Reader, *, dry_run: bool = False) -> Loaded: ...


def load_files(
    options: argparse.Namespace,
    wording: Wording,
    load: Load,
    texts: Outcomes,
    describe: Callable[[Loaded], Sequence[str]],
    count: Callable[[Loaded], int],
) -> int:
    """Preview all files, then save one after the other. Returns 0 if saved, 2 if refused. Raises NotSaved."""
    url = database_url()
    by, paths = reader_as(url, options.email), [Path(name) for name in options.files]
    previews = [load(url, path, options.programme, by, dry_run=True) for path in paths]
    if print_findings(previews, wording):
        return REFUSED
    for path, preview in zip(paths, previews, strict=True):
        for line in describe(preview):
            print(line)
        loaded = preview if options.dry_run else load(url, path, options.programme, by)
        print(outcome_of(loaded, texts).format(count=wording.count(count(preview)), batch=loaded.batch))
    return 0
