"""Names of the codes of dimensions. Names of sectors come from the database."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Self

from language.words.beginning import at_beginning
from language.words.formatting import MISSING
from language.words.quotations import ENGLISH_QUOTATIONS
from language.words.remarks import ENGLISH_REMARKS
from language.words.sources import ENGLISH_WORDS

EXACT: Final = "đúng"
ROUNDED: Final = "làm tròn"  # of the ledger; before a number it reads “about”
_BEFORE_A_TITLE: Final = (": “", ": http", " – http")
_NO_BREAK: Final = "\u00a0"
# A cluster that only has a number, Roman ones too.
_NUMBERED: Final = re.compile(r"(?P<kind>(?:Cụm|Khối)[^0-9]*?)(?: số)? (?P<number>[0-9]+|[IVX]+)")


@dataclass(frozen=True)
class NameTexts:
    """Labels by code, one mapping for each dimension."""

    sectors: Mapping[str, str]
    ownerships: Mapping[str, str]
    positions: Mapping[str, str]
    levels: Mapping[str, str]
    statuses: Mapping[str, str]
    solutions: Mapping[str, str]
    kinds: Mapping[str, str]
    regions: Mapping[str, str]
    bases: Mapping[str, str]
    boundaries: Mapping[str, str]
    target_kinds: Mapping[str, str]
    measures: Mapping[str, str]
    target_statuses: Mapping[str, str]
    qualifiers: Mapping[str, str]
    statements: Mapping[str, str]  # of a unit by a source, without a number
    words: Mapping[str, str]  # of Vietnamese data; what is not listed stays as it is
    quotations: Mapping[str, str]  # translations, by their originals
    translated: str  # what marks them
    province_forms: Mapping[str, str]  # by the word a name of a province begins with

    def by_code(self, field: str) -> Mapping[str, str]:
        """Labels of a filter's codes, by its field of Filters."""
        labels: Mapping[str, str] = getattr(self, field)
        return labels

    def sector(self, code: str) -> str:
        """The name of a sector; the code itself where it has none."""
        return self.sectors.get(code, code)

    def ownership(self, code: str) -> str:
        """The name of an ownership; the code itself where it has none."""
        return self.ownerships.get(code, code)

    def position(self, code: str) -> str:
        """The name of a position; the code itself where it has none."""
        return self.positions.get(code, code)

    def level(self, code: str) -> str:
        """The name of a recognition level; the code itself where it has none."""
        return self.levels.get(code, code)

    def status(self, code: str) -> str:
        """The name of an initiative's status; the code itself where it has none."""
        return self.statuses.get(code, code)

    def statuses_in_words(self, codes: Iterable[str]) -> str:
        """“hợp lệ, đang xem xét”."""
        return ", ".join(self.status(code).lower() for code in codes)

    def target_kind(self, code: str) -> str:
        """The name of a kind of target; the code itself where it has none."""
        return self.target_kinds.get(code, code)

    def measure(self, code: str) -> str:
        """The name of a measure; the code itself where it has none."""
        return self.measures.get(code, code)

    def target_status(self, code: str) -> str:
        """The name of a target status; the code itself where it has none."""
        return self.target_statuses.get(code, code)

    def unit_statement(self, codes: str) -> str:
        """What sources say about a unit without a number; `codes` are separated by “;”."""
        return "; ".join(self.statements.get(code, code) for code in codes.split(";"))

    def qualifier(self, code: str | None) -> str:
        """The qualifier of a number (“hơn”), as published where untranslated; "" for exact numbers."""
        return "" if code in (None, "", EXACT) else self.qualifiers.get(code, code)

    def qualified(self, text: str, code: str | None) -> str:
        """“hơn 163.532”: a number behind its qualifier; unknown values get none."""
        return text if text == MISSING else f"{self.qualifier(code)} {text}".strip()

    def word(self, text: str) -> str:
        """A word of the data in this language, compound ones (“An Giang · y tế”) part by part."""
        return self.words.get(text) or " · ".join(map(self._part, text.split(" · ")))

    def _part(self, text: str) -> str:
        """A word without a translation stays, but for a kind with a number, such as “Cụm thi đua số 1”."""
        match = _NUMBERED.fullmatch(text) if text not in self.words else None
        if match and match["kind"] in self.words:
            return f"{self.words[match['kind']]}{_NO_BREAK}{match['number']}"
        return self.words.get(text, text)

    def owner(self, text: str | None) -> str:
        """“Cả nước”, “Nhóm 9 tỉnh”: the owner of a number, capitalised."""
        return at_beginning(self.word(text or ""))

    def staff_text(self, text: str | None) -> str:
        """Staff's Vietnamese text about a number in this language: remark, period, source.

        Article titles and addresses stay, and so does text without a translation.
        """
        if not text or not self.words or text in self.words:
            return self.word(text or "")
        whole = self._titled(text)
        return whole if whole != text else "; ".join(map(self._titled, text.split("; ")))

    def _titled(self, text: str) -> str:
        """A remark, also before the title or address that it introduces."""
        for mark in _BEFORE_A_TITLE:
            head, separator, rest = text.partition(mark)
            if separator and head in self.words:
                return f"{self.words[head]}{separator}{rest}"
        return self.word(text)

    def quotation(self, text: str, *, with_original: bool = True) -> str:
        """A quotation in its marks; where it is translated the translation, marked as one, before the original."""
        translation = self.quotations.get(text)
        if not translation:
            return f"“{text}”"
        return (
            f"“{translation}” ({self.translated}: “{text}”)"
            if with_original
            else f"“{translation}” ({self.translated})"
        )

    def province(self, name: str) -> str:
        """“Tỉnh Bắc Ninh” in this language."""
        for kind, form in self.province_forms.items():
            if name.startswith(kind):
                return form.format(name=name.removeprefix(kind).strip())
        return name

    def with_names(self, sectors: Mapping[str, str], words: Mapping[str, str]) -> Self:
        """These names with the sectors, unions and clusters of a database."""
        return replace(self, sectors={**self.sectors, **sectors}, words={**self.words, **words})


VIETNAMESE = NameTexts(
    sectors={
        "hcsn": "Hành chính sự nghiệp",
        "giao-duc": "Giáo dục",
        "y-te": "Y tế",
        "sxkd": "Sản xuất kinh doanh",
        "nong-nghiep": "Nông nghiệp",
        "khac": "Khác",
        "none": "Chưa phân loại",
    },
    ownerships={"state": "Nhà nước", "nonstate": "Ngoài nhà nước", "fdi": "FDI", "none": "Chưa phân loại"},
    positions={
        "worker": "Người lao động trực tiếp",
        "manager": "Lãnh đạo, quản lý",
        "officer": "Cán bộ công đoàn",
        "none": "Chưa phân loại",
    },
    levels={
        "grassroots": "Cơ sở",
        "upper": "Cấp trên cơ sở",
        "province": "Tỉnh, thành phố",
        "ministry": "Bộ, ngành",
        "national": "Toàn quốc",
        "none": "Chưa ghi cấp",
    },
    statuses={"review": "Đang xem xét", "valid": "Hợp lệ", "invalid": "Không hợp lệ"},
    solutions={
        "technical": "Giải pháp kỹ thuật",
        "management": "Giải pháp quản lý",
        "operational": "Giải pháp tác nghiệp",
        "technology": "Ứng dụng tiến bộ kỹ thuật, công nghệ",
        "research": "Đề tài nghiên cứu khoa học",
        "none": "Chưa phân loại",
    },
    kinds={
        "provincial": "LĐLĐ tỉnh, thành phố",
        "industry": "Công đoàn ngành trung ương",
        "corporation": "Công đoàn tổng công ty",
        "province": "LĐLĐ tỉnh, không gồm thành phố",
        "city": "LĐLĐ thành phố trực thuộc trung ương",
    },
    regions={
        "tdmnpb": "Trung du và miền núi phía Bắc",
        "dbsh": "Đồng bằng sông Hồng",
        "btb-dhmt": "Bắc Trung Bộ và duyên hải miền Trung",
        "tn": "Tây Nguyên",
        "dnb": "Đông Nam Bộ",
        "dbscl": "Đồng bằng sông Cửu Long",
    },
    bases={"records": "Bản ghi", "published": "Đã công bố"},
    boundaries={"63": "63 tỉnh", "34": "34 tỉnh"},
    target_kinds={"registered": "Đăng ký", "assigned": "Giao", "guided": "Định hướng 10%"},
    measures={
        "uploads": "Số sáng kiến cập nhật",
        "valid": "Số sáng kiến hợp lệ",
        "benefit": "Giá trị làm lợi",
        "per100": "Sáng kiến trên 100 đoàn viên",
        "reached": "% chỉ tiêu",
        "people": "Số người có sáng kiến",
    },
    target_statuses={
        "exceeded": "Vượt",
        "met": "Đạt",
        "on_track": "Đủ nhịp",
        "behind": "Chưa đủ nhịp",
        "too_early": "Mới bắt đầu",
        "missed": "Không đạt",
        "no_target": "Chưa có chỉ tiêu",
        "not_begun": "Chưa bắt đầu",
        "not_reported": "Chưa báo cáo",
        "not_published": "Chưa có số công bố",
        "not_comparable": "Không đủ căn cứ",
    },
    qualifiers={
        **{word: word for word in ("hơn", "trên", "gần", "khoảng", "ít nhất", "tối thiểu", "nhiều nhất", "dưới")},
        ROUNDED: "khoảng",
    },
    statements={
        "below_guided": "đăng ký thấp hơn định hướng 10% (nguồn không nêu số)",
        "average_rate": "tỷ lệ cập nhật ở mức trung bình cả nước, thấp hơn tiềm năng (nguồn không nêu số)",
    },
    words={},
    quotations={},
    translated="bản dịch",
    province_forms={"Tỉnh": "Tỉnh {name}", "Thành phố": "Thành phố {name}"},
)

ENGLISH = NameTexts(
    sectors={
        "hcsn": "Public administration",
        "giao-duc": "Education",
        "y-te": "Health",
        "sxkd": "Production and business",
        "nong-nghiep": "Agriculture",
        "khac": "Other",
        "none": "Not classified",
    },
    ownerships={"state": "State", "nonstate": "Non-state", "fdi": "FDI", "none": "Not classified"},
    positions={
        "worker": "Direct workers",
        "manager": "Leaders, managers",
        "officer": "Union officers",
        "none": "Not classified",
    },
    levels={
        "grassroots": "Grassroots",
        "upper": "Above grassroots",
        "province": "Province or city",
        "ministry": "Ministry",
        "national": "National",
        "none": "No level noted",
    },
    statuses={"review": "Under review", "valid": "Valid", "invalid": "Not valid"},
    solutions={
        "technical": "Technical solution",
        "management": "Management solution",
        "operational": "Operational solution",
        "technology": "Application of technology",
        "research": "Research topic",
        "none": "Not classified",
    },
    kinds={
        "provincial": "Provincial federations",
        "industry": "Central industry unions",
        "corporation": "Corporation unions",
        "province": "Federations of provinces, without the cities",
        "city": "Federations of centrally run cities",
    },
    regions={
        "tdmnpb": "Northern midlands and mountains",
        "dbsh": "Red River Delta",
        "btb-dhmt": "North Central and Central Coast",
        "tn": "Central Highlands",
        "dnb": "South East",
        "dbscl": "Mekong Delta",
    },
    bases={"records": "Records", "published": "Published"},
    boundaries={"63": "63 prov.", "34": "34 prov."},
    target_kinds={"registered": "Registered", "assigned": "Assigned", "guided": "Guided 10%"},
    measures={
        "uploads": "Initiatives uploaded",
        "valid": "Valid initiatives",
        "benefit": "Benefit value",
        "per100": "Initiatives per 100 members",
        "reached": "% of target",
        "people": "People with an initiative",
    },
    target_statuses={
        "exceeded": "Exceeded",
        "met": "Met",
        "on_track": "On pace",
        "behind": "Below pace",
        "too_early": "Just begun",
        "missed": "Missed",
        "no_target": "No target yet",
        "not_begun": "Not begun",
        "not_reported": "Not reported",
        "not_published": "No count published",
        "not_comparable": "No verdict",
    },
    statements={
        "below_guided": "registered less than the guided 10% (the source gives no number)",
        "average_rate": "uploads at the national average, below potential (the source gives no number)",
    },
    qualifiers={
        "hơn": "more than",
        "trên": "over",
        "gần": "nearly",
        "khoảng": "about",
        "ít nhất": "at least",
        "tối thiểu": "at least",
        "nhiều nhất": "at most",
        "dưới": "less than",
        ROUNDED: "about",
    },
    words={**ENGLISH_WORDS, **ENGLISH_REMARKS},
    quotations=ENGLISH_QUOTATIONS,
    translated="translated from Vietnamese",
    province_forms={"Tỉnh": "{name} Province", "Thành phố": "{name} City"},
)
