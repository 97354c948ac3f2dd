"""Why a query could not be understood, in the reader's words."""

from language.languages import Language
from model.address_strict import NotUnderstood


def describe_notices(problem: NotUnderstood, language: Language) -> str:
    """One sentence a notice, joined."""
    notice = language.problems.notice
    return " ".join(notice(entry.reason, entry.parameter, entry.value) for entry in problem.notices)
