"""What became of a letter that did not go out, as people read it: the server's own answer, or what was in the way."""

import smtplib
from typing import Final

from data_access.database.errors import DataAccessError

_PERMANENT: Final = 500


def is_permanent(problem: Exception) -> bool:
    """Whether the server said that it will never take this letter: an answer of 500 or more about who or what."""
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        return all(code >= _PERMANENT for code, _ in problem.recipients.values())
    about_the_letter = isinstance(problem, smtplib.SMTPSenderRefused | smtplib.SMTPDataError)
    return about_the_letter and getattr(problem, "smtp_code", 0) >= _PERMANENT


def answer_of(problem: Exception) -> str:
    """“550 nobody here”; else a key of `language.mailing.reasons` and what the machine said of it, “no way: …”."""
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        return "; ".join(dict.fromkeys(_line(code, text) for code, text in problem.recipients.values()))
    if isinstance(problem, smtplib.SMTPResponseException):
        return _line(problem.smtp_code, problem.smtp_error)
    if isinstance(problem, DataAccessError):
        return f"no numbers: {problem.reference}"
    return f"no way: {problem or type(problem).__name__}"


def _line(code: int, text: bytes | str) -> str:
    words = text.decode(errors="replace") if isinstance(text, bytes) else text
    return f"{code} {' '.join(words.split())}".strip()
