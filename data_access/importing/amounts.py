"""Amounts as people write them: 1.234.567, 1 234 567, “30 tỷ”, “1,5 triệu”. Others are reported, never guessed."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from data_access.importing.dots import read_doubtful
from data_access.importing.files import marks
from data_access.importing.texts import blank_words, has_foreign_digits
from model.folding import fold

_UNITS: Final = {"ty": 10**9, "ti": 10**9, "trieu": 10**6, "tr": 10**6, "nghin": 10**3, "ngan": 10**3, "k": 10**3}
_CURRENCY: Final = re.compile(r"\s*(?:đồng|dong|đ|d|vnđ|vnd|₫|viet nam dong)\.?$")
_COUNTED: Final = re.compile(r"(?<=[0-9a-z])\s+(?:nguoi|doan vien|dv|sang kien|sk|noi|don vi)\.?$")
_ABOUT: Final = re.compile(r"^(?:~|≈|khoang|gan|hon|tren|chung|uoc|uoc tinh|tam)\s*")
_WORDS: Final = re.compile(r"(?:[0-9.,]+\s*(?:ty|ti|trieu|tr|nghin|ngan|k)\b\s*)+")
_ONE_WORD: Final = re.compile(r"([0-9.,]+)\s*(ty|ti|trieu|tr|nghin|ngan|k)\b")
_DOTTED: Final = re.compile(r"-?[0-9]{1,3}(?:[.\u0020'][0-9]{3})+(?:,[0-9]+)?")
_COMMAS: Final = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|-?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+")
_PLAIN: Final = re.compile(r"-?[0-9]+(?:,[0-9]+)?")
_PROGRAMMED: Final = re.compile(r"-?[0-9]{4,}\.[0-9]+|-?[0-9]+\.0+")
LARGEST: Final = 10**16


@dataclass(frozen=True)
class Amount:
    """A number read from text, or the code of the problem; `notes` are codes of the conversions."""

    value: int | None = None
    problem: str | None = None
    notes: tuple[str, ...] = ()


def read_amount(text: str, *, as_blank: bool = True, factor: int = 1, dots: str | None = None) -> Amount:
    """The whole number that `text` means, without a value where a text stands for nothing.

    `factor` is what the heading says (1,000 under “nghìn đồng”); an amount with a unit of its own needs none.
    `dots` says what one dot or comma before three digits is: thousands or decimal.
    """
    if text.startswith(marks.NUMBER):
        return _whole(Decimal(text[1:]) * factor, ())
    if has_foreign_digits(text):
        return Amount(problem="foreign_digits")
    plain = fold(text)
    if as_blank and blank_words().match(plain):
        return Amount(notes=("read_as_blank",))
    bare = _CURRENCY.sub("", _COUNTED.sub("", plain.replace("\u2212", "-"))).strip()
    factor, plain = 1 if bare != plain.strip() and factor > 1 else factor, bare
    if _WORDS.fullmatch(plain):
        parts = [(_decimal(number), _UNITS[unit]) for number, unit in _ONE_WORD.findall(plain)]
        if any(number is None for number, _ in parts):
            return Amount(problem="not_a_number")
        return _whole(
            sum((number * unit for number, unit in parts if number is not None), Decimal()), ("amount_in_words",)
        )
    number = read_doubtful(plain, dots) if dots else None
    number = _decimal_of_column(plain, in_parts=factor > 1) if number is None else number
    return Amount(problem="not_a_number") if number is None else _whole(number * factor, ())


def _decimal(text: str) -> Decimal | None:
    """A number before “tỷ”: a comma is decimal, and so is a dot that separates no thousands."""
    if _DOTTED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None


def _decimal_of_column(text: str, *, in_parts: bool = False) -> Decimal | None:
    """A number in a column of amounts; where amounts are in millions, 1.5 is one and a half."""
    if in_parts and re.fullmatch(r"[0-9]+\.[0-9]{1,2}", text):
        return Decimal(text)
    if _DOTTED.fullmatch(text):
        return Decimal(re.sub(r"[.\s']", "", text).replace(",", "."))
    if _COMMAS.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _PLAIN.fullmatch(text) and not re.fullmatch(r"-?[0-9]{1,3},[0-9]{3}", text):
        return Decimal(text.replace(",", "."))
    return Decimal(text) if _PROGRAMMED.fullmatch(text) else None


def _whole(number: Decimal, notes: tuple[str, ...]) -> Amount:
    whole = int(number.quantize(Decimal(1), ROUND_HALF_UP)) if number.is_finite() else 0
    if not number.is_finite() or abs(number) >= LARGEST:
        return Amount(problem="number_too_large")
    if number < 0:
        return Amount(problem="negative_number")
    return Amount(whole, None, notes if whole == number else (*notes, "rounded"))


def amount_near(text: str) -> int | None:
    """The number in “~85 nghìn” or “khoảng 3 tỷ”, as a suggestion; None where there is none."""
    return read_amount(_ABOUT.sub("", fold(text)), as_blank=False).value if _ABOUT.match(fold(text)) else None
