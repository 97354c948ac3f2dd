"""The app with compression, headers, large files, and translated Streamlit controls.

`python asgi.py` serves it on PORT of loopback (`make run`), and so does `uvicorn asgi:app`. `streamlit run
dashboard.py` serves the same pages without those four.
"""

import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final, TypeAlias

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from streamlit import net_util
from streamlit.commands.navigation import _navigation
from streamlit.navigation.page import _create_page
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime, app_session
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunnerEvent, script_runner
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.runtime.session_manager import SessionClientDisconnectedError
from streamlit.source_util import page_sort_key
from uvicorn.protocols.http.auto import AutoHTTPProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from model import settings
from model.settings import Access, Misconfigured
from web.access import read_provider
from web.base_path import BasePath
from web.batching import batched, messages_together, sent_at_once, woken_once
from web.compression import AssetCache
from web.corking import corked
from web.door import Door
from web.failing import failures_shown_by
from web.files import DownloadServer
from web.frame import PageFrame
from web.gate import Gate
from web.headers import ResponseHeaders
from web.health import RequestCounter, health_routes
from web.left_pages import requests_of_current_page
from web.logs import set_up_logs
from web.memory import return_freed_memory
from web.pages_once import pages_once
from web.shared import shared_routes
from web.theme import filled_once
from web.turns import in_turns
from web.unbroken import with_unbroken_words
from web.undelayed import undelayed
from web.uploads import UploadLimit
from web.warming import warming
from web.words import words_routes

DASHBOARD: Final = Path(__file__).with_name("dashboard.py")
SCRIPTS: Final = sorted(DASHBOARD.with_name("pages").glob("*.py"))
PAGES: Final = frozenset(path.stem for path in SCRIPTS)
LOOPBACK: Final = "127.0.0.1"

return_freed_memory()  # before pages load Polars
try:
    set_up_logs()
    BASE: Final = settings.base_path()
    GUARD: Final = (
        Middleware(Gate, provider=read_provider(), sessions="interface.shell.sessions:SESSIONS")
        if settings.access() is Access.LOGIN
        else Middleware(Door)
    )
except Misconfigured as problem:
    sys.exit(str(problem))


def to_its_browser(session: AppSession, message: ForwardMsg) -> None:
    """Send a message as the runtime does. Raises SessionClientDisconnectedError where the browser is gone."""
    runtime = Runtime.instance()
    reader = runtime._session_mgr.get_active_session_info(session.id)  # noqa: SLF001
    if reader is None:
        raise SessionClientDisconnectedError
    runtime._send_message(reader, message)  # noqa: SLF001


Insides: TypeAlias = Any  # private functions of Streamlit, not part of its API
SOON: Insides = getattr(AppSession, "_call_soon_on_event_loop", None)
MESSAGE: Final = ScriptRunnerEvent.ENQUEUE_FORWARD_MSG
# Patches of Streamlit and uvicorn (docs/streamlit.md): owner, name, and what turns the original into its replacement.
CHANGED: Final[tuple[tuple[object, str, Callable[[Insides], Insides]], ...]] = (
    # A websocket with a foreign Origin made it look up its external address, blocking everybody for seconds.
    (net_util, "_external_ip", lambda _: LOOPBACK),
    # fileWatcherType = "none" is forgotten when a session reconnects: 0.1 s of the event loop for every reader.
    (AppSession, "register_file_watchers", lambda _: lambda _session: None),
    # A rerun sends more than a hundred messages, and each of them woke the event loop: a tenth of its CPU.
    (AppSession, "_call_soon_on_event_loop", batched),
    (AppSession, "_on_scriptrunner_event", lambda theirs: messages_together(theirs, SOON, MESSAGE) if SOON else theirs),
    (Runtime, "_enqueued_some_message", woken_once),
    # A page of a hundred messages took a hundred turns of the event loop and as many calls of the system's send.
    (
        AppSession,
        "flush_browser_queue",
        lambda theirs: sent_at_once(theirs, to_its_browser, SessionClientDisconnectedError),
    ),
    (WebSocketsSansIOProtocol, "connection_made", corked),
    # The second part of an answer waited until the first was confirmed: 40 ms of every rerun.
    (AutoHTTPProtocol, "connection_made", undelayed),
    # A menu that closes while its reader goes to another page left nothing on the screen.
    (AppSession, "_handle_rerun_script_request", requests_of_current_page),
    # The theme of config.toml is put together anew for every rerun: a seventh of its CPU.
    (app_session, "_populate_theme_msg", filled_once),
    # Python runs one script at a time: many at once all end at the same late moment.
    (script_runner.ScriptRunner, "_run_script", in_turns),
    # Twenty files are looked up, and their names resolved, at every rerun: a tenth of its CPU.
    (script_runner, "_mpa_v1", lambda _: pages_once(_create_page, page_sort_key, _navigation)),
)
for owner, name, change in CHANGED:
    if hasattr(owner, name):  # without them the app is slower; a test says that one is gone
        setattr(owner, name, change(getattr(owner, name)))

WARMING: Final = warming(
    DASHBOARD, "interface.shell.first_questions:keep_first_questions_ready", SCRIPTS, "exports.kinds:load_writers"
)


@asynccontextmanager
async def serving(started: object) -> AsyncIterator[None]:
    """What holds while readers are served, not for whoever imports this module: words that lines do not end in."""
    ScriptRunContext.enqueue = with_unbroken_words(ScriptRunContext.enqueue)  # type: ignore[method-assign,assignment]
    async with WARMING(started):
        yield


app: Final = st.App(
    DASHBOARD,
    lifespan=serving,
    on_script_error=failures_shown_by("interface.shell.problems:show_failure"),
    routes=[
        *health_routes("interface.shell.readiness:readiness_state"),
        *shared_routes("interface.shell.shared_examples:find_shared"),
        *words_routes(),
    ],
    middleware=[
        Middleware(BasePath, base=BASE),
        Middleware(RequestCounter),
        Middleware(ResponseHeaders),
        GUARD,
        Middleware(UploadLimit),
        Middleware(DownloadServer),
        Middleware(AssetCache),
        Middleware(GZipMiddleware, minimum_size=1024, compresslevel=6),
        Middleware(PageFrame, pages=PAGES),
    ],
)


def serve() -> None:
    """Serve the app on PORT until interrupted; an occupied port is reported in one sentence."""
    try:
        port = settings.port()
    except Misconfigured as problem:
        sys.exit(str(problem))
    if _is_taken(port):
        sys.exit(f"Port {port} is in use by another program. Choose another one: make run PORT={port + 1}")
    print(f"Open http://{LOOPBACK}:{port}{BASE} in a browser. Ctrl+C stops the app.", flush=True)
    app.run(config={"server.address": LOOPBACK, "server.port": port})


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return True
    return False


if __name__ == "__main__":
    serve()
