"""Services, container and database settings are accepted by the programs that read them."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.postgresql import running_postgresql
from tests.serving import PROJECT

SYSTEMD = PROJECT / "deploy" / "systemd"
INSTALLED = "/opt/dashboard"


@pytest.mark.parametrize("unit", sorted(path.name for path in SYSTEMD.iterdir()))
def test_systemd_accepts_every_unit(program, tmp_path: Path, unit: str):
    for file in SYSTEMD.iterdir():
        text = file.read_text(encoding="utf-8").replace(INSTALLED, str(PROJECT))
        (tmp_path / file.name.replace("@.", "@8511.")).write_text(text, encoding="utf-8")

    done = subprocess.run(
        [program("systemd-analyze", "systemd"), "verify", "--man=no", tmp_path / unit.replace("@.", "@8511.")],
        capture_output=True,
        text=True,
        check=False,
    )

    texts = [line for line in done.stderr.splitlines() if str(tmp_path) in line or "dashboard" in line]
    assert done.returncode == 0, done.stderr
    assert not texts


@pytest.mark.parametrize("unit", sorted(path.name for path in SYSTEMD.glob("*.service")))
def test_a_service_has_no_more_rights_than_it_needs(unit: str):
    text = (SYSTEMD / unit).read_text(encoding="utf-8")

    assert {"User=dashboard", "NoNewPrivileges=true", "ProtectSystem=strict"} <= set(text.splitlines())


@pytest.mark.parametrize("name", ["schedule", "backup", "verify"])
def test_every_command_of_a_service_is_one_of_ours(name: str):
    text = (SYSTEMD / f"dashboard-{name}.service").read_text(encoding="utf-8")
    (module,) = re.findall(r"python -m ([\w.]+)", text)
    place = PROJECT / module.replace(".", "/")

    assert place.with_suffix(".py").exists() or (place / "__main__.py").exists()
    assert (SYSTEMD / f"dashboard-{name}.timer").exists()


def test_the_container_takes_along_all_that_runs():
    text = (PROJECT / "deploy" / "Containerfile").read_text(encoding="utf-8")
    copied = {word for line in re.findall(r"^COPY (.*)$", text, re.MULTILINE) for word in line.split()[:-1]}
    rooms = set(
        re.findall(r'"(\w+)"', re.search(r"root_packages = \[(.*)\]", (PROJECT / "pyproject.toml").read_text())[1])
    )

    assert rooms <= copied
    assert all((PROJECT / name).exists() for name in copied)
    assert "USER dashboard" in text


def test_postgresql_accepts_its_settings(tmp_path: Path):
    settings = (PROJECT / "deploy" / "postgresql.conf").read_text(encoding="utf-8")
    written = dict(re.findall(r"^(\w+) = ([^#\n]*?)\s*(?:#.*)?$", settings, re.MULTILINE))

    with running_postgresql() as address:
        import psycopg

        with psycopg.connect(address.replace("+psycopg", ""), autocommit=True) as connection:
            for name, value in written.items():
                connection.execute(f"ALTER SYSTEM SET {name} = '{value}'")
                connection.execute(f"ALTER SYSTEM RESET {name}")

    assert len(written) > 10
