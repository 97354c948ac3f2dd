"""All tables of the README from one run, one after the other: `make figures`, some fifty minutes.

Each command is a benchmark of its own, which prints the machine and its load before its figures. A command that fails
does not keep the others from running; then the exit code is 1.
"""

import subprocess
import sys
import time
from typing import Final

from benchmarks.figures import machine

COMMANDS: Final = (
    ("benchmarks",),
    ("benchmarks.clicking",),
    *[("benchmarks.many_tabs", "--tabs", "500")] * 3,
    ("benchmarks.many_tabs", "--tabs", "1000", "--over", "120"),
    ("benchmarks.millions",),
)


def main() -> int:
    """Results on standard output, progress on standard error."""
    print(machine(), flush=True)
    failures = 0
    for command in COMMANDS:
        print(f"\n## {time.strftime('%H:%M')} · python -m {' '.join(command)}\n", flush=True)
        failures += subprocess.run([sys.executable, "-m", *command], check=False).returncode != 0
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main())
