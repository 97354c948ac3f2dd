"""The theme Streamlit sends to every browser, which is constant for the life of the process."""

from collections.abc import Callable
from functools import wraps
from typing import Final, Protocol, Self, TypeAlias


class Message(Protocol):
    """The part of protobuf's message interface used here."""

    def CopyFrom(self, other: Self, /) -> None:  # noqa: N802 (its name)
        """Become a copy of another message."""

    def ByteSize(self) -> int:  # noqa: N802 (its name)
        """The encoded size; 0 where nothing is set."""


Fill: TypeAlias = Callable[..., None]

_WHOLE: Final = "theme"


def filled_once(fill: Fill) -> Fill:
    """A replacement for `fill` that computes each section once and copies it afterwards; empty ones stay unset."""
    messages: dict[str, Message] = {}

    @wraps(fill)
    def filled(message: Message, section: str = _WHOLE) -> None:
        if section in messages:
            if messages[section].ByteSize():
                message.CopyFrom(messages[section])
            return
        fill(message, section)
        copy = type(message)()
        copy.CopyFrom(message)
        messages[section] = copy

    return filled
