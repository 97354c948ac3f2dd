"""Colours can be told apart with any colour vision, and plotly's buttons make no requests."""

from itertools import combinations

import numpy as np
import pytest

from charts.kit.controls import plotly_config
from charts.kit.lettering import shortened, text_width, wrapped
from charts.kit.palette import DARK, LIGHT, SECTOR_COLOURS, text_on
from charts.kit.theme import Look, new_figure
from language.languages import ENGLISH, VIETNAMESE

# Machado 2009, severity 1.
EYES = {
    "usual": np.eye(3),
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
everywhere = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
every_eye = pytest.mark.parametrize("eye", EYES)


def light_of(colour: str) -> np.ndarray:
    parts = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    x = TO_XYZ @ np.clip(light, 0, 1) / [0.95047, 1, 1.08883]
    f = np.where(x > 0.008856, np.cbrt(x), 7.787 * x + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(one: str, other: str, eye: str) -> float:
    seen = [lab(np.array(EYES[eye]) @ light_of(colour)) for colour in (one, other)]
    return float(np.linalg.norm(seen[0] - seen[1]))


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((float(light_of(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@every_eye
@everywhere
def test_statuses_can_be_distinguished(palette, eye):
    statuses = (palette.above, palette.met, palette.on_track, palette.below)
    assert min(distance(one, other, eye) for one, other in combinations(statuses, 2)) > 18


@every_eye
@everywhere
def test_the_target_is_no_bar_and_no_background(palette, eye):
    grounds = (palette.above, palette.met, palette.on_track, palette.track, palette.page)
    assert min(distance(palette.target, ground, eye) for ground in grounds) > 18


@every_eye
def test_sectors_can_be_distinguished(eye):
    real = [colour for code, colour in SECTOR_COLOURS.items() if code not in ("khac", "none")]
    assert min(distance(one, other, eye) for one, other in combinations(real, 2)) > 14


@everywhere
def test_text_is_readable(palette):
    assert contrast(palette.ink, palette.page) > 12
    assert contrast(palette.quiet, palette.page) > 7
    assert contrast(palette.target, palette.page) > 4.5
    assert min(contrast(bar, palette.page) for bar in (palette.data, palette.above, palette.below)) > 3
    assert min(contrast(text_on(cell, palette), cell) for cell in palette.heat) > 4


def test_buttons_are_few_translated_and_local():
    config = plotly_config(VIETNAMESE)
    text = str(config)

    assert config["locales"]["vi"]["dictionary"]["Download plot as a PNG"] == "Tải ảnh PNG"
    assert config["modeBarButtons"] == [["toImage"]]
    assert config["displaylogo"] is config["showSendToCloud"] is False
    assert config["topojsonURL"].startswith("/")
    assert "http" not in text
    assert (plotly_config(ENGLISH)["locale"], plotly_config(ENGLISH)["locales"]) == ("en", {})


def test_a_figure_never_asks_for_a_shared_template():
    assert Look(VIETNAMESE).palette is LIGHT
    assert Look(ENGLISH, dark=True).palette is DARK


def test_a_name_is_measured_accents_or_not():
    assert text_width("Thừa Thiên Huế", 13) == text_width("Thua Thien Hue", 13)
    assert text_width("mm", 13) > text_width("ii", 13)
    assert text_width("a", 13, bold=True) > text_width("a", 13)


def test_lines_break_between_words_only():
    lines = wrapped("Thành phố và bộ, ngành công nhận", 14, 120)

    assert " ".join(lines) == "Thành phố và bộ, ngành công nhận"
    assert len(lines) > 1
    assert all(text_width(line, 14) <= 120 for line in lines)
    assert wrapped("45,2\u00a0tỷ\u00a0đồng", 14, 20) == ["45,2\u00a0tỷ\u00a0đồng"]


def test_no_line_begins_with_a_separator():
    facts = "Tính đến 03/10/2022 15:34 · Số sáng kiến cập nhật · Không cộng lại"

    for width in range(40, 400, 10):
        lines = wrapped(facts, 12, width)
        assert " ".join(lines) == facts
        assert not [line for line in lines if line.startswith("·")]


def test_a_name_is_cut_only_where_it_must():
    assert shortened("Hà Nội", 13, 200) == "Hà Nội"
    cut = shortened("CĐ Nông nghiệp và PTNT", 13, 90)
    assert cut.endswith("…")
    assert text_width(cut, 13) <= 90


def test_no_line_of_a_foot_ends_with_a_sign_or_begins_with_a_lonely_number():
    text = "Benefit value · ▲ up, ▼ down, = same place as before · units without figures: 1"
    lines = (
        new_figure(Look(ENGLISH), [], height=10, foot=(text,), margin={}, room=150)
        .layout.annotations[0]
        .text.split("<br>")
    )
    assert len(lines) > 2
    assert not [line for line in lines if line.endswith(("▲", "▼", "=", ":")) or line.isdigit()]
