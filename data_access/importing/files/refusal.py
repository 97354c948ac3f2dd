"""The reason why a file cannot be read at all."""


class Refused(Exception):  # noqa: N818 (says what the reader is told)
    """The whole file is refused. `code` names a sentence in language/pages/importing.py, `params` fill it."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
