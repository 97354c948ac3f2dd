"""Strict parsing for commands: what is not understood is refused instead of ignored."""

from collections.abc import Callable, Iterable
from typing import Final
from urllib.parse import parse_qs

from model.address import REPEATED, SINGLE, parse
from model.catalogue import Catalogue
from model.codes import LANGUAGE_CODES
from model.filters import Filters
from model.notices import Notice
from model.rows import ORDERS

# What addresses hold beside filters: language, rows, slides, and what single pages offer.
_OF_FILTERS: Final = {*REPEATED, *SINGLE, "province", "programme", "basis", "as_of", "before", "from", "to", "within"}
_OF_PAGES: Final = {
    *("lang", "q", "order", "page", "row", "view", "show", "form", "stage", "advance", "play", "compare", "step"),
    *("shape", "down", "across", "of", "share", "item", "example"),
}


class NotUnderstood(ValueError):  # noqa: N818 (says what the reader is told)
    """A query has invalid values; `notices` name them."""

    def __init__(self, notices: Iterable[Notice]) -> None:
        self.notices = tuple(notices)
        super().__init__(" ".join(map(in_english, self.notices)))


def parse_strictly(query: str, catalogue: Catalogue) -> tuple[Filters, tuple[Notice, ...]]:
    """The filters of a query string, and remaining notices. Raises NotUnderstood."""
    params = parse_qs(query.rpartition("?")[2], keep_blank_values=False)
    filters, notices = parse(params, catalogue)
    wrong = [notice for notice in notices if notice.is_ignored]
    names = sorted(params.keys() - _OF_FILTERS - _OF_PAGES)
    wrong += [Notice(name, params[name][-1], "unknown_parameter") for name in names]
    wrong += _rows(params)
    if wrong:
        raise NotUnderstood(wrong)
    return filters, notices


def not_applied(subject: str, filters: Filters) -> tuple[Notice, ...]:
    """The active filters that the page `subject` ignores."""
    is_heeded = subject != "recognition" or not filters.statuses
    return () if is_heeded else (Notice("status", "&status=".join(filters.statuses), "not_applied"),)


def in_english(notice: Notice) -> str:
    """Notices in English, for operators on the command line."""
    return _SENTENCES[notice.reason].format(parameter=notice.parameter, value=notice.value)


def _rows(params: dict[str, list[str]]) -> list[Notice]:
    checks: dict[str, Callable[[str], bool]] = {
        "order": lambda value: value in ORDERS,
        "page": lambda value: value.isdecimal() and int(value) > 0,
        "lang": lambda value: value in LANGUAGE_CODES,
    }
    return [
        Notice(name, value)
        for name, fits in checks.items()
        for value in params.get(name, ())
        if value.strip() and not fits(value.strip())
    ]


_SENTENCES: Final = {
    "unknown": "“{parameter}={value}” cannot be understood: there is no such value.",
    "unknown_parameter": "“{parameter}={value}” cannot be understood: there is no such parameter.",
    "reversed": "The period {value} cannot be understood: its first day is after its last.",
    "beyond": "“{parameter}={value}” is beyond the calendar of the data.",
    "not_applied": "“{parameter}={value}” is not applied: this page is about the statuses themselves.",
    "unprinted": "“{parameter}={value}” cannot be answered: figures were printed of 63 provinces; these are those.",
}
