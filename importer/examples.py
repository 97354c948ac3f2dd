"""`import --kind examples`: examples from files, with a preview of the changes."""

import argparse
from pathlib import Path
from typing import Final

from data_access.cli.parser import REFUSED
from data_access.database.settings import database_url
from data_access.programmes.examples_saving import load_examples
from data_access.programmes.saving import Loaded
from data_access.staff.accounts import reader_as
from importer.programmes import print_findings
from importer.wording import Wording
from language.languages import Language

_LONGEST: Final = 80


def import_examples(options: argparse.Namespace, wording: Wording) -> int:
    """Read all files, print their changes, save them. Returns 0 if saved, 2 if refused. Raises NotSaved."""
    url = database_url()
    by, paths = reader_as(url, options.email), [Path(name) for name in options.files]
    previews = [load_examples(url, path, options.programme, by, dry_run=True) for path in paths]
    texts = wording.language.examples
    if print_findings(previews, wording):
        return REFUSED
    for path, preview in zip(paths, previews, strict=True):
        for line in change_lines(preview, wording.language):
            print(line)
        loaded = preview if options.dry_run else load_examples(url, path, options.programme, by)
        sentence = texts.same if preview.is_same else texts.would_save if options.dry_run else texts.saved
        print(sentence.format(count=wording.count(count_examples(preview)), batch=loaded.batch))
    return 0


def count_examples(loaded: Loaded) -> int:
    """The number of examples that a file changes."""
    return len({cell.row for cell in loaded.cells})


def change_lines(loaded: Loaded, language: Language) -> list[str]:
    """One line for each changed cell: example, column, old and new value."""
    columns, texts = language.exports.columns, language.examples
    words = {"yes": texts.yes_no[True], "no": texts.yes_no[False]}
    return [
        texts.change.format(
            code=cell.row,
            column=columns[cell.column],
            before=_short(words.get(cell.before, cell.before)),
            after=_short(words.get(cell.after, cell.after)),
        )
        for cell in loaded.cells
    ]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
