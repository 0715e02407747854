"""Find the system libraries and programs that Qt and the tests lack, and install them or say how.

With `--tests` also what the tests use. The exit code is 1 when something is missing that
nothing works without.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, kw_only=True)
class Need:
    """Something that the wheels expect to find on the machine."""

    name: str
    """The library's soname, or the program's name."""
    package: str
    """The Debian and Ubuntu package that brings it."""
    vital: bool = True
    """False when everything without a screen works all the same."""
    program: bool = False
    """True for a program on the search path, False for a library."""

    def missing(self) -> bool:
        """Tell whether the machine lacks it."""
        if self.program:
            return shutil.which(self.name) is None
        try:
            ctypes.CDLL(self.name)
        except OSError:
            return True
        return False


ALWAYS = tuple(
    Need(name=name, package=package)
    for name, package in (
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libX11.so.6", "libx11-6"),
        ("libbrotlidec.so.1", "libbrotli1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libfreetype.so.6", "libfreetype6"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libstdc++.so.6", "libstdc++6"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
        ("libzstd.so.1", "libzstd1"),
    )
)
"""What the modules of Qt that the window uses are linked with, whatever they draw on."""

ON_SCREEN = tuple(
    Need(name=name, package=package, vital=False)
    for name, package in (
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libcups.so.2", "libcups2"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb-image.so.0", "libxcb-image0"),
        ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
        ("libxcb-randr.so.0", "libxcb-randr0"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxcb-render.so.0", "libxcb-render0"),
        ("libxcb-shape.so.0", "libxcb-shape0"),
        ("libxcb-shm.so.0", "libxcb-shm0"),
        ("libxcb-sync.so.1", "libxcb-sync1"),
        ("libxcb-util.so.1", "libxcb-util1"),
        ("libxcb-xfixes.so.0", "libxcb-xfixes0"),
        ("libxcb-xkb.so.1", "libxcb-xkb1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    )
)
"""What Qt's X11 and printer plugins are linked with besides."""

FOR_TESTS = (
    *(
        Need(name=name, package="poppler-utils", vital=False, program=True)
        for name in ("pdfinfo", "pdftotext")
    ),
    Need(name="cc", package="build-essential", vital=False, program=True),
)
"""The second reader that some tests hold the letters up to; the compiler of the fault suites."""


def command(missing: Iterable[Need]) -> str:
    """Give what a person types to install what is missing."""
    return "sudo apt-get update && sudo apt-get install " + " ".join(_packages(missing))


def install(missing: Iterable[Need]) -> None:
    """Install the missing packages with apt-get; a failure shows in what is missing afterwards."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends"]):
        packages = _packages(missing) if words[0] == "install" else []
        subprocess.run(
            ["apt-get", *words, *packages],  # noqa: S607 - wherever the system keeps it
            env=quiet,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=False,
        )


def main(arguments: list[str]) -> int:
    """Check, install where allowed, and tell a person what is left to do."""
    needs = [*ALWAYS, *ON_SCREEN, *(FOR_TESTS if "--tests" in arguments else ())]
    missing = _missing(needs)
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        print("Installing", *_packages(missing), flush=True)
        install(missing)
        missing = _missing(needs)
    if not missing:
        return 0
    print("This machine lacks", ", ".join(need.name for need in missing), file=sys.stderr)
    if shutil.which("apt-get"):
        print("Install it with:", command(missing), file=sys.stderr)
    if any(need.vital for need in missing):
        return 1
    print("Going on without it.", file=sys.stderr, flush=True)
    return 0


def _missing(needs: Iterable[Need]) -> list[Need]:
    return [need for need in needs if need.missing()]


def _packages(needs: Iterable[Need]) -> list[str]:
    return sorted({need.package for need in needs})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
