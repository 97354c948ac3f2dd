"""The kinds of downloadable files and the one function that makes them, for pages, commands and the schedule."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Final

from data_access.cli.answer import SUBJECTS
from data_access.queries.examples import fetch_examples
from data_access.rules.answerable import answerable
from data_access.snapshots.answering import answering
from data_access.snapshots.frozen import at_snapshot
from data_access.store.narrowing import narrowed
from data_access.store.records import Records
from exports.problems import NoExample
from language.languages import Language
from model.filters import Filters
from presentation.file_names import file_name
from presentation.occasion import Occasion
from presentation.own_words import adapted_language

PICTURED: Final = (
    *("overview", "targets", "ranking", "sectors", "trend", "map", "unit"),
    *("recognition", "grading", "readiness", "value", "people", "compare", "published"),
)
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
SPREADSHEET: Final = f"{_OFFICE}.spreadsheetml.sheet"


@dataclass(frozen=True)
class FileKind:
    """One kind of file.

    `more` holds extra arguments of its writer; `pages` names the pages it can be made of, where it is about one page;
    `knows_page` says that a file about all pages begins with the one it is asked from.
    """

    module: str
    function: str
    ending: str
    mime: str
    more: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[str, ...] = ()
    knows_page: bool = False


KINDS: Final[Mapping[str, FileKind]] = {
    "slides": FileKind("exports.pptx", "write_slides", "pptx", f"{_OFFICE}.presentationml.presentation"),
    "one-page": FileKind("exports.pdf", "write_report", "pdf", "application/pdf", {"form": "one-page"}),
    "report": FileKind("exports.pdf", "write_report", "pdf", "application/pdf", {"form": "full"}),
    "formal": FileKind("exports.pdf", "write_report", "pdf", "application/pdf", {"form": "formal"}),
    "text": FileKind("exports.docx", "write_text", "docx", f"{_OFFICE}.wordprocessingml.document"),
    "workbook": FileKind("exports.xlsx", "write_workbook", "xlsx", SPREADSHEET, knows_page=True),
    "pack": FileKind("exports.html.pack", "write_pack", "html", "text/html"),
    "pictures": FileKind("exports.svg", "write_pictures", "zip", "application/zip", pages=PICTURED),
    "csv": FileKind("exports.csv.files", "write_csv", "csv", "text/csv", pages=tuple(SUBJECTS)),
}

# Files about one example, by the corresponding kind.
EXAMPLE_KINDS: Final[Mapping[str, FileKind]] = {
    "slides": replace(KINDS["slides"], module="exports.pptx.example", function="write_example_slide"),
    "report": replace(KINDS["one-page"], module="exports.pdf.example", function="write_example_page"),
    "text": replace(KINDS["text"], module="exports.docx.example", function="write_example_text"),
}


def _writer(kind: FileKind) -> Callable[..., bytes]:
    """The function that writes that kind of file; its libraries are imported now."""
    writer: Callable[..., bytes] = getattr(import_module(kind.module), kind.function)
    return writer


def load_writers() -> None:
    """Import the libraries of every kind of file, before somebody waits for one or replaces the program's files."""
    for kind in (*KINDS.values(), *EXAMPLE_KINDS.values()):
        _writer(kind)


def make_file(
    kind: str, records: Records, filters: Filters, language: Language, occasion: Occasion, subject: str = "overview"
) -> bytes:
    """The bytes of a file. Raises what data_access raises.

    Only the libraries of that kind are imported, so that a PDF does not wait for python-pptx.
    """
    file_kind = KINDS[kind]
    write = _writer(file_kind)
    records, filters = answering(records, filters)
    language = adapted_language(language, records.catalogue, filters.programme)
    more = {**file_kind.more, "subject": subject} if file_kind.pages or file_kind.knows_page else file_kind.more
    return write(records, filters, language, occasion, **more)


def make_example_file(
    kind: str, records: Records, filters: Filters, language: Language, occasion: Occasion, code: str
) -> bytes:
    """The bytes of a file about one example.

    Raises NoExample where the account may not see it, and what data_access raises.
    """
    file_kind = EXAMPLE_KINDS[kind]
    write = _writer(file_kind)
    records, filters = at_snapshot(records, narrowed(records, filters))
    language = adapted_language(language, records.catalogue, filters.programme)
    example = fetch_examples(records, filters).find(code)
    if example is None:
        raise NoExample(code)
    filters, _ = answerable(records, filters)
    return write(records, filters, language, occasion, example)


def name_of_example(kind: str, records: Records, filters: Filters, language: Language, code: str) -> str:
    """The file name for one example; it ends with the example's code."""
    records, filters = answering(records, filters)
    word = language.exports.menu.file_words["example"].format(code=code)
    return file_name(word, EXAMPLE_KINDS[kind].ending, records, filters, language)


def name_of_file(kind: str, records: Records, filters: Filters, language: Language, subject: str = "") -> str:
    """A file name valid on every system: programme, scope, moment, then form and page where there are several.

    Scope and moment are those of the content: frozen figures give the moment they were frozen at.
    """
    file_kind = KINDS[kind]
    records, filters = answering(records, filters)
    form = language.exports.menu.file_words.get(kind, "")
    is_first = file_kind.knows_page and subject in ("", "overview")  # a workbook has every page anyway
    page = "" if is_first or not (file_kind.pages or file_kind.knows_page) else language.pages.titles.get(subject, "")
    about = " ".join(part for part in (form, page) if part)
    return file_name(about, file_kind.ending, records, filters, language)
