"""A nation after the merger, a province and an enterprise: the data their clerks enter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, TypeAlias

from data_access.reference.reference_files import rows_of

Cell: TypeAlias = str | int | date | None

_BEGIN, _END = date(2026, 1, 1), date(2026, 12, 31)
UNIT_HEADS: Final = ("Mã", "Tên", "Tên gọn", "Loại", "Cấp trên", "Xếp hạng", "Tỉnh", "Cụm/khối thi đua", "Đoàn viên")
PHASE_HEADS: Final = ("Số", "Tên", "Tên tiếng Anh", "Bắt đầu", "Kết thúc", "Chỉ tiêu")


@dataclass(frozen=True)
class Member:
    """One participating unit; `silent` ones report nothing."""

    code: str
    name: str
    kind: str
    members: int
    short: str | None = None
    above: str | None = None
    place: str | None = None
    cluster: str | None = None
    silent: bool = False

    @property
    def cells(self) -> tuple[Cell, ...]:
        ranked = "Không" if self.above else "Có"
        return (
            *(self.code, self.name, self.short, self.kind, self.above, ranked),
            *(self.place, self.cluster, self.members),
        )


@dataclass(frozen=True)
class Organisation:
    """The data of one organisation; `programme` by the field names of the first sheet."""

    programme: Mapping[str, Cell]
    phases: tuple[tuple[Cell, ...], ...]
    units: tuple[Member, ...]
    sectors: tuple[tuple[str, str], ...] = ()
    events: tuple[tuple[date, str], ...] = field(default=())

    @property
    def code(self) -> str:
        return str(self.programme["Mã"])

    @property
    def ranked(self) -> tuple[Member, ...]:
        return tuple(unit for unit in self.units if not unit.above)

    @property
    def inside(self) -> str | None:
        """The first ranked unit with units below it."""
        return next((unit.code for unit in self.ranked if self.below(unit.code)), None)

    def below(self, code: str) -> tuple[Member, ...]:
        return tuple(unit for unit in self.units if unit.above == code)


def nation() -> Organisation:
    """34 federations for the provinces since 2025, three industry unions, two phases."""
    places = {row["code_2025"]: (row["name_2025"], row["short_name_2025"]) for row in rows_of("provinces")}
    federations = tuple(
        Member(
            *(f"LDLD{code}", f"LĐLĐ {name[0].lower()}{name[1:]}", "liên đoàn lao động", 20_000 + 997 * n),
            *(short, None, short, f"Cụm {1 + n % 4}"),
            silent=n == 0,
        )
        for n, (code, (name, short)) in enumerate(sorted(places.items()))
    )
    industries = tuple(
        Member(f"CD-{short}", f"Công đoàn {short} Việt Nam", "công đoàn ngành", 50_000, short, cluster="Khối ngành")
        for short in ("Dệt May", "Y tế", "Đường sắt")
    )
    lines = {
        "Mã": "lao-dong-sang-tao-2026",
        "Tên": "Phong trào Lao động sáng tạo 2026",
        "Tên tiếng Anh": "Creative labour 2026",
        "Tên ngắn": "Lao động sáng tạo 2026",
        "Tổ chức": "Tổng Liên đoàn Lao động Việt Nam",
        "Nơi ký": "Hà Nội",
        **_until(4000, "Kế hoạch 10/KH-TLĐ"),
    }
    middle = date(2026, 6, 30)
    rounds = ((1, "Đợt 1", "Round 1", _BEGIN, middle, 1500), (2, "Đợt 2", "Round 2", date(2026, 7, 1), _END, 2500))
    return Organisation(lines, rounds, (*federations, *industries), events=((date(2026, 1, 5), "Lễ phát động"),))


def province() -> Organisation:
    """Eight upper unions with five grassroots unions each, twelve months."""
    uppers = {"LH": "Long Thành", "NT": "Nhơn Trạch", "TB": "Trảng Bom", "VC": "Vĩnh Cửu"}
    uppers |= {"XL": "Xuân Lộc", "BH": "Biên Hòa", "LK": "Long Khánh", "KCN": "các Khu công nghiệp"}
    companies = ("An Phát", "Bình Minh", "Cường Thịnh", "Đại Nam", "Gia Lộc")
    units: list[Member] = []
    for n, (code, name) in enumerate(uppers.items()):
        kind = "công đoàn cấp trên trực tiếp cơ sở"
        units.append(Member(f"DN-{code}", f"Công đoàn {name}", kind, 3000 + 311 * n, name, silent=code == "LK"))
        units += [
            Member(f"DN-{code}-{k}", f"CĐCS Công ty {company} {name}", "công đoàn cơ sở", 200 + k, above=f"DN-{code}")
            for k, company in enumerate(companies)
        ]
    lines = {
        "Mã": "dong-nai-2026",
        "Tên": "Sáng kiến Đồng Nai 2026",
        "Tên ngắn": "Sáng kiến Đồng Nai",
        "Tổ chức": "Liên đoàn Lao động tỉnh Đồng Nai",
        "Tổ chức cấp trên": "Tổng Liên đoàn Lao động Việt Nam",
        "Nơi ký": "Đồng Nai",
        "Gọi toàn bộ là": "toàn tỉnh",
        "Gọi toàn bộ là (tiếng Anh)": "the whole province",
        "Địa giới": "không",
        **_until(1500, "KH 12/KH-LĐLĐ"),
    }
    begins = [date(2026, n, 1) for n in range(1, 13)]
    ends = _ends(begins)
    months = tuple((n + 1, f"Tháng {n + 1}", f"Month {n + 1}", begins[n], ends[n], 125) for n in range(12))
    return Organisation(lines, months, tuple(units))


def enterprise() -> Organisation:
    """Workshops and offices with two teams each, quarters, own sectors, benefits of a factory."""
    shops = {"PX01": "Phân xưởng Ép", "PX02": "Phân xưởng Khuôn", "PX03": "Phân xưởng In"}
    shops |= {"PX04": "Phân xưởng Lắp ráp", "P-KD": "Phòng Kinh doanh", "P-NS": "Phòng Nhân sự"}
    units: list[Member] = []
    for n, (code, name) in enumerate(shops.items()):
        kind, cluster = ("phân xưởng", "Khối sản xuất") if code.startswith("PX") else ("phòng", "Khối văn phòng")
        units.append(Member(code, name, kind, 60 + 13 * n, cluster=cluster, silent=code == "P-NS"))
        units += [Member(f"{code}-T{t}", f"Tổ {t} {name}", "tổ", 20 + t, above=code) for t in (1, 2)]
    lines = {
        "Mã": "nhua-bm-2026",
        "Tên": "Mỗi tổ một sáng kiến 2026",
        "Tên ngắn": "Mỗi tổ một sáng kiến",
        "Tổ chức": "Công đoàn Công ty Nhựa Bình Minh",
        "Tổ chức cấp trên": "Công đoàn các khu công nghiệp Đồng Nai",
        "Nơi ký": "Biên Hòa",
        "Gọi toàn bộ là": "toàn công ty",
        "Gọi toàn bộ là (tiếng Anh)": "the whole company",
        "Địa giới": "không",
        "Ngưỡng giá trị (tỷ đồng)": "0,05; 0,5; 5",
        **_until(600, "Nghị quyết 03"),
    }
    begins = [date(2026, month, 1) for month in (1, 4, 7, 10)]
    ends = _ends(begins)
    numerals = ("I", "II", "III", "IV")
    quarters = tuple((n + 1, f"Quý {numerals[n]}", f"Quarter {n + 1}", begins[n], ends[n], 150) for n in range(4))
    sectors = (("an-toan", "An toàn lao động"), ("nang-suat", "Năng suất"), ("xanh", "Tiết kiệm điện, nước"))
    return Organisation(lines, quarters, tuple(units), sectors, ((date(2026, 1, 10), "Phát động thi đua"),))


def _ends(begins: Sequence[date]) -> list[date]:
    """The last day of each phase: the day before the next one, and that of the programme."""
    return [*(day - timedelta(days=1) for day in begins[1:]), _END]


def _until(target: int, source: str) -> dict[str, Cell]:
    shared: dict[str, Cell] = {"Bắt đầu": _BEGIN, "Kết thúc": _END}
    return {**shared, "Chỉ tiêu chung": target, "Nguồn chỉ tiêu": source, "Mặc định": "Có"}


ORGANISATIONS: Final = {"nation": nation, "province": province, "enterprise": enterprise}
