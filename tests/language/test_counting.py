"""English uses the singular and the plural correctly in every sentence with a count."""

import re
from collections.abc import Iterator
from string import Formatter

import pytest

from language.counting import Counted, map_sentences, with_plurals
from language.languages import ENGLISH, VIETNAMESE, Language
from language.speaking import OwnWords, adapted_to

# What follows a number and ends in s without being more than one thing.
NO_NOUNS = frozenset(
    (
        "is",
        "has",
        "was",
        "does",
        "as",
        "ends",
        "equals",
        "leads",
        "lies",
        "knows",
        "says",
        "stands",
        "times",
        "keeps",
        "waits",
    )
)
SENTENCES = """
{count} unions have no plan                | 1 union has no plan
{count} entries wait                       | 1 entry waits
{count} people with initiatives            | 1 person with initiatives
**{count}** ranked units                   | **1** ranked unit
{count} more valid initiatives are counted | 1 more valid initiative is counted
The rows of {count} entries are removed    | The rows of 1 entry are removed
{count} of the units                       | 1 of the units
Phase {count} in units                     | Phase 1 in units
{count} without uploads                    | 1 without upload
"""


@pytest.mark.parametrize("line", SENTENCES.strip().splitlines())
def test_one_is_written_in_the_singular(line: str) -> None:
    sentence, of_one = (part.strip() for part in line.split("|"))
    assert with_plurals((sentence,))[0].format(count="1") == of_one
    for many in ("0", "2", "11", "1,234", "1.5"):
        assert with_plurals((sentence,))[0].format(count=many) == sentence.format(count=many)


def sentences(language: Language) -> Iterator[str]:
    results: list[str] = []
    map_sentences(language, lambda sentence: results.append(sentence) or sentence)
    return (sentence for sentence in results if "{" in sentence)


@pytest.mark.parametrize("whole", ["", "the whole company"])
def test_no_english_sentence_uses_one_in_the_plural(whole: str) -> None:
    """Words of a programme's own are tried, too."""
    language = adapted_to(ENGLISH, OwnWords(whole, calls_unions=not whole))
    wrong = []
    for sentence in sentences(language):
        names = {name for _, name, form, _ in Formatter().parse(str(sentence)) if name and name.isidentifier()}
        if ":" in "".join(form or "" for _, _, form, _ in Formatter().parse(str(sentence))):
            continue
        text = sentence.format(**dict.fromkeys(names, "1"))
        nouns = re.findall(r"(?<![\w.,–])1(?:\*\*)? (?:more |other |valid |ranked |new )?([a-z]{3,}s)\b", text)
        wrong += [text for noun in nouns if noun not in NO_NOUNS]
    assert not wrong


def test_vietnamese_has_no_such_forms() -> None:
    assert not [sentence for sentence in sentences(VIETNAMESE) if isinstance(sentence, Counted)]
