"""`python -m deploy.licences`: write the packages of the app with their licences into NOTICE.md."""

import re
from importlib.metadata import metadata
from pathlib import Path
from typing import Final

_PROJECT: Final = Path(__file__).parents[1]
NOTICE: Final = _PROJECT / "NOTICE.md"
BEGIN: Final = "<!-- written by make lock -->"
_PIN: Final = re.compile(r"^([\w.-]+)(?:\[\w+\])?==(\S+)", re.MULTILINE)
_LONGEST: Final = 60  # some packages put the whole text into the name field


def pins() -> list[tuple[str, str]]:
    """Versions of all packages the app needs, by name."""
    return sorted(_PIN.findall((_PROJECT / "requirements.txt").read_text(encoding="utf-8")))


def licence_of(name: str) -> str:
    """The licence of a package, from the most precise of its three metadata fields."""
    fields = metadata(name).json
    licence = str(fields.get("license") or "").strip()
    names = [line.rpartition(" :: ")[2] for line in fields.get("classifier", []) if line.startswith("License")]
    short = licence if licence and "\n" not in licence and len(licence) <= _LONGEST else ""
    return str(fields.get("license_expression") or "") or short or ", ".join(names) or "see its files"


def notice() -> str:
    """The text of NOTICE.md for today's packages."""
    above = NOTICE.read_text(encoding="utf-8").partition(BEGIN)[0].rstrip()
    rows = [f"| {name} | {version} | {licence_of(name)} |" for name, version in pins()]
    head = "Packages of the app; each brings its licence along where it is installed."
    return "\n".join([above, "", BEGIN, "", head, "", "| package | version | licence |", "|---|---|---|", *rows, ""])


if __name__ == "__main__":
    NOTICE.write_text(notice(), encoding="utf-8")
