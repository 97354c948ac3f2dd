"""Numbers, names and sources as files write them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from language.exports.files import ExportTexts
from language.languages import Language
from language.words.names import EXACT, ROUNDED
from model.breakdown import Breakdown
from model.catalogue import Catalogue, Programme
from model.codes import Measure
from model.edges import Row
from model.facts import Fact, Source
from model.results import Card
from presentation.calculated import calculated_note
from presentation.cards import card_name
from presentation.facts import IN_BILLIONS, moment_of_fact, moment_of_figure, write_fact, write_measure, write_with_unit

_STOPS: Final = (".", "!", "?", "…", ":", ";")
_UNNAMED: Final = ("sáng kiến", "hạng")
# Letters that no file format can hold, and marks that turn the reading direction.
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")


def printable(text: str | None) -> str:
    """User text on one line without control characters, safe for every file format."""
    return " ".join(_UNPRINTABLE.sub(" ", text or "").split())


def shortened(text: str, most: int) -> str:
    """At most `most` characters, cut between words."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:·–-") + "…"


def cut_middle(text: str, most: int) -> str:
    """At most `most` characters, cut in the middle: names of a list often differ in their last words."""
    if len(text) <= most:
        return text
    end = " ".join(text.split()[-2:])[-most // 2 :]
    return f"{shortened(text, most - len(end) - 1)} {end}"


def join_sentences(parts: Iterable[str]) -> str:
    """Sentences and lines one after the other, each but the last with its stop."""
    words = [part for part in parts if part]
    stopped = [part if part.endswith(_STOPS) else f"{part}." for part in words[:-1]]
    return " ".join((*stopped, *words[-1:]))


def phase_name(programme: Programme, number: int, language: Language, *, short: bool = False) -> str:
    """The name of a phase; its number where it has none."""
    return language.phase_name(programme.phase(number), number, short=short)


@dataclass(frozen=True)
class Wording:
    """The formats of one language for answers of data_access."""

    language: Language
    catalogue: Catalogue

    @property
    def texts(self) -> ExportTexts:
        return self.language.exports

    def fact(self, fact: Fact | None) -> str:
        """A number in its unit with its qualifier: “hơn 163.532”, “3,2 tỷ đồng”."""
        return write_fact(fact, self.language)

    def moment(self, fact: Fact) -> str:
        """The moment of a number, marked where no source gives the day."""
        return moment_of_fact(fact, self.language)

    def measured_fact(self, fact: Fact) -> str:
        """A number with its unit: “hơn 2.219 người”."""
        unit = "" if fact.unit == "vnd" else self.kind_of_unit(fact.unit)
        if fact.value is None:
            return self.fact(fact)
        moment = f" ({self.moment(fact)})" if fact.is_older else ""
        if fact.unit == IN_BILLIONS:
            return self.printed_value(fact.value, fact.unit, fact.qualifier) + moment
        return f"{self.fact(replace(fact, is_older=False))} {unit}".strip() + moment

    def qualified(self, text: str, qualifier: str | None) -> str:
        """A number behind its qualifier, which stays as published where the language has no word."""
        return self.language.names.qualified(text, qualifier)

    def exactness(self, qualifier: str | None) -> str:
        """The qualifier of a ledger figure in the ledger's own words, “đúng” included."""
        own = {EXACT: "exact", ROUNDED: "rounded"}.get(qualifier or "")
        return self.texts.rows[own] if own else self.language.names.qualifier(qualifier)

    def measure(self, value: float | None, measure: Measure) -> str:
        """A value of a ranking in the unit of its measure."""
        return write_measure(value, measure, self.language)

    def counted(self, code: str) -> str:
        """What a number counts, in words."""
        return self.language.facts.counts.get(code) or self.texts.counts.get(code, code)

    def kind_of_unit(self, unit: str) -> str:
        """The unit of a number; as in the source where it is not one of ours."""
        return self.texts.kinds_of_unit.get(unit, printable(unit))

    def source(self, source: Source, *, whole: bool = True) -> str:
        """The source of a number; only its name unless `whole`."""
        kind = self.language.facts.source_kinds.get(source.kind, source.kind)
        data = self.texts.kinds_of_data.get(source.note, "")
        if data:
            return f"{kind} ({data})"
        title = self.language.names.staff_text(self.language.one_of(source.title, source.title_en))
        parts = [kind, self.texts.rows.get(source.title) or printable(title)]
        if whole:
            web = source.url if source.url.startswith(("http://", "https://")) else ""
            parts += [
                printable(self.language.names.quotation(source.quote, with_original=False)) if source.quote else "",
                web,
                printable(calculated_note(source.note, self.language)),
            ]
        return " · ".join(dict.fromkeys(part for part in parts if part))

    def printed_value(self, value: float | None, unit: str | None, qualifier: str | None = None) -> str:
        """A ledger figure with its unit, “gần 4 tháng”; initiatives and ranks need none beside their names."""
        numbers = self.language.numbers
        whole = value is None or float(value).is_integer()
        text = numbers.count(value) if whole else numbers.decimal(value, 2)
        if value is None or not unit or unit.startswith(_UNNAMED):
            return self.qualified(text, qualifier)
        return self.qualified(write_with_unit(text, unit, self.language, self.kind_of_unit(unit)), qualifier)

    def system_value(self, row: Row) -> str:
        """The system's value beside a PUBLISHED row without its unit; shares keep their percent sign."""
        return self.printed_value(row["system_value"], "%" if row["unit_of_measure"] == "%" else None)

    def printed_moment(self, row: Row) -> str:
        """The moment of a PUBLISHED row, as precise as its source, marked where that gives none."""
        return moment_of_figure(row, self.language)

    def programme(self, programme: Programme) -> str:
        """The name of a programme, printable."""
        return printable(self.language.name_of(programme))

    def short_programme(self, programme: Programme) -> str:
        """The name before its motto."""
        return self.name_and_motto(programme)[0]

    def name_and_motto(self, programme: Programme) -> tuple[str, str]:
        """The name and what it says behind a dash; "" where it says nothing."""
        name, _, motto = self.programme(programme).partition(" – ")
        return name, motto

    def unit(self, code: str | None, name: str) -> str:
        """The full name of a unit; “Còn lại” for a row without a code."""
        unit = self.catalogue.unit_by_code.get(code or "")
        if code is None:
            return self.language.names.word(name)
        province = self.language.names.province(name)
        return printable(self.language.one_of(province, unit.name_en if unit else province))

    def placed_unit(self, code: str | None, name: str, rest: int) -> str:
        """The full name of a ranked unit; a row without a code stands for all others and their number."""
        if code:
            return self.unit(code, name)
        return self.language.charts.ranking_rest.format(count=self.language.numbers.count(rest))

    def short_unit(self, code: str | None, short_name: str) -> str:
        """The short name of a unit; names of places are the same in English, names of unions are not."""
        return self.unit(code, short_name) if code is None else printable(self.language.names.word(short_name))

    def scheme(self, breakdown: Breakdown) -> str:
        """The name of a breakdown, printable."""
        return printable(self.language.scheme_of(breakdown.scheme, breakdown.label_vi, breakdown.label_en))

    def part(self, breakdown: Breakdown, code: str, name: str) -> str:
        """The name of a part, printable."""
        return printable(self.language.part_of(code, name, breakdown.names_en.get(code)))

    def card(self, card: Card) -> str:
        """The name of a published figure, printable."""
        return printable(card_name(card, self.language))

    def data_sentence(self, row: Row) -> str:
        """A sentence stored in the data, such as INCONSISTENCIES, in this language."""
        return printable(self.language.one_of(row["sentence_vi"], row["sentence_en"]))

    def metric(self, metric: str, category: str | None) -> str:
        """The name of a ledger metric."""
        ledger = self.language.published
        name = ledger.metric_names.get(metric, metric)
        return f"{name} – {ledger.category_names.get(category, category)}" if category else name

    def joined(self, parts: list[str]) -> str:
        """“a, b và c”."""
        if len(parts) < 2:
            return "".join(parts)
        return self.texts.prose.list_join.join(parts[:-1]) + self.texts.prose.list_last + parts[-1]
