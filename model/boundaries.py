"""Provinces before and since 01/07/2025: which unions became one, and what became of each."""

from collections.abc import Iterator, Sequence

from model.catalogue import Catalogue, Province, Unit


def parts_of(catalogue: Catalogue, province: Province) -> list[Unit]:
    """The unions of the provinces that became one in 2025."""
    own = {code for code, one in catalogue.province_by_code.items() if one.code_2025 == province.code_2025}
    return [unit for unit in catalogue.units if unit.province_code in own]


def merged_province(catalogue: Catalogue, codes: Sequence[str]) -> Province | None:
    """The province of 2025 that exactly these unions make together; None where they make none, or are one."""
    whole = list(merged_among(catalogue, codes))
    return whole[0][0] if len(whole) == 1 and len(whole[0][1]) == len(set(codes)) else None


def merged_among(catalogue: Catalogue, codes: Sequence[str]) -> Iterator[tuple[Province, list[Unit]]]:
    """Every province of 2025 of which all parts, two or more, are among these unions."""
    units = (catalogue.unit_by_code.get(code) for code in codes)
    provinces = (catalogue.province_by_code.get(unit.province_code or "") for unit in units if unit)
    for province in {one.code_2025: one for one in provinces if one}.values():
        parts = parts_of(catalogue, province)
        if len(parts) > 1 and {part.code for part in parts} <= set(codes):
            yield province, parts


def code_of(province: Province) -> str:
    """A code of 2025 as addresses and files write it: never without its vintage."""
    return f"34:{province.code_2025}"


def became(catalogue: Catalogue) -> list[tuple[Province, list[Province]]]:
    """What became of every province: itself, and whoever else is part of the same one since 2025."""
    return [
        (one, [other for other in catalogue.provinces if other.code_2025 == one.code_2025 and other is not one])
        for one in catalogue.provinces
    ]
