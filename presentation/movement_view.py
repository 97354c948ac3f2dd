"""What grading, potential, readiness, rewards and examples are told as: a sentence, lists of bars, notes."""

from collections.abc import Iterator
from dataclasses import dataclass

from presentation.stamp import Stamp


@dataclass(frozen=True)
class MovementBar:
    """One bar: `text` is its value as readers see it, `note` what stands beside."""

    key: str
    name: str
    value: float
    text: str
    note: str = ""


@dataclass(frozen=True)
class PartList:
    """Bars of one scale, which ends at `most`."""

    head: str
    parts: tuple[MovementBar, ...]
    most: float


@dataclass(frozen=True)
class MovementView:
    """What one of them says. `is_known` is False where there is nothing: then `verdict` says so."""

    view: str
    title: str
    verdict: str
    stamp: Stamp
    is_known: bool = False
    lists: tuple[PartList, ...] = ()
    notes: tuple[str, ...] = ()  # sentences that belong to the numbers
    further: tuple[str, ...] = ()  # what a report says besides, and a presenter can add
    spoken: tuple[str, ...] = ()  # what a presenter alone can add
    columns: tuple[str, ...] = ()  # of a table: note, name and value of each part

    @property
    def lines(self) -> Iterator[str]:
        """All of it as sentences, for a report."""
        yield f"{self.verdict}."
        for one in self.lists:
            told = (_told(part, named_by_note=bool(self.columns)) for part in one.parts)
            yield f"{one.head}: {'; '.join(told)}."
        yield from (f"{note.rstrip('.')}." for note in (*self.notes, *self.further))


def _told(part: MovementBar, *, named_by_note: bool) -> str:
    """“Thanh Hóa 95,70 điểm (Xuất sắc)”; of what has a title beside: “Đồ gá xoay (Cần Thơ): 3”."""
    if named_by_note:
        return f"{part.note} ({part.name}): {part.text}"
    return f"{part.name} {part.text}" + (f" ({part.note})" if part.note else "")
