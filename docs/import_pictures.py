"""Pictures of the page `/import` for the users' guide: a question, what is remembered, a source that is read by itself.

They are of a database of their own, in which a source was read once and a word was answered.
"""

import csv
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, ViewportSize

from data_access.importing.choices import Choices
from data_access.importing.saving import save
from data_access.importing.syncing.running import run_once
from data_access.importing.syncing.settings import SourceSettings
from data_access.importing.understanding import understand
from data_access.reference.seed import prepare
from model.reader import LOCAL
from tests.browser.watching import open_at, settle
from tests.serving import serving

HEADINGS: Final = ("Mã SK", "Tên sáng kiến", "Đơn vị", "Ngày gửi", "Trạng thái", "Giá trị làm lợi")
WITH_QUESTIONS: Final = (
    ("TH-01", "Cải tiến băng tải", "Huyện Nông Cống", "14/03/2022", "Đã phê chuẩn", "12,5"),
    ("TH-02", "Đồ gá hàn khung xe", "Thanh Hóa", "15/03/2022", "Hợp lệ", "30"),
)
_COLUMNS: Final = {"ma": "Mã sáng kiến", "ten": "Tên sáng kiến", "don_vi": "Đơn vị", "ngay": "Ngày cập nhật"}
NAMES: Final = ("import-questions", "import-memory", "import-sources")
SIZES: Final = {"": (1366, 900), "-phone": (390, 844), "-wide": (1920, 1080)}


@contextmanager
def importing_app(folder: Path) -> Iterator[str]:
    """Address of the app over such a database."""
    url = f"sqlite:///{folder / 'imports.db'}"
    prepare(url, say=lambda *_words: None)
    _answer_once(url, folder)
    _read_source(url, folder)
    with serving(url, folder / "log") as address:
        yield address


def write_open_questions(file: Path) -> Path:
    """A file with three questions."""
    with file.open("w", encoding="utf-8", newline="") as content:
        csv.writer(content, delimiter=";").writerows([HEADINGS, *WITH_QUESTIONS])
    return file


def _answer_once(url: str, folder: Path) -> None:
    file = write_open_questions(folder / "Thanh Hoa.csv")
    meant = {"words": {"status:Đã phê chuẩn": "valid"}, "unit_names": {"Huyện Nông Cống": "LD-38"}}
    choices = Choices("1tr", by=LOCAL).changed(**meant, money_unit="million")
    save(url, understand(url, file, choices))


def _read_source(url: str, folder: Path) -> None:
    portal = folder / "portal.db"
    with sqlite3.connect(portal) as rows:
        rows.execute("CREATE TABLE sk (ma TEXT, ten TEXT, don_vi TEXT, ngay TEXT)")
        rows.execute("INSERT INTO sk VALUES ('CT-1', 'Phần mềm quản lý kho', 'Huế', '01/04/2022')")
        rows.execute("INSERT INTO sk VALUES ('CT-2', 'Giảm tiêu hao điện', 'Khu công nghiệp Bắc', '02/04/2022')")
    options = {"url": f"sqlite:///{portal}", "table": "sk", "key": "ma"}
    run_once(url, SourceSettings("cổng sáng kiến", "1tr", "database", options, columns=_COLUMNS), LOCAL)


def take_imports(
    browser: Browser, address: str, target: Path, folder: Path, ending: str = "", lang: str = "vi"
) -> None:
    """The three pictures at one size and in one language, as `import-questions.png` and so on."""
    width, height = SIZES[ending]
    size = ViewportSize(width=width, height=height)
    page = browser.new_page(base_url=address, viewport=size, locale="vi-VN")
    open_at(page, f"/import?lang={lang}")
    rows = [("QN-01", "Máy ép gạch", "Phường Cao Xanh", "14/03/2022", "Đã ký duyệt", "12,5")]
    file = folder / "Quang Ninh.csv"
    with file.open("w", encoding="utf-8", newline="") as content:
        csv.writer(content, delimiter=";").writerows([HEADINGS, *rows])
    page.locator("input[type=file]").first.set_input_files(file)
    page.get_by_text("12,5").first.wait_for()
    settle(page)
    page.screenshot(path=target / f"import-questions{ending}.png", full_page=False)
    for place, name in ((3, "memory"), (4, "sources")):
        page.get_by_role("tab").nth(place).click()
        settle(page)
        page.screenshot(path=target / f"import-{name}{ending}.png")
    page.close()
