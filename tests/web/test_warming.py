"""The server loads the modules of the first page and asks its questions, so that the first reader need not wait."""

import asyncio
import sys
import time
from pathlib import Path

from tests.looping import run_apart
from web.warming import warming


def test_what_a_script_imports_is_loaded_and_what_comes_then_called_when_the_server_starts(
    tmp_path: Path, monkeypatch
) -> None:
    (tmp_path / "needed_by_first_page.py").write_text(
        "answer = 42\n\n\ndef begin():\n    global answer\n    answer += 1\n", encoding="utf-8"
    )
    (tmp_path / "needed_later.py").write_text("answer = 43\n", encoding="utf-8")
    script = tmp_path / "page.py"
    script.write_text(
        "from needed_by_first_page import answer\n\n\ndef draw():\n    import needed_later\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)

    def begun() -> bool:
        return getattr(sys.modules.get("needed_by_first_page"), "answer", 0) == 43

    async def serve() -> None:
        async with warming(script, "needed_by_first_page:begin")(None):
            give_up = time.monotonic() + 10
            while not begun() and time.monotonic() < give_up:
                await asyncio.sleep(0.01)

    run_apart(serve)

    assert begun()
    assert "needed_later" not in sys.modules


def test_the_other_scripts_follow_and_what_comes_at_last(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "first_words.py").write_text("def begin():\n    pass\n", encoding="utf-8")
    (tmp_path / "other_words.py").write_text("done = []\n\n\ndef end():\n    done.append(1)\n", encoding="utf-8")
    first, other = tmp_path / "first.py", tmp_path / "other.py"
    first.write_text("from first_words import begin\n", encoding="utf-8")
    other.write_text("from other_words import end\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    async def serve() -> None:
        async with warming(first, "first_words:begin", [other], "other_words:end", pause=0)(None):
            give_up = time.monotonic() + 10
            while not getattr(sys.modules.get("other_words"), "done", []) and time.monotonic() < give_up:
                await asyncio.sleep(0.01)

    run_apart(serve)

    assert sys.modules["other_words"].done == [1]
