"""Tolerance for typos: words nobody wrote are replaced by similar ones."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import OSA  # a swap with the neighbour is one typo
from sqlalchemy import Connection, select

from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import scope_of
from data_access.database.schema import initiative, unit
from data_access.store.records import Records
from model.clock import this_day
from model.filters import Filters
from model.folding import fold

_SAMPLE: Final = 30_000  # Vietnamese has some 2.500 syllables without accents: the newest rows hold nearly all
_CANDIDATES: Final = 6
_BEAM: Final = 12
_SUGGESTIONS: Final = 2
_UNKNOWN: Final = 3.0  # cost of an unknown word, in typos
_UNKNOWN_PAIR: Final = 1.5  # cost of an unknown pair of words
_MANY_WORDS: Final = 12
_SHORTEST, _LONG = 3, 6  # letters of words in which one typo, or two, are forgiven


@dataclass(frozen=True)
class Spelling:
    """Frequencies of words in texts, and of words side by side."""

    words: Counter[str]
    pairs: frozenset[tuple[str, str]]

    def resembling(self, folded: str) -> list[str]:
        """Other readings of the typed words, likeliest first; none that is no likelier than the words themselves."""
        typed = folded.split()
        if len(typed) > _MANY_WORDS or self._is_known(typed):
            return []
        beam: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
        for word in typed:
            near = list(self._near(word))
            beam = sorted(
                (cost + distance + self._strangeness(words, other), (*words, other))
                for cost, words in beam
                for other, distance in near
            )[:_BEAM]
        as_typed = self._price(typed)
        return [" ".join(words) for cost, words in beam if cost < as_typed][:_SUGGESTIONS]

    def _is_known(self, typed: list[str]) -> bool:
        """Whether people write this, so that it is no typo and an empty result is the answer."""
        return all(word in self.words or word.isdecimal() for word in typed) and all(
            pair in self.pairs for pair in pairwise(typed)
        )

    def _price(self, typed: list[str]) -> float:
        words = sum(_UNKNOWN for word in typed if word not in self.words)
        return words + sum(_UNKNOWN_PAIR for pair in pairwise(typed) if pair not in self.pairs)

    def _strangeness(self, words: tuple[str, ...], word: str) -> float:
        return _UNKNOWN_PAIR if words and (words[-1], word) not in self.pairs else 0.0

    def _near(self, word: str) -> Iterator[tuple[str, float]]:
        """Known words within one typo, two for long ones; the word itself, at a price where nobody wrote it."""
        yield word, 0.0 if word in self.words else _UNKNOWN
        if len(word) < _SHORTEST:
            return
        allowed = 2 if len(word) >= _LONG else 1
        near = []
        for other, count in self.words.items():
            if other != word and abs(len(other) - len(word)) <= allowed:
                distance = OSA.distance(word, other, score_cutoff=allowed)
                if distance <= allowed:
                    near.append((distance, -count, other))
        yield from ((other, float(distance)) for distance, _, other in sorted(near)[:_CANDIDATES])


def read_spelling(records: Records, programme_code: str) -> Spelling:
    """The words of a programme's newest titles and authors and of all unions, read once a day."""
    allowed = records.to_list(Filters(programme=programme_code))
    row = initiative.c
    newest = (
        select(row.title_folded, row.author_folded)
        .where(*counted_rows(scope_of(allowed, records.catalogue)))
        .order_by(row.uploaded_day.desc(), row.uploaded_at.desc(), row.id.desc())
        .limit(_SAMPLE)
    )
    unions = select(unit.c.short_name)

    def ask(connection: Connection) -> Spelling:
        texts = [text for row in connection.execute(newest) for text in row if text]
        return _spelling([*texts, *(fold(name) for name in connection.scalars(unions))])

    return records.keep(("spelling", programme_code, this_day()), lambda: records.live.ask_list(ask, None, allowed))


def _spelling(texts: Iterable[str]) -> Spelling:
    words: Counter[str] = Counter()
    pairs: set[tuple[str, str]] = set()
    for text in texts:
        split = [word.strip(".,;:()\"'“”-–/") for word in text.split()]
        words.update(word for word in split if not any(letter.isdecimal() for letter in word))
        pairs.update(pairwise(split))
    del words[""]
    return Spelling(words, frozenset(pairs))
