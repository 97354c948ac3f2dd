"""Results of `benchmarks.unsteady`: counts of events, and everything that is wrong."""

import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sqlalchemy import func, select

from benchmarks.unsteady_sources import Source
from data_access.cli.verify import verify
from data_access.database.errors import NotSaved
from data_access.database.schema import import_batch, initiative, sync_waiting
from data_access.database.transactions import reading
from data_access.importing.syncing.running import Ran, run_once
from data_access.importing.syncing.settings import read_settings
from model.reader import Reader, Role

_BY: Final = Reader("unsteady", Role.ADMIN)
_CALM: Final = 3  # readings without a fault at the end


@dataclass
class Tally:
    """Counts of events by target."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, event: str) -> None:
        self.counts[event] += 1


def read_once(file: Path, url: str, tally: Tally) -> Ran | None:
    """One reading in this process; None where source or target was unavailable."""
    try:
        ran = run_once(url, read_settings(file), _BY)
    except NotSaved as problem:
        tally.add(f"readings refused: {problem.code}")
        return None
    except Exception as problem:  # noqa: BLE001 (no other error may come out)
        tally.wrong.append(f"{file.stem}: {problem!r}"[:300])
        return None
    tally.add("readings that were whole")
    return ran


def look(targets: dict[str, str], tally: Tally) -> None:
    """`verify` both targets and print a line of counts."""
    for target, url in targets.items():
        with reading(url) as connection:
            report = verify(connection)
        tally.add("looks of verify" if report.is_clean else "verify NOT clean")
        if not report.is_clean:
            tally.wrong.append(f"{target}: {report.differences[:3]} {report.problems[:3]}")
    print(time.strftime("%H:%M"), dict(tally.counts), tally.wrong, file=sys.stderr, flush=True)


def settle(sources: list[Source], targets: dict[str, str], folder: Path, tally: Tally) -> None:
    """After the last fault, read once or twice until everything has arrived."""
    for source in sources:
        for url in targets.values():
            ran = next(
                (last for _ in range(_CALM) if (last := read_once(folder / f"{source.name}.toml", url, tally))), None
            )
            if ran is None or ran.waiting or ran.unanswered:
                tally.wrong.append(f"{source.name}: {ran}"[:300])


def compare(sources: list[Source], targets: dict[str, str], tally: Tally) -> None:
    """Compare every source with what arrived of it, and `verify` once more."""
    for target, url in targets.items():
        with reading(url) as connection:
            titles = {row.code: row.title for row in connection.execute(select(initiative.c.code, initiative.c.title))}
            waiting = connection.scalar(select(func.count()).select_from(sync_waiting))
            batches = connection.scalar(select(func.count()).select_from(import_batch)) or 0
        tally.counts[f"batches in {target}"] = batches
        if waiting:
            tally.wrong.append(f"{target}: {waiting} rows wait")
        for source in sources:
            _compare(
                source, target, {code: title for code, title in titles.items() if code.startswith(source.name)}, tally
            )
    look(targets, tally)


def _compare(source: Source, target: str, here: dict[str, str], tally: Tally) -> None:
    there = source.content()
    tally.counts[f"rows of {source.name} at the end"] = len(there)
    tally.counts[f"rows of {source.name} in {target}"] = len(here)
    different = [code for code, title in there.items() if here.get(code) != title]
    strange = here.keys() - there.keys() - source.gone
    if different or strange:
        tally.wrong.append(f"{target}: {source.name}: {different[:3]} differ, nobody ever wrote {strange}")


def findings_table(tally: Tally, minutes: float) -> str:
    """The table quoted in docs/reliability.md."""
    lines = [f"| in {minutes:g} minutes | times |", "| --- | ---: |"]
    lines += [f"| {event} | {count:,} |" for event, count in sorted(tally.counts.items())]
    return "\n".join([*lines, "", *(tally.wrong or ["Nothing lost, nothing twice, verify clean."])])
