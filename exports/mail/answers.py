"""Reasons why a letter was not sent, as people read them: the SMTP reply, or what prevented the connection."""

import smtplib
from typing import Final

from data_access.database.errors import DataAccessError

_PERMANENT: Final = 500


def is_permanent(problem: Exception) -> bool:
    """Whether the server rejected the letter for good: an SMTP code of 500 or more about sender,
    recipient or content.
    """
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        return all(code >= _PERMANENT for code, _ in problem.recipients.values())
    about_the_letter = isinstance(problem, smtplib.SMTPSenderRefused | smtplib.SMTPDataError)
    return about_the_letter and getattr(problem, "smtp_code", 0) >= _PERMANENT


def answer_of(problem: Exception) -> str:
    """The SMTP reply (“550 nobody here”), otherwise a key of `language.mailing.reasons` and the error text (“no way:
    …”).
    """
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
