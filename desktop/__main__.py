"""The program: no argument or a file opens the window, a subcommand does without it."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import logfile
from desktop.cli import NAMES

if TYPE_CHECKING:
    from types import TracebackType

HELP = ("-h", "--help", "--version")
MISUSED = 2
ON = "--on"


def main(argv: list[str]) -> int:
    """Do what the words say and give the exit code."""
    _streams()
    logfile.start()
    if not sys.flags.dev_mode:
        sys.excepthook = unexpected
    first = argv[0] if argv else ""
    if first in (*NAMES, *HELP) or _misspelt(first):
        return _without_window(argv)
    return _window(argv)


def _misspelt(first: str) -> bool:
    """Tell a subcommand that does not exist from a file: a register's name has a suffix."""
    return first.isalpha() and not Path(first).exists()


def _without_window(argv: list[str]) -> int:
    from desktop.cli.main import main as without_window  # noqa: PLC0415 - not for the window
    from desktop.cli.pictures import pictures  # noqa: PLC0415 - as above

    def draw(file: Path, folder: Path, on: date | None) -> int:
        from desktop.ui.pictures import draw  # noqa: PLC0415 - Qt only for this

        return draw(file, folder, on)

    return without_window(argv, also=(pictures(draw),))


def _window(argv: list[str]) -> int:
    """Open the window; `--on DATE` is taken out of the words, the rest is a file or Qt's own."""
    try:
        words, on = _day(argv)
    except ValueError:
        print("--on: skriv dagen som 2026-11-21", file=sys.stderr)  # noqa: T201 - to a terminal
        return MISUSED
    from desktop.ui.app import main as window  # noqa: PLC0415 - Qt only where there is a window

    if on is None:
        return window(words)
    from desktop.flow.desk import clock_on  # noqa: PLC0415 - only for another day

    return window(words, clock_on(on))


def _day(argv: list[str]) -> tuple[list[str], date | None]:
    """Give the words without `--on`, and its day; ValueError when that is none."""
    words, day = [], None
    rest = iter(argv)
    for word in rest:
        name, equals, given = word.partition("=")
        if name == ON:
            day = date.fromisoformat(given if equals else next(rest, ""))
        else:
            words.append(word)
    return words, day


def _streams() -> None:
    """Give a windowed build somewhere to write to, and every terminal and pipe UTF-8."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
            setattr(sys, name, nowhere)
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def unexpected(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log and say where it went wrong, without data; a traceback would tell paths and names."""
    if not issubclass(kind, Exception):
        sys.__excepthook__(kind, error, trace)
        return
    told = error.with_traceback(trace)
    logfile.trouble(told)
    sentence = "Programmet har ett fel. Det som redan är svarat är sparat."
    print(f"{sentence}\n{logfile.report(told)}", file=sys.stderr)  # noqa: T201 - to a terminal


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A built program starts itself again to read a file that came in from outside.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main(sys.argv[1:]))
