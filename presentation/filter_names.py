"""Names of filters and their values, for chips, widgets and files."""

from collections.abc import Callable, Iterator

from language.languages import Language
from model.boundaries import code_of, merged_among
from model.catalogue import Catalogue
from model.code_filters import CodeFilter
from model.filters import FILTERS, Filters


def name_of(narrowing: CodeFilter, catalogue: Catalogue, language: Language) -> Callable[[str], str]:
    """A function that names the codes of a filter. Sectors are named by `named(language, catalogue)`."""
    if narrowing.parameter == "unit":
        return lambda code: language.names.word(catalogue.unit_by_code[code].short_name)
    if narrowing.parameter == "cluster":
        return lambda code: language.names.word(catalogue.clusters[code])
    labels = language.names.by_code(narrowing.field)
    return lambda code: labels.get(code, code)


def chosen_values(
    filters: Filters, catalogue: Catalogue, language: Language
) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Parameter, label, and code and name of every value, for each active filter."""
    for narrowing in FILTERS:
        codes = getattr(filters, narrowing.field)
        if codes:
            name_by_code = name_of(narrowing, catalogue, language)
            label = language.pages.filter_names[narrowing.parameter]
            values = [(code, name_by_code(code)) for code in codes]
            yield (
                narrowing.parameter,
                label,
                _merged(values, catalogue, name_by_code) if narrowing.parameter == "unit" else values,
            )


def _merged(
    values: list[tuple[str, str]], catalogue: Catalogue, name_by_code: Callable[[str], str]
) -> list[tuple[str, str]]:
    """All parts of a province of 2025 as one value: “Bắc Ninh (Bắc Giang + Bắc Ninh)”."""
    for province, parts in merged_among(catalogue, [code for code, _ in values]):
        own = {part.code for part in parts}
        names = " + ".join(name_by_code(part.code) for part in parts)
        whole = (code_of(province), f"{province.short_name_2025} ({names})")
        place = next(place for place, (code, _) in enumerate(values) if code in own)
        values = [*values[:place], whole, *(value for value in values[place:] if value[0] not in own)]
    return values
