"""The arguments of the `programme` commands."""

from pathlib import Path
from typing import Any

from data_access.programmes.state_names import COMPARISONS, STATES
from importer.running import lazily


def add_programme_commands(commands: Any) -> None:
    """Add `programme
    template|load|list|show|export|default|close|reopen|archive|compare-open|compare-closed|remove`.
    """
    group = commands.add_parser("programme", help="set up, list, export, close and remove programmes")
    actions = group.add_subparsers(required=True, metavar="ACTION", dest="action")
    template = actions.add_parser("template", help="an empty set-up workbook with help and lists")
    template.add_argument("file", type=Path, metavar="FILE.xlsx")
    load = actions.add_parser("load", help="create or change a programme; all of the workbook or nothing")
    load.add_argument("file", type=Path, metavar="FILE.xlsx")
    load.add_argument("--dry-run", action="store_true", help="say what would change and save nothing")
    actions.add_parser("list", help="all programmes")
    export = actions.add_parser("export", help="the workbook of a programme; loading it again changes nothing")
    export.add_argument("code", metavar="CODE")
    export.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")
    copy = actions.add_parser("copy", help="next year's programme: the same phases, units and sectors, later")
    copy.add_argument("code", metavar="CODE")
    copy.add_argument("new", metavar="NEW")
    copy.add_argument("--dry-run", action="store_true", help="say what would be made and save nothing")
    for name in ("show", "default", *STATES, *COMPARISONS, "remove"):
        actions.add_parser(name).add_argument("code", metavar="CODE")
    group.set_defaults(run=lazily("importer.programmes", "run_programme"))
