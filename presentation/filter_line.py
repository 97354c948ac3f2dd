"""The filters of a file in one line."""

from collections.abc import Iterator
from datetime import timedelta

from model.codes import Basis, Boundary
from model.filters import Filters
from model.freezing import Frozen
from presentation.filter_names import chosen_values
from presentation.own_words import adapted_language
from presentation.whole import own_whole, whole_name
from presentation.wording import Wording, phase_name, printable


def filter_line(filters: Filters, wording: Wording, frozen: Frozen | None = None) -> str:
    """“Giai đoạn 1 · Vùng: Tây Nguyên”; the name of the whole without filters. The as-of is not part of it.

    Frozen figures come first: “Số liệu chốt đến 20/04/2022 08:00: Hội nghị”.
    """
    return " · ".join(_parts(filters, wording, frozen)) or _everything(filters, wording)


def scope_line(filters: Filters, wording: Wording, frozen: Frozen | None = None) -> str:
    """The filters behind “Phạm vi:”, which a line that begins with a label of its own, “Đơn vị: …”, does not need."""
    line = filter_line(filters, wording, frozen)
    has_label = frozen is None and ": " in line.partition(" · ")[0]
    return line if has_label else wording.texts.scope.format(filters=line)


def _everything(filters: Filters, wording: Wording) -> str:
    """The name of a programme's whole scope, its own where it has one."""
    programme = wording.catalogue.programme(filters.programme)
    if programme.national_target or own_whole(programme, wording.language):
        whole, pages = whole_name(programme, wording.language), wording.language.pages
        return whole if whole == pages.own_whole else wording.texts.everything.format(whole=printable(whole))
    return wording.texts.everything_of.format(programme=wording.programme(programme))


def _parts(filters: Filters, wording: Wording, frozen: Frozen | None) -> Iterator[str]:
    pages, names = wording.language.pages, wording.language.names
    if frozen:
        moment = wording.language.numbers.moment(frozen.as_of)
        yield wording.language.freezing.banner.format(moment=moment, name=printable(frozen.name))
    if filters.basis is Basis.PUBLISHED:
        yield pages.basis_long[filters.basis.value]
    yield from _period(filters, wording)
    if filters.within:
        inside = wording.short_unit(filters.within, wording.catalogue.unit_by_code[filters.within].short_name)
        yield wording.texts.filter_value.format(name=pages.filter_names["within"], values=inside)
    language = adapted_language(wording.language, wording.catalogue, filters.programme)
    for _, label, values in chosen_values(filters, wording.catalogue, language):
        value_names = ", ".join(printable(name) for _, name in values)
        yield wording.texts.filter_value.format(name=label, values=value_names)
    if filters.boundary is Boundary.NEW:
        yield names.boundaries[filters.boundary.value]
    if filters.snapshot and not frozen:
        yield wording.texts.filter_value.format(name=pages.filter_names["snapshot"], values=printable(filters.snapshot))


def _period(filters: Filters, wording: Wording) -> Iterator[str]:
    pages, numbers = wording.language.pages, wording.language.numbers
    if filters.phase:
        programme = wording.catalogue.programme(filters.programme)
        yield phase_name(programme, filters.phase, wording.language)
    if filters.since:
        yield pages.since.format(day=numbers.date(filters.since))
    if filters.until:
        yield pages.until.format(day=numbers.date(filters.until - timedelta(days=1)))
