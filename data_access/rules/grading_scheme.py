"""The grading scheme of a programme: its own criteria and classes, or the example that ships."""

from functools import cache
from typing import Final

from sqlalchemy import Connection, select

from data_access.database.schema import grading_class, grading_criterion
from data_access.reference.reference_data import lines
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.grading import Criterion, GradeClass, Scheme

_FULL: Final = 100.0


@remembered
def fetch_scheme(records: Records, programme_code: str) -> Scheme:
    """The programme's scheme; the example where it has no criteria of its own."""
    number = records.catalogue.programme(programme_code).id
    return records.ask(lambda connection: read_scheme(connection, number), ("grading_scheme", number))


def read_scheme(connection: Connection, programme_id: int) -> Scheme:
    """The programme's scheme, read within a transaction; the example where it has no criteria of its own."""
    own = grading_criterion.c.programme_id == programme_id
    criteria = connection.execute(select(grading_criterion).where(own).order_by(grading_criterion.c.place)).all()
    best_first = grading_class.c.at_least.desc()
    own = grading_class.c.programme_id == programme_id
    classes = connection.execute(select(grading_class).where(own).order_by(best_first)).all()
    if not criteria:
        return example()
    return Scheme(
        tuple(
            Criterion(
                *(row.measure, row.weight, row.scale, row.zero_at, row.full_at, read_steps(row.steps)),
                *(row.bonus, row.name_vi, row.name_en),
            )
            for row in criteria
        ),
        tuple(GradeClass(row.code, row.at_least, row.quota_pct, row.name_vi, row.name_en) for row in classes)
        or example().classes,
    )


@cache
def example() -> Scheme:
    """The criteria and classes that ship: an example, no rule of the confederation."""
    return Scheme(
        tuple(
            Criterion(
                *(line["measure"], float(line["weight"]), line["scale"]),
                *(float(line["zero_at"] or 0), float(line["full_at"] or _FULL), read_steps(line["steps"])),
                *(bool(line["bonus"]), line["name_vi"], line["name_en"]),
            )
            for line in lines("grading_criteria.csv")
        ),
        tuple(
            GradeClass(
                *(line["code"], float(line["at_least"]), float(line["quota_pct"]) if line["quota_pct"] else None),
                *(line["name_vi"], line["name_en"]),
            )
            for line in lines("grading_classes.csv")
        ),
        is_example=True,
    )


def read_steps(text: str) -> tuple[tuple[float, float], ...]:
    """Values and percents of “50: 80; 90: 100”, the lowest value first. Raises ValueError."""
    pairs = [part.partition(":") for part in text.split(";") if part.strip()]
    return tuple(sorted((_number(least), _number(percent)) for least, _, percent in pairs))


def write_steps(steps: tuple[tuple[float, float], ...]) -> str:
    """Values and percents as the text that `read_steps` reads: “50: 80; 90: 100”."""
    return "; ".join(f"{least:g}: {percent:g}" for least, percent in steps).replace(".", ",")


def _number(text: str) -> float:
    return float(text.strip().rstrip("%").replace(",", "."))
