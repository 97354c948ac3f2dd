"""`import --kind examples`: examples from files, with a preview of the changes."""

import argparse
from typing import Final

from data_access.programmes.examples_saving import load_examples
from data_access.programmes.saving import Loaded
from importer.loading import load_files
from importer.wording import Wording
from language.languages import Language

_LONGEST: Final = 80


def import_examples(options: argparse.Namespace, wording: Wording) -> int:
    """Read all files, print their changes, save them. Returns 0 if saved, 2 if refused. Raises NotSaved."""

    def describe(preview: Loaded) -> list[str]:
        return change_lines(preview, wording.language)

    return load_files(options, wording, load_examples, wording.language.examples, describe, count_examples)


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
