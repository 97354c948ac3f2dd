"""Files and answers of a programme without members are made, and say that nobody takes part."""

from contextlib import closing
from pathlib import Path

import pytest

from data_access.cli.answer import SUBJECTS, answer
from data_access.cli.commands import main
from data_access.database.bounded import Database
from data_access.database.errors import NobodyTakesPart
from data_access.store.live import LiveRecords
from exports.kinds import KINDS, make_file
from language.languages import LANGUAGES
from model.filters import Filters
from presentation.occasion import Occasion
from tests.exports.reading import words_of
from tests.live_records import live_records
from tests.nobody import set_up_alone

NOBODY = {"vi": "Chưa có đơn vị nào tham gia chương trình này", "en": "Nobody takes part in this programme yet"}


@pytest.mark.usefixtures("without_dots")
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_file_is_made_and_says_so(tmp_path: Path, language: str) -> None:
    with closing(LiveRecords(Database(set_up_alone(tmp_path)))) as records:
        for kind, made in KINDS.items():
            subjects = made.pages or (tuple(SUBJECTS) if made.knows_page else ("overview",))
            for subject in subjects:
                content = make_file(kind, records, Filters(programme="moi"), LANGUAGES[language], Occasion(), subject)
                if kind != "pictures":
                    assert NOBODY[language] in words_of(kind, content), (kind, subject)


def test_scripts_are_answered_with_what_there_is(tmp_path: Path, monkeypatch, capsys) -> None:
    url = set_up_alone(tmp_path)
    monkeypatch.setenv("DATABASE_URL", url)
    with live_records(url) as records:
        for subject in set(SUBJECTS) - {"unit"}:
            assert answer(records, subject, "programme=moi").count("\n") >= 1
        with pytest.raises(NobodyTakesPart):
            answer(records, "unit", "programme=moi")

    assert main(["answer", "overview", "programme=moi"]) == 0
    assert NOBODY["en"] in capsys.readouterr().err
    assert main(["answer", "unit", "programme=moi"]) == 2
    output = capsys.readouterr()
    assert output.out == "" and output.err == f"{NOBODY['en']}.\n"
