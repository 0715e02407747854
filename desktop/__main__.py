"""The program: no argument or a file opens the window, a subcommand does without it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import logfile
from desktop.cli import NAMES

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from types import TracebackType

    from desktop.cli.subcommand import Subcommand

HELP = ("-h", "--help", "--version")


def main(argv: list[str]) -> int:
    """Do what the words say and give the exit code."""
    _streams()
    logfile.start()
    if not sys.flags.dev_mode:
        sys.excepthook = _unexpected
    first = argv[0] if argv else ""
    if first in (*NAMES, *HELP) or _misspelt(first):
        from desktop.cli.main import main as without_window  # noqa: PLC0415 - not for the window

        return without_window(argv, also=(_pictures(),))
    from desktop.ui.app import main as window  # noqa: PLC0415 - Qt only where there is a window

    return window(argv)


def _misspelt(first: str) -> bool:
    """Tell a subcommand that does not exist from a file: a register's name has a suffix."""
    return first.isalpha() and not Path(first).exists()


def _streams() -> None:
    """Give a windowed build somewhere to write to, and every terminal and pipe UTF-8."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _unexpected(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log where it went wrong, without data; a traceback would tell paths and names."""
    del kind
    logfile.trouble(error.with_traceback(trace))
    print(
        "Programmet har ett fel. Det som redan är svarat är sparat.\n" + logfile.report(error),
        file=sys.stderr,
    )


def _pictures() -> Subcommand:
    from desktop.cli.subcommand import Subcommand, add_file, add_on  # noqa: PLC0415 - as above

    def add(parser: ArgumentParser) -> None:
        add_file(parser)
        parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="mappen")
        add_on(parser)

    def run(arguments: Namespace) -> int:
        from desktop.cli.subcommands.letters import run as letters  # noqa: PLC0415 - as above
        from desktop.ui.pictures import draw  # noqa: PLC0415 - Qt only here

        code = letters(arguments)
        count = draw(arguments.file, arguments.out, arguments.on)
        print(f"{count} bilder i {arguments.out}")
        return code

    return Subcommand(
        name="pictures",
        about="Spara breven, och en bild av varje sida i ljust och mörkt, 100 och 200 procent.",
        add=add,
        run=run,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
