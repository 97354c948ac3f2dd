"""Golden figures: `python -m tests.charts.golden` writes them anew; read the diff before committing it."""

import json
from pathlib import Path

from tests.charts.samples import CHARTS, PLAIN

FOLDER = Path(__file__).parent.parent / "golden"


def written(name: str) -> str:
    """A chart as JSON that is easy to compare."""
    figure = json.loads(CHARTS[name](PLAIN).to_json())
    return json.dumps(figure, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in CHARTS:
        (FOLDER / f"{name}.json").write_text(written(name), encoding="utf-8")
        print(name)
