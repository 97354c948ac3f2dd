"""The problems with data that pages know. Classes live in modules: Streamlit executes page scripts again and again."""

import secrets


class DataAccessError(Exception):
    """A known problem. `reference` (8 hex characters) finds the log entry that names its cause."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.reference = secrets.token_hex(4)

    def __str__(self) -> str:
        return f"{self.args[0]} [{self.reference}]"


class DatabaseUnreachable(DataAccessError):  # noqa: N818 (says what the reader is told)
    """No answer in time: away, locked or overloaded. Worth asking again later."""


class DatabaseChanged(DataAccessError):  # noqa: N818 (says what the reader is told)
    """Tables or columns are missing: the database needs `python -m data_access init`."""


class DatabaseDamaged(DataAccessError):  # noqa: N818 (says what the reader is told)
    """What is stored cannot be read; a backup has to be restored."""


class DatabaseNewer(DataAccessError):  # noqa: N818 (says what the reader is told)
    """The schema is one that only a newer version of the program knows."""


class PageFailed(DataAccessError):  # noqa: N818 (says what the reader is told)
    """A fault of the program itself, which no sentence of its own explains."""


class UnknownSnapshot(DataAccessError):  # noqa: N818 (says what the reader is told)
    """Nothing was frozen under this code."""


class Unanswerable(DataAccessError):  # noqa: N818 (says what the reader is told)
    """This one part has no answer, though nothing is wrong. `reason` names a sentence in language/words/problems.py."""

    reason: str = ""

    def __str__(self) -> str:
        return str(self.args[0])


class NotFrozen(Unanswerable):
    """Only rows could answer, but rows are not frozen, and those counted then have changed since."""

    reason = "not_frozen"


class NobodyTakesPart(Unanswerable):
    """A unit is needed, and none takes part in the programme yet."""

    reason = "nobody_takes_part"


class NameTaken(DataAccessError):  # noqa: N818 (says what the reader is told)
    """The name is in use already."""


class CodeTaken(DataAccessError):  # noqa: N818 (says what the reader is told)
    """The code is in use in addresses already."""


class NotEmpty(DataAccessError):  # noqa: N818 (says what the operator is told)
    """The operation needs a new database, and this one has data."""


class NoProgramme(DataAccessError):  # noqa: N818 (says what the reader is told)
    """No programme was set up yet, or not the one the command is about."""


class NotSaved(DataAccessError):  # noqa: N818 (says what the reader is told)
    """Nothing was written. `code` names a sentence in language/pages/importing.py, `params` fill it."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class NotAllowed(DataAccessError):  # noqa: N818 (says what the reader is told)
    """The account may not do this. `action` is a key of MAY; `units` are the codes out of its scope, if any."""

    def __init__(self, action: str, units: tuple[str, ...] = ()) -> None:
        where = f" for {', '.join(units[:5])}{' and more' if len(units) > 5 else ''}" if units else ""
        super().__init__(f"This account may not do that: {action.replace('_', ' ')}{where}.")
        self.action = action
        self.units = units


class NotListed(NotAllowed):
    """The role of the account may not list single initiatives."""

    def __init__(self) -> None:
        super().__init__("see_rows")


class OutOfReach(RuntimeError):  # noqa: N818 (says what happened)
    """A question about rows lacks its reader's reach: a mistake in the program, which is never answered."""


class UnfitAccount(DataAccessError):  # noqa: N818 (says what the operator is told)
    """The account cannot be saved like this. `code` names a sentence in language/pages/admin.py, `value` fills it."""

    def __init__(self, code: str, value: str) -> None:
        super().__init__(_UNFIT[code].format(value=value))
        self.code = code
        self.value = value

    def __str__(self) -> str:
        return str(self.args[0])


class NotSent(DataAccessError):  # noqa: N818 (says what the reader is told)
    """The mail server did not accept a letter; its reply is the only argument."""

    def __str__(self) -> str:
        return str(self.args[0])


class UnfitOrder(DataAccessError):  # noqa: N818 (says what the reader is told)
    """The mail order cannot be saved. `code` names a sentence in language/pages/mailing.py, `value` fills it."""

    def __init__(self, code: str, value: str = "") -> None:
        super().__init__(f"The mail order cannot be kept: {code.replace('_', ' ')} {value}".rstrip())
        self.code = code
        self.value = value


_UNFIT = {
    "not_an_address": "{value!r} is no e-mail address.",
    "unknown_role": "There is no role {value!r}. Known: viewer, staff, lead, admin.",
    "unknown_unit": "There is no unit {value!r}.",
    "there_already": "There is an account {value} already. Use change.",
    "no_account": "There is no account {value}.",
    "last_admin": "{value} is the last account that may do everything. Make another one first.",
    "twice": "{value} stands there twice.",
}


class UnreadableSetting(DataAccessError):  # noqa: N818 (says what the reader is told)
    """A setting of the environment cannot be understood. Names it and the reason, never any part of its value."""

    def __init__(self, setting: str, reason: str) -> None:
        super().__init__(f"{setting} cannot be read: {_REASONS[reason]}.")
        self.setting = setting
        self.reason = reason


_REASONS = {
    "quoted": "it stands in quotation marks. Leave them out",
    "no_scheme": "it has no scheme. Write sqlite:////path/to/file.db or postgresql://user:password@host/name",
    "not_encoded": "a sign in its password (@ / ? # :) is not encoded. Write %40 for @, %2F for /, %3F for ?",
    "port": "the port behind the host is no number. A : in the password is written %3A",
    "engine": "there is no such kind of database. Write sqlite:// or postgresql://",
    "driver": "the package that talks to this kind of database is not installed. Use sqlite:// or postgresql://",
    "rows_engine": "there is no such engine for rows. Write hive://host:10000 for the Thrift server of Spark",
    "rows_driver": "the packages that talk to this engine are not installed. They stand in requirements-scale.txt",
    "no_lake": "LAKE, the folder of the lake that it reads, is not set. Write LAKE=/srv/lake",
    "file": "a file needs three slashes and its path: sqlite:////path/to/file.db",
    "other": "it is no address of a database. Write sqlite:////path/to/file.db or postgresql://user:password@host/name",
}
