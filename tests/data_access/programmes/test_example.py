"""An invented programme set up from its workbook and filled from a file gives the expected numbers."""

import csv
import io
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from data_access.cli.answer import answer
from data_access.cli.verify import verify
from data_access.database.bounded import Database
from data_access.database.transactions import reading
from data_access.programmes.saving import load_setup
from data_access.store.live import LiveRecords
from importer.commands import main
from model.reader import LOCAL
from tests.data_access.programmes.made_programme import EXAMPLE, Config, Expected, make

Ask = Callable[[str, str], list[dict[str, str]]]
PATIENCE = 600  # seconds: on a machine that others keep busy an answer is late, and never another one


def answers(url: str, subject: str, query: str) -> list[dict[str, str]]:
    with closing(LiveRecords(Database(url, PATIENCE))) as records:
        return answer_rows(records, subject, query)


def answer_rows(records: LiveRecords, subject: str, query: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer(records, subject, query))))


def column(rows: list[dict[str, str]], key: str, value: str) -> dict[str, int]:
    return {row[key]: int(row[value]) for row in rows if row[value] and int(row[value])}


def expect(url: str, config: Config, expected: Expected) -> None:
    with closing(LiveRecords(Database(url, PATIENCE))) as records:
        expect_of(partial(answer_rows, records), config, expected)


def expect_of(answers: Ask, config: Config, expected: Expected) -> None:
    scope = f"programme={config.code}&as_of={config.until.isoformat()}"
    facts = {row["metric"]: row["value"] for row in answers("overview", scope)}
    for name in ("uploads", "target", "gap", "units_total", "units_reported"):
        assert int(facts[name]) == getattr(expected, name), name
    assert column(answers("ranking", f"{scope}&top=300"), "unit_code", "value") == expected.by_unit
    assert column(answers("sectors", scope), "sector_code", "uploads") == expected.by_sector
    for code, counts in expected.within.items():
        inside = f"{scope}&within={code}"
        assert column(answers("ranking", f"{inside}&top=300"), "unit_code", "value") == counts
        targets = column(answers("targets", inside), "unit_code", "registered")
        is_top = code not in expected.child_targets
        assert targets == {kid: n for kid, n in expected.child_targets.items() if is_top and kid.startswith(f"{code}-")}
    top = next(code for code in expected.within if expected.by_unit.get(code))
    facts = {row["metric"]: row["value"] for row in answers("overview", f"{scope}&within={top}")}
    assert abs(float(facts["share_of_nation"]) - 100 * expected.by_unit[top] / expected.uploads) < 0.01
    for number, (uploads, target, targets) in expected.phases.items():
        in_phase = f"programme={config.code}&phase={number}&as_of={config.until.isoformat()}"
        facts = {row["metric"]: row["value"] for row in answers("overview", in_phase)}
        assert (int(facts["uploads"]), int(facts["target"])) == (uploads, target)
        assert column(answers("targets", in_phase), "unit_code", "registered") == targets


def by_plain_sql(url: str, config: Config) -> dict[str, int]:
    """Rows of a programme by reported unit, counted by plain SQL."""
    with reading(url) as connection:
        query = text(
            "SELECT unit.code, count(*) FROM initiative JOIN unit ON unit.id = initiative.unit_id "
            "JOIN programme ON programme.id = initiative.programme_id WHERE programme.code = :code GROUP BY unit.code"
        )
        return {row[0]: row[1] for row in connection.execute(query, {"code": config.code})}


def played(url: str, config: Config, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Expected:
    monkeypatch.setenv("DATABASE_URL", url)
    expected = make(config, folder)
    assert main(["programme", "load", str(folder / "setup.xlsx")]) == 0
    assert main(["import", str(folder / "initiatives.csv"), "--programme", config.code]) == 0
    return expected


def test_the_example_is_answered_exactly(prepared_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    expect(prepared_url, EXAMPLE, played(prepared_url, EXAMPLE, tmp_path, monkeypatch))
    with reading(prepared_url) as connection:
        assert verify(connection).problems == ()  # units below others and bands of its own are no faults


def test_its_own_workbook_changes_nothing_and_a_load_is_taken_back(
    prepared_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("DATABASE_URL", prepared_url)
    make(EXAMPLE, tmp_path)
    assert not load_setup(prepared_url, tmp_path / "setup.xlsx", LOCAL, dry_run=True).batch
    assert main(["programme", "load", str(tmp_path / "setup.xlsx")]) == 0
    assert main(["programme", "export", EXAMPLE.code, "--out", str(tmp_path / "again.xlsx")]) == 0
    again = load_setup(prepared_url, tmp_path / "again.xlsx", LOCAL)
    assert again.is_same, again
    assert answers(prepared_url, "targets", f"programme={EXAMPLE.code}")
    assert main(["undo", "1"]) == 0
    assert main(["programme", "show", EXAMPLE.code]) == 2


def test_a_programme_is_shown_in_words(
    prepared_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("DATABASE_URL", prepared_url)
    make(EXAMPLE, tmp_path)
    assert main(["programme", "load", str(tmp_path / "setup.xlsx")]) == 0
    capsys.readouterr()
    assert main(["programme", "--lang", "en", "show", EXAMPLE.code]) == 0
    output = capsys.readouterr().out
    for one in ("target 2,400", "Phase 4: Quý IV, 1 Oct 2026 – 31 Dec 2026, target 650", "6 ranked, 18 below them"):
        assert one in output
    assert main(["batches", "--lang", "en"]) == 0
    assert "set-up of a programme" in capsys.readouterr().out
    assert main(["programme", "load", str(tmp_path / "nowhere.xlsx")]) == 2
    assert "Không có tệp này" in "".join(capsys.readouterr())


def test_the_landing_is_the_default_programme(prepared_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    played(prepared_url, EXAMPLE, tmp_path, monkeypatch)
    landed = {row["metric"]: row["value"] for row in answers(prepared_url, "overview", "")}
    assert landed["target"] == str(EXAMPLE.target)
    assert main(["programme", "default", "1tr"]) == 0
    landed = {row["metric"]: row["value"] for row in answers(prepared_url, "overview", "")}
    assert landed["target"] == "1000000"


_numbers = count(1)
MOST_UNITS = 300  # of all levels

LARGE = Config(
    code="lon-2026",
    start=date(2026, 1, 1),
    end=date(2026, 12, 31),
    until=datetime(2026, 11, 20, 17),
    phases=tuple((n, f"Tháng {n}", date(2026, n, 1), date(2026, n, 28), 10 * n) for n in range(1, 13)),
    tops=tuple((f"L{n:03d}", f"Khối sản xuất {n} miền", "khối") for n in range(100)),
    children=1,
    third=1,
    ended={f"L{n:03d}": (date(2026, 3 + n, 15), "L000") for n in (1, 2, 3)},
    silent=frozenset(f"L{n:03d}" for n in range(90, 100)),
    wide_targets=True,
    rows=400,
    seed=300,
    target=900,
)


@st.composite
def configs(draw: st.DrawFn) -> Config:
    phases, tops = draw(st.integers(1, 12)), draw(st.sampled_from((1, 2, 3, 5, 9, 33, 75)))
    code = f"p{next(_numbers)}"  # programmes of one database live side by side
    days = draw(st.integers(2 * phases, 400))
    start, length = date(2026, 1, 1), days // phases
    begins = [start + timedelta(days=length * n) for n in range(phases)]
    ends = [*(day - timedelta(days=1) for day in begins[1:]), start + timedelta(days=days)]
    until = datetime.combine(draw(st.dates(start + timedelta(days=1), ends[-1])), datetime.min.time())
    others = st.sampled_from(range(1, tops)) if tops > 1 else st.nothing()  # never the first: it takes over and talks
    gone = draw(st.sets(others, max_size=min(2, tops - 1)))
    return Config(
        code=f"{code}-x",
        start=start,
        end=ends[-1],
        until=min(until, datetime(2026, 11, 28)),
        phases=tuple((n + 1, f"Đợt {n + 1}", begins[n], ends[n], 10 + n) for n in range(phases)),
        tops=tuple((f"{code}U{n:02d}", f"Khối sản xuất {n} miền", "khối") for n in range(tops)),
        children=(children := draw(st.integers(2 if tops == 1 else 1, max(1, min(3, MOST_UNITS // tops - 1))))),
        third=draw(st.integers(0, max(0, min(2, (MOST_UNITS // tops - 1) // children - 1)))),
        ended={f"{code}U{n:02d}": (start + timedelta(days=draw(st.integers(0, days))), f"{code}U00") for n in gone},
        silent=frozenset(f"{code}U{n:02d}" for n in draw(st.sets(others, max_size=tops - 1))),
        wide_targets=draw(st.booleans()),
        rows=draw(st.integers(1, 150)),
        seed=draw(st.integers(0, 10**6)),
        target=draw(st.integers(1, 500)),
    )


def test_three_hundred_units_of_three_levels_are_answered_exactly(
    prepared_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    expected = played(prepared_url, LARGE, tmp_path, monkeypatch)
    expect(prepared_url, LARGE, expected)
    assert len(LARGE.tops) * (1 + LARGE.children * (1 + LARGE.third)) == MOST_UNITS


@given(config=configs())
@settings(max_examples=2, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_programme_is_answered_exactly(
    prepared_url: str, config: Config, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        expected = played(prepared_url, config, tmp_path_factory.mktemp("drawn"), patch)
        expect(prepared_url, config, expected)
        assert by_plain_sql(prepared_url, config) == expected.by_unit
