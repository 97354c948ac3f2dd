"""Only the parts of a page that was left are skipped."""

from dataclasses import dataclass, field

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime.app_session import AppSession

from web.left_pages import requests_of_current_page


@dataclass
class Session:
    """Records the requests it gets."""

    ran: list[tuple[str, str]] = field(default_factory=list)

    @requests_of_current_page
    def ask(self, client_state: ClientState | None = None) -> None:
        self.ran.append((client_state.page_script_hash, client_state.fragment_id) if client_state else ("", ""))


def handled_wishes(*wishes: tuple[str, str] | None) -> list[tuple[str, str]]:
    session = Session()
    for wish in wishes:
        session.ask(ClientState(page_script_hash=wish[0], fragment_id=wish[1]) if wish else None)
    return session.ran


MENU = ("overview", "menu")


@pytest.mark.parametrize(
    ("wishes", "left_out"),
    [
        ([("overview", ""), MENU], []),
        ([("overview", ""), MENU, ("ranking", ""), MENU], [3]),
        ([("overview", ""), ("ranking", ""), ("ranking", "menu"), MENU, MENU], [3, 4]),
        ([("overview", ""), ("ranking", ""), ("overview", ""), MENU], []),
        ([("", ""), MENU], []),  # by an address: the server says which page it is
        ([("ranking", ""), ("", ""), MENU], []),
        ([("overview", ""), None, MENU], []),
        ([MENU], []),
    ],
)
def test_parts_of_a_page_that_was_left_are_left_out(wishes, left_out):
    expected = [wish or ("", "") for place, wish in enumerate(wishes) if place not in left_out]
    assert handled_wishes(*wishes) == expected


def test_streamlit_still_asks_this_way():
    assert callable(AppSession._handle_rerun_script_request)
