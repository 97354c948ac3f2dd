"""Examples from the database, or as they were when figures were frozen."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import TypeAlias

from sqlalchemy import Connection, select

from data_access.database.schema import adoption, exemplar, exemplar_picture, sector, snapshot_examples, unit
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.edges import Json
from model.examples import Adoption, Example, Picture

UnitExamples: TypeAlias = tuple[tuple[Example, int | None, int | None], ...]  # with the numbers of its units


@remembered
def fetch_all_examples(records: Records, programme_code: str) -> UnitExamples | None:
    """Every example of a programme, latest first; None where frozen figures have none."""
    number = records.catalogue.programme(programme_code).id
    frozen = records.frozen
    if frozen is not None and frozen.programme == programme_code:
        content: str | None = records.ask(
            lambda connection: connection.scalar(
                select(snapshot_examples.c.content).where(snapshot_examples.c.snapshot_id == frozen.id)
            ),
            ("examples_frozen", frozen.id),
        )
        return None if content is None else tuple(_of_content(json.loads(content)))
    return records.ask(lambda connection: read_all_examples(connection, number), ("examples", number))


def read_all_examples(connection: Connection, programme_id: int) -> UnitExamples:
    """Every example of a programme, read within a transaction."""
    own = exemplar.c
    query = select(exemplar, unit.c.code.label("unit_code"), sector.c.code.label("sector_code"))
    query = query.outerjoin(unit, unit.c.id == own.unit_id).outerjoin(sector, sector.c.id == own.sector_id)
    query = query.where(own.programme_id == programme_id).order_by(own.day.desc(), own.code)
    pictures, adoptions = _pictures(connection, programme_id), _adoptions(connection, programme_id)
    return tuple(
        (
            Example(
                *(row.code, row.title, row.unit_code or "", row.sector_code or "", row.benefit_vnd, row.day),
                *(row.reason, row.story, row.contact, row.author, bool(row.is_public), row.token),
                pictures=tuple(pictures.get(row.code, ())),
                adoptions=tuple(adoptions.get(row.code, ())),
            ),
            row.unit_id,
            row.grassroots_id,
        )
        for row in connection.execute(query)
    )


def write_examples(connection: Connection, programme_id: int, until: date) -> str:
    """The examples kept in frozen figures, as of their moment; pictures are referenced, not copied."""
    examples = [
        {**asdict(example), "units": units}
        for example, *units in read_all_examples(connection, programme_id)
        if example.day is None or example.day <= until
    ]
    return json.dumps(examples, ensure_ascii=False, default=str)


def _of_content(content: Iterable[Json]) -> Iterable[tuple[Example, int | None, int | None]]:
    for example in content:
        units = example.pop("units")
        example["pictures"] = tuple(Picture(**each) for each in example["pictures"])
        example["adoptions"] = tuple(
            Adoption(**{**each, "day": date.fromisoformat(each["day"])}) for each in example["adoptions"]
        )
        example["day"] = example["day"] and date.fromisoformat(example["day"])
        yield Example(**example), units[0], units[1]


def _pictures(connection: Connection, programme_id: int) -> Mapping[str, list[Picture]]:
    own = exemplar_picture.c
    query = select(own.code, own.id, own.caption, own.width, own.height).where(own.programme_id == programme_id)
    pictures: dict[str, list[Picture]] = {}
    for code, *picture in connection.execute(query.order_by(own.id)):
        pictures.setdefault(code, []).append(Picture(*picture))
    return pictures


def _adoptions(connection: Connection, programme_id: int) -> Mapping[str, list[Adoption]]:
    own = adoption.c
    query = select(own.code, own.id, unit.c.code, own.day, own.place, own.state, own.note, own.who)
    query = query.join(unit, unit.c.id == own.unit_id).where(own.programme_id == programme_id)
    adoptions: dict[str, list[Adoption]] = {}
    for code, *row in connection.execute(query.order_by(own.day, own.id)):
        adoptions.setdefault(code, []).append(Adoption(*row))
    return adoptions
