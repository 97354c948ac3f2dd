"""Errors about a file that are not about the data."""


class UnfitTemplate(Exception):  # noqa: N818 (says what the reader is told)
    """A presentation that cannot be used as a template. `reason` is a key of `language.exports.templates`."""

    def __init__(self, reason: str, file: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.reason, self.file = reason, file


class NoExample(Exception):  # noqa: N818 (says what the reader is told)
    """The account sees no example of that code in that scope."""
