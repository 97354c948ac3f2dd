"""Units by status, one sentence each; very long lists are counted and referred to the table."""

from collections.abc import Iterator, Sequence
from typing import Final

from model.codes import UNCOUNTED, TargetStatus
from model.edges import Row
from model.exactness import row_qualifier
from presentation.wording import Wording

MOST_NAMED: Final = 100  # units in a row, or one by one
_FEW: Final = 10  # names that a sentence may repeat of a table


def others_note(count: int, wording: Wording) -> str:
    """“3.210 đơn vị khác có trong bảng …”: units the text leaves out."""
    texts = wording.texts
    number = wording.language.numbers.count(count)
    return texts.prose.together["others"].format(count=number, table=texts.titles["units"])


def statuses_of(rows: Sequence[Row], wording: Wording, most: int | None = None) -> Iterator[str]:
    """One sentence for each status; beyond `most` units, or before the first day, without names.

    Where nobody of many is measured, the names are everybody's, which the table has: one sentence counts them.
    """
    numbers = wording.language.numbers
    if len(rows) > _FEW and {row["status"] for row in rows} == {TargetStatus.NO_TARGET.value}:
        yield wording.texts.prose.together["all_without_target"].format(count=numbers.count(len(rows)))
        return
    for status in TargetStatus:
        names = []
        for row in rows:
            if row["status"] == status.value:
                silent = row["reached_pct"] is None or status in UNCOUNTED
                share = wording.qualified(numbers.percent(row["reached_pct"]), row_qualifier(row))
                percent = "" if silent else f" ({share})"
                names.append(wording.short_unit(row["unit_code"], row["short_name"]) + percent)
        if names and len(names) <= (most or len(names)) and status is not TargetStatus.NOT_BEGUN:
            others = [others_note(len(names) - MOST_NAMED, wording)] if len(names) > MOST_NAMED else []
            yield wording.texts.prose.together["of_status"].format(
                count=numbers.count(len(names)),
                status=wording.language.names.target_status(status.value),
                list=wording.joined([*names[:MOST_NAMED], *others]),
            )
