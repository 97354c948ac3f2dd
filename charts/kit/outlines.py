"""Outlines of the provinces as SVG paths for files without a server: 810 by 980 units, as on the map."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from math import degrees, log, pi, radians, tan
from typing import Final

from charts.kit.tiles import FOLDER
from model.edges import Json

WIDTH: Final = 810
HEIGHT: Final = 980
_SCALE: Final = 55  # units a degree
_WEST: Final = 101.9
_NORTH: Final = 23.6
_FINEST: Final = 0.6  # units: nearer points cannot be told apart on any screen


Ring = list[tuple[float, float]]


@cache
def outlines(boundary: str) -> Mapping[str, str]:
    """Path by province code, for `63` or `34`; the archipelagos belong to Đà Nẵng and Khánh Hòa."""
    return {code: "".join(_path(ring) for ring in rings) for code, rings in rings_of(boundary).items()}


@cache
def rings_of(boundary: str) -> Mapping[str, list[Ring]]:
    """Outlines by province code as closed polygons, the first point not repeated."""
    content = json.loads((FOLDER / f"vn_provinces_{boundary}.geojson").read_text(encoding="utf-8"))
    return {feature["properties"]["code"]: _rings(feature["geometry"]) for feature in content["features"]}


def _rings(geometry: Json) -> list[Ring]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [_ring(ring) for polygon in polygons for ring in polygon]


def _path(ring: Ring) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z"


def _ring(ring: Sequence[Sequence[float]]) -> Ring:
    points: Ring = []
    for longitude, latitude in ring[:-1]:
        point = (longitude - _WEST) * _SCALE, (_mercator(_NORTH) - _mercator(latitude)) * _SCALE
        if not points or abs(point[0] - points[-1][0]) + abs(point[1] - points[-1][1]) >= _FINEST:
            points.append(point)
    return points


def _mercator(latitude: float) -> float:
    return degrees(log(tan(pi / 4 + radians(latitude) / 2)))
