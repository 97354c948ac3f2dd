"""A programme without members."""

from datetime import date
from pathlib import Path

from data_access.programmes.saving import load_setup
from data_access.reference.seed import prepare
from model.reader import LOCAL
from tests.books import book_of


def set_up_alone(folder: Path) -> str:
    """Address of a new database with one programme of which only the first sheet was filled in."""
    url = f"sqlite:///{folder / 'alone.db'}"
    lines = ("Mã", "moi"), ("Tên", "Sáng kiến 2027"), ("Bắt đầu", date(2027, 1, 1)), ("Kết thúc", date(2027, 12, 31))
    book_of({"Chương trình": lines}).save(folder / "alone.xlsx")
    prepare(url, say=lambda *_: None, empty=True)
    load_setup(url, folder / "alone.xlsx", LOCAL)
    return url
