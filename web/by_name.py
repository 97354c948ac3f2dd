"""Functions and objects that the server is told by name, so that it listens before the app is imported."""

from importlib import import_module
from typing import Any


def load(name: str) -> Any:
    """What “module:attribute” names, imported by now."""
    module, _, attribute = name.partition(":")
    return getattr(import_module(module), attribute)
