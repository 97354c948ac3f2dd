"""English plurals (“1 union has”, “2 unions have”), chosen when a sentence is formatted.

Sentences are written once, in the plural; callers need not care. Vietnamese has no plural forms.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, Final, TypeVar

Texts = TypeVar("Texts")

NOUNS: Final = (
    *("accounts", "answers", "areas", "authors", "bytes", "cells", "characters", "codes", "columns", "courses"),
    *(
        "days",
        "entries",
        "errors",
        "events",
        "examples",
        "figures",
        "files",
        "hours",
        "initiatives",
        "items",
        "leaders",
        "lines",
    ),
    *(
        "members",
        "minutes",
        "months",
        "pages",
        "parts",
        "phases",
        "places",
        "points",
        "provinces",
        "questions",
        "ranks",
    ),
    *("records", "rewards", "rows", "seconds", "sectors", "sheets", "statements", "tables", "targets", "things"),
    *("times", "trials", "unions", "units", "uploads", "values", "weeks", "years", "people", "ones"),
)
_ONE: Final = {"people": "person", "have": "has", "are": "is", "were": "was", "do": "does", "go": "goes"}
_ACTS: Final = ("wait", "stay", "overwrite", "change", "keep", "need")
_NOT_BETWEEN: Final = "and|as|at|by|for|from|in|is|of|on|or|than|that|the|to|was|with"
_COUNTED: Final = re.compile(
    r"(?P<head>\{(?P<name>\w+)\}(?:\*\*)?)"
    rf"(?:(?P<between>(?: (?!(?:{_NOT_BETWEEN})\b)[a-z-]+){{0,2}}?) (?P<noun>{'|'.join(NOUNS)})\b)?"
    rf"(?: (?P<verb>have|are|were|do|go|{'|'.join(_ACTS)})\b)?"
)
_OF_MANY: Final = re.compile(r"[a-z]s of $")  # “the rows of 1 entry are”


class Counted(str):
    """A plural sentence that uses the singular for every count that is 1."""

    __slots__ = ()

    def format(self, *positional: object, **values: object) -> str:
        """The formatted sentence; a blank filled with “1” takes the singular."""
        singular_names = frozenset(name for name, value in values.items() if str(value) == "1")
        return (_singular(str(self), singular_names) if singular_names else str(self)).format(*positional, **values)


def with_plurals(text: Texts) -> Texts:
    """Texts, nested at any depth, with countable sentences as Counted."""
    with_forms: Texts = map_sentences(text, lambda sentence: Counted(sentence) if _counts(sentence) else sentence)
    return with_forms


def map_sentences(text: Any, change: Callable[[str], str]) -> Any:
    """Texts, nested at any depth, with a function applied to every sentence."""
    if isinstance(text, str):
        return change(text)
    if isinstance(text, Mapping):
        return {name: map_sentences(part, change) for name, part in text.items()}
    if isinstance(text, tuple) and not hasattr(text, "_fields"):
        return tuple(map_sentences(part, change) for part in text)
    if is_dataclass(text) and not isinstance(text, type):
        texts = {field.name: map_sentences(getattr(text, field.name), change) for field in fields(text) if field.init}
        return replace(text, **texts)
    return text


def _counts(sentence: str) -> bool:
    return any(match["noun"] or match["verb"] for match in _COUNTED.finditer(sentence))


@lru_cache(maxsize=1000)
def _singular(sentence: str, singular_names: frozenset[str]) -> str:
    return _COUNTED.sub(lambda match: _of_one(match) if match["name"] in singular_names else match[0], sentence)


def _of_one(match: re.Match[str]) -> str:
    noun, verb = match["noun"] or "", match["verb"] or ""
    single = _ONE.get(noun, f"{noun[:-3]}y" if noun.endswith("ies") else noun[:-1])
    if verb and not _OF_MANY.search(match.string, 0, match.start()):
        verb = f"{verb}s" if verb in _ACTS else _ONE[verb]
    return " ".join(word for word in (match["head"] + (match["between"] or ""), single, verb) if word)
