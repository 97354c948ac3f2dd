"""The `programme` commands: set-up workbooks in and out, and states of a programme."""

import argparse
import sys
from collections.abc import Sequence
from typing import Final

from data_access.cli.parser import REFUSED
from data_access.database.errors import NotSaved
from data_access.database.settings import database_url
from data_access.database.transactions import reading
from data_access.programmes.book import exported_book, template_book
from data_access.programmes.copying import copy_programme
from data_access.programmes.differing import Change
from data_access.programmes.fields import Field, Sheet
from data_access.programmes.saving import Loaded, load_setup
from data_access.programmes.setup import TOO_MANY, Finding
from data_access.programmes.sheets import PROGRAMME, SHEETS
from data_access.programmes.states import change_state, list_programmes, remove_programme
from data_access.reference.catalogue import fetch_catalogue
from data_access.staff.accounts import reader_as
from importer.outcomes import outcome_of
from importer.programme_in_words import programme_in_words
from importer.wording import Wording
from language.languages import Language
from language.pages.programmes import ProgrammeTexts
from model.clock import this_second
from presentation.programme_state import describe_state

_SHOWN: Final = 200  # changed cells


def run_programme(options: argparse.Namespace, wording: Wording) -> int:
    """Run one `programme` command; returns its exit code."""
    texts = wording.language.programmes
    if options.action in ("load", "copy"):
        by = reader_as(database_url(), options.email)
        if options.action == "load":
            return _print_loaded(load_setup(database_url(), options.file, by, dry_run=options.dry_run), wording, texts)
        return _print_loaded(
            copy_programme(database_url(), options.code, options.new, by, dry_run=options.dry_run), wording, texts
        )
    if options.action in ("template", "export"):
        return _write(options, texts)
    if options.action in ("list", "show"):
        return _list(options, wording, texts)
    by = reader_as(database_url(), options.email)
    if options.action == "remove":
        remove_programme(database_url(), options.code, by)
    else:
        change_state(database_url(), options.code, options.action, by)
    print(texts.done[options.action].format(code=options.code))
    return 0


def _print_loaded(loaded: Loaded, wording: Wording, texts: ProgrammeTexts) -> int:
    if print_findings((loaded,), wording):
        return REFUSED
    remarks = [finding_line(remark, wording.language) for remark in loaded.remarks]
    lines = (*remarks, *change_lines(loaded, texts), *cell_lines(loaded, wording.language))
    print(*lines, outcome_of(loaded, texts).format(**_of(loaded)), sep="\n")
    return 0


def print_findings(previews: Sequence[Loaded], wording: Wording) -> bool:
    """Print every reason why files cannot be saved, on standard error; returns whether there is any."""
    findings = [finding for preview in previews for finding in preview.findings]
    if findings:
        print(wording.language.programmes.refused.format(count=wording.count(len(findings))), file=sys.stderr)
    for finding in findings:
        print(finding_line(finding, wording.language), file=sys.stderr)
    return bool(findings)


def _of(loaded: Loaded) -> dict[str, object]:
    return {"code": loaded.code, "batch": loaded.batch}


def change_lines(loaded: Loaded, texts: ProgrammeTexts) -> list[str]:
    """The changes of a load, one line a table."""
    return [
        texts.change.format(table=texts.tables[name], new=counts[0], changed=counts[1], gone=counts[2])
        for name, counts in loaded.changes.items()
        if any(counts)
    ]


def cell_lines(loaded: Loaded, language: Language) -> list[str]:
    """Changed cells; overwritten targets with source and author."""
    lines = [cell_line(cell, language) for cell in loaded.cells[:_SHOWN]]
    more = len(loaded.cells) - _SHOWN
    return [*lines, language.programmes.more_cells.format(count=more)] if more > 0 else lines


def cell_line(cell: Change, language: Language) -> str:
    """One changed cell as a line."""
    texts = language.programmes
    by = texts.overwritten.format(source=cell.source, who=cell.who or "–") if cell.source else ""
    field = _field_of(cell)
    before, after = (texts.choice(value) if field and field.choices else value for value in (cell.before, cell.after))
    return texts.cell.format(
        table=texts.tables[cell.table],
        row=cell.row,
        column=column_name(cell, language),
        before=before or "–",
        after=after or "–",
        by=by,
    )


def column_name(cell: Change, language: Language) -> str:
    """The workbook heading for a database column."""
    field, key = _field_of(cell), _key_of(cell)
    return language.one_of(field.vi, field.en) if field else language.programmes.columns.get(key, key)


def _key_of(cell: Change) -> str:
    return cell.column.removesuffix("_id").removesuffix("_code_2022")


def _field_of(cell: Change) -> Field | None:
    key = _key_of(cell)
    sheet = {"programme_unit": "unit", "programme_sector": "sector", "programme_event": "event"}.get(cell.table)
    return next(
        (field for each in SHEETS if each.key == (sheet or cell.table) for field in each.fields if field.key == key),
        None,
    )


def finding_line(finding: Finding, language: Language) -> str:
    """One finding with sheet, row and column, or about the file as a whole."""
    sentence = _sentence(finding, language)
    return _placed(finding.sheet, finding.row, finding.column, sentence, language) if finding.sheet else sentence


def typed_line(finding: Finding, language: Language) -> str:
    """One finding about what was typed: a field of the first sheet by its label, others as tables are headed."""
    sentence = _sentence(finding, language)
    sheet = next((sheet for sheet in SHEETS if sheet.is_called(finding.sheet)), None)
    if sheet is None:
        return sentence
    field = next((field for field in sheet.fields if finding.column and field.is_called(finding.column)), None)
    label = language.one_of(field.vi, field.en) if field else finding.column
    if sheet is PROGRAMME:
        return language.programmes.field.format(label=label, sentence=sentence) if label else sentence
    return _placed(language.one_of(sheet.vi, sheet.en), finding.row, label, sentence, language)


def _sentence(finding: Finding, language: Language) -> str:
    value = language.numbers.count(int(finding.value)) if finding.code in TOO_MANY else finding.value[:200]
    return language.programmes.findings[finding.code].format(value=value)


def _placed(sheet: str, row: int | None, column: str | None, sentence: str, language: Language) -> str:
    texts = language.programmes
    in_row = texts.row.format(row=row) if row else ""
    in_column = texts.column.format(column=column) if column else ""
    return texts.where.format(sheet=sheet, row=in_row, column=in_column, sentence=sentence)


def help_text(sheet: Sheet, field: Field, texts: ProgrammeTexts) -> str:
    """The help line under a heading of the template."""
    help_of_field = texts.help.get(f"{sheet.key}.{field.key}", "")
    return f"{texts.required} {help_of_field}".strip() if field.required else help_of_field


def _write(options: argparse.Namespace, texts: ProgrammeTexts) -> int:
    if options.action == "template":
        content, file = template_book(lambda sheet, field: help_text(sheet, field, texts)), options.file
    else:
        file = options.out
        with reading(database_url()) as connection:
            content = exported_book(connection, options.code)
    file.write_bytes(content)
    print(texts.written.format(file=file))
    return 0


def _list(options: argparse.Namespace, wording: Wording, texts: ProgrammeTexts) -> int:
    with reading(database_url()) as connection:
        programmes, catalogue = list_programmes(connection), fetch_catalogue(connection)
    if not programmes and options.action == "list":
        print(texts.none_yet)
    if options.action == "show" and options.code not in [programme.code for programme in programmes]:
        raise NotSaved("unknown_programme", programme=options.code, known=[programme.code for programme in programmes])
    for programme in (entry for entry in programmes if options.action == "list" or entry.code == options.code):
        print(
            texts.line.format(
                code=programme.code,
                name=wording.language.name_of(programme),
                state=describe_state(programme, this_second().date(), wording.language),
                default=texts.default if programme.is_default else "",
                units=wording.count(programme.units),
                uploads=wording.count(programme.uploads),
                target=wording.count(programme.target) if programme.target else "–",
            )
        )
    if options.action == "show":
        print(*programme_in_words(catalogue, options.code, wording), sep="\n")
    return 0
