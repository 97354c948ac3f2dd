"""The import commands. Exit codes: 0 saved, 2 refused with nothing saved, 3 wrong usage."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from data_access.cli.parser import NOT_ALLOWED, REFUSED, CommandParser
from data_access.database.errors import NotAllowed, NotSaved
from data_access.database.settings import database_url
from data_access.importing.choices import OTHER_KINDS, Kind
from data_access.importing.diary import close_unfinished
from importer.programme_commands import add_programme_commands
from importer.questions import QUESTIONS
from importer.running import lazily
from importer.wording import Wording
from language.languages import LANGUAGES, VIETNAMESE

ENCODINGS: Final = ("utf-8", "utf-16", "windows-1258", "tcvn3", "vni", "doubled", "viqr", "several")


def main(arguments: Sequence[str]) -> int:
    """Run one command on the database of DATABASE_URL; returns its exit code."""
    options = _parser().parse_args(arguments)
    wording = Wording(LANGUAGES[options.lang])
    try:
        for died in close_unfinished(database_url()):
            moment = wording.language.numbers.moment(died["at"])
            print(wording.texts.unfinished.format(file=died["file"], who=died["who"], at=moment), file=sys.stderr)
        return int(options.run(options, wording))
    except NotSaved as problem:
        print(wording.problem(problem), file=sys.stderr)
        return REFUSED
    except NotAllowed as problem:
        units = ", ".join(problem.units)
        print(wording.language.problems.not_allowed.format(units=units).strip(), file=sys.stderr)
        return NOT_ALLOWED


def _parser() -> CommandParser:
    parser = CommandParser(
        prog="python -m data_access", description="Files of staff into the shared database (DATABASE_URL)."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_import(commands)
    _add_records(commands)
    _add_sources(commands)
    add_programme_commands(commands)
    for command in commands.choices.values():
        command.add_argument("--lang", choices=tuple(LANGUAGES), default=VIETNAMESE.code)
        command.add_argument("--as", dest="email", metavar="EMAIL", help="for this account; default: who sits here")
    return parser


def _add_records(commands: "argparse._SubParsersAction[CommandParser]") -> None:
    """Add the commands about past imports and waiting rows."""
    undo = commands.add_parser("undo", help="take one import back, exactly, or refuse with the reason")
    undo.add_argument("batch", type=int, metavar="BATCH", help="number of the import; `batches` lists them")
    undo.set_defaults(run=lazily("importer.records", "undo_batch"))

    batches = commands.add_parser("batches", help="the latest imports")
    batches.add_argument("--programme", metavar="CODE")
    batches.set_defaults(run=lazily("importer.records", "list_batches"))

    queue = commands.add_parser("queue", help="rows that wait for a second look; decide with --keep or --remove")
    queue.add_argument("--programme", metavar="CODE")
    decision = queue.add_mutually_exclusive_group()
    decision.add_argument("--keep", type=int, nargs="+", metavar="ENTRY", help="these are right")
    decision.add_argument(
        "--remove", type=int, nargs="+", metavar="ENTRY", help="take the rows out; undo brings them back"
    )
    queue.set_defaults(run=lazily("importer.records", "queue"))


def _add_sources(commands: "argparse._SubParsersAction[CommandParser]") -> None:
    """Add the commands for templates and synchronised sources."""
    template = commands.add_parser("template", help="a workbook to fill in, with the programme's words as lists")
    template.add_argument("file", type=Path, metavar="FILE.xlsx")
    template.add_argument("--programme", required=True, metavar="CODE")
    template.set_defaults(run=lazily("importer.template", "write_template"))

    source = commands.add_parser("sync", help="read a source (database, folder, web) once, or again and again")
    source.add_argument("source", metavar="SOURCE.toml")
    often = source.add_mutually_exclusive_group()
    often.add_argument("--once", action="store_true", help="one run; this is the default")
    often.add_argument("--every", metavar="15m", help="again and again")
    source.set_defaults(run=lazily("importer.sync", "sync"))


def _add_import(commands: "argparse._SubParsersAction[CommandParser]") -> None:
    add = commands.add_parser("import", help="read CSV, XLSX, XLS or ODS and save it whole, or nothing")
    add.add_argument("files", nargs="+", metavar="FILE", help="or a folder, or a ZIP: all its files at once")
    add.add_argument("--programme", required=True, metavar="CODE")
    add.add_argument("--kind", choices=[*map(str, Kind), *OTHER_KINDS], default=str(Kind.INITIATIVES))
    add.add_argument("--dry-run", "--preview", action="store_true", help="say what was understood and save nothing")
    add.add_argument("--answers", metavar="FILE", help="answers as --answers-out writes them, filled in")
    add.add_argument("--answers-out", metavar="FILE", help="write what is asked, with the choices, to be filled in")
    add.add_argument("--encoding", choices=ENCODINGS, help="of the text in the file")
    add.add_argument(
        "--dates", choices=QUESTIONS["month_first"].values, help="order of day and month where a column leaves it open"
    )
    add.add_argument("--sheet", action="append", default=[], metavar="NAME", help="which sheets; '*' for all")
    add.add_argument("--hidden-rows", choices=QUESTIONS["hidden_rows"].values)
    add.add_argument("--ignore-total", action="store_true", help="a total row may differ from the sum of its units")
    add.add_argument(
        "--ended-units", choices=QUESTIONS["units_ended"].values, help="rows after the end of a unit: to its successor"
    )
    add.add_argument("--unit", type=_pair, action="append", default=[], metavar="NAME=CODE", help="what a name means")
    add.add_argument("--sector", type=_pair, action="append", default=[], metavar="NAME=CODE", help="what a word means")
    add.add_argument("--blank", action="append", default=[], metavar="TEXT", help="an amount that means “not known”")
    add.add_argument(
        "--union-from", choices=QUESTIONS["union_missing"].values, help="where a file without that column says it"
    )
    add.add_argument("--heading", type=_pair, action="append", default=[], metavar="HEADING=COLUMN")
    add.add_argument("--word", type=_pair, action="append", default=[], metavar="COLUMN:WORD=MEANING")
    add.add_argument("--amount", type=_amount, action="append", default=[], metavar="TEXT=NUMBER")
    add.add_argument("--replace", action="store_true", help="overwrite stored values, which a preview shows first")
    add.add_argument(
        "--alike-codes", choices=QUESTIONS["alike_codes"].values, help="codes that differ in zeros, case or spaces"
    )
    add.add_argument(
        "--money-unit", choices=QUESTIONS["unit_in_doubt"].values, help="what amounts are in where nothing says it"
    )
    add.add_argument(
        "--dots", choices=QUESTIONS["dots_in_doubt"].values, help="what 1.234 means where nothing settles it"
    )
    add.add_argument("--save-good-rows", action="store_true", help="leave wrong rows out and list them in a file")
    add.add_argument("--errors", metavar="FILE", help="where to list the wrong rows; default: beside the first file")
    add.set_defaults(run=_import)


def _import(options: argparse.Namespace, wording: Wording) -> int:
    """Run `import`. Readiness and examples have importers of their own."""
    if options.kind in OTHER_KINDS:
        return lazily(f"importer.{options.kind}", f"import_{options.kind}")(options, wording)
    return lazily("importer.intake", "import_files")(options, wording)


def _pair(text: str) -> tuple[str, str]:
    name, sign, code = text.rpartition("=")
    if not (name.strip() and sign and code.strip()):
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=CODE")
    return name.strip(), code.strip()


def _amount(text: str) -> tuple[str, str]:
    name, number = _pair(text)
    if not number.isdigit():
        raise argparse.ArgumentTypeError(f"{number!r} is not a whole number")
    return name, number
