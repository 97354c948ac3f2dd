"""One understood file into the database, in one transaction: rows, cells, version, queue and audit, or nothing."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection, delete, insert, select

from data_access.database.audit_log import note
from data_access.database.errors import NotAllowed, NotSaved
from data_access.database.insert import insert_one
from data_access.database.permissions import require, require_everything
from data_access.database.schema import import_batch, remembered_unit
from data_access.database.schema import unit as all_units
from data_access.database.transactions import writing
from data_access.database.versions import raise_version, raise_without_rows
from data_access.importing import diary, planned
from data_access.importing.bulk import Progress
from data_access.importing.choices import Choices, Kind
from data_access.importing.comparing import compare
from data_access.importing.context import ProgrammeContext, read_context
from data_access.importing.files.refusal import Refused
from data_access.importing.out_of_scope import codes_of_others
from data_access.importing.remembering import remember_answers
from data_access.importing.second_look import find_held
from data_access.importing.understanding import planners
from data_access.importing.understood import Understood
from data_access.importing.unions import with_unions
from data_access.importing.unit_names import spelling
from data_access.importing.writing import write_held, write_initiatives, write_problems, write_units_made
from model.clock import this_second


@dataclass(frozen=True)
class Saved:
    """What was written: `counts` are new, changed and same rows; `left_out` rows were wrong, `held` wait.

    `batch` is None where the file changed nothing.
    """

    batch: int | None
    counts: planned.Counts
    left_out: int = 0
    held: int = 0


def save(url: str, understood: Understood, *, as_previewed: bool = False, progress: Progress | None = None) -> Saved:
    """Write what `understood` holds. Raises NotSaved; then nothing was written.

    `as_previewed`: refuse (code changed_meanwhile) where another write since the preview changed what this one does.
    """
    return save_all(url, [understood], as_previewed=as_previewed, progress=progress)[0]


def save_all(
    url: str, files: Sequence[Understood], *, as_previewed: bool = False, progress: Progress | None = None
) -> list[Saved]:
    """Write several files in one transaction, all or nothing. Raises NotSaved, NotAllowed."""
    if not all(understood.may_be_saved for understood in files):
        raise NotSaved("not_ready")
    for understood in files:
        _require(understood)
    with writing(url) as connection:
        started = [_note_start(connection, understood) for understood in files]
    try:
        with writing(url) as connection:
            return [
                _save(connection, understood, number, as_previewed=as_previewed, progress=progress)
                for understood, number in zip(files, started, strict=True)
            ]
    except NotSaved as problem:
        for understood, number in zip(files, started, strict=True):
            _note_failure(url, understood.choices.who, number, problem)
        raise
    except BaseException:
        for understood, number in zip(files, started, strict=True):
            _note_failure(url, understood.choices.who, number, NotSaved("interrupted"))
        raise


def _require(understood: Understood) -> None:
    """Require the permissions of an import: units and figures concern everybody, rows and targets only their units."""
    choices = understood.choices
    if choices.kind in (Kind.UNITS, Kind.FIGURES):
        require_everything(choices.by, "import")
    require(choices.by, "import")


def _note_start(connection: Connection, understood: Understood) -> int:
    file = {"file": understood.name, "sha256": understood.sha256}
    return note(connection, understood.choices.who, diary.STARTED, **file, **diary.myself())


def _note_failure(url: str, who: str, started: int, problem: NotSaved) -> None:
    try:
        with writing(url) as connection:
            detail = {"started": started, "reason": problem.code, "reference": problem.reference}
            note(connection, who, "import_failed", **detail)
    except NotSaved:
        return  # the database is unreachable: the next start reports this import


def _save(
    connection: Connection, understood: Understood, started: int, *, as_previewed: bool, progress: Progress | None
) -> Saved:
    choices = understood.choices
    try:
        context = read_context(connection, choices)
    except Refused as refusal:
        raise NotSaved(refusal.code, **refusal.params) from refusal
    _remember_names(connection, context, choices)
    remember_answers(connection, choices)
    write = _write_initiatives if choices.kind is Kind.INITIATIVES else _write_others
    saved = write(connection, context, understood, progress)
    # Without a yes nothing may be overwritten that the preview did not show.
    if (as_previewed and saved.counts != understood.counts) or (
        not choices.replace and saved.counts[1] > understood.counts[1]
    ):
        raise NotSaved("changed_meanwhile", before=understood.counts, now=saved.counts)
    file = {"file": understood.name, "sha256": understood.sha256, "kind": str(choices.kind)}
    note(connection, choices.who, "import", started=started, programme=choices.programme, **file, **asdict(saved))
    return saved


def _write_initiatives(
    connection: Connection, context: ProgrammeContext, understood: Understood, progress: Progress | None
) -> Saved:
    rows, new_units = with_unions(connection, context.programme_id, understood.rows, make=True)
    _require_units(connection, understood, rows["unit_id"].unique().to_list())
    comparison = compare(connection, context.programme, rows)
    if codes_of_others(connection, comparison.former, understood.choices.by).len():
        raise NotAllowed("import")
    left_out = understood.left_out.height
    if not comparison.new.height and not comparison.changed.height:
        return Saved(None, comparison.counts, left_out)
    # Compared again here: somebody else may have written since the preview.
    held = find_held(connection, context, comparison.new, comparison.changed)
    batch = _new_batch(connection, context, understood, comparison.new.height + comparison.changed.height)
    write_units_made(connection, batch, new_units)
    extent = write_initiatives(connection, context.programme_id, batch, comparison, progress)
    write_held(connection, context.programme_id, batch, held.rows)
    write_problems(connection, batch, understood.wrong)
    raise_version(connection, context.programme_id, extent.days, extent.units)
    return Saved(batch, comparison.counts, left_out, sum(held.counts.values()))


def _require_units(connection: Connection, understood: Understood, ids: Sequence[int]) -> None:
    """Check the scope of rows once more in the transaction that writes them."""
    by = understood.choices.by
    if not by.sees_everything:
        require(by, "import", connection.scalars(select(all_units.c.code).where(all_units.c.id.in_(ids))).all())


def _write_others(
    connection: Connection, context: ProgrammeContext, understood: Understood, _progress: Progress | None
) -> Saved:
    rows, counts = planners()[understood.choices.kind](connection, context, understood.rows, understood.name)
    left_out = understood.left_out.height
    if not rows:
        return Saved(None, counts, left_out)
    if understood.choices.kind is Kind.TARGETS:
        who = {"who": understood.choices.who}
        rows = [replace(row, values={**row.values, **who}) if row.values else row for row in rows]
    batch = _new_batch(connection, context, understood, len(rows))
    planned.write(connection, batch, rows)
    write_problems(connection, batch, understood.wrong)
    programmes = (
        {row.values.get("programme_id") for row in rows} - {None} if understood.choices.kind is Kind.FIGURES else set()
    )
    for programme_id in {context.programme_id, *(int(number) for number in programmes if number)}:
        raise_without_rows(connection, programme_id)
    return Saved(batch, counts, left_out)


def _new_batch(connection: Connection, context: ProgrammeContext, understood: Understood, rows: int) -> int:
    values = {
        "programme_id": context.programme_id,
        "kind": str(understood.choices.kind),
        "who": understood.choices.who,
        "imported_at": this_second(),
        "file_name": understood.name,
        "sha256": understood.sha256,
        "rows": rows,
    }
    return insert_one(connection, import_batch, values)


def _remember_names(connection: Connection, context: ProgrammeContext, choices: Choices) -> None:
    """Remember names that a person confirmed, replacing earlier confirmations."""
    for name, code in choices.unit_names.items():
        unit = context.places.units.find(code)
        if unit is None:
            raise NotSaved("unknown_unit_code", unit=code)
        same = remembered_unit.c.spelling == spelling(name)
        if connection.scalar(select(remembered_unit.c.unit_id).where(same)) == unit.id:
            continue
        connection.execute(delete(remembered_unit).where(same))
        values = {"spelling": spelling(name), "unit_id": unit.id, "who": choices.who, "remembered_at": this_second()}
        connection.execute(insert(remembered_unit).values(**values))
        note(connection, choices.who, "unit_name", name=name, unit=code)
