"""A generated language: every sentence in ⟦ ⟧, a third longer, with accents on every vowel.

Text outside brackets is either data or was written outside `language/`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

from language.languages import ENGLISH, VIETNAMESE, Language
from language.words.controls import ControlTexts
from language.words.formatting import Numbers

OPEN, CLOSE = "⟦", "⟧"
CODE: Final = "qps"
# No Vietnamese word has these letters.
_MARKS: Final = str.maketrans("aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ")
MARKED: Final = re.compile(r"\S*[äëïöüÿÄËÏÖÜŸ]\S*")  # a word of the made language
_KEPT: Final = re.compile(r"(%?\{[^{}]*\}|<[^<>]+>|&\w+;|:material/\w+:|https?://\S+|`[^`]*`|\]\([^)]*\))")
# Forms and what programs read: not words.
_FORMS: Final = {
    Language: ("code", "tag", "data"),
    Numbers: ("thousands_mark", "decimal_mark", "day", "day_in_documents", "day_in_sheets", "month_of_year"),
}


def pseudo(sentence: str) -> str:
    """The sentence in the test language; blanks, tags, icons and addresses stay."""
    parts = _KEPT.split(sentence)
    if not any(re.search(r"[^\W\d_]{2}", part) for part in parts[::2]):
        return sentence
    parts[::2] = [_longer(part) for part in parts[::2]]
    return f"{OPEN}{''.join(parts)}{CLOSE}"


def _longer(part: str) -> str:
    """The words with every second vowel doubled, about a third longer."""
    count = iter(range(10_000))
    return re.sub(r"[aeiouyAEIOUY]", lambda expected: expected[0] * (1 + next(count) % 2), part).translate(_MARKS)


def _in_pseudo(value: Any) -> Any:
    if isinstance(value, str):
        return pseudo(value)
    if isinstance(value, Mapping):
        return {key: _in_pseudo(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(_in_pseudo(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value) if field.name not in _FORMS.get(type(value), ())]
        return replace(value, **{name: _in_pseudo(getattr(value, name)) for name in names})
    return value


def pseudo_language() -> Language:
    """English, generated anew; data show the English one of their two names."""
    made: Language = replace(_in_pseudo(ENGLISH), code=CODE, controls=_controls())
    return made


def _controls() -> ControlTexts:
    """The words of Streamlit's controls in brackets, which English leaves to Streamlit."""
    theirs = VIETNAMESE.controls
    texts = {text: pseudo(text) for text in theirs.texts}
    return ControlTexts(ENGLISH.controls.locale, texts, {form: pseudo(text) for form, text in theirs.patterns.items()})


def outside_brackets(text: str) -> Iterator[str]:
    """The pieces of a text outside brackets, which may be nested."""
    depth, piece = 0, ""
    for sign in text:
        if sign == OPEN:
            depth += 1
        elif sign == CLOSE:
            depth = max(depth - 1, 0)
        elif not depth:
            piece += sign
            continue
        if piece:
            yield piece
        piece = ""
    if piece:
        yield piece
