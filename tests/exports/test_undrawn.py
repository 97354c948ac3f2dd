"""Pictures of what makes no chart say what is known, and no axis stands without a bar."""

import io
import zipfile
from contextlib import closing
from dataclasses import replace

import polars as pl
import pytest

from charts.kit.sheet import Sheet
from charts.kit.statuses import STATUS_SHAPES
from charts.kit.theme import Look
from charts.target_bars import KIND_SHAPES
from charts.targets import draw_targets
from data_access.queries.map import fetch_map
from data_access.store.records import Records
from exports.svg import write_pictures
from exports.svg.figure import draw_figure
from exports.unit_table import unit_table
from language.languages import LANGUAGES
from model.filters import Filters
from presentation.by_status import statuses_of
from presentation.figures import gather, gather_worded
from presentation.prose import write_report_text
from presentation.published import view_published
from presentation.targets import targets_title
from presentation.wording import Wording
from tests.charts.samples import targets, words
from tests.data_access.drawn_programme import records_over
from tests.exports.test_pictures import written


def notice_of(records: Records, filters: Filters, language: str, subject: str) -> str:
    archive = zipfile.ZipFile(io.BytesIO(write_pictures(records, filters, LANGUAGES[language], subject=subject)))
    (name,) = [name for name in archive.namelist() if name.endswith(".svg")]
    return " ".join(written(archive.read(name)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_too_few_for_a_chart_are_printed_and_not_called_none(records: Records, language: str):
    """Two are published of Thanh Hóa, and its picture said that there was none."""
    filters = Filters(units=("LD-38",))
    figures, wording = gather_worded(records, filters, LANGUAGES[language])
    text, view = notice_of(records, filters, language, "published"), view_published(figures, wording)
    assert view.lines and all(line.printed in text for line in view.compared_first[:6])
    assert wording.language.charts.nothing not in text
    more = wording.language.published.undrawn_more.format(count=wording.language.numbers.count(len(view.lines) - 6))
    assert (more in text) is (len(view.lines) > 6)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_map_without_numbers_says_what_its_page_says(prepared_url: str, language: str):
    rows = "unit | uploaded_at\nCD-DL | 2022-02-01 08:00"
    with closing(records_over(prepared_url, rows)) as records:
        text = notice_of(records, Filters(within="CD-DL"), language, "map")
    assert LANGUAGES[language].map.nothing in text


def test_where_nobody_has_a_target_there_is_no_axis_and_no_target_in_the_title():
    look = Look(LANGUAGES["vi"])
    nobody = targets().with_columns(
        status=pl.lit("no_target"), reached_pct=pl.lit(None, pl.Float64), target=pl.lit(None, pl.Int64)
    )
    (with_bars, *_), (without, *_) = draw_targets(targets(), look), draw_targets(nobody, look)
    hundred = "<b>100%</b>"
    assert hundred in words(with_bars) and not [word for word in words(without) if "%" in word]
    assert look.language.charts.column_ratio in words(without)
    titles = [targets_title(frame, Filters().target, look.language) for frame in (targets(), nobody)]
    assert "chỉ tiêu" in titles[0] and titles[1] == look.language.exports.report.table_annex_no_target


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_everybody_without_a_target_are_those_of_the_table_alone(records: Records, language: str):
    figures, wording = gather(records, Filters(phase=1)), Wording(LANGUAGES[language], records.catalogue)
    nobody = figures.targets.with_columns(
        status=pl.lit("no_target"), reached_pct=pl.lit(None, pl.Float64), target=pl.lit(None, pl.Int64)
    )
    (sentence,) = statuses_of(nobody.to_dicts(), wording)
    assert wording.language.numbers.count(nobody.height) in sentence
    assert not [name for name in nobody["short_name"] if name in sentence]
    assert [name for name in nobody["short_name"][:2] if name in " ".join(statuses_of(nobody[:2].to_dicts(), wording))]
    text = write_report_text(replace(figures, targets=nobody), wording)
    assert not text.units and write_report_text(figures, wording).units


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rank_on_a_map_says_among_whom_it_is(records: Records, language: str):
    """A list of 63 provinces went on to the 79th."""
    archive = zipfile.ZipFile(io.BytesIO(write_pictures(records, Filters(phase=1), LANGUAGES[language], subject="map")))
    texts = [" ".join(written(archive.read(name))) for name in archive.namelist() if name.endswith(".svg")]
    atlas, names = fetch_map(records, Filters(phase=1)), LANGUAGES[language]
    ranked = names.map.ranked_among.format(count=names.numbers.count(atlas.frame["rank"].count()))
    assert atlas.elsewhere["rank"].count() and [ranked in text for text in texts] == [False, True]


@pytest.mark.parametrize(("reached", "is_cut"), [(150.0, False), (200.0, False), (257.96, True)])
def test_a_bar_beyond_twice_the_target_is_broken_and_says_so(records: Records, reached: float, is_cut: bool):
    figures, wording = gather_worded(records, Filters(phase=1), LANGUAGES["vi"])
    over = figures.targets.with_columns(
        reached_pct=pl.when(pl.col("unit_code") == "LD-38").then(reached).otherwise(pl.col("reached_pct").clip(0, 100))
    )
    table = unit_table(replace(figures, targets=over), wording)
    assert [row["cut"] for row in table["rows"]].count(True) == is_cut
    assert (wording.language.charts.targets_broken in table["marked"]) is is_cut
    assert max(row["part"] for row in table["rows"]) == min(reached, 200) / 200


@pytest.mark.parametrize("shape", [*STATUS_SHAPES.values(), *KIND_SHAPES.values()])
def test_every_mark_of_a_status_and_of_a_kind_is_drawn(shape: str):
    """The picture of targets failed where a union had missed its own, and where its period had not begun."""
    sheet = Sheet(Look(LANGUAGES["vi"]), 100)
    sheet.marks([10], [50], shape, "#123456", size=9, width=1)

    drawn, _ = draw_figure(sheet.figure(height=40, foot=()), 400)

    assert "#123456" in "".join(drawn.parts)
