"""Rows of a list that are no initiatives: sums, groups, notes and signatures, recognised by their shape."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import polars as pl

from data_access.importing.choices import Kind
from data_access.importing.files import marks
from data_access.importing.headings import heading_key, known_headings
from data_access.importing.remarks import Remarks, Severity
from model.folding import fold

_NUMBERS: Final = frozenset(("stt", "tt", "sott", "sothutu", "no"))
_NUMBER: Final = re.compile(r"[\ue001]?-?[0-9][0-9.,\s]*(?:đồng|đ)?")
_ROMAN: Final = re.compile(r"\(?(?:[IVX]+|[A-Z])\s*[.)/\-]?")
_GROUP: Final = re.compile(r"^\(?(?:[IVX]+|[A-Z])\s*[.)/\-]\s*(\S.*)$")
_COUNTED: Final = re.compile(r"^\(?[0-9]{1,3}\s*[.)/\-]\s*(\S.*)$")
_SUM: Final = re.compile(
    r"(?!tong cong ty\b)(?:tong cong|tong so|toan cong|tong|cong|tieu ket|luy ke|sub-?\s?total|(?:grand )?total)"
    r"(?:\s*[:(.]|\s*$|\s+(?:cong|so|chung|cac|khoi|nhom|cum|muc|phan|trang|toan|don vi|[ivx]+|[a-z]|[0-9]+)\b"
    r"|\s+(?:don|phu|hop|hop chung|gia tri|tien|loc|tam tinh|den nay|nam [0-9]+|quy [ivx0-9]+|thang [0-9]+)\s*$)"
    r"|(?:cong |so )?(?:mang|chuyen) sang(?: tu)?(?: trang(?: sau| truoc| [0-9]+)?)?\s*:?\s*$"
)
_SIGNATURE: Final = re.compile(
    r"\b(?:nguoi lap|lap bieu|tm\.|t/m|chu tich|ban thuong vu|giam doc|ke toan|thu truong|ky ten|ky, ghi|noi nhan"
    r"|nguoi tong hop|xac nhan)"
)
_NOTE: Final = re.compile(r"\(?(?:ghi chu|luu y|chu thich|nguon)\b")
_OTHER_TABLE: Final = "other_table_left_out"
_REPORTED: Final = ("total_rows_left_out", "group_rows_left_out", "signatures_left_out", "notes_left_out", _OTHER_TABLE)


@dataclass(frozen=True)
class Aside:
    """A row outside the table: its kind (code of the remark), its words, and the amount it states."""

    line: int
    code: str
    label: str
    amount: str


def find_asides(part: pl.DataFrame, names: list[str], others: dict[str, pl.Series]) -> list[Aside]:
    """The rows of `part` that are no initiatives; `others` are the columns without a field, by heading, row by row."""
    filled = _filled(names)
    keys = [name for name in ("code", "unit", "uploaded_at") if name in names]
    keyless = _are_blank(keys)
    is_sum = pl.col("code").str.contains(r"(?i)^\s*(?:tổng|cộng)") if "code" in names else pl.lit(value=False)
    places = part.with_row_index("nth").filter(keyless | (filled <= 2) | is_sum)
    asides: list[Aside] = []
    for row in places.iter_rows(named=True):
        cells = {name: row[name].strip() for name in names if row[name].strip()}
        beside = {heading: series[row["nth"]].strip() for heading, series in others.items()}
        below_signature = any(aside.code == "signatures_left_out" for aside in asides)
        code, label = _kind_of(cells, beside, below_signature=below_signature)
        if code:
            asides.append(Aside(row["line"], code, label, cells.get("benefit_vnd", "")))
    return asides


def find_other_table(part: pl.DataFrame, names: list[str]) -> list[Aside]:
    """Rows from headings of another table to the end, where none of them has a union or a day."""
    keys = [name for name in ("unit", "uploaded_at") if name in names]
    tail = part.with_columns(is_keyless=_are_blank(keys) if keys else False)
    tail = tail.filter(pl.col("is_keyless").reverse().cum_min().reverse())
    lines, rows = tail["line"].to_list(), tail.select(names).rows()
    start = next((nth for nth, cells in enumerate(rows) if _heads_a_table(cells)), None)
    if start is None or start + 1 == len(rows):
        return []
    label = ", ".join(cell.strip() for cell in rows[start] if cell.strip())
    return [Aside(line, _OTHER_TABLE, label, "") for line in lines[start:]]


def _filled(names: Iterable[str]) -> pl.Expr:
    """How many of these cells of a row hold anything."""
    return pl.sum_horizontal(pl.col(name) != "" for name in names)


def _are_blank(names: Iterable[str]) -> pl.Expr:
    return pl.all_horizontal(pl.col(name) == "" for name in names)


def _heads_a_table(cells: tuple[str, ...]) -> bool:
    """Whether the words name columns and nothing else."""
    filled = [cell for cell in cells if cell.strip()]
    is_words = len(filled) > 1 and not any(_is_number(cell) or cell.startswith(marks.MOMENT) for cell in filled)
    return is_words and any(known_headings(kind, filled) for kind in Kind if kind is not Kind.FIGURES)


def find_closing(part: pl.DataFrame, names: list[str]) -> list[Aside]:
    """Signatures and notes below targets or units: a single cell of words."""
    if len(names) < 2:
        return []
    alone = part.filter(_filled(names) == 1)
    asides: list[Aside] = []
    for row in alone.iter_rows(named=True):
        label = next(row[name].strip() for name in names if row[name])
        if _SIGNATURE.search(fold(label)) or any(aside.code == "signatures_left_out" for aside in asides):
            asides.append(Aside(row["line"], "signatures_left_out", label, ""))
        elif _NOTE.match(fold(label)):
            asides.append(Aside(row["line"], "notes_left_out", label, ""))
    return asides


def _is_number(text: str) -> bool:
    """Whether a cell holds an amount, or a formula for one that was never calculated."""
    return text.startswith((marks.NOT_CALCULATED, marks.ERROR)) or bool(_NUMBER.fullmatch(text))


def _kind_of(cells: dict[str, str], beside: dict[str, str], *, below_signature: bool) -> tuple[str, str]:
    """The kind of aside and its words; two empty texts where the row may be an initiative."""
    numbering = [text for heading, text in beside.items() if heading_key(heading) in _NUMBERS and text]
    if any(_is_number(text) for text in numbering) or cells.get("uploaded_at", "").startswith(marks.MOMENT):
        return "", ""
    every = [*(text for text in beside.values() if text), *cells.values()]
    words = [text for text in every if not _is_number(text)]
    texts = [text for text in words if not (text in numbering and _ROMAN.fullmatch(text))]
    label = texts[0] if texts else ""
    if len(texts) == 1 and _SUM.match(fold(label)):
        return "total_rows_left_out", label
    if not texts or _is_key(cells):
        return "", ""
    if len(words) < len(every) and not (len(texts) == 1 and (_GROUP.match(label) or len(words) > 1)):
        return "", ""  # an amount beside words is a row, unless the words head a group
    if _SIGNATURE.search(" ".join(map(fold, texts))) or below_signature:
        return "signatures_left_out", label
    if len(texts) > 1:
        return "", ""
    group = _GROUP.match(label)
    if group or len(words) > 1:
        return "group_rows_left_out", group[1] if group else label
    return "notes_left_out", label


def group_label(row: list[str]) -> str:
    """The name that a row of few cells gives the rows below it; "" where it is an initiative, a sum or a signature."""
    cells = [cell.strip() for cell in row if cell.strip()]
    words = [cell for cell in cells if not _NUMBER.fullmatch(cell) and not cell.startswith(marks.MOMENT)]
    texts = [cell for cell in words if not _ROMAN.fullmatch(cell)]
    if len(texts) != 1 or (len(cells) > len(words) and len(words) == 1 and not _GROUP.match(texts[0])):
        return ""
    plain = fold(texts[0])
    if _SUM.match(plain) or _SIGNATURE.search(plain):
        return ""
    group = _GROUP.match(texts[0]) or _COUNTED.match(texts[0])
    return group[1] if group else texts[0]


def _is_key(cells: dict[str, str]) -> bool:
    """Whether a cell holds what only an initiative has: a code, or a day in figures."""
    code = cells.get("code", "")
    is_day = re.match(r"[0-9]{1,4}\s*[/.\-]\s*[0-9]{1,2}", cells.get("uploaded_at", ""))
    return bool(code and not re.search(r"\s", code)) or bool(is_day)


def note_asides(asides: list[tuple[str | None, Aside]], remarks: Remarks) -> None:
    """Remark the rows left out of the sheets, by kind, with their lines and first words."""
    several = len({sheet for sheet, _ in asides}) > 1
    for code in _REPORTED:
        matching = [(sheet, aside) for sheet, aside in asides if aside.code == code]
        if matching:
            lines = [f"{aside.line} ({sheet})" if several else aside.line for sheet, aside in matching]
            params: dict[str, object] = {"lines": lines, "example": matching[0][1].label[:80]}
            remarks.say(Severity.WARNING, code, **params)
