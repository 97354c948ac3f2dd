"""Native charts of an edited deck, updated with new numbers."""

from copy import deepcopy
from typing import Any, Final

from exports.pptx.seals import is_untouched, seal

_AFTER_LABELS: Final = "./c:trendline|./c:errBars|./c:cat|./c:val"  # in a series
_DATES: Final = ".//c:dateAx/c:majorUnit|.//c:dateAx/c:majorTimeUnit"


def refresh_chart(shape: Any, other: Any) -> None:
    """Replace the data of a chart; fonts and sizes stay, and so do colours that were changed by hand."""
    keeps_colours = is_untouched(shape) is not True
    spaces = [chart_shape.chart._chartSpace for chart_shape in (shape, other)]  # noqa: SLF001 (no public name for it)
    for ours, theirs in zip(*(space.xpath(".//c:ser") for space in spaces), strict=False):
        _refresh_series(ours, theirs, keeps_colours=keeps_colours)
    for ours, theirs in zip(*(space.xpath(_DATES) for space in spaces), strict=False):
        ours.set("val", theirs.get("val"))  # how many days lie between two dates: longer times, fewer dates
    book = other.chart.part.chart_workbook.xlsx_part
    if book is not None:
        shape.chart.part.chart_workbook.update_from_xlsx_blob(book.blob)
    if not keeps_colours:
        seal(shape)


def _refresh_series(ours: Any, theirs: Any, *, keeps_colours: bool) -> None:
    for tag in ("c:tx", "c:cat", "c:val"):
        for former, new in zip(ours.xpath(f"./{tag}"), theirs.xpath(f"./{tag}"), strict=False):
            ours.replace(former, deepcopy(new))
    if not keeps_colours:
        _exchange(ours, theirs, "c:dPt", f"./c:dLbls|{_AFTER_LABELS}")
    if ours.xpath("./c:dLbls") and theirs.xpath("./c:dLbls"):
        _exchange(ours.xpath("./c:dLbls")[0], theirs.xpath("./c:dLbls")[0], "c:dLbl", "./*")
    else:  # words beside single numbers, “hơn” or a mark, come and go with them
        _exchange(ours, theirs, "c:dLbls", _AFTER_LABELS)


def _exchange(ours: Any, theirs: Any, tag: str, followers: str) -> None:
    """Replace the children with a tag, keeping the order that the schema demands."""
    for former in ours.xpath(f"./{tag}"):
        ours.remove(former)
    follower = ours.xpath(followers)[0]
    for new in theirs.xpath(f"./{tag}"):
        follower.addprevious(deepcopy(new))
