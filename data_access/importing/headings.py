"""The headings of staff's files and the fields they mean."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from data_access.importing.choices import Kind
from data_access.importing.heading_words import FIELDS, REQUIRED
from data_access.importing.stacked_headings import JOINT
from model.folding import fold

_FACTOR: Final = re.compile(
    r"[-,:;]?\s*(?:dvt|don vi tinh|don vi)?\s*:?\s*"
    r"\b(nghin|ngan|1(?:[., ]?000){1,3}|10\^[369]|trieu|tr|ty|ti)\.?\s*(?:dong|vnd|d)\b\.?"
)
_FACTORS: Final = {
    **dict.fromkeys(("nghin", "ngan", "1000", "10^3"), 10**3),
    **dict.fromkeys(("trieu", "tr", "1000000", "10^6"), 10**6),
    **dict.fromkeys(("ty", "ti", "1000000000", "10^9"), 10**9),
}
_VAGUE: Final = ("ma", "maso", "ten", "ngay", "cap", "loai", "donvi", "ketqua", "tinh", "code", "name", "title", "date")
_FOREIGN: Final = re.compile(r"\b(?:usd|do la|eur|euro|jpy|yen)\b|[$€%]")


@lru_cache(maxsize=20_000)
def heading_key(text: str) -> str:
    """`text` reduced to letters and digits: "Giá trị làm lợi(đồng) " and "GIA TRI LAM LOI (DONG)" become one."""
    return re.sub(r"[^a-z0-9]+", "", fold(text))


def factor_of(heading: str) -> int:
    """What an amount under this heading is multiplied by: “(triệu đồng)” is 1,000,000."""
    match = _FACTOR.search(fold(heading))
    return _FACTORS[re.sub(r"[., ]", "", match[1])] if match else 1


def factor_word(text: str) -> int | None:
    """What “trieu dong” (folded) multiplies by; None for any other text."""
    match = _FACTOR.fullmatch(text.strip())
    return _FACTORS[re.sub(r"[., ]", "", match[1])] if match else None


@lru_cache(maxsize=5_000)  # the first rows of a file are looked at again and again
def field_of(kind: Kind, heading: str) -> str | None:
    """The field that a heading means, whatever its remark in brackets or unit of money."""
    field = _KEYS[kind].get(heading_key(heading))
    if field or _FOREIGN.search(fold(heading)):
        return field
    pieces = [bare for piece in heading.split(JOINT) if heading_key(bare := _bare(piece))]
    if len(pieces) < 2:
        return _KEYS[kind].get(heading_key("".join(pieces)))
    # “Tên” below “Sáng kiến” is its name; what means little by itself (“Ngày”) is not guessed.
    readings = [f"{pieces[-1]} {pieces[0]}", f"{pieces[0]} {pieces[-1]}"]
    readings += [pieces[-1]] if heading_key(pieces[-1]) not in _VAGUE else []
    return next((name for text in readings if (name := _KEYS[kind].get(heading_key(text)))), None)


def _bare(piece: str) -> str:
    return _FACTOR.sub("", re.sub(r"\([^)]*\)?|\[[^\]]*\]?", " ", fold(piece)))


def heading_of(kind: Kind, name: str) -> str:
    """The heading that sentences use for a field."""
    return FIELDS[kind][name].partition("|")[0]


_KEYS: Final = {
    kind: {heading_key(heading): name for name, headings in fields.items() for heading in headings.split("|")}
    | {heading_key(name): name for name in fields}
    for kind, fields in FIELDS.items()
}


def _chosen(kind: Kind, cells: list[str], heading_names: Mapping[str, str]) -> tuple[dict[str, int], set[int]]:
    """Places of the fields that staff chose a column for, and all places they named; “Ngày#2” is the second one."""
    keys = {
        heading_key(text.rpartition("#")[0] or text) + text[text.rfind("#") :]: name
        for text, name in heading_names.items()
        if "#" in text
    }
    keys |= {heading_key(text): name for text, name in heading_names.items() if "#" not in text}
    fields: dict[str, int] = {}
    places: set[int] = set()
    counts: dict[str, int] = {}
    for place, cell in enumerate(cells):
        key = heading_key(cell)
        counts[key] = counts.get(key, 0) + 1
        name = keys.get(f"{key}#{counts[key]}", keys.get(key))
        if name and key:
            places.add(place)
            if name in FIELDS[kind]:
                fields.setdefault(name, place)
    return fields, places


@dataclass(frozen=True)
class Headings:
    """How the columns of a table were read. `fields` maps a field to its column's place."""

    fields: Mapping[str, int]
    texts: tuple[str, ...]
    ignored: tuple[str, ...]
    repeated: tuple[str, ...]
    missing: tuple[str, ...]


def known_headings(kind: Kind, cells: list[str], heading_names: Mapping[str, str] = MappingProxyType({})) -> int:
    """The number of different fields named by a row of cells; `heading_names` are headings that staff gave a field."""
    chosen_keys = {
        heading_key(heading.partition("#")[0]) for heading, name in heading_names.items() if name in FIELDS[kind]
    }
    fields = {
        field_of(kind, cell) or (bool(chosen_keys) and heading_key(cell) in chosen_keys and cell)
        for cell in cells
        if 0 < len(cell) < 80
    }
    return len(fields - {None, False})


def read_headings(kind: Kind, cells: list[str], heading_names: Mapping[str, str] = MappingProxyType({})) -> Headings:
    """The field of each column: the choice of staff first, then exact names, then other words for a field."""
    fields, left_out = _chosen(kind, cells, heading_names)
    places: dict[str, list[int]] = {}
    for place, cell in enumerate(cells):
        name = field_of(kind, cell)
        if name and name not in fields and place not in left_out:
            places.setdefault(name, []).append(place)
    repeated: list[str] = []
    for name, places_of_field in places.items():
        exact = [place for place in places_of_field if heading_key(cells[place]) == heading_key(heading_of(kind, name))]
        same = exact if len(exact) > 1 else places_of_field if len(places_of_field) > 1 and not exact else []
        if len({heading_key(cells[place]) for place in same}) < len(same) or (same and not exact):
            repeated.append(heading_of(kind, name))
        fields[name] = (exact or places_of_field)[0]
    if "unit" not in fields and "unit_code" in fields:  # alone it is how the file names its units
        fields["unit"] = fields.pop("unit_code")
    ignored = tuple(cell.strip() for place, cell in enumerate(cells) if cell.strip() and place not in fields.values())
    missing = tuple(heading_of(kind, name) for name in REQUIRED[kind] if name not in fields)
    return Headings(fields, tuple(cells), ignored, tuple(repeated), missing)
