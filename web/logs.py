"""The format of the log: lines for people, or one JSON object a line for machines (LOG_FORMAT=json)."""

import logging
from datetime import UTC, datetime

import orjson

from model.settings import LogFormat, log_format


class JsonLines(logging.Formatter):
    """A formatter with time (UTC), level, logger, message, reference and traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON: time, level, logger, message, reference, trace."""
        entry: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        code = _code(record)
        if code:
            entry["reference"] = code
        if record.exc_info:
            entry["trace"] = self.formatException(record.exc_info)
        return orjson.dumps(entry, default=str).decode()


def set_up_logs() -> None:
    """Configure logging as LOG_FORMAT says, replacing earlier configuration. Raises Misconfigured."""
    if log_format() is not LogFormat.JSON:
        return
    own = logging.StreamHandler()
    logging.getLogger().handlers = [own]
    loggers = (logging.getLogger(name) for name in list(logging.getLogger().manager.loggerDict))
    for handler in (own, *(handler for logger in loggers for handler in logger.handlers)):
        handler.setFormatter(JsonLines())


def _code(record: logging.LogRecord) -> str | None:
    """The reference of a known problem, from an argument or the exception; the page shows the same one."""
    values = (*(record.args if isinstance(record.args, tuple) else ()), record.exc_info and record.exc_info[1])
    codes = (getattr(value, "reference", None) for value in values)
    return next((code for code in codes if isinstance(code, str)), None)
