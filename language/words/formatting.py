"""Formats of numbers and dates, independent of the browser and of the server's global locale."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, TypeAlias

Number: TypeAlias = int | float
Day: TypeAlias = date  # inside the class `date` is a method

MISSING: Final = "–"
MINUS: Final = "\u2212"
_NO_BREAK: Final = "\u00a0"
_LAST_SECOND: Final = time(23, 59, 59)
_SHORT_FROM: Final = 10_000
_WHOLE_FROM: Final = 10
_OFFICIAL_MONTHS: Final = ("01", "02", *(str(month) for month in range(3, 13)))
_MILLION: Final = 1_000_000
_BILLION: Final = 1_000_000_000


@dataclass(frozen=True)
class Numbers:
    """The number and date formats of one language. None and NaN are “–”, since unknown is not zero."""

    thousands_mark: str
    decimal_mark: str
    thousand: str
    million: str
    billion: str
    money: str  # {amount}
    day: str  # {day:02} {month:02} {official_month} {month_name} {year}
    day_in_documents: str
    day_in_sheets: str  # the form of a cell in spreadsheets and charts of slides
    month_of_year: str
    month_in_words: str  # within a sentence
    month_names: tuple[str, ...]

    @property
    def separators(self) -> str:
        """Decimal mark, then thousands mark, as plotly expects them."""
        return self.decimal_mark + self.thousands_mark

    def count(self, number: Number | None) -> str:
        """1234567 as 1.234.567."""
        return self.decimal(number, 0)

    def as_printed(self, number: Number | None) -> str:
        """A number with its source's decimals, at most two: 37,3 stays 37,3."""
        if number is None or number != number:
            return MISSING
        return self.decimal(number, next((n for n in (0, 1) if float(_rounded(number, n)) == number), 2))

    def measured(self, value: Number | None, unit: str) -> str:
        """A value of a measure in its unit: vnd, percent, rate; otherwise a count."""
        if unit == "vnd":
            return self.money_vnd(value)
        if unit == "percent":
            return self.percent(value)
        return self.decimal(value, 2) if unit == "rate" else self.count(value)

    def decimal(self, number: Number | None, digits: int = 1) -> str:
        """A number with exactly `digits` decimals, halves rounded up."""
        if number is None or number != number:
            return MISSING
        return self._written(number if digits == 0 and isinstance(number, int) else _rounded(number, digits))

    def pace(self, a_day: Number | None, needed: Number | None = None) -> str:
        """A pace as “5.923”, “4”, and with a decimal where a whole number would hide what it says.

        That is below ten (“0,4”), and where it would read as what is needed without being so: 12,9 a day against 13.
        """
        if a_day is None or a_day != a_day:
            return MISSING
        hides = a_day < _WHOLE_FROM or (needed is not None and a_day < needed <= _rounded(a_day, 0))
        return self._trimmed(_rounded(a_day, 1 if hides else 0))

    def share(self, part: Number | None, whole: Number | None) -> str:
        """A part as a percentage; “–” where either value is unknown or the part exceeds the whole."""
        return self.percent(100 * part / whole if whole and part is not None and part <= whole else None)

    def percent(self, percent: Number | None, digits: int = 2) -> str:
        """16.3532 as 16,35%. Values below 100 never become 100%, values above 0 never 0%."""
        if percent is None or percent != percent:
            return MISSING
        step = Decimal(1).scaleb(-digits)
        rounded = _rounded(percent, digits)
        if percent < 100 <= rounded:
            rounded = 100 - step
        if percent > 0 and rounded == 0:
            return f"<{self._written(step)}%"
        return f"{self._written(rounded)}%"

    def short(self, number: Number | None) -> str:
        """12300 as “12,3 nghìn”; up to four digits stay in full."""
        if number is None or number != number:
            return MISSING
        scales = ((1_000, self.thousand, 1), (_MILLION, self.million, 2), (_BILLION, self.billion, 1))
        return self.count(number) if abs(number) < _SHORT_FROM else self._in_words(number, scales)

    def about(self, number: Number | None) -> str:
        """An estimate with two significant digits: 635.737 as “640 nghìn”."""
        if not number or number != number:
            return self.short(number)
        step = 10 ** max(len(str(int(abs(number)))) - 2, 0)
        return self.short(int(_rounded(number / step, 0)) * step)

    def money_vnd(self, amount: Number | None) -> str:
        """Đồng in tỷ or triệu: “1.234 tỷ đồng”, “45,2 tỷ đồng”; decimals only below a hundred."""
        if amount is None or amount != amount:
            return MISSING
        if abs(amount) < _MILLION:
            return self.money.format(amount=self.count(amount))
        scales = ((_MILLION, self.million), (_BILLION, self.billion))
        text = self._in_words(amount, tuple((size, word, abs(amount) < 100 * size) for size, word in scales))
        return self.money.format(amount=text)

    def billions_vnd(self, text: str) -> str:
        """Thousands of millions of đồng that are written already: “33.000 tỷ đồng”, “VND 33,000 billion”."""
        return self.money.format(amount=f"{text}{_NO_BREAK}{self.billion}")

    def signed(self, number: Number | None) -> str:
        """A difference with its sign: +1.234, −56, 0."""
        return f"+{self.count(number)}" if number and number > 0 else self.count(number)

    def difference(self, number: Number | None) -> str:
        """A difference that may have decimals: −0,09, +61, 0; 0 where it rounds to nothing."""
        if number is None or number != number:
            return MISSING
        rounded = float(_rounded(number, 2))
        return f"+{self.as_printed(rounded)}" if rounded > 0 else self.as_printed(rounded)

    def date(self, day: Day | None) -> str:
        """20/04/2022, or 20 Apr 2022."""
        return self._calendar(self.day, day) if day else MISSING

    def official_date(self, day: Day) -> str:
        """“ngày 05 tháng 02 năm 2022”, with the zeros of Decree 30/2020/NĐ-CP, or 5 Feb 2022."""
        return self._calendar(self.day_in_documents, day)

    def moment(self, moment: datetime | None, *, seconds: bool = False) -> str:
        """20/04/2022 08:00; only the date for the end of a day. Zero seconds are written where `seconds` is set."""
        if moment is None:
            return MISSING
        if moment.time() >= _LAST_SECOND:
            return self.date(moment)
        clock = "%H:%M:%S" if seconds or moment.second else "%H:%M"
        return f"{self.date(moment)} {moment.strftime(clock)}"

    def have_seconds(self, moments: Iterable[datetime | None]) -> bool:
        """Whether a column of moments is written with seconds: where one of them has some, all are."""
        return any(moment.second for moment in moments if moment is not None and moment.time() < _LAST_SECOND)

    def moment_unbroken(self, moment: datetime | None) -> str:
        """A moment for the middle of a text: no line ends within it, where it would read like two numbers."""
        return self.moment(moment).replace(" ", _NO_BREAK)

    def month(self, day: Day | None) -> str:
        """04/2022, or Apr 2022."""
        return self._calendar(self.month_of_year, day) if day else MISSING

    def worded_month(self, day: Day) -> str:
        """“tháng 4/2022” within a sentence, or “Apr 2022”."""
        return self._calendar(self.month_in_words, day)

    def _in_words(self, number: Number, scales: Sequence[tuple[int, str, int]]) -> str:
        """`number` in the smallest scale (size, word, decimals) that keeps it below a thousand after rounding."""
        rounded = [(_rounded(number / size, digits), word) for size, word, digits in scales]
        fitting, word = next((pair for pair in rounded if abs(pair[0]) < 1000), rounded[-1])
        return f"{self._trimmed(fitting)}{_NO_BREAK}{word}"

    def _calendar(self, form: str, day: Day) -> str:
        name, official = self.month_names[day.month - 1], _OFFICIAL_MONTHS[day.month - 1]
        return form.format(day=day.day, month=day.month, year=day.year, month_name=name, official_month=official)

    def _trimmed(self, number: Decimal) -> str:
        return self._written(number.normalize() if number % 1 else number.quantize(Decimal(1)))

    def _written(self, number: Number | Decimal) -> str:
        sign = MINUS if number < 0 else ""
        whole, _, fraction = f"{abs(number):{',' if isinstance(number, int) else ',f'}}".partition(".")
        return sign + whole.replace(",", self.thousands_mark) + (self.decimal_mark + fraction if fraction else "")


def _rounded(number: Number, digits: int) -> Decimal:
    # Through the shortest decimal text: 16.35 means 16.35, not the binary fraction just under it.
    return Decimal(str(number)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


VIETNAMESE: Final = Numbers(
    thousands_mark=".",
    decimal_mark=",",
    thousand="nghìn",
    million="triệu",
    billion="tỷ",
    money=f"{{amount}}{_NO_BREAK}đồng",
    day="{day:02}/{month:02}/{year}",
    day_in_documents="ngày {day:02} tháng {official_month} năm {year}",
    day_in_sheets="dd/mm/yyyy",
    month_of_year="{month:02}/{year}",
    month_in_words="tháng {month}/{year}",
    month_names=tuple(f"Tháng {month}" for month in range(1, 13)),
)

ENGLISH: Final = Numbers(
    thousands_mark=",",
    decimal_mark=".",
    thousand="thousand",
    million="million",
    billion="billion",
    money=f"VND{_NO_BREAK}{{amount}}",
    day="{day} {month_name} {year}",
    day_in_documents="{day} {month_name} {year}",
    day_in_sheets="[$-409]d mmm yyyy",
    month_of_year="{month_name} {year}",
    month_in_words="{month_name} {year}",
    month_names=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
