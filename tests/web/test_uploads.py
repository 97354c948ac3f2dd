"""The amount that one tab may upload at a time is checked before Streamlit takes it into memory."""

import pytest

from tests.looping import run_apart
from web.uploads import PLACE, UploadLimit


async def _streamlit(scope, receive, send) -> None:
    """Accepts everything except files of a tab it does not know."""
    status = 400 if "unknown" in scope["path"] else 204
    await send({"type": "http.response.start", "status": status, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def answers(*requests: tuple[str, str, int | None]) -> list[int]:
    """The status of each request: method, “tab/file”, length."""
    app, statuses = UploadLimit(_streamlit, most_files=2, most_bytes=100), []

    async def send(message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    for method, file, length in requests:
        headers = [] if length is None else [(b"content-length", str(length).encode())]
        run_apart(app, {"type": "http", "method": method, "path": PLACE + file, "headers": headers}, receive, send)
    return statuses


def test_a_tab_hands_over_so_many_files_and_bytes_at_a_time():
    assert answers(("PUT", "a/1", 10), ("PUT", "a/2", 10), ("PUT", "a/3", 10)) == [204, 204, 413]
    assert answers(("PUT", "a/1", 60), ("PUT", "a/2", 60)) == [204, 413]
    assert answers(("PUT", "a/1", 101)) == [413]


def test_another_tab_has_room_of_its_own():
    assert answers(("PUT", "a/1", 90), ("PUT", "b/1", 90)) == [204, 204]


def test_what_is_removed_or_replaced_or_refused_takes_no_room():
    assert answers(("PUT", "a/1", 90), ("DELETE", "a/1", None), ("PUT", "a/2", 90)) == [204, 204, 204]
    assert answers(("PUT", "a/1", 90), ("PUT", "a/1", 90)) == [204, 204]
    assert answers(("PUT", "unknown/1", 90), ("PUT", "unknown/2", 90)) == [400, 400]


@pytest.mark.parametrize("method", ["PUT", "POST"])
def test_a_length_is_required(method: str):
    assert answers((method, "a/1", None)) == [413]
