"""Text alternatives of charts, built from their hover texts."""

import re
from collections.abc import Iterator
from typing import Final

import plotly.graph_objects as go

_MOST: Final = 12  # marks that somebody still listens to; of more, the first and the last
_TAG: Final = re.compile(r"<[^>]+>")
_ESCAPED: Final = re.compile(r"\\([^\w\s])")


def accessible_text(figure: go.Figure, title: str) -> str:
    """The title, followed by the hover texts in order: “Theo giới tính: Nam, 67.318 · 41,17%; …”.

    `title` is the Markdown above the chart.
    """
    texts, name = list(_hover_texts(figure)), _ESCAPED.sub(r"\1", title)
    if len(texts) > _MOST:
        texts = [*texts[: _MOST // 2], "…", *texts[-_MOST // 2 :]]
    words = [_TAG.sub("", text.replace("<br>", ", ")) for text in texts]
    return f"{name}: {'; '.join(words)}" if words else name


def _hover_texts(figure: go.Figure) -> Iterator[str]:
    for trace in figure.to_dict()["data"]:
        hover = trace.get("hovertext")
        yield from (str(text) for text in (hover if isinstance(hover, list | tuple) else ()) if text)
