"""What the app writes to its log: lines for people, or one JSON object a line for machines (LOG_FORMAT=json)."""

import logging
from datetime import UTC, datetime

import orjson

from model.settings import LogFormat, log_format


class JsonLines(logging.Formatter):
    """One object a record: time (UTC), level, logger, message; the code that readers see, and the error's trace."""

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
    """Write as LOG_FORMAT says, whatever was set up before. Raises Misconfigured."""
    if log_format() is not LogFormat.JSON:
        return
    own = logging.StreamHandler()
    logging.getLogger().handlers = [own]
    known = (logging.getLogger(name) for name in list(logging.getLogger().manager.loggerDict))
    for handler in (own, *(handler for logger in known for handler in logger.handlers)):
        handler.setFormatter(JsonLines())


def _code(record: logging.LogRecord) -> str | None:
    """Known problems bring the code along that the page shows, as an argument or as what was raised."""
    values = (*(record.args if isinstance(record.args, tuple) else ()), record.exc_info and record.exc_info[1])
    codes = (getattr(value, "reference", None) for value in values)
    return next((code for code in codes if isinstance(code, str)), None)
