"""What readers see where a page failed in a way that nobody foresaw."""

from collections.abc import Callable
from importlib import import_module


def failures_shown_by(shows: str) -> Callable[[Exception], bool]:
    """A handler of failed scripts that lets "module:function" show them, and says that nothing else need be shown.

    That module knows the reader's language, and is imported with the first page.
    """
    module, _, function = shows.partition(":")

    def show(problem: Exception) -> bool:
        getattr(import_module(module), function)(problem)
        return True

    return show
