"""`import`: all files are read and previewed, then saved in one transaction."""

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Final

from data_access.cli.parser import REFUSED
from data_access.cli.progress import Bar
from data_access.database.settings import database_url
from data_access.importing.choices import Choices, Kind
from data_access.importing.remarks import SHOWN, Remark, Severity
from data_access.importing.saving import Saved, save_all
from data_access.importing.understanding import understand
from data_access.importing.understood import Understood
from data_access.staff.accounts import reader_as
from importer.answering import field_named, word_named
from importer.answers_file import read_answers, with_answers, written_answers
from importer.overwrites import overwrite_line, overwrite_rows
from importer.questions import OPTIONS, ROW_ANSWERS, UNIT_CODES
from importer.wording import Wording
from importer.wrong_rows import write_wrong_rows

SAVED: Final = 0


def import_files(options: argparse.Namespace, wording: Wording) -> int:
    """Print the preview and save unless something is open. Returns 0 if saved, 2 if refused."""
    url = database_url()
    bar = Bar()
    files = []
    choices = _choices(options)
    if options.answers:
        choices = with_answers(choices, read_answers(Path(options.answers)))
    for name in options.files:
        progress = _Counted(bar, wording.texts.reading)
        files.append(understand(url, Path(name), choices, progress=progress))
        progress.finish()
        _show(files[-1], wording)
        _list_wrong_rows(files[-1], options, wording)
    if options.answers_out:
        Path(options.answers_out).write_text(written_answers(files), encoding="utf-8")
        print(wording.texts.answers_written.format(file=options.answers_out))
    if not all(understood.may_be_saved for understood in files):
        _print_good_rows(files, wording)
        print(wording.texts.not_saved)
        return REFUSED
    if options.dry_run:
        counts = [sum(file.counts[place] for file in files) for place in range(3)]
        print(wording.texts.would_save.format(**wording.counts((counts[0], counts[1], counts[2]))))
        return SAVED
    progress = _Counted(bar, wording.texts.writing, sum(file.counts[0] for file in files))
    for saved in save_all(url, files, progress=progress):
        _print_saved(saved, wording)
    progress.finish()
    return SAVED


def _print_good_rows(files: list[Understood], wording: Wording) -> None:
    for file in files:
        if file.of(Severity.ERROR) and file.good and not file.choices.keep_good:
            rows = {"good": wording.count(file.good), "wrong": wording.count(file.left_out.height)}
            print(wording.texts.may_save_good.format(**rows))


class _Counted:
    """Rows done as a fraction for the progress bar; without a known total it approaches 1."""

    def __init__(self, bar: Bar, label: str, whole: int = 0) -> None:
        self._bar, self._what, self._whole, self._done = bar, label, whole, 0

    def __call__(self, rows: int) -> None:
        self._done += rows
        share = self._done / self._whole if self._whole else self._done / (self._done + 200_000)
        self._bar(min(share, 0.99), self._what)

    def finish(self) -> None:
        if self._done:
            self._bar(1.0, self._what)


def _choices(options: argparse.Namespace) -> Choices:
    kind = Kind(options.kind)
    return Choices(
        programme=options.programme,
        kind=kind,
        by=reader_as(database_url(), options.email),
        encoding=options.encoding,
        date_order=options.dates,
        hidden_rows=options.hidden_rows,
        sheets=tuple(options.sheet),
        blanks=tuple(options.blank),
        total_row="ignore" if options.ignore_total else None,
        ended=options.ended_units,
        union_from=options.union_from,
        heading_names={heading: field_named(kind, name) for heading, name in options.heading},
        words=dict(word_named(kind, text, meaning) for text, meaning in options.word),
        amounts={text: int(number) for text, number in options.amount},
        replace=options.replace,
        alike=options.alike_codes,
        dots=options.dots,
        money_unit=options.money_unit,
        keep_good=options.save_good_rows,
        unit_names=dict(options.unit),
        sector_names=dict(options.sector),
    )


def _show(understood: Understood, wording: Wording) -> None:
    texts, choices = wording.texts, understood.choices
    print(texts.file.format(file=understood.name, programme=choices.programme, kind=texts.kinds[choices.kind]))
    if not understood.of(Severity.REFUSED):
        for sentence in (wording.container(understood), wording.headings(understood), *wording.overview(understood)):
            print(f"  {sentence}")
        print(f"  {texts.first_rows}")
        for row in understood.sample:
            print("    " + " | ".join(cell for cell in row.values() if cell)[:200])
    for severity in Severity:
        remarks = understood.of(severity)
        if remarks:
            print(f"{texts.severities[severity]}:")
        for remark in remarks:
            print(f"  - {wording.remark(remark)}{_answer(remark, wording)}")
    for overwritten in overwrite_rows(understood, wording):
        print(f"    {overwrite_line(overwritten)}")
    _show_rows(understood, wording)
    _say_how_to_name(understood, wording)


def _answer(remark: Remark, wording: Wording) -> str:
    form = OPTIONS.get(remark.code) if remark.severity is Severity.QUESTION else ROW_ANSWERS.get(remark.code)
    if not form:
        return ""
    params = {
        name: (" | " if name == "options" else ", ").join(map(str, value)) if isinstance(value, tuple | list) else value
        for name, value in remark.params.items()
    }
    return " " + wording.texts.answer_with.format(options=form.format_map(params))


def _show_rows(understood: Understood, wording: Wording) -> None:
    for row in understood.wrong.head(SHOWN).iter_rows(named=True):
        print(f"    {wording.row(row)}")
    if more := wording.more_wrong_rows(understood, SHOWN):
        print(f"  {more}")


def _say_how_to_name(understood: Understood, wording: Wording) -> None:
    """Print what to do about units that are not members of the programme."""
    if understood.wrong.height and understood.wrong["code"].is_in(UNIT_CODES).any():
        print(f"  {wording.texts.units_to_name.format(programme=understood.choices.programme)}")


def _list_wrong_rows(understood: Understood, options: argparse.Namespace, wording: Wording) -> None:
    """Write the wrong rows to a file where they are too many for the screen, or where they are skipped."""
    is_wanted = options.errors is not None or (options.save_good_rows and not options.dry_run)
    if not understood.wrong.height or not (is_wanted or understood.wrong.height > SHOWN):
        return
    content = write_wrong_rows(understood, wording)
    beside = understood.path.with_name(f"{understood.path.stem}.loi.csv")
    file = Path(options.errors) if options.errors and len(options.files) == 1 else beside
    try:
        file.write_bytes(content)
    except OSError:
        file = Path(tempfile.gettempdir()) / beside.name
        file.write_bytes(content)
    print(f"  {wording.texts.errors_saved.format(file=file)}")


def _print_saved(saved: Saved, wording: Wording) -> None:
    texts = wording.texts
    print(wording.saved(saved))
    if saved.left_out:
        print(wording.left_out(saved))
    if saved.held:
        print(texts.held.format(count=wording.count(saved.held)))
    if saved.batch is not None:
        print(texts.may_undo.format(batch=saved.batch))
    sys.stdout.flush()
