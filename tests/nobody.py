"""A programme without members."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook

from data_access.programmes.saving import load_setup
from data_access.reference.seed import prepare
from model.reader import LOCAL


def set_up_alone(folder: Path) -> str:
    """Address of a new database with one programme of which only the first sheet was filled in."""
    book, url = Workbook(), f"sqlite:///{folder / 'alone.db'}"
    sheet = book.active
    sheet.title = "Chương trình"
    lines = ("Mã", "moi"), ("Tên", "Sáng kiến 2027"), ("Bắt đầu", date(2027, 1, 1)), ("Kết thúc", date(2027, 12, 31))
    for line in lines:
        sheet.append(line)
    book.save(folder / "alone.xlsx")
    prepare(url, say=lambda *_: None, empty=True)
    load_setup(url, folder / "alone.xlsx", LOCAL)
    return url
