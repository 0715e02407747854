"""The command line: finds the subcommand, does it, and says trouble in words."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from typing import TYPE_CHECKING

from db.errors import FileTrouble
from desktop import __version__
from desktop.cli.catalogue import SUBCOMMANDS
from desktop.cli.subcommand import Subcommand, Unusable
from desktop.domain.problems import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

USAGE = "vanbok [FILE] [--on DATE] | vanbok SUBCOMMAND …"
INTERRUPTED = 130
ABOUT = "Utan underkommando öppnas fönstret. Underkommandona gör samma sak utan fönster."


def parser(subcommands: Sequence[Subcommand]) -> ArgumentParser:
    """Make the parser of all the subcommands."""
    top = ArgumentParser(prog="vanbok", usage=USAGE, description=ABOUT, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"Vänbok {__version__}")
    words = top.add_subparsers(metavar="SUBCOMMAND …", required=True, prog="vanbok")
    for each in subcommands:
        one = words.add_parser(
            each.name, help=each.about, description=each.about, allow_abbrev=False
        )
        each.add(one)
        one.set_defaults(run=each.run)
    return top


def main(argv: Sequence[str], also: Sequence[Subcommand] = ()) -> int:
    """Do what the words say and give the exit code: 0 done, 1 refused, 2 misused (SystemExit)."""
    arguments = parser([*SUBCOMMANDS, *also]).parse_args(argv)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough; without this Python complains when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (Refusal, FileTrouble, Unusable, OSError) as error:
        return trouble(*sentences(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def sentences(error: Exception) -> tuple[str, ...]:
    """Give what stands in the way in words."""
    if isinstance(error, Refusal):
        return tuple(str(each.text) for each in error.problems)
    if isinstance(error, OSError):
        reason = error.strerror or "går inte att använda"
        return (f"{error.filename} – {reason}." if error.filename else f"{reason}.",)
    return (str(error),)


def trouble(*sentences: str) -> int:
    """Say why it was not done and give the exit code for that."""
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return 1
