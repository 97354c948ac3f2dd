"""Whether text reads as Vietnamese: the test that tells one old encoding from another."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_ONSETS: Final = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "q", "r", "s", "t", "v", "x",
]  # fmt: skip
_RHYMES: Final = frozenset([
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "ăc", "ăm", "ăn", "ăng", "ăp",
    "ăt", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", "e", "ec", "em", "en", "eng", "eo", "ep", "et", "ê", "êch",
    "êm", "ên", "ênh", "êp", "êt", "êu", "i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu", "iêc", "iêm", "iên",
    "iêng", "iêp", "iêt", "iêu", "y", "ych", "ynh", "yt", "yêm", "yên", "yêng", "yêt", "yêu", "o", "oa", "oac",
    "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oăc", "oăm", "oăn", "oăng", "oăt", "oc",
    "oe", "oen", "oeo", "oet", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot", "ô", "ôc", "ôi", "ôm", "ôn", "ông",
    "ôp", "ôt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", "u", "ua", "uân", "uâng", "uât", "uây", "uc", "uê", "uêch", "uênh",
    "ui", "um", "un", "ung", "uo", "uơ", "up", "ut", "uy", "uya", "uych", "uyên", "uyêt", "uynh", "uyp", "uyt", "uyu",
    "uôc", "uôi", "uôm", "uôn", "uông", "uôt", "ư", "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ưt", "ưu", "ươc", "ươi",
    "ươm", "ươn", "ương", "ươp", "ươt", "ươu",
])  # fmt: skip
_SPLIT: Final = re.compile(r"[\s,;|\t.:/()\"'\-–]+")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether `word` could be one Vietnamese syllable."""
    letters = unicodedata.normalize("NFD", word.lower())
    if sum(mark in _TONES for mark in letters) > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(mark for mark in letters if mark not in _TONES))
    if plain in _RHYMES:
        return True
    return any(plain.startswith(onset) and plain[len(onset) :] in _RHYMES for onset in _ONSETS)


def share_of_syllables(text: str) -> float | None:
    """Of the words with letters beyond ASCII, how many are Vietnamese (0 to 1); None where there is none."""
    words = [word for word in _SPLIT.split(text) if not word.isascii()]
    if not words:
        return None
    return sum(is_syllable(word) for word in words) / len(words)
