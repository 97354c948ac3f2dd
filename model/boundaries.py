"""Provinces before and since 01/07/2025: which merged into one, and the successor of each."""

from collections.abc import Iterator, Sequence

from model.catalogue import Catalogue, Province, Unit


def parts_of(catalogue: Catalogue, province: Province) -> list[Unit]:
    """The unions of the provinces that became one in 2025."""
    own = {code for code, part in catalogue.province_by_code.items() if part.code_2025 == province.code_2025}
    return [unit for unit in catalogue.units if unit.province_code in own]


def merged_province(catalogue: Catalogue, codes: Sequence[str]) -> Province | None:
    """The 2025 province made up of exactly these unions; None for none, or for a province of a single one."""
    whole = list(merged_among(catalogue, codes))
    return whole[0][0] if len(whole) == 1 and len(whole[0][1]) == len(set(codes)) else None


def merged_among(catalogue: Catalogue, codes: Sequence[str]) -> Iterator[tuple[Province, list[Unit]]]:
    """All 2025 provinces with two or more parts, all of which are among these unions."""
    units = (catalogue.unit_by_code.get(code) for code in codes)
    provinces = (catalogue.province_of(unit) for unit in units if unit)
    for province in {province.code_2025: province for province in provinces if province}.values():
        parts = parts_of(catalogue, province)
        if len(parts) > 1 and {part.code for part in parts} <= set(codes):
            yield province, parts


def code_of(province: Province) -> str:
    """A 2025 code as addresses and files write it, always with its vintage."""
    return f"34:{province.code_2025}"


def former_code_of(province: Province) -> str:
    """A code of the list before, written in the same way."""
    return f"63:{province.code_2022}"


def became(catalogue: Catalogue) -> list[tuple[Province, list[Province]]]:
    """Each province with all provinces that form one with it since 2025."""
    return [
        (
            province,
            [other for other in catalogue.provinces if other.code_2025 == province.code_2025 and other is not province],
        )
        for province in catalogue.provinces
    ]
