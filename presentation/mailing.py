"""Texts about scheduled reports."""

from collections.abc import Sequence
from datetime import time

from language.languages import Language
from model.address import parse_query
from model.catalogue import Catalogue
from model.mailing import DAYS
from presentation.filter_line import filter_line
from presentation.wording import Wording


def reason_line(reason: str, language: Language) -> str:
    """Why a letter was not sent: the reason in the reader's language, then the error text."""
    word, _, rest = reason.partition(": ")
    sentence = language.mailing.reasons.get(word)
    return reason if sentence is None else f"{sentence}: {rest}" if rest else sentence


def _days_line(days: Sequence[str], language: Language) -> str:
    """“Thứ Hai, Thứ Năm”, or that it is every day."""
    texts = language.mailing
    return texts.every_day if set(days) == set(DAYS) else ", ".join(texts.day_names[day] for day in days)


def _numbers_line(query: str, catalogue: Catalogue, language: Language) -> str:
    """“1 triệu sáng kiến. Giai đoạn 1. Tính đến …”: the scope of a query; the moment only where it names one."""
    filters, _ = parse_query(query, catalogue)
    own = catalogue.seen_in(filters.programme)
    parts = [language.short_name_of(own.programme(filters.programme)), filter_line(filters, Wording(language, own))]
    if filters.as_of:
        parts.append(language.exports.as_of.format(moment=language.numbers.moment(filters.as_of)))
    return ". ".join(parts)


def order_line(
    name: str, query: str, kinds: Sequence[str], days: Sequence[str], at: time, to: Sequence[str],
    catalogue: Catalogue, language: Language,
) -> tuple[str, ...]:  # fmt: skip
    """An order as a row of a list: name, scope, files, times and recipients. `to` are readable addresses."""
    labels = language.exports.menu.labels
    when = f"{_days_line(days, language)} {at:%H:%M}"
    return (
        name,
        _numbers_line(query, catalogue, language),
        ", ".join(labels[kind] for kind in kinds),
        when,
        ", ".join(to),
    )
