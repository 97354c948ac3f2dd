"""Debian's proxies, installed where they are missing and root allows it."""

import shutil
from collections.abc import Callable

import pytest

from tests import debian


def _program(name: str, package: str) -> str:
    path = shutil.which(name) or shutil.which(f"/usr/sbin/{name}")
    if path is None:
        debian.install(package)
        path = shutil.which(name) or shutil.which(f"/usr/sbin/{name}")
    if path is None:
        raise RuntimeError(f"No {name} here. Install it (apt-get install {package}) and run the tests again.")
    return path


@pytest.fixture(scope="session")
def program() -> Callable[[str, str], str]:
    """The path of a program, by its name and Debian's package."""
    return _program
