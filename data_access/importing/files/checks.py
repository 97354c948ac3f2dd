"""Limits that several kinds of files share, checked in one place."""

import resource
import zipfile
from collections.abc import Iterable

from data_access.importing.files import limits
from data_access.importing.files.refusal import Refused


def limit_process(memory: int) -> None:
    """Let this process have so many bytes of memory and the seconds of a child, no more."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.CHILD_SECONDS, limits.CHILD_SECONDS))


def check_columns(count: int, line: int) -> None:
    """Refuse a row that has more columns than a table of ours."""
    if count > limits.MOST_COLUMNS:
        raise Refused("too_many_columns", line=line, columns=count, most=limits.MOST_COLUMNS)


def check_files(count: int) -> None:
    """Refuse a bundle of more files than one import takes."""
    if count > limits.MOST_FILES:
        raise Refused("too_many_files", count=count, most=limits.MOST_FILES)


def check_unlocked(parts: Iterable[zipfile.ZipInfo]) -> None:
    """Refuse a ZIP of which any part needs a password."""
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("password")
