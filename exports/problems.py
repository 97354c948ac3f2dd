"""What stands in the way of a file and is not the data."""


class UnfitTemplate(Exception):  # noqa: N818 (says what the reader is told)
    """A presentation that slides cannot be made with. `reason` is a key of `language.exports.templates`."""

    def __init__(self, reason: str, file: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.reason, self.file = reason, file


class NoExample(Exception):  # noqa: N818 (says what the reader is told)
    """The account is shown no example of that code in that scope."""
