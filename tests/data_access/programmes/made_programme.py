"""A set-up workbook and rows of an invented programme, with the expected answers."""

import csv
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

from tests.books import book_of

Phase = tuple[int, str, date, date, int]


@dataclass(frozen=True)
class Config:
    code: str
    start: date
    end: date
    until: datetime
    phases: tuple[Phase, ...]
    tops: tuple[tuple[str, str, str], ...]
    children: int
    silent: frozenset[str]
    wide_targets: bool
    rows: int
    seed: int
    target: int
    third: int = 0  # units below each child
    ended: dict[str, tuple[date, str]] = field(default_factory=dict)
    sectors: tuple[tuple[str, str], ...] = (("an-toan", "An toàn"), ("nang-suat", "Năng suất"), ("xanh", "Môi trường"))


@dataclass(frozen=True)
class Expected:
    uploads: int
    target: int
    gap: int
    units_total: int
    units_reported: int
    by_unit: dict[str, int]
    by_sector: dict[str, int]
    within: dict[str, dict[str, int]]  # also of children, where units stand below them
    phases: dict[int, tuple[int, int, dict[str, int]]]
    child_targets: dict[str, int]


@dataclass(frozen=True)
class Row:
    top: str
    kid: str
    third: str | None
    sector: tuple[str, str] | None
    at: datetime


EXAMPLE = Config(
    code="xanh-2026",
    start=date(2026, 1, 1),
    end=date(2026, 12, 31),
    until=datetime(2026, 11, 20, 17),
    phases=(
        (1, "Quý I", date(2026, 1, 1), date(2026, 3, 31), 500),
        (2, "Quý II", date(2026, 4, 1), date(2026, 6, 30), 600),
        (3, "Quý III", date(2026, 7, 1), date(2026, 9, 30), 650),
        (4, "Quý IV", date(2026, 10, 1), date(2026, 12, 31), 650),
    ),
    tops=(
        ("PX01", "Phân xưởng Ép 1", "phân xưởng"),
        ("PX02", "Phân xưởng Ép 2", "phân xưởng"),
        ("PX03", "Phân xưởng Khuôn", "phân xưởng"),
        ("PX04", "Phân xưởng In", "phân xưởng"),
        ("P-KD", "Phòng Kinh doanh", "phòng"),
        ("P-NS", "Phòng Nhân sự", "phòng"),
    ),
    children=3,
    silent=frozenset(("P-NS",)),
    wide_targets=True,
    rows=400,
    seed=7,
    target=2400,
)


def make(config: Config, folder: Path) -> Expected:
    """Write setup.xlsx and initiatives.csv."""
    drawn = random.Random(config.seed)
    kids = {
        code: [(f"{code}-{n + 1}", f"Tổ {n + 1} {name}") for n in range(config.children)]
        for code, name, _ in config.tops
    }
    targets = _targets(config, kids, drawn)
    _write_book(config, kids, targets, folder / "setup.xlsx", drawn)
    rows = [_row(config, kids, drawn) for _ in range(config.rows)]
    _write_rows(config, kids, rows, folder / "initiatives.csv")
    return _expected(config, kids, targets, rows)


def below(config: Config, kid: str, called: str) -> list[tuple[str, str]]:
    """The third level."""
    return [(f"{kid}-{n + 1}", f"Nhóm {n + 1} {called}") for n in range(config.third)]


def _targets(
    config: Config, kids: dict[str, list[tuple[str, str]]], drawn: random.Random
) -> dict[tuple[str, int], int]:
    results = {(code, number): drawn.randint(5, 60) for code, *_ in config.tops for number, *_ in config.phases}
    for code, *_ in config.tops:
        results[code, 0] = sum(results[code, number] for number, *_ in config.phases)
        results |= {(kid, 0): drawn.randint(5, 40) for kid, _ in kids[code]}
    return results


def _write_book(
    config: Config,
    kids: dict[str, list[tuple[str, str]]],
    targets: dict[tuple[str, int], int],
    file: Path,
    drawn: random.Random,
) -> None:
    lines = {
        "Mã": config.code,
        "Tên": "Sáng kiến thử",
        "Tên ngắn": "Thử",
        "Gọi toàn bộ là": "toàn công ty",
        "Bắt đầu": config.start,
        "Kết thúc": config.end,
        "Chỉ tiêu chung": config.target,
        "Nguồn chỉ tiêu": "KH 05",
        "Địa giới": "không",
        "Ngưỡng giá trị (tỷ đồng)": "0,05; 0,5; 5",
        "Mặc định": "Có",
    }
    sheets = {
        "Chương trình": lines.items(),
        "Giai đoạn": [("Số", "Tên", "Bắt đầu", "Kết thúc", "Chỉ tiêu"), *config.phases],
        "Đơn vị": _unit_rows(config, kids, drawn),
        "Lĩnh vực": [("Mã", "Tên"), *config.sectors],
        "Chỉ tiêu": _target_rows(config, targets),
    }
    book_of(sheets).save(file)


def _unit_rows(
    config: Config, kids: dict[str, list[tuple[str, str]]], drawn: random.Random
) -> Iterator[tuple[object, ...]]:
    yield "Mã", "Tên", "Loại", "Cấp trên", "Xếp hạng", "Đoàn viên", "Đến ngày", "Đơn vị kế tục"
    for code, name, kind in config.tops:
        yield code, name, kind, None, "Có", drawn.randint(40, 900), *config.ended.get(code, (None, None))
        for kid, called in kids[code]:
            yield kid, called, "tổ", code, "Không", drawn.randint(10, 200), None, None
            for third, named in below(config, kid, called):
                yield third, named, "nhóm", kid, "Không", drawn.randint(5, 50), None, None


def _target_rows(config: Config, targets: dict[tuple[str, int], int]) -> Iterator[tuple[object, ...]]:
    names = {number: name for number, name, *_ in config.phases}
    if not config.wide_targets:
        yield "Đơn vị", "Chỉ tiêu", "Loại chỉ tiêu", "Giai đoạn"
        for (code, number), value in targets.items():
            yield code, value, "đăng ký", names.get(number)
        return
    yield "Đơn vị", "Loại chỉ tiêu", "Cả chương trình", *names.values()
    for code in dict.fromkeys(code for code, _ in targets):
        yield code, "đăng ký", *(targets.get((code, number)) for number in (0, *names))


def _row(config: Config, kids: dict[str, list[tuple[str, str]]], drawn: random.Random) -> Row:
    code = drawn.choice([code for code, *_ in config.tops if code not in config.silent])
    start = datetime.combine(config.start, time(7))
    at = start + timedelta(seconds=drawn.randint(0, max(int((config.until - start).total_seconds()) - 60, 0)))
    if code in config.ended and at.date() > config.ended[code][0]:
        at = start
    sector = drawn.choice(config.sectors) if drawn.random() > 0.1 else None
    kid, called = drawn.choice(kids[code])
    third = drawn.choice(below(config, kid, called))[0] if config.third else None
    return Row(code, kid, third, sector, at)


def _write_rows(config: Config, kids: dict[str, list[tuple[str, str]]], rows: list[Row], file: Path) -> None:
    every = [kid for some in kids.values() for kid in some]
    names = {code: name for code, name, _ in config.tops} | dict(every)
    names |= dict(third for kid in every for third in below(config, *kid))
    with file.open("w", newline="", encoding="utf-8-sig") as text:
        writer = csv.writer(text)
        heads = ("Đơn vị", "Công đoàn cấp trên", "Công đoàn cơ sở", "Lĩnh vực", "Ngày cập nhật")
        writer.writerow(("Mã sáng kiến", "Tên sáng kiến", *heads))
        for number, row in enumerate(rows):
            unit = names[row.top] if number % 2 else row.top
            sector, at = row.sector[1] if row.sector else "", row.at.strftime("%d/%m/%Y %H:%M:%S")
            places = (names[row.kid], names[row.third]) if row.third else ("", names[row.kid])
            writer.writerow((f"M-{number:06d}", f"Cải tiến khâu {number}", unit, *places, sector, at))


def _expected(
    config: Config,
    kids: dict[str, list[tuple[str, str]]],
    targets: dict[tuple[str, int], int],
    rows: list[Row],
) -> Expected:
    by_kid, by_third = Counter(row.kid for row in rows), Counter(row.third for row in rows)
    within = {code: {kid: by_kid[kid] for kid, _ in some if by_kid[kid]} for code, some in kids.items()}
    for kid in [kid for some in kids.values() for kid in some] if config.third else ():
        within[kid[0]] = {third: by_third[third] for third, _ in below(config, *kid) if by_third[third]}
    active = {
        code for code, *_ in config.tops if code not in config.ended or config.ended[code][0] >= config.until.date()
    }
    return Expected(
        len(rows),
        config.target,
        len(rows) - config.target,
        len(active),
        len({row.top for row in rows} & active),
        dict(Counter(row.top for row in rows)),
        dict(Counter(row.sector[0] if row.sector else "none" for row in rows)),
        within,
        {
            number: (
                sum(first <= row.at.date() <= last for row in rows),
                target,
                {code: targets[code, number] for code, *_ in config.tops},
            )
            for number, _, first, last, target in config.phases
        },
        {kid: targets[kid, 0] for some in kids.values() for kid, _ in some},
    )
