"""Settings of the environment have defaults, and one sentence for each invalid value."""

import pytest

from model import settings
from model.settings import Access, Misconfigured, Setting


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch):
    for setting in Setting:
        monkeypatch.delenv(setting, raising=False)


def test_nothing_needs_to_be_set():
    assert (settings.access(), settings.port()) == (Access.OPEN, 8501)
    assert settings.processes() >= 1
    assert settings.secrets_file().name == "secrets.toml"
    assert settings.replays_blocks()
    assert not settings.begins_empty()
    assert settings.lake_folder() is None
    assert settings.rows_of_check() == 3_000_000
    assert settings.raw_value(Setting.SMTP_PASSWORD) == ""


@pytest.mark.parametrize("setting", [Setting.PORT, Setting.PROCESSES, Setting.ACCESS])
def test_an_empty_value_is_the_default(setting: Setting, monkeypatch: pytest.MonkeyPatch):
    before = (settings.port(), settings.processes(), settings.access())
    monkeypatch.setenv(setting, "")

    assert (settings.port(), settings.processes(), settings.access()) == before


@pytest.mark.parametrize("value", ["0", " 8600 ", "65535"])
def test_a_port(value: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PORT", value)

    assert settings.port() == int(value)


@pytest.mark.parametrize("value", ["65536", "-1", "8501.0", "http", "²", "8 501"])
def test_no_port(value: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PORT", value)

    with pytest.raises(Misconfigured, match=r"^PORT=.* is no number from 0 to 65535.$"):
        settings.port()


@pytest.mark.parametrize("value", ["0", "1001", "two"])
def test_no_number_of_processes(value: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PROCESSES", value)

    with pytest.raises(Misconfigured, match=r"^PROCESSES=.* is no number from 1 to 999.$"):
        settings.processes()


@pytest.mark.parametrize("value", ["Login", "yes", "open "])
def test_an_unknown_way_in_is_no_way_in(value: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DASHBOARD_ACCESS", value)

    with pytest.raises(Misconfigured, match="is not known"):
        settings.access()


def test_a_child_gets_what_nobody_set(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("A_SECRET", "")
    monkeypatch.setenv("THREADS", "7")

    child = settings.environment(unless_set={"A_SECRET": "new", "THREADS": "2", "MORE": "yes"})

    assert (child["A_SECRET"], child["THREADS"], child["MORE"]) == ("new", "7", "yes")
