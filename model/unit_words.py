"""The words that units are found by."""

from collections.abc import Iterable

from model.folding import fold
from model.reference import Province, Unit


def names_of(unit: Unit, province: Province | None) -> tuple[str, ...]:
    """Its code and every name, those of its province included."""
    of_province = (province.name, province.short_name, *province.aliases) if province else ()
    return (unit.code, unit.name, unit.short_name, unit.name_en, *unit.aliases, *of_province)


def codes_by_word(units: Iterable[tuple[Unit, Province | None]]) -> dict[str, tuple[str, ...]]:
    """The codes of units by each of their names, folded, and by `63:38` and `34:40`."""
    codes: dict[str, set[str]] = {}
    for unit, province in units:
        of_places = (f"63:{province.code_2022}", f"34:{province.code_2025}") if province else ()
        for word in (*map(fold, names_of(unit, province)), *of_places):
            codes.setdefault(word, set()).add(unit.code)
    return {word: tuple(sorted(some)) for word, some in codes.items()}
