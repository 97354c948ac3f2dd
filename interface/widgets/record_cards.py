"""Records as cards on phones, where a grid shows few columns."""

from collections.abc import Sequence

from interface.widgets.panels import record_links
from interface.widgets.parameters import address_params
from interface.widgets.small_tables import show_small_table


def show_record_cards(
    subject: str, heads: Sequence[str], rows: Sequence[Sequence[str]], codes: Sequence[str], *, caption: str = ""
) -> None:
    """Draw a card for each record; its second cell is the title and links to the page of that subject."""
    here = address_params(without="row")
    swapped = [(second, first, *rest) for first, second, *rest in (heads, *rows)]
    links = {0: record_links(codes, here, subject)}
    show_small_table(swapped[0], swapped[1:], long=(0,), links=links, caption=caption)
