"""Findings about a file, and reasons why nothing was saved, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from data_access.database.errors import NotSaved
from data_access.importing.bundles import KIND
from data_access.importing.headings import heading_of
from data_access.importing.remarks import Remark, first_of
from data_access.importing.saving import Saved
from data_access.importing.understood import Understood
from data_access.importing.undoing import Undone
from importer.questions import UNIT_CODES
from language.languages import Language
from language.pages.importing import ImportTexts
from language.words.beginning import at_beginning
from model.catalogue import Programme
from model.edges import Row

_NAMED_AT_MOST: Final = 60  # sheets, columns, pairs named in one sentence
_LINES: Final = 8  # lines named in one sentence
# Numbers that name something are not written like amounts.
_NAMES: Final = ("line", "first", "last", "lines", "batch", "batches", "hint")
# Parameters that are codes, and the list that knows their names.
_NAMED: Final = {"encoding": "encodings", "found": "kinds", "asked": "kinds"}


@dataclass(frozen=True)
class Wording:
    """Sentences of one language."""

    language: Language

    @property
    def texts(self) -> ImportTexts:
        return self.language.importing

    def remark(self, remark: Remark) -> str:
        """A sentence about a file, or about the cells of one column."""
        if remark.code in self.texts.whole:
            params = self._written(remark.params)
            if "inside" in params:  # one of several files: what is wrong with it
                params["what"] = self.texts.whole[params["inside"]].format_map(params)
            return self.texts.whole[remark.code].format_map(params)
        params = self._written(remark.params)
        cell = self.cell(remark.code, str(params["value"]), str(params["hint"]))
        form = self.texts.about_column if params["column"] else self.texts.about_lines
        sentence = form.format(column=params["column"], what=cell, lines=self._lines(remark))
        more = [self.texts.example.format(value=params["value"])] if params["value"] else []
        if remark.code in _WITH_CANDIDATES and params["hint"]:
            more.append(self.texts.hint.format(hint=params["hint"]))
        return at_beginning("; ".join([sentence, *more])) + "."

    def more_wrong_rows(self, understood: Understood, most: int) -> str:
        """How many wrong rows are shown of how many; "" where all are."""
        count = understood.wrong.height
        return self.texts.shown_errors.format(shown=self.count(most), total=self.count(count)) if count > most else ""

    def undone(self, undone: Undone) -> str:
        """What undoing an import took away and brought back."""
        rows = {"removed": self.count(undone.removed), "restored": self.count(undone.restored)}
        return self.texts.undone.format(batch=undone.batch, file=undone.file_name or "–", **rows)

    def cell(self, code: str, value: str = "", hint: str = "") -> str:
        """What is wrong with one cell."""
        return self.texts.rows[code].format(value=value, hint=hint)

    def row(self, row: Row) -> str:
        """One problem (remarks.ROW_SCHEMA) with sheet, line, column and value."""
        value, hint = row["value"] or "", row["hint"] or ""
        sheet = [self.texts.in_sheet.format(sheet=row["sheet"])] if row["sheet"] else []
        where = ", ".join([*sheet, self.texts.line.format(lines=row["line"])])
        form = self.texts.one_row if row["column"] else self.texts.one_line
        sentence = form.format(
            where=at_beginning(where), column=row["column"], what=self.cell(row["code"], value, hint)
        )
        more = [f"“{value}”"] if value and value not in sentence else []
        if row["code"] in _WITH_CANDIDATES and hint:
            more.append(self.texts.hint.format(hint=hint))
        return "; ".join([sentence, *more])

    def problem(self, problem: NotSaved) -> str:
        """Why nothing was saved or undone."""
        params = {"reference": problem.reference, **problem.params}
        if problem.code == "unknown_programme" and not problem.params["known"]:
            return self.language.programmes.none_yet
        return self.texts.whole[problem.code].format(**self._written(params))

    def programme(self, programme: Programme) -> str:
        """The programme's name before the motto."""
        return self.language.short_name_of(programme)

    def count(self, number: float | None) -> str:
        """A count in the reader's format."""
        return self.language.numbers.count(number)

    def counts(self, counts: tuple[int, int, int]) -> dict[str, str]:
        """New, changed and unchanged rows inside a sentence."""
        return dict(zip(("new", "changed", "same"), map(self.count, counts), strict=True))

    def decided(self, entry_count: int, batch: int | None) -> str:
        """That waiting rows were kept; where a batch took them away, which."""
        count = self.count(entry_count)
        if batch is None:
            return self.texts.decided.format(count=count)
        return self.texts.removed.format(count=count, batch=batch)

    def saved(self, saved: Saved) -> str:
        """What was written."""
        form = self.texts.saved_nothing if saved.batch is None else self.texts.saved
        return form.format(batch=saved.batch, **self.counts(saved.counts))

    def left_out(self, saved: Saved) -> str:
        """How many rows were wrong and so left out."""
        return self.texts.left_out.format(count=self.count(saved.left_out))

    def headings(self, understood: Understood) -> str:
        """The recognised columns, with the file's heading where it differs."""
        kind = understood.choices.kind
        names = [
            field
            if (field := heading_of(kind, name)) == heading
            else self.texts.heading.format(field=field, heading=heading)
            for name, heading in understood.headings.items()
        ]
        return self.texts.headings.format(headings=", ".join(names))

    def overview(self, understood: Understood) -> list[str]:
        """Rows, expected changes and totals, as sentences above a preview."""
        wrong = understood.left_out.height
        lines = [
            self.texts.valid_rows.format(
                rows=self.count(understood.rows_in_file),
                good=self.count(understood.good),
                wrong=self.count(wrong),
                repeated=self.count(understood.repeated),
            ),
            self.texts.compared.format(**self.counts(understood.counts)),
        ]
        totals = understood.totals
        if "units" in totals:
            lines.append(self.texts.totals.format(rows=self.count(totals["rows"]), units=self.count(totals["units"])))
        if totals.get("first"):
            moments = {name: self.language.numbers.moment(totals[name]) for name in ("first", "last")}
            lines.append(self.texts.period.format(**moments))
        if totals.get("benefit_count"):
            amount = self.language.numbers.money_vnd(totals["benefit_vnd"])
            lines.append(self.texts.benefit.format(amount=amount, count=self.count(totals["benefit_count"])))
        return lines

    def container(self, understood: Understood) -> str:
        """CSV, UTF-8 · Excel (.xlsx), sheet “Dữ liệu”."""
        parts = [self.texts.containers.get(understood.container, understood.container)]
        if understood.encoding:
            parts.append(self.texts.encodings.get(understood.encoding, understood.encoding))
        if understood.container == KIND:
            parts.append(self.texts.files.format(count=self.count(len(understood.sheets))))
        else:
            parts += [self.texts.in_sheet.format(sheet=sheet) for sheet in understood.sheets]
        return self.texts.read_as.format(container=", ".join(parts)) + "."

    def _lines(self, remark: Remark) -> str:
        form = self.texts.line if remark.count == 1 else self.texts.lines
        lines = ", ".join(map(str, remark.lines[:_LINES]))
        if remark.count > _LINES:
            lines = self.texts.more_lines.format(lines=lines, count=self.count(remark.count))
        return form.format(lines=lines)

    def _written(self, params: Mapping[str, object]) -> dict[str, str]:
        return {name: self._value_text(name, value) for name, value in params.items()}

    def _value_text(self, name: str, value: object) -> str:
        if name in _NAMED:
            return getattr(self.texts, _NAMED[name]).get(str(value), str(value))  # type: ignore[no-any-return]
        if name == "preview" and isinstance(value, list | tuple):
            return " ⏎ ".join(map(str, value))
        if isinstance(value, list | tuple):
            value = first_of(value, _NAMED_AT_MOST)
            return ", ".join(
                " → ".join(map(str, part)) if isinstance(part, list | tuple) else str(part) for part in value
            )
        if isinstance(value, datetime):
            return self.language.numbers.moment(value)
        if isinstance(value, date):
            return self.language.numbers.date(value)
        if isinstance(value, int) and name not in _NAMES:
            return self.count(value)
        return "–" if value is None else str(value)


_WITH_CANDIDATES: Final = (*UNIT_CODES, "unknown_sector", "unknown_word", "unknown_word_left_out")
