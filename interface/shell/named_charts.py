"""Charts of a view that names them: title and note by one name."""

from collections.abc import Callable, Mapping
from typing import Protocol

import plotly.graph_objects as go

from interface.shell.picking import Pickable
from interface.shell.visit import Visit
from interface.shell.wording import records_source
from interface.widgets.panels import show_chart, show_title


class NamedTexts(Protocol):
    """A view whose titles and notes have names."""

    @property
    def titles(self) -> Mapping[str, str]: ...

    @property
    def notes(self) -> Mapping[str, str]: ...


def show_named_chart(view: NamedTexts, name: str, figure: go.Figure, visit: Visit) -> None:
    """Draw a chart of the records under its title and note."""
    show_chart(view.titles[name], view.notes[name], figure, records_source(visit), visit.language)


def show_table_title(view: NamedTexts, name: str, visit: Visit) -> None:
    """Draw title and note of a table of the records that readers can sort."""
    language = visit.language
    show_title(view.titles[name], view.notes[name], records_source(visit), language, language.pages.sort)


def pickable_chart(view: NamedTexts, name: str, draw: Callable[[], go.Figure], visit: Visit) -> Pickable:
    """A chart of the records with selectable bars under its title and note."""
    return Pickable(view.titles[name], view.notes[name], draw, records_source(visit))
