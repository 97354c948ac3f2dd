"""Units that a programme ranks beside each other under one name: told apart by the unit above them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from model.catalogue import Unit
from model.folding import fold


def with_names_apart(members: Sequence[Unit], known: Mapping[int, Unit]) -> tuple[Unit, ...]:
    """Units, “Tổ 1 (Phân xưởng Ép)” where another “Tổ 1” is ranked; by the bare name all of them are found.

    `known`: units of the programme by id, as it calls them.
    """
    counted = Counter(name for unit in members for name in {fold(unit.name), fold(unit.short_name)})
    alike = {name for name, count in counted.items() if count > 1}
    return tuple(_named(unit, alike, known.get(unit.parent_id or 0)) for unit in members) if alike else tuple(members)


def _named(unit: Unit, alike: set[str], above: Unit | None) -> Unit:
    if above is None or not {fold(unit.name), fold(unit.short_name)} & alike:
        return unit
    return replace(
        unit,
        name=f"{unit.name} ({above.short_name})",
        short_name=f"{unit.short_name} ({above.short_name})",
        name_en=f"{unit.name_en} ({above.name_en})",
        aliases=tuple(dict.fromkeys((*unit.aliases, unit.name, unit.short_name))),
    )
