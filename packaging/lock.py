"""Write requirements.txt and requirements-dev.txt anew from pyproject.toml, with uv.

Without `--upgrade` a pin changes only where pyproject.toml asks for it. The files name no index,
so that every machine uses the one that its own pip is set to.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--custom-compile-command=python3 packaging/lock.py",
    "--quiet",
]


def main(arguments: list[str]) -> int:
    """Lock the development file first and hold the runtime's to the same versions."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        programs = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin")
        subprocess.run([programs / "python", "-m", "pip", "-q", "install", "uv"], check=True)
        lock = [str(programs / "uv"), "pip", "compile", "pyproject.toml", *OPTIONS, *arguments]
        for more in (
            ["--extra=dev", "--output-file=requirements-dev.txt"],
            ["--constraint=requirements-dev.txt", "--output-file=requirements.txt"],
        ):
            subprocess.run([*lock, *more], cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
