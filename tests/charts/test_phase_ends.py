"""Ends of phases have the programme's names, and labels never overlap."""

import calendar
from datetime import date, datetime
from itertools import pairwise

import pytest

from charts.kit.lettering import text_width
from charts.kit.phase_ends import phase_ends
from charts.kit.theme import SMALL_SIZE, Look
from language.languages import ENGLISH, VIETNAMESE
from model.catalogue import Phase

START, END = datetime(2026, 1, 1), datetime(2026, 12, 31, 23, 59)


def phases(count: int, name: str | None = "Quý {}") -> list[Phase]:
    length = 12 // count
    months = [length * (n + 1) for n in range(count)]
    ends = [date(2026, month, calendar.monthrange(2026, month)[1]) for month in months]
    return [
        Phase(n + 1, date(2026, 1, 1), end, None, name and name.format(n + 1), name and f"Quarter {n + 1}")
        for n, end in enumerate(ends[:-1])
    ]


def labels_of(count: int, name: str | None = "Quý {}", look: Look = Look(VIETNAMESE)) -> list[str]:  # noqa: B008 (frozen)
    return [one["text"] for one in phase_ends(phases(count, name), START, END, look)]


def test_they_have_the_programmes_names() -> None:
    assert labels_of(2) == ["Hết Quý 1: 30/06/2026"]
    assert labels_of(4) == ["Hết Quý 1", "Hết Quý 2", "Hết Quý 3"]
    assert labels_of(4, look=Look(ENGLISH, wide=True)) != labels_of(4)
    assert labels_of(2, None) == ["Hết giai đoạn 1: 30/06/2026"]


@pytest.mark.parametrize("wide", [True, False])
@pytest.mark.parametrize("count", [2, 3, 4, 6, 12])
@pytest.mark.parametrize("name", ["Tháng {}", "Đợt thi đua chào mừng ngày thành lập số {}", None])
def test_none_writes_over_another(count: int, name: str | None, wide: bool) -> None:
    look = Look(VIETNAMESE, wide=wide)
    spans = []
    for one in phase_ends(phases(count, name), START, END, look):
        x = (datetime.fromisoformat(one["x"]) - START) / (END - START) * look.room
        width = text_width(one["text"], SMALL_SIZE)
        spans.append((x, x + width) if one["xanchor"] == "left" else (x - width, x))
    assert spans
    assert all(before[1] <= after[0] for before, after in pairwise(sorted(spans)))
