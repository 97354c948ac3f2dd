"""Why nothing was saved or undone, in a form that a sentence can be made of."""

from data_access.errors import DataAccessError


class NotSaved(DataAccessError):  # noqa: N818 (says what the reader is told)
    """Nothing was written. `code` names a sentence in language/importing.py, `params` fill it."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
