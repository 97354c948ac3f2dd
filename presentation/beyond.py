"""A sentence about a moment before or after all data."""

from data_access.rules.beyond import Beyond
from language.languages import Language


def describe_beyond(beyond: Beyond | None, language: Language) -> str:
    """The sentence; "" for a moment within the records."""
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
