"""What operators type word for word: every command of docs/operator.md is one that its program takes."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from data_access.cli import commands
from deploy import proxy
from deploy.provider import __main__ as provider
from tests.serving import PROJECT

TEXT = (PROJECT / "docs" / "operator.md").read_text(encoding="utf-8")
BLOCKS = ["\n".join(line[4:] for line in block.splitlines()) for block in re.findall(r"(?m)(?:^    .*\n)+", TEXT)]
SHELL = [block for block in BLOCKS if not block.startswith("DATABASE_URL=")]
LINES = [line for block in SHELL for line in block.replace("\\\n", "").splitlines()]
OURS = [line for line in LINES if "python -m " in line]
PARSERS = {
    "data_access": commands._parser,
    "deploy.provider": provider._parser,
}


def module_and_words(line: str) -> tuple[str, list[str]]:
    words = shlex.split(line.partition("python -m ")[2], comments=True)
    ends = [place for place, word in enumerate(words) if word in ("&&", ">", "|", ";")]
    module, *words = words[: min(ends, default=len(words))]
    return module, words


@pytest.mark.parametrize("block", SHELL, ids=lambda block: block.split()[0])
def test_a_shell_understands_every_block(block: str):
    done = subprocess.run(["bash", "-n"], input=block, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("line", OURS)
def test_every_command_of_ours_is_taken_by_its_program(line: str, capsys: pytest.CaptureFixture[str]):
    module, words = module_and_words(line)
    if module == "deploy.proxy":
        assert proxy.main(words) == 0
        assert "listen" in capsys.readouterr().out
    else:
        assert PARSERS[module]().parse_args(words)


def test_every_file_that_is_copied_and_every_unit_that_is_started_is_there():
    copied = {word for line in LINES for word in line.split() if word.startswith("deploy/")}
    assert all(list(PROJECT.glob(name)) for name in copied)
    units = {path.name.partition(".")[0] for path in (PROJECT / "deploy" / "systemd").iterdir()}
    started = {
        word.partition(".timer")[0].partition("@")[0]
        for line in LINES
        for word in re.findall(r"\bdashboard(?:-\w+)?(?:@\d+|\.timer)?", line.partition("enable --now")[2])
    }
    assert started <= {unit.partition("@")[0] for unit in units}
    assert {"dashboard", "dashboard-backup", "dashboard-login"} <= started


def test_nothing_that_was_looked_for_is_missing():
    assert len(OURS) > 10
    assert {module_and_words(line)[0] for line in OURS} == {"data_access", "deploy.proxy", "deploy.provider"}
    assert Path(PROJECT / "deploy" / "systemd" / "dashboard@.service").exists()
