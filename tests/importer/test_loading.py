"""`import --kind readiness|examples`: shown, saved, and nothing new when it comes again."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select

from data_access.database.schema import exemplar, initiative, readiness_fact
from data_access.programmes.sheets import EXAMPLES, FACTS
from importer.commands import main
from language.languages import VIETNAMESE
from tests.books import book_of
from tests.data_access.drawn_programme import records_over
from tests.data_access.importing.stored import scalars

STATEMENT = ("Đơn vị", "Mục", "Kết quả", "Ngày")
EXAMPLE = tuple(field.vi for field in EXAMPLES.fields if field.key in ("code", "reason", "story", "day"))


@pytest.mark.parametrize("kind", ["readiness", "examples"])
def test_a_file_is_shown_then_saved_and_nothing_new_when_it_comes_again(
    app_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
):
    with closing(records_over(app_url, "unit | uploaded_at\nLD-38 | 2022-02-01 09:00")):
        (code,) = scalars(app_url, select(initiative.c.code))
    heads, row, table = {
        "readiness": (STATEMENT, ("LD-38", "can-bo", "Có", "20/04/2022"), readiness_fact),
        "examples": (EXAMPLE, (code, "Dễ làm", "Làm thế này", "01/03/2022"), exemplar),
    }[kind]
    texts, sheet = getattr(VIETNAMESE, kind), {"readiness": FACTS, "examples": EXAMPLES}[kind]
    file, count = tmp_path / "in.xlsx", select(func.count()).select_from(table)
    (before,) = scalars(app_url, count)

    def run(*options: str, cells: tuple[str, ...] = row) -> tuple[int, str]:
        book_of({sheet.vi: [heads, cells]}).save(file)
        exit_code = main(["import", "--kind", kind, str(file), "--programme", "1tr", *options])
        return exit_code, "".join(capsys.readouterr().out.splitlines()[-1:])

    assert run("--dry-run") == (0, texts.would_save.format(count=1))
    assert scalars(app_url, count) == [before]
    exit_code, sentence = run()
    assert (exit_code, sentence.partition("(")[0]) == (0, texts.saved.format(count=1, batch=1).partition("(")[0])
    assert scalars(app_url, count) == [before + 1]
    assert run() == (0, texts.same)
    assert run(cells=("nobody", *row[1:])) == (2, "")
    assert scalars(app_url, count) == [before + 1]
