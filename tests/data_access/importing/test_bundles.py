"""Several files at once: a folder or a ZIP is one file with one preview, saved whole or not at all."""

import zipfile
from pathlib import Path

import pytest
from sqlalchemy import func, select

from data_access.database.schema import import_batch, initiative
from data_access.importing.choices import Choices
from data_access.importing.files import limits
from data_access.importing.remarks import Severity
from data_access.importing.saving import save
from data_access.importing.understanding import understand
from data_access.importing.understood import Understood
from importer.wording import Wording
from language.languages import LANGUAGES
from model.settings import Setting
from tests.data_access.importing.good_rows import as_csv, as_xlsx, good_rows
from tests.data_access.importing.old_letters import tcvn3
from tests.data_access.importing.stored import scalars
from tests.data_access.importing.test_asked_first import BY

FILES = 300


def understood(url: str, path: Path, **answers: object) -> Understood:
    return understand(url, path, Choices("1tr", by=BY).changed(**answers))


def codes(preview: Understood, severity: Severity) -> set[str]:
    return {remark.code for remark in preview.of(severity)}


def packed(folder: Path, files: dict[str, bytes]) -> Path:
    path = folder / "files.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, content in files.items():
            parts.writestr(name, content)
    return path


def laid_out(folder: Path, files: dict[str, bytes]) -> Path:
    place = folder / "files"
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
    return place


ROWS = good_rows(40)
MIXED = {
    "a/one.csv": as_csv(ROWS[:10]).encode(),
    "two.xlsx": as_xlsx(ROWS[10:20]),
    "three.txt": as_csv(ROWS[20:30]).encode("utf-16"),
    "__MACOSX/a/one.csv": b"\x00\x01",
    "letter.pdf": b"%PDF-1.4",
    "~$two.xlsx": b"lock",
}


@pytest.mark.parametrize("made", [packed, laid_out])
def test_all_files_are_one(own_url: str, tmp_path: Path, made):
    preview = understood(own_url, made(tmp_path, MIXED))
    assert (preview.good, preview.counts, preview.container) == (30, (30, 0, 0), "bundle")
    assert codes(preview, Severity.WARNING) == {"files_not_read"}
    assert [list(one.params["sheets"]) for one in preview.remarks if one.code == "files_not_read"] == [["letter.pdf"]]
    save(own_url, preview)
    assert scalars(own_url, select(func.count()).select_from(initiative)) == [30]
    assert scalars(own_url, select(func.count()).select_from(import_batch)) == [1]
    assert understood(own_url, made(tmp_path, MIXED)).counts == (0, 0, 30)


def test_a_code_in_two_files_and_a_broken_file_name_them(own_url: str, tmp_path: Path):
    changed = [[*ROWS[0][:1], "Một tên khác", *ROWS[0][2:]]]
    preview = understood(own_url, laid_out(tmp_path, {**MIXED, "z.csv": as_csv(changed).encode()}))
    assert set(preview.wrong["sheet"]) == {"a/one.csv", "z.csv"}
    assert set(preview.wrong["code"]) == {"code_twice"}
    broken = understood(own_url, packed(tmp_path, {**MIXED, "bad.xlsx": as_xlsx(ROWS[:3])[:700]}))
    (refusal,) = broken.of(Severity.REFUSED)
    for code in ("vi", "en"):
        assert "bad.xlsx" in Wording(LANGUAGES[code]).remark(refusal)


def test_three_hundred_files_come_in_one_go(own_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("data_access.importing.bundles.read_file", _read_quickly)
    names = {f"Đơn vị {nth:03d}.csv": as_csv([[f"SK-{nth}", *ROWS[0][1:]]]).encode() for nth in range(FILES)}
    preview = understood(own_url, packed(tmp_path, names))
    assert preview.counts == (FILES, 0, 0)
    assert len(Wording(LANGUAGES["vi"]).container(preview)) < 200
    monkeypatch.setattr(limits, "MOST_FILES", FILES - 1)
    assert codes(understood(own_url, laid_out(tmp_path, names)), Severity.REFUSED) == {"too_many_files"}


def test_the_name_of_each_file_may_be_its_union(own_url: str, tmp_path: Path):
    headings = ("Mã sáng kiến", "Tên sáng kiến", "Ngày cập nhật")
    rows = {"Thanh Hóa.csv": [["T-1", "Một", "20/04/2022"]], "LĐLĐ Huế.csv": [["H-1", "Hai", "20/04/2022"]]}
    path = laid_out(tmp_path, {name: as_csv(some, headings=headings).encode() for name, some in rows.items()})
    assert codes(understood(own_url, path), Severity.QUESTION) == {"union_missing"}
    preview = understood(own_url, path, union_from="sheet")
    assert (preview.counts, preview.rows["unit_id"].n_unique()) == ((2, 0, 0), 2)


def test_one_file_in_an_old_encoding_raises_a_question_and_spoils_no_other(own_url: str, tmp_path: Path):
    old = tcvn3(as_csv(ROWS[10:20]))
    files = {"moi.csv": as_csv(ROWS[:10]).encode(), "cu.csv": old}
    path = laid_out(tmp_path, files)
    assert codes(understood(own_url, path), Severity.QUESTION) == {"legacy_encoding"}
    preview = understood(own_url, path, encoding="tcvn3")
    assert preview.counts == (20, 0, 0)
    assert set(preview.rows["title"]) == {row[1] for row in ROWS[:20]}


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"photo.png": b"\x89PNG"}, "no_files"),
        ({"bomb.csv": b"0" * (30 * 2**20)}, "unpacks_too_large"),
        ({"../../etc/x.csv": as_csv(ROWS[:1]).encode()}, ""),  # numbered in a folder of our own
    ],
)
def test_what_a_zip_must_not_do(own_url: str, tmp_path: Path, files: dict[str, bytes], code: str):
    preview = understood(own_url, packed(tmp_path, files))
    assert codes(preview, Severity.REFUSED) == ({code} if code else set())


def test_a_limit_that_operators_set_is_reported(own_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(Setting.IMPORT_MEGABYTES, "1")
    large = as_csv(ROWS[:1]).encode() + b" " * (2 * 2**20)
    file = tmp_path / "large.csv"
    file.write_bytes(large)
    for path in (file, laid_out(tmp_path, {"a.csv": large}), packed(tmp_path, {"a.csv": large})):
        (refusal,) = understood(own_url, path).of(Severity.REFUSED)
        assert refusal.code in ("file_too_large", "unpacks_too_large")
        assert "1" in Wording(LANGUAGES["vi"]).remark(refusal)


def _read_quickly(path: Path, encoding=None, progress=None):
    """The child's work done in this process, because 300 children take half a minute."""
    import io

    from data_access.importing import reading
    from data_access.importing.files import child
    from data_access.importing.files.container import inspect
    from data_access.importing.files.emission import Emission

    pipe = io.BytesIO()
    container = inspect(path)
    emission = Emission(pipe)
    emission.send(container=container.kind, notes=container.notes)
    child._send_tables(path, container, encoding, emission)
    emission.send(done=True)
    pipe.seek(0)
    return reading._assemble(reading._messages(pipe), progress)
