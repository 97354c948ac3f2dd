"""A login for organisations without one: `python -m deploy.provider setup|run|person|remove FOLDER …`."""

import argparse
import getpass
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from deploy.provider.configuration import write_configuration
from deploy.provider.people import DirectoryError, remove_person, set_person
from deploy.provider.portal import Addresses
from deploy.provider.running import PACKAGES, missing_programs, run
from deploy.proxy import LOGIN_PORT


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns 0, or 1 with a message on standard error."""
    options = _parser().parse_args(arguments)
    missing = missing_programs()
    if missing:
        return _refused(
            f"{', '.join(missing)}: not found. On Debian: apt-get install --no-install-recommends {' '.join(PACKAGES)}"
        )
    try:
        return _commands[options.command](options)
    except (ValueError, DirectoryError, RuntimeError) as problem:
        return _refused(str(problem))
    except FileExistsError:
        return _refused(f"{options.folder} holds a provider already; run it, or name another folder.")
    except OSError as problem:
        return _refused(f"{problem.filename or options.folder}: {problem.strerror}")


def _set_up(options: argparse.Namespace) -> int:
    addresses = Addresses(_address(options.login), _address(options.dashboard), options.port)
    print(write_configuration(options.folder.absolute(), addresses), end="")
    print("This is the [auth] of the dashboard's secrets.toml; it is not shown again.", file=sys.stderr)
    return 0


def _run(options: argparse.Namespace) -> int:
    return run(options.folder.absolute(), lambda: print("People can log in. Ctrl+C stops it.", flush=True))


def _set_person(options: argparse.Namespace) -> int:
    password = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    set_person(options.folder.absolute(), options.email, options.name, password)
    print(f"{options.email} can log in.")
    return 0


def _remove(options: argparse.Namespace) -> int:
    if not remove_person(options.folder.absolute(), options.email):
        return _refused(f"{options.email} is not there.")
    print(
        f"{options.email} is out. Sessions that are open end with: python -m data_access account block {options.email}"
    )
    return 0


_commands: Final = {"setup": _set_up, "run": _run, "person": _set_person, "remove": _remove}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m deploy.provider", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    parsers = {name: commands.add_parser(name) for name in _commands}
    for command in parsers.values():
        command.add_argument("folder", type=Path, metavar="FOLDER")
    parsers["setup"].add_argument("--login", required=True, metavar="ADDRESS", help="where readers will log in")
    parsers["setup"].add_argument(
        "--dashboard", required=True, metavar="ADDRESS", help="the dashboard, as readers type it"
    )
    parsers["setup"].add_argument(
        "--port", type=int, default=LOGIN_PORT, help=f"of this machine, behind a proxy: {LOGIN_PORT}"
    )
    for name in ("person", "remove"):
        parsers[name].add_argument("email", metavar="EMAIL")
    parsers["person"].add_argument("name", metavar="NAME")
    return parser


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ValueError(f"{text!r}: an address looks like https://login.example.vn")
    return text.rstrip("/")


def _refused(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
