"""Debian's packages for tests, installed where that is allowed."""

import os
import shutil
import subprocess


def install(*packages: str) -> None:
    """Ask apt-get for packages; nothing where we are not root or there is none. Callers look for what they need."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    for words in (("update",), ("install", "-y", "--no-install-recommends", *packages)):
        subprocess.run(
            ["apt-get", "-qq", *words],
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            timeout=900,
            check=False,
        )
