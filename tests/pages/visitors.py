"""The browser that a page run by AppTest sees: headers, cookies and address, as Streamlit passes them."""

from dataclasses import dataclass, field

import pytest
from streamlit.runtime import context


@dataclass(frozen=True)
class Browser:
    """What Streamlit knows of a tab's handshake."""

    headers: tuple[tuple[str, str], ...] = (("Host", "127.0.0.1:8501"), ("Origin", "http://127.0.0.1:8501"))
    cookies: dict[str, str] = field(default_factory=dict)
    remote_ip: str = "127.0.0.1"


def come_from(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open the following pages in `browser`."""
    monkeypatch.setattr(context, "_get_client_context", lambda: browser)
