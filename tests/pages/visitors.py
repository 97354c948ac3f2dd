"""Whose browser a page run by AppTest is told it has: headers, cookies and address, as Streamlit hands them on."""

from dataclasses import dataclass, field

import pytest
from streamlit.runtime import context


@dataclass(frozen=True)
class Browser:
    """What Streamlit knows of the handshake of a tab."""

    headers: tuple[tuple[str, str], ...] = (("Host", "127.0.0.1:8501"), ("Origin", "http://127.0.0.1:8501"))
    cookies: dict[str, str] = field(default_factory=dict)
    remote_ip: str = "127.0.0.1"


def come_from(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages that follow are opened in `browser`."""
    monkeypatch.setattr(context, "_get_client_context", lambda: browser)
