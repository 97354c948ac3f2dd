"""What machines ask of a running app: health, readiness and metrics; and the answer to unknown addresses."""

import json
import urllib.request
from collections.abc import Iterator
from http.client import HTTPMessage
from pathlib import Path
from urllib.error import HTTPError

import pytest
from sqlalchemy import text

from data_access.database.connections import open_engine
from data_access.demo import write_demo
from data_access.reference.seed import prepare
from tests.serving import serving


def fetch(url: str, **headers: str) -> tuple[int, HTTPMessage, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=30) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except HTTPError as answer:
        return answer.code, answer.headers, answer.read().decode()


@pytest.fixture(scope="module")
def small_database(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('health') / 'small.db'}"
    prepare(url, say=lambda _: None)
    write_demo(url, rows=50, say=lambda _: None)
    return url


@pytest.fixture(scope="module")
def address(small_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(small_database, tmp_path_factory.mktemp("log") / "log") as running:
        yield running


@pytest.fixture(scope="module")
def guarded(small_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    token = {"METRICS_TOKEN": "open sesame"}
    with serving(small_database, tmp_path_factory.mktemp("log") / "log", settings=token) as running:
        yield running


@pytest.fixture
def without_database(tmp_path: Path) -> Iterator[str]:
    with serving(f"sqlite:///{tmp_path / 'none' / 'none.db'}", tmp_path / "log") as running:
        yield running


def test_a_ready_process_says_what_it_knows(address: str):
    status, _, body = fetch(f"{address}/readyz")
    message = json.loads(body)

    assert (status, message["status"], message["database"], message["schema"]) == (200, "ok", "ok", "ok")
    assert 0 <= message["cube_age_seconds"] < 60


def test_a_process_without_database_lives_but_is_not_ready(without_database: str):
    assert fetch(f"{without_database}/healthz")[::2] == (200, '{"status":"ok"}')
    status, _, body = fetch(f"{without_database}/readyz")

    assert (status, json.loads(body)["database"]) == (503, "away")
    assert "dashboard_ready 0.0" in fetch(f"{without_database}/metrics")[2]


def test_a_schema_of_another_version_is_not_ready(small_database: str, tmp_path: Path):
    other = tmp_path / "other.db"
    other.write_bytes(Path(small_database.removeprefix("sqlite:///")).read_bytes())
    engine = open_engine(f"sqlite:///{other}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    engine.dispose()

    with serving(f"sqlite:///{other}", tmp_path / "log") as running:
        status, _, body = fetch(f"{running}/readyz")

    assert (status, json.loads(body)["schema"]) == (503, "behind")


def test_metrics_show_the_version_of_every_programme(address: str):
    fetch(f"{address}/nothing-here")
    status, headers, body = fetch(f"{address}/metrics")

    assert (status, headers["content-type"].partition(";")[0]) == (200, "text/plain")
    assert "dashboard_ready 1.0" in body
    assert "dashboard_database_up 1.0" in body
    assert 'dashboard_data_version{programme="1tr"}' in body
    assert 'dashboard_last_upload_timestamp_seconds{programme="1tr"}' in body
    assert 'dashboard_last_upload_timestamp_seconds{programme="75n"}' not in body  # it has no uploads
    assert 'dashboard_http_answers_total{status="404"}' in body
    assert "dashboard_process_resident_memory_bytes" in body


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "Via"])
def test_metrics_behind_a_proxy_need_the_token(guarded: str, header: str):
    from_elsewhere = {header: "203.0.113.9"}

    assert fetch(f"{guarded}/metrics", **from_elsewhere)[0] == 403
    assert fetch(f"{guarded}/metrics", **from_elsewhere, Authorization="Bearer wrong")[0] == 403
    assert "dashboard_ready" not in fetch(f"{guarded}/metrics", **from_elsewhere)[2]
    assert fetch(f"{guarded}/metrics", Authorization="Bearer open sesame")[0] == 200


@pytest.mark.parametrize("path", ["/nix", "/targets/nix", "/x.y", "/robots.txt", "/Targets"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_unknown_address_is_not_found(address: str, path: str, language: str):
    status, headers, body = fetch(f"{address}{path}?lang={language}")

    assert status == 404
    assert f'<html lang="{language}">' in body
    assert f'href="/?lang={language}"' in body and "prefers-color-scheme:dark" in body
    assert "content-security-policy" in headers


@pytest.mark.parametrize("path", ["/", "/targets", "/targets/", "/reports?show=frozen"])
def test_pages_are_found(address: str, path: str):
    assert fetch(f"{address}{path}")[0] == 200
