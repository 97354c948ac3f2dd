"""Endpoints for machines: liveness, readiness, and Prometheus metrics."""

import hmac
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from anyio import to_thread
from prometheus_client import CollectorRegistry, Counter, Gauge, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from model.settings import Setting, raw_value
from web.by_name import load

_LOOPBACK: Final = ("127.0.0.1", "::1")
_FORWARDED: Final = ("x-forwarded-for", "x-real-ip", "forwarded", "via")

REGISTRY: Final = CollectorRegistry()
ANSWERS: Final = Counter("dashboard_http_answers", "Answers over HTTP", ["status"], registry=REGISTRY)
TABS: Final = Gauge("dashboard_open_tabs", "Tabs connected now", registry=REGISTRY)


@dataclass(frozen=True)
class ProgrammeState:
    """One programme in memory: its version, and its newest upload in seconds since 1970 (None without uploads)."""

    version: int
    last_upload: float | None


@dataclass(frozen=True)
class SourceState:
    """A synchronised source: seconds since its last success, whether that is overdue, and rows waiting."""

    lag: float | None
    is_stale: bool
    waiting: int


@dataclass(frozen=True)
class Readiness:
    """Whether readers can be answered. `database` and `schema` are “ok” or one word for the problem.

    `cube_age`: seconds since the database last confirmed the numbers in memory; None without numbers.
    """

    database: str
    schema: str = "unknown"
    cube_age: float | None = None
    programmes: Mapping[str, ProgrammeState] = field(default_factory=dict)
    reference: str = ""
    sources: Mapping[str, SourceState] = field(default_factory=dict)
    lag: float | None = None  # seconds that the standby is behind, which readers are answered from

    @property
    def is_ready(self) -> bool:
        """Whether readers can be answered: old numbers suffice, but the schema must have matched once."""
        return self.cube_age is not None and self.schema in ("ok", "unknown")


def open_tabs() -> int:
    """The number of tabs this process serves."""
    return int(next(iter(TABS.collect())).samples[0].value)


Probe = Callable[[], Readiness]


class RequestCounter:
    """Middleware that counts responses and open tabs."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            with TABS.track_inprogress():
                await self._app(scope, receive, send)
            return

        async def count(message: Message) -> None:
            if message["type"] == "http.response.start":
                ANSWERS.labels(str(message["status"])).inc()
            await send(message)

        await self._app(scope, receive, count)


class _Numbers:
    """A Prometheus collector of the numbers in memory."""

    def __init__(self, probe: Probe) -> None:
        self._probe = probe

    def collect(self) -> Iterator[GaugeMetricFamily]:
        state = self._probe()
        yield GaugeMetricFamily("dashboard_ready", "Whether readers can be answered", value=float(state.is_ready))
        up = float(state.database == "ok")
        yield GaugeMetricFamily("dashboard_database_up", "Whether the database answers", value=up)
        if state.cube_age is not None:
            age = GaugeMetricFamily(
                "dashboard_numbers_age_seconds", "Since the database confirmed the numbers", value=state.cube_age
            )
            yield age
        if state.lag is not None:
            yield GaugeMetricFamily("dashboard_replica_lag_seconds", "How far the standby is behind", value=state.lag)
        version = GaugeMetricFamily("dashboard_data_version", "Version of the numbers in memory", labels=["programme"])
        newest = GaugeMetricFamily(
            "dashboard_last_upload_timestamp_seconds", "Newest upload in memory", labels=["programme"]
        )
        for code, programme in state.programmes.items():
            version.add_metric([code], programme.version)
            if programme.last_upload is not None:
                newest.add_metric([code], programme.last_upload)
        yield version
        yield newest


def health_routes(probe: str) -> list[Route]:
    """Routes `/healthz`, `/readyz` and `/metrics`.

    `probe` names the function that returns the readiness, “module:function”. It is imported on the first request, so
    that the server listens before the whole app is imported.
    """

    def ask() -> Readiness:
        state: Readiness = load(probe)()
        return state

    numbers = CollectorRegistry()
    numbers.register(_Numbers(ask))
    ProcessCollector(namespace="dashboard", registry=numbers)

    async def healthz(_request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def readyz(_request: Request) -> Response:
        state = await to_thread.run_sync(ask)
        return JSONResponse(_as_json(state), 200 if state.is_ready else 503)

    async def metrics(request: Request) -> Response:
        if not _may_read(request):
            return PlainTextResponse("Metrics are for this machine, or for whoever has METRICS_TOKEN.\n", 403)
        body = await to_thread.run_sync(lambda: generate_latest(REGISTRY) + generate_latest(numbers))
        return Response(body, headers={"content-type": CONTENT_TYPE_LATEST})

    return [Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", metrics)]


def _as_json(state: Readiness) -> dict[str, object]:
    document: dict[str, object] = {
        "status": "ok" if state.is_ready else "unavailable",
        "database": state.database,
        "schema": state.schema,
        "cube_age_seconds": None if state.cube_age is None else round(state.cube_age, 1),
    }
    if state.sources:
        document["sources"] = {
            name: {"lag_seconds": source.lag, "stale": source.is_stale, "waiting": source.waiting}
            for name, source in state.sources.items()
        }
    if state.lag is not None:
        document["replica_lag_seconds"] = round(state.lag, 1)
    return document | ({"reference": state.reference} if state.reference else {})


def _may_read(request: Request) -> bool:
    """Whether the request is local without a proxy, or carries the token."""
    token = raw_value(Setting.METRICS_TOKEN)
    header = request.headers.get("authorization", "")
    if token and hmac.compare_digest(header.encode(), f"Bearer {token}".encode()):
        return True
    is_forwarded = any(name in request.headers for name in _FORWARDED)
    return not is_forwarded and request.client is not None and request.client.host in _LOOPBACK
