"""How a moment is told of which nothing is known yet, or nothing newer."""

from data_access.rules.beyond import Beyond
from language.languages import Language


def describe_beyond(beyond: Beyond | None, language: Language) -> str:
    """One sentence; empty for a moment that the records reach."""
    if beyond is None:
        return ""
    texts, numbers = language.problems, language.numbers
    moment = numbers.moment(beyond.moment)
    if beyond.after:
        return texts.after_data.format(moment=moment, last=numbers.moment(beyond.known))
    if beyond.begins:
        return texts.before_programme.format(moment=moment, first=numbers.date(beyond.begins))
    before = texts.before_print if beyond.printed else texts.before_data
    return before.format(moment=moment, first=numbers.date(beyond.known))
