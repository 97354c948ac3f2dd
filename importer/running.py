"""Commands that are loaded when they run: `sync` of a hundred rows would spend half its time on loading the others."""

import argparse
from collections.abc import Callable
from importlib import import_module

from importer.wording import Wording


def later(module: str, name: str) -> Callable[[argparse.Namespace, Wording], int]:
    """The function of a module, which is imported when it is called."""

    def run(options: argparse.Namespace, wording: Wording) -> int:
        return int(getattr(import_module(module), name)(options, wording))

    return run
