"""Words of files that stand for codes: “Hợp lệ”, “Cơ sở”, “Ngoài nhà nước”."""

from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl

from data_access.importing.choices import Choices
from data_access.importing.headings import heading_key
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.tables import Table
from data_access.importing.texts import blank_words, text_column, without_marks
from model.codes import LEVELS, OWNERSHIPS, POSITIONS, SEXES, SOLUTIONS, STATUSES
from model.folding import fold

CODES: Final[Mapping[str, Sequence[str]]] = {
    "sex": SEXES,
    "position": POSITIONS,
    "ownership": OWNERSHIPS,
    "solution": SOLUTIONS,
    "status": STATUSES,
    "level": LEVELS,
}
# Code -> words for it, the first being the one to suggest. Any spelling of accents, case and punctuation is understood.
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "sex": {"male": "Nam|M|ông|anh", "female": "Nữ|F|bà|chị"},
    "position": {
        "worker": "Người lao động trực tiếp|Người lao động|Lao động trực tiếp|NLĐ trực tiếp|NLĐ|Công nhân|"
        "CNLĐ|Đoàn viên",
        "manager": "Lãnh đạo, quản lý|Lãnh đạo|Quản lý|Cán bộ lãnh đạo, quản lý|Cán bộ quản lý",
        "officer": "Cán bộ công đoàn|CBCĐ|Cán bộ CĐ",
        "none": "Chưa phân loại|Khác",
    },
    "ownership": {
        "state": "Nhà nước|Khu vực nhà nước|Trong nhà nước|Công lập|DN nhà nước|Doanh nghiệp nhà nước",
        "nonstate": "Ngoài nhà nước|Khu vực ngoài nhà nước|Ngoài quốc doanh|Tư nhân|Ngoài công lập|"
        "Doanh nghiệp ngoài nhà nước",
        "fdi": "FDI|Có vốn đầu tư nước ngoài|Vốn đầu tư nước ngoài|Doanh nghiệp FDI|Đầu tư nước ngoài|Khu vực FDI",
        "none": "Chưa phân loại",
    },
    "solution": {
        "technical": "Giải pháp kỹ thuật|Kỹ thuật|Cải tiến kỹ thuật",
        "management": "Giải pháp quản lý|Quản lý",
        "operational": "Giải pháp tác nghiệp|Tác nghiệp",
        "technology": "Ứng dụng tiến bộ kỹ thuật, công nghệ|Ứng dụng tiến bộ kỹ thuật|Ứng dụng công nghệ|"
        "Giải pháp ứng dụng tiến bộ kỹ thuật|Công nghệ",
        "research": "Đề tài nghiên cứu khoa học|Đề tài nghiên cứu|Nghiên cứu khoa học|Nghiên cứu|Đề tài",
        "none": "Chưa phân loại|Khác",
    },
    "status": {
        "review": "Đang xem xét|Chờ xem xét|Chưa xem xét|Đang xét|Chờ duyệt|Chờ xét duyệt|Đang chờ duyệt|Mới|"
        "Mới cập nhật",
        "valid": "Hợp lệ|Đã duyệt|Đạt|Được công nhận|Đã công nhận|Được duyệt",
        "invalid": "Không hợp lệ|Không đạt|Bị loại|Từ chối|Không được công nhận|Không duyệt",
    },
    "level": {
        "grassroots": "Cơ sở|Cấp cơ sở",
        "upper": "Cấp trên cơ sở|Cấp trên trực tiếp cơ sở|Trên cơ sở|Cấp trên trực tiếp",
        "province": "Tỉnh, thành phố|Tỉnh|Cấp tỉnh|Thành phố|Cấp thành phố|Cấp tỉnh, thành phố",
        "ministry": "Bộ, ngành|Bộ|Cấp bộ|Ngành|Cấp bộ, ngành|Bộ, ngành trung ương|Cấp ngành",
        "national": "Toàn quốc|Cấp toàn quốc|Quốc gia|Cấp quốc gia",
        "none": "Chưa công nhận",
    },
    "applied": {"yes": "Có|Rồi|Đã áp dụng|Đã|Yes|True|x|1|Y", "no": "Không|Chưa|Chưa áp dụng|No|False|0|N"},
}
# What a blank means is known, and what a free text means is not: such a word is left out, and told.
FREE: Final = ("position", "solution", "sex")


def _keys(name: str) -> dict[str, str]:
    words = {heading_key(word): code for code, words in _WORDS[name].items() for word in words.split("|")}
    return {**words, **{heading_key(code): code for code in _WORDS[name]}}


def suggestions(name: str) -> str:
    """The words that a column knows, as suggestions beside an unknown one."""
    return " / ".join(words.partition("|")[0] for code, words in _WORDS[name].items() if code != "none")


_SMALL: Final[Mapping[str, Mapping[str, str]]] = {
    "unit_kind": {
        "provincial": "LĐLĐ tỉnh, thành phố",
        "industry": "Công đoàn ngành",
        "corporation": "Công đoàn tổng công ty",
    },
    "target_kind": {"registered": "đăng ký", "assigned": "giao", "guided": "định hướng"},
}


def meanings(name: str) -> dict[str, str]:
    """Every code that a word in this column may stand for, with the Vietnamese word for it."""
    return {code: words.partition("|")[0] for code, words in {**_WORDS, **_SMALL}.get(name, {}).items()}


def chosen_words(choices: Choices, name: str) -> dict[str, str]:
    """The meanings that staff gave words of columns, by heading_key."""
    choices_made = ((*key.partition(":"), code) for key, code in choices.words.items())
    return {heading_key(word): code for field, _, word, code in choices_made if field == name}


def code_column(table: Table, name: str, choices: Choices, remarks: Remarks) -> pl.Series:
    """The column as stored numbers (`applied`: as Boolean), 0 or null where blank; unknown words are reported."""
    text = without_marks(text_column(table, name, remarks))
    own = {word: code for word, code in chosen_words(choices, name).items() if code in _WORDS[name] or code == "none"}
    keys, blanks = {**_keys(name), **own}, blank_words()
    codes: dict[str, str] = {}
    unknown: list[str] = []
    for word in text.drop_nulls().unique().to_list():
        code = keys.get(heading_key(word))
        if code:
            codes[word] = code
        elif not blanks.match(fold(word)):
            unknown.append(word)
    if unknown:
        mask = text.is_in(unknown).fill_null(value=False)
        free = name in FREE
        remarks.say_rows(
            Severity.WARNING if free else Severity.ERROR,
            "unknown_word_left_out" if free else "unknown_word",
            table.frame.filter(mask),
            table.headings[name],
            text.filter(mask),
            hint=suggestions(name),
        )
    return _numbers(text, codes, name)


def _numbers(text: pl.Series, codes: Mapping[str, str], name: str) -> pl.Series:
    if name == "applied":
        values = {word: code == "yes" for word, code in codes.items() if code != "none"}
        return text.replace_strict(values, default=None, return_dtype=pl.Boolean).alias(name)
    numbers = {word: CODES[name].index(code) for word, code in codes.items() if code in CODES[name]}
    return text.replace_strict(numbers, default=0, return_dtype=pl.Int64).fill_null(0).alias(name)


def code_by_word(words_of_codes: Mapping[str, str], choices: Choices, field: str) -> dict[str, str]:
    """The codes by heading key: of our own words (“word|word” by code) and of those that staff explained."""
    own = {word: code for code, words in words_of_codes.items() for word in words.split("|")}
    return own | chosen_words(choices, field)
