"""`act`: acts as JSON lines, each answered by a JSON line."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.errors import FileTrouble, NotSaved
from desktop.cli.acting import answer, asked_for, do, refused, shown
from desktop.cli.json_lines import lines, parse, written
from desktop.cli.subcommand import Subcommand, Unusable, add_file, add_on, opened
from desktop.domain.problems import Problem, Refusal
from desktop.domain.text import Text, plain

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from desktop.flow.desk import Desk


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_file(parser)
    parser.add_argument(
        "acts", nargs="?", default="-", metavar="acts.jsonl", help="raderna; - läser indata"
    )
    parser.add_argument("--go-on", action="store_true", help="fortsätt efter ett nej")
    add_on(parser)


def run(arguments: Namespace) -> int:
    """Do the lines in order; stop at the first refusal unless told to go on."""
    code = 0
    with ExitStack() as stack:
        if arguments.acts == "-":
            stream, folder = sys.stdin.buffer, Path()
        else:
            path = Path(arguments.acts)
            stream, folder = stack.enter_context(path.open("rb")), path.parent
        desk = stack.enter_context(opened(arguments))
        for number, line in lines(stream):
            told = one(desk, line, folder)
            print(written({"line": number, **told}), flush=True)
            code = code if told["ok"] else 1
            if code and not arguments.go_on:
                break
    return code


def one(desk: Desk, line: bytes, folder: Path) -> dict[str, Any]:
    """Do one line and give its answer; raises FileTrouble when the file is no longer trusted."""
    name = ""
    try:
        given = parse(line)
        name = shown(given.get("act", ""))
        return {"act": name, **answer(do(desk, asked_for(given, folder)))}
    except Refusal as refusal:
        return {"act": name, **refused(refusal)}
    except Unusable as error:
        return {"act": name, **_whole(plain(str(error)))}
    except NotSaved as error:
        return {"act": name, **_whole(error.text)}
    except FileTrouble as error:
        print(written({"act": name, **_whole(error.text)}), flush=True)
        raise


def _whole(text: Text) -> dict[str, Any]:
    """Refuse the whole line."""
    return refused(Refusal([Problem("", text)]))


SUBCOMMAND = Subcommand(
    name="act",
    about="Gör åtgärder från JSON-rader och svara med JSON-rader.",
    add=add,
    run=run,
)
