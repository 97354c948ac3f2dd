"""Units ranked under one name: told apart by the unit above them, else by code."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from model.catalogue import Unit
from model.folding import fold


def with_names_apart(members: Sequence[Unit], units: Mapping[int, Unit]) -> tuple[Unit, ...]:
    """Units, “Tổ 1 (Phân xưởng Ép)” where another “Tổ 1” is ranked; by the bare name all of them are found.

    Of units of one name under one unit, such as one that ended and came back, each shows its code: “Tổ 1 (T1-2)”.
    `units`: those of the programme by id, as it calls them.
    """
    counts = Counter(name for unit in members for name in _names(unit))
    alike = {name for name, count in counts.items() if count > 1}
    if not alike:
        return tuple(members)
    under = Counter((name, unit.parent_id) for unit in members for name in _names(unit))
    return tuple(_named(unit, _above(unit, under, units)) if _names(unit) & alike else unit for unit in members)


def _names(unit: Unit) -> set[str]:
    return {fold(unit.name), fold(unit.short_name)}


def _above(unit: Unit, under: Mapping[tuple[str, int | None], int], units: Mapping[int, Unit]) -> Unit | None:
    """The unit above, where it tells this one from its namesakes."""
    is_shared = any(under[name, unit.parent_id] > 1 for name in _names(unit))
    return None if is_shared else units.get(unit.parent_id or 0)


def _named(unit: Unit, above: Unit | None) -> Unit:
    mark, mark_en = (above.short_name, above.name_en) if above else (unit.code, unit.code)
    return replace(
        unit,
        name=f"{unit.name} ({mark})",
        short_name=f"{unit.short_name} ({mark})",
        name_en=f"{unit.name_en} ({mark_en})",
        aliases=tuple(dict.fromkeys((*unit.aliases, unit.name, unit.short_name))),
    )
