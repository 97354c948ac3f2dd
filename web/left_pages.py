"""What a page that was left still asks for is not answered.

A menu closes when a link beside it is pressed, and says so after the page was left. Streamlit 1.67 then runs that part
of the old page under the new one, whose tree does not have its place: the browser shows nothing at all any more.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

_PAGE: Final = "_page_of_ours"


def wishes_of_this_page(handle: Callable[..., None]) -> Callable[..., None]:
    """A session's method `handle`, which takes wishes for a page or a part of one: without those of another page."""

    @wraps(handle)
    def handled(session: Any, client_state: Any = None) -> None:
        if client_state is not None:
            page, last = client_state.page_script_hash, session.__dict__.get(_PAGE)
            if not client_state.fragment_id:
                session.__dict__[_PAGE] = page
            elif page and last and page != last:  # who comes by an address names no page
                return
        handle(session, client_state)

    return handled
