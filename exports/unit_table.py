"""The table of units shared by the printed report and the offline pack."""

from typing import Final

from exports.colours import status_colour
from model.edges import Json
from presentation.figures import Figures
from presentation.targets import view_targets
from presentation.wording import Wording

_LIST: Final = 2  # units that are worth counting
_LONGEST: Final = 200.0  # percent of the target at the end of a bar


def unit_table(figures: Figures, wording: Wording) -> Json:
    """Every unit with known figures, best first.

    `part` is its bar on a scale up to twice the target, which a bar that is `cut` goes beyond. `counted` is empty for
    fewer than two units; `marked` says what the mark in the middle of each bar is and what a break in one, and is empty
    where no unit is measured by a target. Where nobody has one there are names and counts alone.
    """
    view, columns = view_targets(figures, wording), wording.texts.columns
    names: tuple[str, ...] = ("unit_name", "uploads", "target", "reached_pct", "gap", "status")
    names = names if view.has_targets or not view.known else names[:2]
    is_measured = any(unit.reached_pct is not None for unit in view.known)
    rows = [
        {
            "cells": [unit.name, unit.uploads, unit.target, unit.reached, unit.gap, unit.status_name][: len(names)],
            "part": min(unit.reached_pct or 0.0, _LONGEST) / _LONGEST,
            "cut": (unit.reached_pct or 0.0) > _LONGEST,
            "colour": status_colour(unit.status),
        }
        for unit in view.known
    ]
    header = [columns[name] for name in names]
    texts = wording.language.charts
    marks = [texts.targets_target_line, *([texts.targets_broken] if any(row["cut"] for row in rows) else [])]
    note = view.known_counted if len(rows) >= _LIST else ""
    return {
        "title": wording.texts.titles["units"],
        "counted": note,
        "marked": " · ".join(marks) if is_measured else "",
        "header": header,
        "rows": rows,
    }
