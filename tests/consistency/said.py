"""Numbers in sentences: recognised by the words around them, compared with the known ones."""

import re
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from typing import Final

from tests.consistency.known import Known, read, same

_WORD: Final = r"(?:hơn|trên|khoảng|ít nhất|tối thiểu|gần|dưới|nhiều nhất|làm tròn)? ?"
_NUMBER: Final = r"([−+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?)(?![\d.,]*\d)"
_WHOLE_WORD: Final = r"(?<![\w–/-])"
# A number of its own, with no word behind it that says what else it counts.
_OTHER: Final = r"(?! ngày qua| người| công đoàn| điểm| tỷ| triệu| đơn vị|\. [A-ZĐ])"
_CELL: Final = rf"\(?{_WORD}[−+]?(?:\d{{1,3}}(?:\.\d{{3}})+|\d+)(?:,\d+)?%?\)?(?![\w/:,.-]*\d){_OTHER}"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text.replace("{n}", _WORD + _NUMBER))


# What is said of a whole scope. A name may be followed by a colon, a number by its unit.
_OF_SCOPE: Final = {
    "uploads": (_pattern(r"Sáng kiến cập nhật:? {n}(?!%|/)"), _pattern(r"^cả nước đã cập nhật {n} sáng kiến")),
    "target": (_pattern(r"(?<!\w )(?<!\w)Chỉ tiêu {n}(?!%| trên)"), _pattern(r"chỉ tiêu kế hoạch toàn quốc {n}")),
    "reached_pct": (_pattern(r"Đạt chỉ tiêu:? {n}%"), _pattern(r"bằng {n}% chỉ tiêu (?:\d|kế hoạch toàn quốc)")),
    "gap": (_pattern(r"Còn thiếu:? {n}"), _pattern(r"còn thiếu {n} sáng kiến")),
    "time_passed_pct": (_pattern(r"[Tt]hời gian đã qua:? {n}%"), _pattern(r"[Đđ]ã qua {n}% thời gian")),
    "valid": (_pattern(r"Sáng kiến hợp lệ:? {n}(?!%|/)"), _pattern(r"Trong đó {n} sáng kiến hợp lệ")),
    "under_review": (_pattern(r"Sáng kiến đang xem xét:? {n}(?!%)"), _pattern(r"^Đang xem xét {n}$")),
    "units_reported": (_pattern(r"Đơn vị (?:đã cập nhật|có số công bố):? {n}/"),),
    "units_total": (_pattern(r"Đơn vị (?:đã cập nhật|có số công bố):? \d+/{n}"),),
    "pace_per_day": (_pattern(r"7 ngày qua {n}/ngày"),),
    "needed_per_day": (_pattern(r"cần {n}/ngày"), _pattern(r"Cần {n} mỗi ngày"), _pattern(r"mỗi ngày cần {n}")),
    "days_left": (_pattern(r"/ngày trong {n} ngày"), _pattern(r"trong {n} ngày còn lại")),
    "top10_share_pct": (_pattern(r"\b10 đơn vị = {n}%"), _pattern(r"\b10 đơn vị này chiếm {n}%")),
    "first_over_second": (_pattern(r"Hạng nhất gấp {n} lần hạng nhì"),),
    "last_7_days": (
        _pattern(r"{n} sáng kiến(?: hợp lệ)? trong 7 ngày gần nhất"),
        _pattern(r"gần nhất có thêm {n} sáng kiến"),
    ),
}
_PERCENT: Final = {"reached_pct", "time_passed_pct", "top10_share_pct"}


def mistakes_in(
    lines: Iterable[str],
    known: Known,
    *,
    of_scope: bool = True,
    of_units: bool = True,
    left_out: Collection[str] = (),
) -> Iterator[str]:
    """Differences between lines and `known`, as “name: number, known number: line”; `left_out` are names of facts."""
    units = sorted(known.units, key=len, reverse=True)
    named = re.compile(rf"{_WHOLE_WORD}({'|'.join(map(re.escape, units))})((?: {_CELL})+)")
    for line in lines:
        if of_scope:
            yield from (one for one in _of_scope(line, known, units) if one.partition(":")[0] not in left_out)
        if of_units and units:
            yield from _of_units(line, known, named)


def _of_scope(line: str, known: Known, units: list[str]) -> Iterator[str]:
    for name, patterns in _OF_SCOPE.items():
        for match in (match for pattern in patterns for match in pattern.finditer(line)):
            if any(unit in _sentence_before(line, match.start()) for unit in units):
                continue  # a sentence about one of them
            exact = known.scope.get(name)
            if exact is None or not same(match[1], exact):
                yield f"{name}: {match[1]}, known {exact}: {_around(line, match)}"
            elif name in _PERCENT and read(match[1])[1] != 2:
                yield f"{name} without two decimals: {_around(line, match)}"


def _sentence_before(line: str, place: int) -> str:
    return re.split(r"(?<!TP)[.!?] (?=[A-ZĐ])", line[:place])[-1]


def _of_units(line: str, known: Known, pattern: re.Pattern[str]) -> Iterator[str]:
    for match in pattern.finditer(line):
        allowed = set(known.units[match[1]].values())
        for written, percent in re.findall(rf"{_NUMBER}(%?)", match[2]):
            if not any(same(written, exact) for exact in allowed):
                yield f"{match[1]}: {written}{percent} is none of {_listed(allowed)}: {_around(line, match)}"
            elif percent and read(written)[1] != 2:
                yield f"{match[1]} without two decimals: {_around(line, match)}"


def _listed(numbers: set[Decimal]) -> str:
    return ", ".join(map(str, sorted(numbers)))


def _around(line: str, expected: re.Match[str]) -> str:
    return "…" + line[max(expected.start() - 30, 0) : expected.end() + 20] + "…"
