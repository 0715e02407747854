"""`search`: everything in a register in which some words stand, by groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.search import CaseIndex
from desktop.cli.json_lines import written
from desktop.cli.subcommand import Subcommand, add_file, add_json, add_on, opened
from desktop.flow.search import MOST, load_words, search

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from desktop.flow.search import Group


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_file(parser)
    parser.add_argument("words", nargs="+", metavar="WORDS", help="ord som ska stå i det som söks")
    parser.add_argument(
        "--most", type=int, default=MOST, metavar="N", help="högst så många i varje grupp"
    )
    add_on(parser)
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Print what was found."""
    with opened(arguments) as desk:
        path = desk.store.path
        text = " ".join(arguments.words)
        groups = search(desk, text, load_words(path), CaseIndex.load(path), max(1, arguments.most))
        if arguments.json:
            print(written([data(each) for each in groups]))
        for group in () if arguments.json else groups:
            show(group)
        if not groups and not arguments.json:
            print("Inget hittat.")
    return 0


def show(group: Group) -> None:
    """Print a group, a line for each hit."""
    print(f"{group.title}{' …' if group.more else ''}")
    for each in group.hits:
        shown = (str(each.title), str(each.detail), each.snippet)
        print("  " + ", ".join(part for part in shown if part))


def data(group: Group) -> dict[str, object]:
    """Give a group as JSON has it."""
    return {
        "group": group.key,
        "title": str(group.title),
        "more": group.more,
        "hits": [
            {
                "kind": each.subject[0],
                "id": each.subject[1],
                "title": str(each.title),
                "detail": str(each.detail),
                **({"rule": each.part} if each.part else {}),
                **({"text": each.snippet} if each.snippet else {}),
            }
            for each in group.hits
        ],
    }


SUBCOMMAND = Subcommand(
    name="search",
    about="Sök i allt: orter, sökande, ärenden, besök, handlingar, nätverk, regler.",
    add=add,
    run=run,
)
