"""Text from before Unicode: TCVN3 (.VnTime), VNI and doubly encoded UTF-8, recognised and converted.

All three reach us as Latin letters of one byte each, from a CSV or from a workbook typed in an old font.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from data_access.importing.files.syllables import share_of_syllables

# Each byte of TCVN3 (ABC) from 0xA1 on; a dot where the code has nothing.
_TCVN3_LOWER: Final = (
    "ĂÂÊÔƠƯĐăâêôơưđ"  # A1-AE
    "......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ."  # AF-FF
)
_TCVN3: Final = {0xA1 + place: letter for place, letter in enumerate(_TCVN3_LOWER) if letter != "."}

_TONES: Final = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_HATS: Final = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVES: Final = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_MARKS: Final = (
    _TONES
    | {mark: "\u0302" + tone for mark, tone in _HATS.items()}
    | {mark: "\u0306" + tone for mark, tone in _BREVES.items()}
)
_VNI_ALONE: Final = {"ñ": "đ", "ö": "ư", "ô": "ơ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_PAIR: Final = re.compile(
    "([aeouyôö])([" + "".join(_VNI_MARKS) + "])|([" + "".join(_VNI_ALONE) + "])", re.IGNORECASE
)


def from_tcvn3(text: str) -> str:
    """`text` whose letters are TCVN3 bytes, which have no capitals with tone marks."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """`text` whose letters are VNI-Windows bytes, a letter and its mark being two."""
    return unicodedata.normalize("NFC", _VNI_PAIR.sub(_vni_letter, text))


def _vni_letter(match: re.Match[str]) -> str:
    base, mark, alone = match.groups()
    if alone:
        return _like(alone, _VNI_ALONE[alone.lower()])
    plain = {"ô": "ơ", "ö": "ư"}.get(base.lower(), base.lower())
    return _like(base, unicodedata.normalize("NFC", plain + _VNI_MARKS[mark.lower()]))


def _like(original: str, letter: str) -> str:
    return letter.upper() if original.isupper() else letter


def from_doubled(text: str) -> str:
    """`text` that was UTF-8, was taken for Windows-1252 and written as UTF-8 once more."""
    return re.sub(
        r"[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]+",
        _undouble,
        text,
    )


def _undouble(match: re.Match[str]) -> str:
    piece = match.group()
    try:
        return b"".join(_byte_of(letter) for letter in piece).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return piece


def _byte_of(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


_VIQR_SHAPES: Final = {"(": "\u0306", "^": "\u0302", "+": "\u031b", "*": "\u031b", "": ""}
_VIQR_TONES: Final = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323", "": ""}
# A full stop is a tone within a word or behind another mark, else the end of a sentence.
_VIQR: Final = re.compile(r"(dd|DD|Dd)|([aeiouy])([(^+*]?)((?:(?<=[(^+*])|(?=.[a-z]))\.|['`?~]?)", re.IGNORECASE)
_VIQR_WORD: Final = re.compile(r"\b\w*(?:[aeou][(^+]|[aeiouy]['`?~])", re.IGNORECASE)


def from_viqr(text: str) -> str:
    """`text` written with ASCII signs for its marks: “Ca?i tie^'n” is “Cải tiến”."""
    return unicodedata.normalize("NFC", _VIQR.sub(_viqr_letter, text))


def _viqr_letter(match: re.Match[str]) -> str:
    stroked, base, shape, tone = match.groups()
    if stroked:
        return "đ" if stroked == "dd" else "Đ"
    return base + _VIQR_SHAPES[shape] + _VIQR_TONES[tone]


def is_viqr(text: str) -> bool:
    """Whether much of the text has such signs, and is Vietnamese without them."""
    marked = len(_VIQR_WORD.findall(text))
    return (
        marked >= _FEWEST_WORDS and marked > len(text.split()) / 4 and (share_of_syllables(from_viqr(text)) or 0) > 0.8
    )


def from_several(text: str) -> str:
    """`text` of a file with several legacy fonts, converted by the one that gives most Vietnamese."""
    every = [text, *(convert(text) for convert in CONVERTERS.values())]
    return max(every, key=lambda text: share_of_syllables(text) or 0.0)


CONVERTERS: Final[dict[str, Callable[[str], str]]] = {"tcvn3": from_tcvn3, "vni": from_vni, "doubled": from_doubled}
SEVERAL: Final = "several"
OLD: Final = (*CONVERTERS, "viqr", SEVERAL)
_FEWEST_WORDS: Final = 3
_CLEARLY: Final = 0.25  # how much more of the text must be Vietnamese after converting


def recognise(text: str) -> str | None:
    """The name of the legacy encoding that turns `text` into much more Vietnamese than it is, or None."""
    before = share_of_syllables(text)
    if before is None:
        return None
    scores = {name: share_of_syllables(convert(text)) or 0.0 for name, convert in CONVERTERS.items()}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > before + _CLEARLY and scores[best] > 0.5 else None
