"""A page's summary for files: headline, lists of bars, sentences."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from data_access.store.records import Records
from presentation.figures import Figures
from presentation.stamp import Stamp
from presentation.wording import Wording


@dataclass(frozen=True)
class BriefBar:
    """One bar: `text` is its formatted value, `note` stands beside it."""

    key: str
    name: str
    value: float
    text: str
    note: str = ""
    is_rest: bool = False  # of what nobody noted, or what was taken off


@dataclass(frozen=True)
class BarList:
    """Bars of one scale, which ends at `most`."""

    head: str
    bars: tuple[BriefBar, ...]
    most: float
    unit: str = ""  # in words, of values that are no counts


@dataclass(frozen=True)
class Brief:
    """The summary of one page. Without data `is_known` is False and `verdict` says so."""

    page: str
    title: str
    verdict: str
    stamp: Stamp
    is_known: bool = False
    lists: tuple[BarList, ...] = ()
    notes: tuple[str, ...] = ()  # sentences that belong to the numbers
    more: tuple[str, ...] = ()  # sentences of a report, which a presenter may add
    spoken: tuple[str, ...] = ()  # what only a presenter adds
    number: str = ""  # which the verdict is about, where it stands alone
    columns: tuple[str, ...] = ()  # of a table: note, name and value of each bar

    @property
    def headline(self) -> str:
        """Title and headline figure; only the latter where it says the title or begins with a word of it."""
        title, verdict = self.title.casefold(), self.verdict.casefold()
        repeats = title in verdict or verdict.split()[0] in title.split()
        return self.verdict if repeats else f"{self.title}: {self.verdict}"

    @property
    def lines(self) -> Iterator[str]:
        """The whole brief as sentences, for a report."""
        yield f"{self.verdict}."
        for bar_list in self.lists:
            apart = any(map(_needs_colon, bar_list.bars))  # of one, then of all: a list has one form
            lines = (_in_words(bar, named_by_note=bool(self.columns), apart=apart) for bar in bar_list.bars)
            yield f"{bar_list.head}: {'; '.join(lines)}."
        yield from (f"{note.rstrip('.')}." for note in (*self.notes, *self.more))

    def list_name(self, bar_list: BarList) -> str:
        """What a list is called among those of other pages, with the unit of its values."""
        head = f"{bar_list.head} ({bar_list.unit})" if bar_list.unit else bar_list.head
        return head if head.startswith(self.title) else f"{self.title}: {head}"

    @property
    def for_presenters(self) -> tuple[str, ...]:
        """All sentences, as speaker notes."""
        return (*self.notes, *self.more, *self.spoken)


MakeBrief: TypeAlias = Callable[[Records, Figures, Wording], Brief]


def bars_of(head: str, bars: tuple[BriefBar, ...], unit: str = "") -> tuple[BarList, ...]:
    """A list of one `BarList`, empty without bars; the scale ends at the longest bar."""
    return (BarList(head, bars, max(bar.value for bar in bars), unit),) if bars else ()


def _needs_colon(bar: BriefBar) -> bool:
    """Whether name and value would run into each other: “Kinh phí: Có”, “… chỉ tiêu (%): 20 điểm”."""
    return bar.name.endswith(")") or not bar.text[:1].isdigit()


def _in_words(bar: BriefBar, *, named_by_note: bool, apart: bool) -> str:
    """“Thanh Hóa 95,70 điểm (Xuất sắc)”, “Kinh phí: Có”; with a title: “Đồ gá xoay (Cần Thơ): 3”."""
    if named_by_note:
        return f"{bar.note} ({bar.name}): {bar.text}"
    return f"{bar.name}{':' if apart else ''} {bar.text}" + (f" ({bar.note})" if bar.note else "")
