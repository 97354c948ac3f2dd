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
