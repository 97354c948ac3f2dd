"""An invalid DATABASE_URL is reported in one sentence without any part of its password."""

import os
import subprocess
import sys

import pytest

from data_access.database.address import checked_address
from data_access.database.errors import UnreadableSetting
from language.languages import LANGUAGES
from tests.serving import PROJECT

SECRET = "geheim"
UNREADABLE = [
    (f"postgres//u:{SECRET}@h/d", "no_scheme"),
    ("data/dashboard.db", "no_scheme"),
    (f'"postgresql://u:{SECRET}@h/d"', "quoted"),
    (f"'postgresql://u:{SECRET}@h/d'", "quoted"),
    (f"postgresql://u:p@{SECRET}@h/d", "not_encoded"),
    (f"postgresql://u:p/{SECRET}@h/d", "not_encoded"),
    (f"postgresql://u:p?{SECRET}@h/d", "not_encoded"),
    (f"postgresql://u:p#{SECRET}@h/d", "not_encoded"),
    (f"postgresql://u:{SECRET}@h:port/d", "port"),
    (f"oracle+nothing://u:{SECRET}@h/d", "engine"),
    (f"nodatabase://u:{SECRET}@h/d", "engine"),
    (f"oracle://u:{SECRET}@h/d", "driver"),
    ("sqlite://data/dashboard.db", "file"),
]
READABLE = [
    ("postgres://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
    ("POSTGRESQL://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
    ("postgresql://u:p%40x@h:5432/d?sslmode=require", "postgresql+psycopg://u:p%40x@h:5432/d?sslmode=require"),
    ("postgresql://u:a:b@h/d", "postgresql+psycopg://u:a:b@h/d"),
    ("postgresql://u@/d?host=/run/postgresql", "postgresql+psycopg://u@/d?host=/run/postgresql"),
    ("postgresql://[::1]:5432/d", "postgresql+psycopg://[::1]:5432/d"),
    (
        "postgresql://u:p@h1:5432,h2/d?target_session_attrs=prefer-standby",
        "postgresql+psycopg://u:p@/d?host=h1:5432&host=h2&target_session_attrs=prefer-standby",
    ),
    ("postgres://h1,h2", "postgresql+psycopg:///?host=h1&host=h2"),
    ("postgresql://u:a,b@h/d", "postgresql+psycopg://u:a,b@h/d"),
    ("sqlite:////path/to/file.db", "sqlite:////path/to/file.db"),
    ("sqlite:///relative@home.db", "sqlite:///relative@home.db"),
    ("sqlite://", "sqlite://"),
]


@pytest.mark.parametrize(("written", "reason"), UNREADABLE)
def test_what_cannot_be_read_is_named_without_the_password(written: str, reason: str):
    with pytest.raises(UnreadableSetting) as raised:
        checked_address("DATABASE_URL", written)

    assert raised.value.reason == reason
    assert str(raised.value).startswith("DATABASE_URL cannot be read: ")
    assert SECRET not in str(raised.value)
    assert all(reason in language.problems.unreadable_reasons for language in LANGUAGES.values())


@pytest.mark.parametrize(("written", "address"), READABLE)
def test_what_can_be_read_keeps_its_meaning(written: str, address: str):
    assert checked_address("DATABASE_URL", written) == address


@pytest.mark.parametrize("written", [written for written, _ in UNREADABLE])
@pytest.mark.parametrize("command", [("data_access", "status")])
def test_a_command_says_it_in_one_line(written: str, command: tuple[str, ...]):
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=PROJECT,
        env=os.environ | {"DATABASE_URL": written},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stderr.startswith("DATABASE_URL cannot be read")
    assert SECRET not in done.stderr + done.stdout


def test_a_page_says_it_in_the_readers_language(monkeypatch):
    from tests.pages.running import open_page

    monkeypatch.setenv("DATABASE_URL", f"postgresql://u:p@{SECRET}@h/d")

    vietnamese, english = open_page(), open_page(lang="en")

    assert vietnamese.error[0].value.startswith("Không đọc được cài đặt DATABASE_URL: mật khẩu có ký tự")
    assert english.error[0].value.startswith("The setting DATABASE_URL cannot be read: a sign in its password")
    assert SECRET not in vietnamese.error[0].value
    assert not vietnamese.exception
