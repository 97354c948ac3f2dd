"""The tested versions are installed: every pin has its hashes, and every package its licence in NOTICE.md."""

import re
from pathlib import Path

import pytest

from deploy.licences import NOTICE, licence_of, notice, pins

PROJECT = Path(__file__).parents[1]
PIN = re.compile(r"^([\w.-]+(?:\[\w+\])?==[^\s\\]+)", re.MULTILINE)


def listed(name: str) -> set[str]:
    return set(PIN.findall((PROJECT / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", ["requirements", "requirements-dev", "requirements-scale"])
def test_every_pin_has_its_hashes(name: str):
    wanted = listed(f"{name}.txt") | (listed("requirements.txt") if name.endswith("dev") else set())
    lock = (PROJECT / f"{name}.lock").read_text(encoding="utf-8")

    assert listed(f"{name}.lock") == wanted, "run make lock"
    for block in re.split(r"^(?=\S)", lock, flags=re.MULTILINE):
        assert not block.strip() or "--hash=sha256:" in block, block
    assert "://" not in lock


def test_every_licence_is_named():
    assert NOTICE.read_text(encoding="utf-8") == notice(), "run make lock"
    assert not [name for name, _ in pins() if licence_of(name) == "see its files"]


def test_what_a_lake_adds_is_named_with_its_version():
    text = NOTICE.read_text(encoding="utf-8").replace("Apache Spark", "pyspark")
    assert not [pin for pin in listed("requirements-scale.txt") if pin.replace("==", " ") not in text]


def test_nothing_is_installed_without_its_hash():
    for name in ("setup.sh", "Containerfile"):
        text = (PROJECT / "deploy" / name).read_text(encoding="utf-8")
        installs = [line for line in text.splitlines() if re.search(r"pip install .*(-r|--requirement) ", line)]
        assert installs
        assert all("--require-hashes" in line for line in installs)
