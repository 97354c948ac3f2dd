"""`python -m exports report|slides|workbook|text|pack|pictures|csv 'QUERY' --out FILE`: files without a browser."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs

from data_access.cli.answer import SUBJECTS
from data_access.cli.parser import NOT_ALLOWED, REFUSED, USED_WRONGLY, CommandParser
from data_access.database.errors import DataAccessError, NotAllowed, Unanswerable, UnknownSnapshot
from data_access.database.settings import database_url
from data_access.staff.accounts import reader_as
from data_access.store.of_commands import records_of_command
from data_access.store.records import Records
from data_access.store.scoped import records_for
from exports.kinds import EXAMPLE_KINDS, KINDS, make_example_file, make_file, name_of_example, name_of_file
from exports.problems import NoExample, UnfitTemplate
from language.by_query import language_of_query
from language.languages import Language
from model.address_strict import NotUnderstood, parse_strictly
from model.filters import Filters
from model.notices import Notice
from presentation.occasion import Occasion, switches_of

SAVED: Final = 0
FORMS: Final = {"full": "report", "one-page": "one-page", "formal": "formal"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write one file. Returns 0 when it is saved, 2 when refused, 3 for a query not understood, 4 when not allowed."""
    parser = _parser()
    options = parser.parse_args(arguments)
    pages = KINDS[options.kind].pages
    _refuse_what_is_not_heeded(parser, options)
    if pages and options.subject not in pages:
        parser.error(f"--subject of {options.kind}: one of {', '.join(pages)}")
    language = language_of_query(options.query)
    try:
        content, name = _make(options, language)
        file = Path(options.out) / name if Path(options.out).is_dir() else Path(options.out)
        _save(file, content)
    except NotUnderstood as problem:
        _report(problem.notices, language)
        return USED_WRONGLY
    except (UnknownSnapshot, NoExample) as problem:
        why = language.examples.refusals["no_example"] if isinstance(problem, NoExample) else problem
        print(language.exports.refused.format(problem=why), file=sys.stderr)
        return USED_WRONGLY
    except NotAllowed as problem:
        print(language.problems.not_allowed.format(units=", ".join(problem.units)), file=sys.stderr)
        return NOT_ALLOWED
    except UnfitTemplate as problem:
        unfit = language.exports.templates[problem.reason].format(file=problem.file)
        print(language.exports.refused.format(problem=unfit), file=sys.stderr)
        return REFUSED
    except (DataAccessError, OSError) as problem:
        words = language.problems.unanswered(problem.reason) if isinstance(problem, Unanswerable) else problem
        print(language.exports.refused.format(problem=words), file=sys.stderr)
        return REFUSED
    size = language.numbers.count(len(content))
    print(language.exports.saved.format(file=file, size=size))
    return SAVED


def _parser() -> CommandParser:
    parser = CommandParser(prog="python -m exports", description=__doc__)
    parser.add_argument("kind", choices=tuple(kind for kind in KINDS if kind not in FORMS))
    parser.add_argument(
        "query", metavar="QUERY", help="query string of a page, for example 'as_of=2022-04-20T08:00&lang=en'"
    )
    parser.add_argument(
        "--out", required=True, metavar="FILE", help="or a folder: the file is named by programme, scope and moment"
    )
    parser.add_argument("--form", choices=tuple(FORMS), help="of a report; a text has the formal one")
    parser.add_argument(
        "--subject",
        choices=tuple(SUBJECTS),
        help="page of a CSV, of pictures, or that a workbook begins with; default: targets",
    )
    parser.add_argument("--example", default="", metavar="CODE", help="slides, a report or a text of one example alone")
    parser.add_argument("--as", dest="email", metavar="EMAIL", help="what this account may see; default: everything")
    parser.add_argument("--who", default="", help="who made the file")
    parser.add_argument("--issuer", default="", help="authority on top of a formal report")
    parser.add_argument("--template", metavar="FILE", help="a .pptx or .potx of 16:9 whose master slides get")
    parser.add_argument("--update", metavar="DECK", help="slides made before and edited: their numbers are refreshed")
    parser.add_argument("--address", default="", help="address of the app, for links and the QR code")
    return parser


def _refuse_what_is_not_heeded(parser: CommandParser, options: argparse.Namespace) -> None:
    """Set the defaults of the options this kind of file uses; exit where any other option is given."""
    form, kind = options.form, KINDS[options.kind]
    if form and options.kind != "report" and (options.kind, form) != ("text", "formal"):
        parser.error(f"--form {form}: {options.kind} has no such form")
    if options.subject and not (kind.pages or kind.knows_page):
        parser.error(f"--subject: {options.kind} is of all pages")
    if (options.template or options.update) and options.kind != "slides":
        parser.error("--template, --update: only slides have one")
    if options.example and (options.kind not in EXAMPLE_KINDS or form or options.issuer or options.update):
        parser.error("--example: slides, a report or a text of its own form has one")
    if options.issuer and options.kind != "text" and form != "formal":
        parser.error("--issuer: only a text and a report of --form formal name one")
    # Files about one page link back to it; files about all pages do so if a page was named.
    page = options.subject or ("targets" if kind.pages else "")
    options.page = "" if page == "overview" else page
    options.form, options.subject = form or "full", options.subject or "targets"


def _make(options: argparse.Namespace, language: Language) -> tuple[bytes, str]:
    reader = reader_as(database_url(), options.email)
    everything = records_of_command()
    records = records_for(everything, reader)
    try:
        filters, notices = parse_strictly(options.query, records.catalogue)
        _report(notices, language)
        return _written(options, records, filters, language)
    finally:
        everything.close()


def _report(notices: Iterable[Notice], language: Language) -> None:
    for notice in notices:
        print(language.problems.notice(notice.reason, notice.parameter, notice.value), file=sys.stderr)


def _written(options: argparse.Namespace, records: Records, filters: Filters, language: Language) -> tuple[bytes, str]:
    kind = FORMS[options.form] if options.kind == "report" else options.kind
    switches = switches_of(parse_qs(options.query.rpartition("?")[2]))
    template, edited = (Path(file) if file else None for file in (options.template, options.update))
    occasion = Occasion(
        options.who, options.address, options.issuer, options.page, switches=switches, template=template, edited=edited
    )
    if options.example:
        name = name_of_example(options.kind, records, filters, language, options.example)
        return make_example_file(options.kind, records, filters, language, occasion, options.example), name
    name = name_of_file(kind, records, filters, language, options.subject if KINDS[kind].pages else options.page)
    return make_file(kind, records, filters, language, occasion, options.subject), name


def _save(file: Path, content: bytes) -> None:
    """Write the file atomically: readers never see half of it."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        unfinished.chmod(0o644)
        unfinished.replace(file)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


if __name__ == "__main__":
    sys.exit(main())
