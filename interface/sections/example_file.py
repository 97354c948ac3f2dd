"""Import of examples from a workbook, with a preview before saving."""

from functools import partial

from data_access.programmes.examples_book import examples_book
from data_access.programmes.examples_saving import load_examples
from importer.examples import change_lines, count_examples
from interface.shell.access import may_change
from interface.shell.page_files import PageFile
from interface.shell.visit import Visit
from model.examples import Examples


def show_example_import(examples: Examples, visit: Visit) -> None:
    """Draw template, upload and the draft waiting to be saved; nothing without permission or under frozen figures."""
    if not may_change("choose_example", visit.records):
        return
    lines = partial(change_lines, language=visit.language)
    template = partial(examples_book, [example for example in examples.shown if example.is_own])
    file = PageFile("examples", visit.language.examples, template, load_examples, lines, count_examples)
    file.offer(visit.language.examples.file_title, ":material/upload_file:", visit)
