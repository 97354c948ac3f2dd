"""Settings from the environment. No other module reads it (`tests/test_conventions.py`)."""

import os
import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

_SECRETS: Final = Path(__file__).parents[1] / ".streamlit" / "secrets.toml"
_HIGHEST_PORT: Final = 65535
_DEFAULT_PORT: Final = 8501
_BASE_PATH: Final = re.compile(r"(/[A-Za-z0-9._~-]+)+")
_CHECKED_ROWS: Final = 3_000_000
_LARGEST_FILE: Final = 1024  # MB


class Setting(StrEnum):
    """Names of the variables. The README explains each."""

    DATABASE_URL = "DATABASE_URL"
    DATABASE_READ_URL = "DATABASE_READ_URL"
    PORT = "PORT"
    BASE_PATH = "BASE_PATH"
    PROCESSES = "PROCESSES"
    ACCESS = "DASHBOARD_ACCESS"
    SECRETS = "DASHBOARD_SECRETS"
    MAIL_SCHEDULE = "MAIL_SCHEDULE"
    SMTP_PASSWORD = "SMTP_PASSWORD"  # noqa: S105 (the name of a setting)
    METRICS_TOKEN = "METRICS_TOKEN"  # noqa: S105 (the name of a setting)
    DEMO = "DEMO"
    REPLAY = "DASHBOARD_REPLAY"
    SHARED_ANSWERS = "SHARED_ANSWERS"
    LAKE = "LAKE"
    ROWS_URL = "ROWS_URL"
    SLIDES_TEMPLATE = "DASHBOARD_SLIDES_TEMPLATE"
    ROWS = "ROWS"
    LOG_FORMAT = "LOG_FORMAT"
    IMPORT_MEGABYTES = "IMPORT_MEGABYTES"


class Access(StrEnum):
    """Who may log in."""

    OPEN = "open"  # this machine alone, without asking who it is
    LOGIN = "login"  # accounts that logged in


class LogFormat(StrEnum):
    """The format of the log."""

    TEXT = "text"
    JSON = "json"


class Misconfigured(Exception):  # noqa: N818 (says what the operator is told)
    """A setting the app cannot run with. Its only argument is a sentence for the operator."""


def raw_value(setting: Setting) -> str:
    """The raw value of a setting; "" where it is unset."""
    return os.environ.get(setting, "")


def variable(name: str) -> str:
    """The value of a variable named in the file of a source; "" where it is unset."""
    return os.environ.get(name, "")


def access() -> Access:
    """Who may log in. Raises Misconfigured for unknown values, because a guess could open the app to everybody."""
    word = raw_value(Setting.ACCESS)
    try:
        return Access(word or Access.OPEN)
    except ValueError:
        raise Misconfigured(
            f"{Setting.ACCESS}={word} is not known. "
            f"Write {Setting.ACCESS}=open for this machine alone, or {Setting.ACCESS}=login."
        ) from None


def log_format() -> LogFormat:
    """The log format. Raises Misconfigured."""
    word = raw_value(Setting.LOG_FORMAT).strip()
    try:
        return LogFormat(word or LogFormat.TEXT)
    except ValueError:
        raise Misconfigured(f"{Setting.LOG_FORMAT}={word} is not known. Write json or text.") from None


def port() -> int:
    """The port to listen on; 0 for any free one. Raises Misconfigured."""
    return _number(Setting.PORT, _DEFAULT_PORT, range(_HIGHEST_PORT + 1))


def base_path() -> str:
    """The path below which a proxy serves the app, “/dashboard”; "" for a host of its own. Raises Misconfigured."""
    text = raw_value(Setting.BASE_PATH).strip().rstrip("/")
    if text and not _BASE_PATH.fullmatch(text):
        raise Misconfigured(f"{Setting.BASE_PATH}={text} is no path. Write it as {Setting.BASE_PATH}=/dashboard.")
    return text


def processes() -> int:
    """The number of server processes, by default one a core. Raises Misconfigured."""
    return _number(Setting.PROCESSES, os.cpu_count() or 1, range(1, 1000))


def secrets_file() -> Path:
    """The file that configures the OpenID provider."""
    return Path(raw_value(Setting.SECRETS) or _SECRETS)


def rows_of_check() -> int:
    """The number of rows that `make distributed` compares. Raises Misconfigured."""
    return _number(Setting.ROWS, _CHECKED_ROWS, range(1000, 100_000_001))


def import_megabytes() -> int:
    """The size limit of an imported CSV or bundle. Raises Misconfigured."""
    return _number(Setting.IMPORT_MEGABYTES, _LARGEST_FILE, range(1, 100_001))


def shared_answers() -> Path | None:
    """The folder for answers shared by the processes of a host; None for a single process."""
    text = raw_value(Setting.SHARED_ANSWERS).strip()
    return Path(text).absolute() if text else None


def lake_folder() -> Path | None:
    """The folder of the lake; None without one."""
    text = raw_value(Setting.LAKE).strip()
    return Path(text).absolute() if text else None


def mail_schedule() -> Path | None:
    """The schedule file, whose mail server also sends orders made on the page; None without one."""
    text = raw_value(Setting.MAIL_SCHEDULE).strip()
    return Path(text).absolute() if text else None


def slides_template() -> Path | None:
    """The organisation's presentation used as slide master; None for the built-in one."""
    text = raw_value(Setting.SLIDES_TEMPLATE)
    return Path(text) if text else None


def begins_empty() -> bool:
    """Whether the first start prepares a database without demonstration records."""
    return raw_value(Setting.DEMO) == "none"


def replays_blocks() -> bool:
    """Whether blocks of a page are drawn once per view."""
    return raw_value(Setting.REPLAY) != "off"


def environment(*, unless_set: Mapping[str, str]) -> dict[str, str]:
    """The environment for a child process, with these variables as defaults."""
    return {**unless_set, **{name: value for name, value in os.environ.items() if value or name not in unless_set}}


def set_for_library(name: str, value: str) -> None:
    """Set a variable for a library that is not imported yet, overriding an inherited one."""
    os.environ[name] = value


def _number(setting: Setting, default: int, allowed: range) -> int:
    text = raw_value(setting).strip()
    if not text:
        return default
    if not (text.isascii() and text.isdecimal()) or int(text) not in allowed:
        raise Misconfigured(f"{setting}={text} is no number from {allowed[0]} to {allowed[-1]}.")
    return int(text)
