"""A login that cannot work stops the start with one sentence, which shows no secret."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from model.settings import Misconfigured
from tests.logging_in import SECRET, write_secrets
from tests.serving import PROJECT
from web import access
from web.access import read_provider

ADDRESS = "http://127.0.0.1:8501"


def refusal(file: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DASHBOARD_SECRETS", str(file))
    with pytest.raises(Misconfigured) as refused:
        read_provider()
    text = str(refused.value)
    assert SECRET not in text
    assert "known to both" not in text
    return text


def test_a_missing_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert "Login needs the file" in refusal(tmp_path / "none.toml", monkeypatch)


@pytest.mark.parametrize("text", ["[auth", "\xff", "auth = 1"])
def test_a_file_that_says_nothing(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "secrets.toml").write_bytes(text.encode("latin-1"))

    assert refusal(tmp_path / "secrets.toml", monkeypatch)


@pytest.mark.parametrize("name", access.WANTED)
def test_a_missing_entry_is_named(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = write_secrets(tmp_path / "secrets.toml", ADDRESS, "http://127.0.0.1:9")
    lines = [line for line in file.read_text().splitlines() if not line.startswith(f"{name} ")]
    file.write_text("\n".join(lines))

    assert name in refusal(file, monkeypatch)


@pytest.mark.parametrize(
    ("written", "instead", "expected"),
    [
        ("/oauth2callback", "/elsewhere", "followed by /oauth2callback"),
        (ADDRESS, "http://dashboard.example.vn", "https://"),
        (ADDRESS, "dashboard.example.vn", "redirect_uri is the address"),
        (SECRET, "short", "at least 32"),
    ],
)
def test_an_entry_that_is_none(written: str, instead: str, expected: str, tmp_path: Path, monkeypatch):
    file = write_secrets(tmp_path / "secrets.toml", ADDRESS, "http://127.0.0.1:9")
    file.write_text(file.read_text().replace(written, instead))

    assert expected in refusal(file, monkeypatch)


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(access, "PACKAGES", ("authlib", "no_such_package"))

    assert "no_such_package" in refusal(tmp_path / "none.toml", monkeypatch)


@pytest.mark.parametrize("command", [("asgi.py",), ("-m", "uvicorn", "asgi:app", "--port", "0")])
def test_the_start_ends_with_the_sentence(command: tuple[str, ...], tmp_path: Path):
    settings = {"DASHBOARD_ACCESS": "login", "DASHBOARD_SECRETS": str(tmp_path / "none.toml"), "PORT": "0"}
    answer = subprocess.run(
        [sys.executable, *command],
        cwd=PROJECT,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert answer.returncode == 1
    assert answer.stderr.startswith("Login needs the file")
    assert len(answer.stderr.splitlines()) == 1
