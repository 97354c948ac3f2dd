"""One invented but plausible answer for every chart, with the difficult rows in it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.kit.theme import Look
from charts.overview import draw_progress
from charts.published import draw_awards, draw_levels, draw_milestones
from charts.ranking import draw_rank_slope, draw_ranking
from charts.sectors import draw_cut, draw_sector_heat, draw_sectors
from charts.targets import draw_targets
from language.languages import ENGLISH, VIETNAMESE
from model.breakdown import Breakdown
from model.catalogue import Phase, Programme
from model.codes import Basis, DataKind, Measure, TargetStatus
from model.facts import Fact, Source
from model.frames import CUT, DAILY, PUBLISHED, RANKING, SECTOR_UNITS, SECTORS, TARGETS, Columns
from model.results import Overview, Ranking
from tests.charts.analysis_samples import analyses
from tests.text_tables import drawn

LOOKS = {
    f"{language.code}-{'dark' if dark else 'light'}-{'wide' if wide else 'narrow'}": Look(language, dark, wide)
    for language in (VIETNAMESE, ENGLISH)
    for dark in (False, True)
    for wide in (True, False)
}
PLAIN = Look(VIETNAMESE)
EIGHT_O_CLOCK = datetime(2022, 4, 20, 8)
MILLION = Programme(
    1, "1tr", "1 triệu sáng kiến", "1 million initiatives", date(2022, 1, 8), date(2023, 9, 1), DataKind.SIMULATED,
    1_000_000, "made up",
    (Phase(1, date(2022, 1, 8), date(2022, 5, 31), 300_000), Phase(2, date(2022, 6, 1), date(2023, 9, 1), None)),
)  # fmt: skip


def frame(columns: Columns, drawing: str) -> pl.DataFrame:
    """A drawn table as the frame a query promises; blank cells and columns that are not drawn are null."""
    texts = pl.DataFrame(drawn(drawing), schema=dict.fromkeys(columns, pl.String))
    return texts.select(
        pl.col(name).str.replace_all("_", "").cast(kind) if kind.is_numeric() else pl.col(name).cast(kind)
        for name, kind in columns.items()
    )


TARGET_ROWS = """
    unit_code | short_name           | uploads | registered | assigned | guided | target  | reached_pct | gap      | status
    LD-38     | Thanh Hóa              | 170_263 | 48_500     |          | 52_000 | 48_500  | 351.06      | 121_763  | exceeded
    LD-79     | TP. Hồ Chí Minh        | 116_150 | 50_000     | 50_000   |        | 50_000  | 232.3       | 66_150   | exceeded
    LD-77     | Bà Rịa - Vũng Tàu      | 2_500   | 2_500      |          |        | 2_500   | 100         | 0        | met
    CD-NN     | CĐ Nông nghiệp và PTNT | 2_999   | 3_000      |          |        | 3_000   | 99.97       | -1       | on_track
    LD-01     | Hà Nội                 | 26_000  | 130_000    | 60_000   |        | 130_000 | 20          | -104_000 | behind
    LD-80     | Long An                | 74_176  |            |          |        |         |             |          | no_target
    LD-94     | Sóc Trăng              | 0       | 13_000     |          |        | 13_000  | 0           | -13_000  | not_reported
"""  # noqa: E501
RANKING_ROWS = """
    rank | unit_code | unit_name            | short_name           | value  | share_pct | cumulative_pct | rank_before
    1    | LD-38     | LĐLĐ tỉnh Thanh Hóa | Thanh Hóa              | 35_728 | 21.8477   | 21.8477        | 1
    2    | LD-01     | LĐLĐ TP. Hà Nội | Hà Nội                 | 18_549 | 11.3427   | 33.1904        | 4
    3    | LD-40     | LĐLĐ tỉnh Nghệ An      | Nghệ An                | 14_282 | 8.7334    | 41.9238        | 2
    4    | LD-42     | LĐLĐ tỉnh Hà Tĩnh      | Hà Tĩnh                | 9_574  | 5.8545    | 47.7783        |
    5    | CD-NN     | CĐ Nông nghiệp và PTNT | CĐ Nông nghiệp và PTNT | 6_601  | 4.0365    | 51.8149        | 17
         |           | Còn lại                | Còn lại                | 78_798 | 48.1851   | 100            |
"""
SECTOR_ROWS = """
    sector_code | sector_name          | uploads | share_pct
    giao-duc    | Giáo dục             | 52_120  | 34.75
    sxkd        | Sản xuất kinh doanh  | 48_210  | 32.14
    hcsn        | Hành chính sự nghiệp | 30_111  | 20.07
    y-te        | Y tế                 | 11_959  | 7.97
    khac        | Khác                 | 10      | 0.0049
    none        | Chưa phân loại       | 7_590   | 5.06
"""
CUT_ROWS = """
    code     | uploads | share_pct
    state    | 90_000  | 60
    nonstate | 45_000  | 30
    fdi      | 12_000  | 8
    none     | 3_000   | 2
"""
CELL_ROWS = """
    unit_code | short_name             | sector_code | uploads | share_pct
    LD-38     | Thanh Hóa              | giao-duc    | 126_382 | 74.2
    LD-38     | Thanh Hóa              | sxkd        | 43_881  | 25.8
    CD-NN     | CĐ Nông nghiệp và PTNT | sxkd        | 2_000   | 66.7
    CD-NN     | CĐ Nông nghiệp và PTNT | none        | 999     | 33.3
"""
PUBLISHED_ROWS = """
    as_of            | unit_name  | metric                | category         | value     | unit_of_measure  | qualifier
    2022-01-08       | cả nước    | sang_kien_cap_nhat    |                  | 23        | sáng kiến        | đúng
    2022-04-20T08:00 | cả nước    | sang_kien_cap_nhat    |                  | 163_532   | sáng kiến        | hơn
    2022-05-11       | cả nước    | moc_300000            |                  | 300_000   | sáng kiến        | hơn
    2022-05-31       | cả nước    | sang_kien_cap_nhat    |                  | 696_948   | sáng kiến        | đúng
    2022-05-31       | cả nước    | sang_kien_cap_nhat    | doi_tuong        | 380_656   | sáng kiến        | đúng
    2022-05-31       | Thanh Hóa  | sang_kien_cap_nhat    |                  | 170_263   | sáng kiến        | đúng
    2022-10-03T15:34 | cả nước    | sang_kien_cap_nhat    |                  | 1_000_000 | sáng kiến        | đúng
    2023-10-08       | cả nước    | sang_kien_cap_nhat    |                  | 2_400_000 | sáng kiến        | hơn
                     | Phú Xuyên  | sang_kien_cong_nhan   | cap_co_so        | 3_055     | sáng kiến        | đúng
                     | Phú Xuyên  | sang_kien_cong_nhan   | cap_tren_co_so   | 1_560     | sáng kiến        | đúng
                     | Phú Xuyên  | sang_kien_cong_nhan   | cap_tinh_bo_nganh | 10       | đề tài           | đúng
                     | Phú Xuyên  | sang_kien_khen_thuong | cap_tinh         | 5         | đề tài, sáng kiến | đúng
    2020-09-17       | Cư Jút     | khen_thuong           | huan_chuong_ld_hang_ba | 1   | tập thể          | đúng
    2020-09-17       | Cư Jút     | khen_thuong           | bang_khen        | 67        | tập thể, cá nhân | đúng
    2020-09-17       | Cư Jút     | danh_hieu             | lao_dong_xuat_sac_cap_tinh | 68 | tập thể, cá nhân | đúng
"""


def targets(drawing: str = TARGET_ROWS) -> pl.DataFrame:
    full_name = pl.format("LĐLĐ tỉnh {}", "short_name")
    return frame(TARGETS, drawing).with_columns(unit_name=full_name, expected_pct=pl.lit(68.0))


def published(drawing: str = PUBLISHED_ROWS) -> pl.DataFrame:
    # Metrics keep their underscores: only numbers are drawn with them to be readable.
    texts = pl.DataFrame(drawn(drawing), schema=dict.fromkeys(PUBLISHED, pl.String))
    period = pl.when(pl.col("as_of").is_null()).then(pl.lit("5 năm (đến 2020)"))
    return texts.with_columns(pl.col("value").str.replace_all("_", ""), period=period).cast(dict(PUBLISHED))


def ranking(drawing: str = RANKING_ROWS, **changes: Any) -> Ranking:
    known: dict[str, Any] = {
        "frame": frame(RANKING, drawing),
        "measure": Measure.UPLOADS,
        "basis": Basis.RECORDS,
        "total": 163_532.0,
        "rest_units": 77,
        "without_value": 0,
        "moment": EIGHT_O_CLOCK,
        "before_moment": datetime(2022, 3, 26, 23, 59, 59, 999999),
    }
    return Ranking(**{**known, **changes})


def breakdown(drawing: str = SECTOR_ROWS, **changes: Any) -> Breakdown:
    parts = frame(SECTORS, drawing)
    known: dict[str, Any] = {
        "frame": parts,
        "scheme": "sector",
        "label_vi": "Theo lĩnh vực",
        "label_en": "By sector",
        "counts": "uploads",
        "kind": "parts",
        "parts_total": parts["uploads"].sum(),
        "stated_total": parts["uploads"].sum(),
        "stated_counts": "uploads",
        "stated_qualifier": None,
        "gap": 0,
        "as_of": EIGHT_O_CLOCK,
        "source": Source("records"),
    }
    return Breakdown(**{**known, **changes})


def son_tay() -> Breakdown:
    """Parts that do not explain the total their source states."""
    drawing = """
        sector_code | sector_name          | uploads | share_pct
        sxkd        | Doanh nghiệp         | 1_301   | 71.4050
        giao-duc    | Trường học           | 446     | 24.4786
        hcsn        | Hành chính sự nghiệp | 75      | 4.1164
    """
    stated = {"stated_total": 2_219, "stated_qualifier": "hơn", "stated_counts": "people", "gap": 397}
    return breakdown(drawing, scheme="block", as_of=datetime(2024, 12, 31, 23, 59, 59), **stated)


def overview(
    moment: datetime = EIGHT_O_CLOCK,
    days: Sequence[tuple[date, int | None, int]] = (),
    *,
    target: int | None = 1_000_000,
    **changes: Any,
) -> Overview:
    days = days or [(date(2022, 1, 8) + timedelta(days=n), 1_587 if n else 71, 71 + 1_587 * n) for n in range(103)]
    uploads = days[-1][2] if days else None
    gap = uploads - target if target and uploads is not None else None
    values: dict[str, float | None] = {
        "uploads": uploads,
        "target": target,
        "reached_pct": 100 * uploads / target if target and uploads is not None else None,
        "gap": gap,
        "needed_per_day": -gap / 499 if gap is not None else None,
        "pace_per_day": 1_587.0,
    }
    facts = {name: Fact(value, "initiatives", "uploads", moment, Source("records")) for name, value in values.items()}
    known: dict[str, Any] = {
        "facts": facts,
        "daily": pl.DataFrame(list(days), schema=DAILY, orient="row"),
        "target_scope": "national",
        "comparable": True,
        "moment": moment,
        "start": date(2022, 1, 8),
        "end": date(2023, 9, 1),
        "status": TargetStatus.BEHIND,
    }
    return Overview(**{**known, **changes})


# Every chart by name; those that come in parts give their first.
CHARTS: dict[str, Callable[[Look], go.Figure]] = {
    "awards": lambda look: draw_awards(published(), look) or go.Figure(),
    "cut_ownership": lambda look: draw_cut(frame(CUT, CUT_ROWS), "ownership", look, moment=EIGHT_O_CLOCK),
    "levels": lambda look: draw_levels(published(), look) or go.Figure(),
    "milestones": lambda look: draw_milestones(published(), look) or go.Figure(),
    "progress": lambda look: draw_progress(overview(), MILLION, look),
    "rank_slope": lambda look: draw_rank_slope(ranking(), look),
    "ranking": lambda look: draw_ranking(ranking(), look),
    "sector_heat": lambda look: draw_sector_heat(frame(SECTOR_UNITS, CELL_ROWS), look, moment=EIGHT_O_CLOCK),
    "sectors": lambda look: draw_sectors(breakdown(), look),
    "sectors_gap": lambda look: draw_sectors(son_tay(), look),
    "targets": lambda look: draw_targets(targets(), look, as_of=EIGHT_O_CLOCK)[0],
    **analyses(overview, MILLION, ranking),
}


def words(figure: go.Figure) -> list[str]:
    """Every text a reader sees; tags are removed only where plotly needs them around the whole text."""
    drawn_texts = [text for trace in figure.data for text in (trace.text or ()) if isinstance(text, str)]
    return [text for text in (*drawn_texts, *(note.text for note in figure.layout.annotations)) if text]
