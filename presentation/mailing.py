"""What is said of a report by e-mail."""

from collections.abc import Sequence

from language.languages import Language
from model.address import parse_query
from model.catalogue import Catalogue
from model.mailing import DAYS
from presentation.filter_line import filter_line
from presentation.wording import Wording


def days_line(days: Sequence[str], language: Language) -> str:
    """“Thứ Hai, Thứ Năm”, or that it is every day."""
    texts = language.mailing
    return texts.every_day if set(days) == set(DAYS) else ", ".join(texts.day_names[day] for day in days)


def numbers_line(query: str, catalogue: Catalogue, language: Language) -> str:
    """“1 triệu sáng kiến. Giai đoạn 1. Tính đến …”: what a query asks for; the moment only where it names one."""
    filters, _ = parse_query(query, catalogue)
    seen = catalogue.seen_in(filters.programme)
    parts = [language.short_name_of(seen.programme(filters.programme)), filter_line(filters, Wording(language, seen))]
    if filters.as_of:
        parts.append(language.exports.as_of.format(moment=language.numbers.moment(filters.as_of)))
    return ". ".join(parts)
