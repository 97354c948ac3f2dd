"""How long an import takes and how much memory: `python -m benchmarks.importing [--rows N] [--xlsx N] [--url URL]`.

Writes files of invented initiatives into a temporary folder, prepares an empty database (a SQLite file beside them, or
the empty PostgreSQL database of --url) and imports them with the real command in a process of its own.
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import psutil  # type: ignore[import-untyped]
import xlsxwriter

from data_access.reference.reference_data import lines
from data_access.reference.seed import prepare

HEADINGS: Final = (
    "Mã sáng kiến", "Tên sáng kiến", "Tác giả", "Giới tính", "Chức vụ", "Công đoàn cấp trên", "Công đoàn cơ sở",
    "Đơn vị", "Lĩnh vực", "Khu vực", "Loại giải pháp", "Ngày cập nhật", "Trạng thái", "Ngày quyết định",
    "Cấp công nhận", "Đã áp dụng", "Số nơi nhân rộng", "Giá trị làm lợi (đồng)",
)  # fmt: skip
_TITLES: Final = (
    "Cải tiến quy trình kiểm vải",
    "Tự động hoá khâu đóng gói",
    "Phần mềm quản lý kho phụ tùng",
    "Đồ gá hàn",
)
_PEOPLE: Final = ("Nguyễn Văn An", "Trần Thị Bích", "Lê Hoàng Đức", "Phạm Thị Hạnh", "Đặng Thuỳ Linh", "Hồ Ngọc Mỹ")
_SECTORS: Final = ("Hành chính sự nghiệp", "Giáo dục", "Y tế", "Sản xuất kinh doanh", "")
_START: Final = datetime(2022, 1, 10)


def rows(count: int, seed: int = 1) -> Iterator[list[str]]:
    """Invented initiatives under HEADINGS, as varied as real ones: 82 units, 2,000 workplaces, half of them valid."""
    draw = random.Random(seed)
    names = [unit["short_name"] for unit in lines("units.csv") if unit["level"] == "direct"]
    for number in range(count):
        place = draw.randrange(len(names))
        uploaded = _START + timedelta(minutes=draw.randrange(500 * 24 * 60))
        valid = draw.random() < 0.6
        yield [
            f"SK-{seed}-{number:08d}",
            f"{draw.choice(_TITLES)} số {number} tại phân xưởng {draw.randrange(40)}",
            f"{draw.choice(_PEOPLE)} {draw.randrange(30_000)}",
            draw.choice(("Nam", "Nữ")),
            draw.choice(("Người lao động trực tiếp", "Lãnh đạo, quản lý", "Cán bộ công đoàn")),
            f"Công đoàn cấp trên {place}-{draw.randrange(4)}",
            f"Công đoàn cơ sở {place}-{draw.randrange(25)}",
            names[place],
            draw.choice(_SECTORS),
            draw.choice(("Nhà nước", "Ngoài nhà nước", "FDI")),
            draw.choice(("Giải pháp kỹ thuật", "Giải pháp quản lý", "Giải pháp tác nghiệp")),
            uploaded.strftime("%d/%m/%Y %H:%M:%S"),
            "Hợp lệ" if valid else "Đang xem xét",
            (uploaded + timedelta(days=9)).strftime("%d/%m/%Y") if valid else "",
            "Cơ sở" if valid else "",
            "Có" if valid else "Không",
            str(draw.randrange(4)),
            f"{draw.randrange(1, 900)}.000.000" if draw.random() < 0.7 else "",
        ]


def write_csv(file: Path, count: int, seed: int = 1) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        stream.write(",".join(f'"{heading}"' for heading in HEADINGS) + "\r\n")
        for row in rows(count, seed):
            stream.write(",".join(f'"{cell}"' if "," in cell else cell for cell in row) + "\r\n")


def write_xlsx(file: Path, count: int) -> None:
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Dữ liệu")
        sheet.write_row(0, 0, HEADINGS)
        for number, row in enumerate(rows(count, seed=2), 1):
            sheet.write_row(number, 0, row)


@dataclass(frozen=True)
class Measurement:
    """`cpu` is more telling than `seconds` on a busy machine. `peak` is the total memory of all processes."""

    seconds: float
    cpu: float
    peak: float
    code: int

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s ({self.cpu:.1f} s of CPU), {self.peak:,.0f} MB, exit {self.code}"


def measured(command: list[str], url: str) -> Measurement:
    """The measurement of a command on a database."""
    started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    peak = 0.0
    with subprocess.Popen(command, env={**os.environ, "DATABASE_URL": url}, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            peak = max(peak, _memory(process.pid))
            time.sleep(0.1)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measurement(time.perf_counter() - started, cpu, peak, process.returncode)


def _memory(pid: int) -> float:
    try:
        mother = psutil.Process(pid)
        family = [mother, *mother.children(recursive=True)]
        return sum(float(process.memory_info().rss) for process in family) / 2**20
    except psutil.Error:
        return 0.0


def main() -> None:
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        url = options.url or f"sqlite:///{folder / 'benchmark.db'}"
        prepare(url, say=lambda *_words: None)
        for count, file, write in ((options.xlsx, "rows.xlsx", write_xlsx), (options.rows, "rows.csv", write_csv)):
            if count:
                write(folder / file, count)
                _measure(folder / file, count, url)
                (folder / file).unlink()


def _measure(file: Path, count: int, url: str) -> None:
    command = [sys.executable, "-m", "data_access", "import", str(file), "--programme", "1tr"]
    print(f"{file.name}: {count:,} rows understood in {measured([*command, '--dry-run'], url)}", flush=True)
    print(f"{file.name}: {count:,} rows understood and saved in {measured(command, url)}", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.importing", description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the CSV; 0 leaves it out")
    parser.add_argument("--xlsx", type=int, default=200_000, help="rows of the workbook; 0 leaves it out")
    add_places(parser)
    return parser


def add_places(parser: argparse.ArgumentParser) -> None:
    """The options that name another database and another folder for temporary files."""
    parser.add_argument("--url", help="an empty PostgreSQL database instead of a SQLite file")
    parser.add_argument("--folder", help="where temporary files go")


if __name__ == "__main__":
    main()
