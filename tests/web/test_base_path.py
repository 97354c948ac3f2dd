import pytest
from starlette.responses import RedirectResponse, Response

from model import settings
from model.settings import Misconfigured
from tests.looping import run_apart
from web.base_path import BasePath


async def app(scope, receive, send) -> None:
    """An app that redirects /old and answers everything else with the address."""
    answer = (
        RedirectResponse("/new", 303)
        if scope["path"] == "/old"
        else Response(scope["path"].encode() + scope["raw_path"])
    )
    await answer(scope, receive, send)


def scopes_seen(path: str, base: str = "/dashboard") -> list[dict[str, object]]:
    texts: list[dict[str, object]] = []
    scope = {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "headers": []}

    async def send(message) -> None:
        texts.append(message)

    run_apart(BasePath(app, base), scope, None, send)
    return texts


@pytest.mark.parametrize(
    ("path", "within"),
    [
        ("/dashboard/map", b"/map/map"),
        ("/dashboard/", b"//"),
        ("/map", b"/map/map"),
        ("/dashboards", b"/dashboards/dashboards"),
    ],
)
def test_the_app_sees_its_own_addresses_whether_a_proxy_cut_the_base_or_not(path: str, within: bytes):
    assert scopes_seen(path)[1]["body"] == within


@pytest.mark.parametrize(("base", "to"), [("/dashboard", b"/dashboard/new"), ("", b"/new")])
def test_readers_are_sent_on_below_the_base(base: str, to: bytes):
    assert (b"location", to) in scopes_seen(f"{base}/old", base)[0]["headers"]


@pytest.mark.parametrize(("text", "path"), [("", ""), ("/dashboard/", "/dashboard"), ("/a/b-1", "/a/b-1"), ("/", "")])
def test_the_setting_is_a_path(monkeypatch: pytest.MonkeyPatch, text: str, path: str):
    monkeypatch.setenv("BASE_PATH", text)

    assert settings.base_path() == path


@pytest.mark.parametrize("text", ["dashboard", "/a b", "//host/x", "/a?b"])
def test_what_is_no_path_stops_the_start(monkeypatch: pytest.MonkeyPatch, text: str):
    monkeypatch.setenv("BASE_PATH", text)

    with pytest.raises(Misconfigured, match="BASE_PATH"):
        settings.base_path()
