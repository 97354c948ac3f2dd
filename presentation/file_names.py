"""Names of downloads: programme, scope, moment and content, valid on every system."""

import re
from datetime import date, datetime, timedelta
from typing import Final

from data_access.store.records import Records
from language.languages import Language
from model.address_values import read_moment
from model.catalogue import Catalogue
from model.clock import this_moment
from model.codes import Boundary
from model.filters import FILTERS, Filters
from model.folding import slug
from presentation.filter_names import name_of
from presentation.own_words import adapted_language
from presentation.whole import whole_name
from presentation.wording import Wording

_MOST_NAMED: Final = 3  # values of one filter
_LONGEST: Final = 60  # characters of programme or scope
_YEAR: Final = re.compile(r"-(?:19|20)\d\d$")


def file_name(about: str, ending: str, records: Records, filters: Filters, language: Language) -> str:
    """`1-trieu-sang-kien_thanh-hoa_2022-04-20.pdf`; `about` is appended where several such files exist."""
    catalogue = records.catalogue.seen_in(filters.programme)
    frozen = language.exports.menu.file_words["frozen"].format(code=filters.snapshot) if filters.snapshot else ""
    parts = (
        name_of_programme(catalogue, filters.programme, language),
        _scope(catalogue, filters, adapted_language(language, catalogue, filters.programme)),
        f"{_day(records, filters):%Y-%m-%d}",
        slug(frozen),
        slug(about),
    )
    return "_".join(part for part in parts if part) + f".{ending}"


def name_of_programme(catalogue: Catalogue, code: str, language: Language) -> str:
    """The programme's name before its motto as a slug; its code where that leaves nothing."""
    name = Wording(language, catalogue).short_programme(catalogue.programme(code))
    return _cut(slug(name)) or slug(code)


def _day(records: Records, filters: Filters) -> date:
    moment = filters.as_of or records.last_moment(filters.programme) or _last_printed(records, filters.programme)
    return (moment or this_moment()).date()


def _last_printed(records: Records, programme: str) -> datetime | None:
    """The newest moment that sources name, of a programme without records."""
    ledger = records.published()
    moments = ledger.filter(ledger["programme"] == programme)["as_of"].drop_nulls()
    return max((moment for text in moments if (moment := read_moment(text))), default=None)


def _scope(catalogue: Catalogue, filters: Filters, language: Language) -> str:
    """Filter values in address order; the name of the whole without filters."""
    parts = [_period(catalogue, filters, language)]
    if filters.within:
        unit = catalogue.unit_by_code[filters.within].short_name
        parts.append(f"{language.pages.filter_names['within']} {unit}")
    for narrowing in FILTERS:
        codes = getattr(filters, narrowing.field)
        names = [slug(name_of(narrowing, catalogue, language)(code)) for code in codes[:_MOST_NAMED]]
        many = f"{slug(language.pages.filter_names[narrowing.parameter])}-{len(codes)}"
        parts.append("-".join(names) if len(codes) <= _MOST_NAMED else many)
    if filters.boundary is Boundary.NEW:
        parts.append(language.names.boundaries[filters.boundary.value])
    name = "-".join(slug(part) for part in parts if part)
    return _cut(name) or _cut(slug(whole_name(catalogue.programme(filters.programme), language)))


def _period(catalogue: Catalogue, filters: Filters, language: Language) -> str:
    phase = filters.phase
    name = language.phase_name(catalogue.programme(filters.programme).phase(phase), phase) if phase else ""
    since = f"{filters.since:%Y-%m-%d}" if filters.since else ""
    until = f"{filters.until - timedelta(days=1):%Y-%m-%d}" if filters.until else ""
    return "-".join(part for part in (name, since, until) if part)


def _cut(name: str) -> str:
    """Whole words of a long name with the year at its end, which tells successive programmes apart."""
    if len(name) <= _LONGEST:
        return name
    year = _YEAR.search(name)
    end = year[0] if year else ""
    return name[: _LONGEST + 1 - len(end)].rpartition("-")[0] + end
