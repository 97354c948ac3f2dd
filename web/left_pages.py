"""Requests for parts of a page that was left are dropped.

A menu that closes because of navigation reports it afterwards. Streamlit 1.67 then runs that fragment of the old page
in the new one, whose element tree lacks its place, and the browser shows nothing.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

_PAGE: Final = "_page_of_ours"


def requests_of_current_page(handle: Callable[..., None]) -> Callable[..., None]:
    """A replacement for a session's method `handle` that drops rerun requests of other pages."""

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
