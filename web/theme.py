"""The theme that Streamlit tells every browser: it is that of config.toml as long as the process lives."""

from collections.abc import Callable
from functools import wraps
from typing import Final, Protocol, Self, TypeAlias


class Message(Protocol):
    """What we use of a message of protobuf."""

    def CopyFrom(self, other: Self, /) -> None:  # noqa: N802 (its name)
        """Become a copy of another."""

    def ByteSize(self) -> int:  # noqa: N802 (its name)
        """0 where nothing is set."""


Fill: TypeAlias = Callable[..., None]

_WHOLE: Final = "theme"


def filled_once(fill: Fill) -> Fill:
    """`fill` of a message and a section, asked once a section and copied then; one without anything stays unset."""
    known: dict[str, Message] = {}

    @wraps(fill)
    def filled(message: Message, section: str = _WHOLE) -> None:
        if section in known:
            if known[section].ByteSize():
                message.CopyFrom(known[section])
            return
        fill(message, section)
        copy = type(message)()
        copy.CopyFrom(message)
        known[section] = copy

    return filled
