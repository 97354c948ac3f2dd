"""Cells of targets beside numbers: a share of the members, or the removal of the target."""

import re
from collections.abc import Mapping
from typing import Final

import polars as pl

from data_access.importing.files import marks
from data_access.importing.headings import heading_key
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.tables import Table

_SHARE: Final = re.compile(r"([0-9]{1,3}(?:[.,][0-9]+)?)\s*%(?:\s*(?:số\s+)?(?:đoàn viên|members))?", re.IGNORECASE)
_FRACTION: Final = re.compile(r"0[.,][0-9]+")  # Excel keeps 10% as 0.1
EVERYBODY: Final = 100  # per cent
_REMOVES: Final = frozenset(("xoa", "xoachitieu", "delete", "remove"))


def share_in(text: str) -> float | None:
    """Per cent of the members in “10%”, or in the 0.1 that Excel makes of it; None for anything else."""
    bare = text.strip().lstrip(marks.NUMBER)
    match = _SHARE.fullmatch(bare)
    if match:
        return float(match[1].replace(",", "."))
    if _FRACTION.fullmatch(bare):
        return 100 * float(bare.replace(",", ".")) or None
    return None


def share_of(members: int, percent: float) -> int:
    """A share of the members as a target: at least one."""
    return max(1, round(members * percent / 100))


def removes_target(text: str) -> bool:
    """Whether a cell says “xóa”."""
    return heading_key(text) in _REMOVES


def with_shares(table: Table, members: Mapping[int, int], units: pl.Series, remarks: Remarks) -> Table:
    """The table with numbers in place of shares; a share without members is reported and left blank."""
    texts = table.frame["value"].to_list()
    shares = [share_in(text) if text else None for text in texts]
    if not any(shares):
        return table
    unknown, above = [False] * len(texts), [share is not None and share > EVERYBODY for share in shares]
    for place, (share, unit) in enumerate(zip(shares, units.to_list(), strict=True)):
        if share is None:
            continue
        count = members.get(unit)
        unknown[place] = count is None and unit is not None and not above[place]
        texts[place] = str(share_of(count, share)) if count and not above[place] else ""
    for code, mask_of in (("members_unknown", unknown), ("share_too_large", above)):
        mask = pl.Series(mask_of)
        values = table.frame["value"].filter(mask)
        remarks.say_rows(Severity.ERROR, code, table.frame.filter(mask), table.headings["value"], values)
    return table.with_values(pl.Series("value", texts, dtype=pl.String))
