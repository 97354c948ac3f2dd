"""The slide of sectors."""

from exports.html.stage.sheet import MOST_BARS, Row, Slide, SlideScope, bar, bar_groups, empty_body, new_slide
from presentation.sectors import PartsView, view_sectors


def sectors_slide(scope: SlideScope) -> Slide:
    """The first two breakdowns, each with its unexplained remainder."""
    view = view_sectors(scope.figures, scope.wording)
    if not view.shown:
        return new_slide(scope, "sectors", view.title, empty_body(scope))
    gaps = " ".join(parts.gap for parts in view.shown if parts.gap)
    return new_slide(
        scope,
        "sectors",
        view.title,
        bar_groups(*((parts_view.title, _parts(parts_view)) for parts_view in view.shown), note=gaps),
    )


def _parts(view: PartsView) -> list[Row]:
    parts = view.parts[:MOST_BARS]
    most = max((part.count or 0 for part in parts), default=1)
    return [
        bar(
            f"{view.scheme}-{part.code}",
            part.name,
            part.count,
            part.text,
            most,
            "rest" if part.is_rest else "data",
            part.share,
        )
        for part in parts
    ]
