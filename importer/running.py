"""Lazy import of commands: otherwise a `sync` of a hundred rows would spend half its time on importing the others."""

import argparse
from collections.abc import Callable
from importlib import import_module

from importer.wording import Wording


def lazily(module: str, name: str) -> Callable[[argparse.Namespace, Wording], int]:
    """A function of a module that is imported when called."""

    def run(options: argparse.Namespace, wording: Wording) -> int:
        return int(getattr(import_module(module), name)(options, wording))

    return run
