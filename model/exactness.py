"""Qualifiers of numbers (“hơn”, “gần”), and how they propagate in calculations."""

from collections.abc import Iterable, Mapping
from math import inf
from typing import Final

from model.edges import Row

# The qualifier of a number divided by, or reduced by, an inexact one.
_TURNED: Final[Mapping[str, str]] = {
    "hơn": "dưới",
    "trên": "dưới",
    "ít nhất": "nhiều nhất",
    "tối thiểu": "nhiều nhất",
    "gần": "hơn",
    "dưới": "hơn",
    "nhiều nhất": "ít nhất",
}
_ABOVE: Final = ("hơn", "trên", "ít nhất")
_BELOW: Final = ("gần", "dưới", "nhiều nhất")
_ABOUT: Final = "khoảng"
_MORE: Final = ("hơn", "trên")
_ROUNDING: Final = 0.05  # “khoảng” leaves open a twentieth, “gần” and “hơn” a tenth
_BOUNDS: Final[Mapping[str, tuple[float, float]]] = {
    "hơn": (1, 1.1),
    "trên": (1, 1.1),
    "gần": (0.9, 1),
    "dưới": (0.9, 1),
    "ít nhất": (1, inf),
    "nhiều nhất": (0, 1),
}
_EXACT: Final = (None, "", "đúng")  # what sources print without a word is stored as “đúng”
_SIGNS: Final[Mapping[str, str]] = {
    "hơn": ">",
    "trên": ">",
    "ít nhất": "≥",
    "tối thiểu": "≥",
    "nhiều nhất": "≤",
    "dưới": "<",
    "gần": "≈",
    "khoảng": "≈",
    "làm tròn": "≈",
}


def are_exact(words: Iterable[str | None]) -> bool:
    """Whether none of these qualifiers makes a number inexact."""
    return all(word in _EXACT for word in words)


def sign_of(word: str | None) -> str:
    """The qualifier as a sign (≥, ≈), for narrow places; "" for exact numbers."""
    return _SIGNS.get(word or "", "")


def is_lower_bound(word: str | None) -> bool:
    """Whether the number is a lower bound or exact; “gần” and “khoảng” are neither."""
    return word in (*_EXACT, "tối thiểu", *_ABOVE)


def with_sign(text: str, word: str | None) -> str:
    """“≤ −128.000”: a formatted number behind the sign of its qualifier; unknown values get none."""
    sign = sign_of(word) if any(map(str.isdigit, text)) else ""
    return f"{sign} {text}" if sign else text


def same_direction(word: str | None) -> str | None:
    """The qualifier of a value that grows with an inexact one: “hơn” stays, rounding becomes “about”."""
    if word in _EXACT:
        return None
    if word in (*_ABOVE, *_BELOW):
        return word
    return "ít nhất" if word == "tối thiểu" else _ABOUT


def opposite_direction(word: str | None) -> str | None:
    """The qualifier of a value that falls as an inexact one grows: “ít nhất” becomes “nhiều nhất”."""
    return None if word in _EXACT else _TURNED.get(word or "", _ABOUT)


def ratio_qualifier(count: str | None, target: str | None) -> str | None:
    """The qualifier of a quotient or difference; opposite directions give “about”.

    The same for count and target, two moments, or two sides.
    """
    up, down = same_direction(count), opposite_direction(target)
    if up is None or down is None:
        return up or down
    return up if any({up, down} <= set(side) for side in (_ABOVE, _BELOW)) else _ABOUT


def sum_qualifier(words: Iterable[str | None]) -> str | None:
    """The qualifier of a sum: that of its only inexact part, or their common direction."""
    words_kept = [word for word in map(same_direction, words) if word]
    for side in (_ABOVE, _BELOW):
        if words_kept and all(word in side for word in words_kept):
            # “Hơn” and “ít nhất” make “hơn”: a part that is more makes the sum more.
            return next((word for word in words_kept if word not in ("ít nhất", "nhiều nhất")), words_kept[0])
    return _ABOUT if words_kept else None


def bounds_of(value: float, word: str | None) -> tuple[float, float]:
    """The least and the most that a printed number may stand for: “gần 100” is 90 to 100, “khoảng 100” 95 to 105."""
    side = same_direction(word)
    if side is None:
        return value, value
    least, most = _BOUNDS.get(side, (1 - _ROUNDING, 1 + _ROUNDING))
    return value * least, value * most


def open_word(word: str | None) -> str | None:
    """The qualifier of a target as far as it leaves open what is asked; None where the number is what is asked.

    “Phấn đấu ít nhất 130.000” asks for 130.000: whoever has them has met it. “Khoảng 2.500” was worked out from a
    printed percentage: what was asked is not known exactly.
    """
    return None if word == "tối thiểu" or word in _ABOVE else word


def bounds_of_target(target: float, word: str | None) -> tuple[float, float]:
    """The least and the most that a target with a qualifier may ask for; “hơn 100” is met by 101."""
    if word in _MORE:
        return target, target + 1
    return bounds_of(target, open_word(word))


def is_above(count: float, target: float, word: str | None) -> bool | None:
    """Whether a count is above a target with a qualifier; None where what the word leaves open decides it."""
    least, most = bounds_of_target(target, word)
    return True if count > most else None if count > least else False


def leaves_open(count: str | None, target: str | None) -> bool:
    """Whether the qualifiers leave open if so many are the target: 130.000 are “ít nhất 130.000”."""
    return ratio_qualifier(count, open_word(target)) is not None


def reached_word(count: str | None, target: str | None) -> str | None:
    """The qualifier of a share of a target, or of the gap to it, from those of the count and of the target.

    Of “ít nhất 130.000” 18.549 are at most 14,27%, and at least 111.451 are missing: that many may be asked for.
    """
    return ratio_qualifier(count, target)


def row_qualifier(row: Row) -> str | None:
    """The qualifier of share and gap in a TARGETS row; that of the published share where its target
    was not published.
    """
    if row.get("target") is None:
        return None
    return reached_word(row["qualifier"] or None, row["target_qualifier"] or None)


def size_qualifier(word: str | None, gap: float) -> str | None:
    """The qualifier of a gap's size from that of the gap: “nhiều nhất −5” means “ít nhất 5” missing."""
    return opposite_direction(word) if gap < 0 else word
