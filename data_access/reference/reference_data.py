"""The reference files of the project as rows of the shared database, text in Unicode form NFC."""

import csv
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
_OF_DISTRICTS: Final = frozenset(("LĐLĐ cấp huyện", "cấp huyện"))

Row = dict[str, object]

REGION_CODES: Final = {
    "Trung du và miền núi phía Bắc": "tdmnpb",
    "Đồng bằng sông Hồng": "dbsh",
    "Bắc Trung Bộ và duyên hải miền Trung": "btb-dhmt",
    "Tây Nguyên": "tn",
    "Đông Nam Bộ": "dnb",
    "Đồng bằng sông Cửu Long": "dbscl",
}


def lines(file_name: str) -> Iterator[dict[str, str]]:
    """The lines of one reference file, without stray spaces."""
    with (FOLDER / file_name).open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            yield {name: unicodedata.normalize("NFC", text or "").strip() for name, text in line.items()}


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _whole(text: str) -> int | None:
    return int(text) if text else None


def programmes() -> list[Row]:
    """The programmes that ship, as rows of `programme`."""
    return [
        {
            **line,
            "id": int(line["id"]),
            "start": _date(line["start"]),
            "end": _date(line["end"]),
            "national_target": _whole(line["national_target"]),
            "national_target_source": line["national_target_source"] or None,
        }
        for line in lines("programmes.csv")
    ]


def phases(programme_ids: Mapping[str, int]) -> list[Row]:
    """The phases that ship, as rows of `phase`; ids by code of a programme."""
    return [
        {
            "programme_id": programme_ids[line["programme"]],
            "number": int(line["number"]),
            "start": _date(line["start"]),
            "end": _date(line["end"]),
            "national_target": _whole(line["national_target"]),
        }
        for line in lines("phases.csv")
    ]


def provinces() -> list[Row]:
    """The provinces of 2022 with what became of them in 2025, as rows of `province`."""
    return [
        {
            "code_2022": line["code_2022"],
            "name": line["name_2022"],
            "short_name": line["short_name_2022"],
            "is_city": line["kind_2022"].startswith("thành phố"),
            "region": REGION_CODES[line["region"]],
            "code_2025": line["code_2025"],
            "name_2025": line["name_2025"],
            "short_name_2025": line["short_name_2025"],
            "merged_2025": line["merged_2025"] == "1",
            "aliases": line["aliases"],
        }
        for line in lines("provinces.csv")
    ]


def sectors() -> list[Row]:
    """The sectors that ship, as rows of `sector`."""
    return [{**line, "id": int(line["id"])} for line in lines("sectors.csv")]


def units() -> list[Row]:
    """The unions directly under the VGCL, in the order of the file."""
    rows: list[Row] = []
    for line in lines("units.csv"):
        row: Row = {name: text or None for name, text in line.items() if name != "confidence"}
        row["aliases"] = line["aliases"]
        row["members"] = _whole(line["members"])
        row["members_as_of"] = _date(line["members_as_of"])
        rows.append(row)
    return rows


def targets(programme_ids: Mapping[str, int], unit_ids: Mapping[str, int]) -> list[Row]:
    """Printed targets and those that follow from two printed numbers; the source says which."""
    return [
        {
            "programme_id": programme_ids[line["programme"]],
            "phase": int(line["phase"]),
            "unit_id": unit_ids[line["unit"]],
            "kind": line["kind"],
            "value": int(line["value"]),
            "qualifier": line["qualifier"] or None,
            "as_of": _date(line["as_of"]),
            "source": line["source"],
        }
        for line in lines("targets.csv")
    ]


def of_one_place() -> frozenset[str]:
    """Codes of the programmes whose ledger covers one district only, in which no union takes part."""
    levels: dict[str, set[str]] = {}
    for line in lines("published_figures.csv"):
        levels.setdefault(line["programme"], set()).add(line["unit_level"])
    return frozenset(code for code, level in levels.items() if code and level <= _OF_DISTRICTS)


def published_figures(programme_ids: Mapping[str, int]) -> list[Row]:
    """The ledger. A metric `a|b` is the metric a by the category b."""
    rows: list[Row] = []
    for line in lines("published_figures.csv"):
        metric, _, category = line["metric"].partition("|")
        row: Row = {name: text or None for name, text in line.items() if name != "programme"}
        row |= {"metric": metric, "category": category or None, "value": float(line["value"])}
        row["programme_id"] = programme_ids[line["programme"]] if line["programme"] else None
        rows.append(row)
    return rows
