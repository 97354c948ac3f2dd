"""Districts before July 2025 and their provinces, which upper unions are named after.

They order suggestions and nothing else: no row is counted by them, and somebody always chooses. `districts.csv` was
written down without a source of its own and compared on 29/11/2026 with states (2017, 2021 and 2025) of a public list
of administrative units, github.com/kenzouno1/DiaGioiHanhChinhVN: every name stands in one of them in the same province.
Towns named after their province and numbered districts are left out, because a name alone does not tell them apart.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from data_access.importing.headings import heading_key
from data_access.reference.reference_files import rows_of
from model.folding import fold

_WORDS: Final = re.compile(
    r"^.*?\b(?:huyen|quan|thi xa|tx\.?|thanh pho|tp\.?|thi)\s+|^(?:lien doan lao dong|ldld|cong doan|cd)\s+"
)


@cache
def _provinces() -> Mapping[str, tuple[str, ...]]:
    provinces: dict[str, tuple[str, ...]] = {}
    for line in rows_of("districts"):
        for name in line["districts"].split("|"):
            provinces[heading_key(name)] = (*provinces.get(heading_key(name), ()), line["province"])
    return provinces


def provinces_with(text: str) -> tuple[str, ...]:
    """Codes (2022) of the provinces that had a district of this name; most names belong to one."""
    plain = fold(text).partition(",")[0]
    names = [plain, _WORDS.sub("", plain)]
    return next((codes for name in names if (codes := _provinces().get(heading_key(name)))), ())
