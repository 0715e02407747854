"""`deadlines`: everything that has a day, in words, as JSON or as a calendar file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.json_lines import written
from desktop.cli.subcommand import Subcommand, Unusable, add_file, add_json, add_on, opened
from desktop.flow.calendar_file import calendar_file
from desktop.flow.deadline_facts import all_deadlines
from desktop.flow.deadlines import GROUPS, KIND_WORDS

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from desktop.flow.deadlines import Deadline

_TITLES = {
    "late": "Försenat",
    "week": "Denna vecka",
    "month": "Denna månad",
    "later": "Senare",
    "undated": "Utan dag",
}


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_file(parser)
    parser.add_argument("--kind", choices=list(KIND_WORDS), help="bara ett slag")
    parser.add_argument(
        "--ics", type=Path, metavar="OUT", help="spara också som kalenderfil; skriver inte över"
    )
    add_json(parser)
    add_on(parser)


def run(arguments: Namespace) -> int:
    """Print the list, and save it for a calendar when that is asked for."""
    with opened(arguments) as desk:
        found = [each for each in all_deadlines(desk) if arguments.kind in (None, each.kind)]
        if arguments.ics is not None:
            _save(arguments.ics, calendar_file(found, desk.store.register_uuid, desk.today))
    if arguments.json:
        print(written([data(each) for each in found]))
    else:
        print("\n".join(lines(found)))
    return 0


def _save(path: Path, content: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise Unusable(f"{path.name} finns redan. Välj ett annat namn.") from None


def data(it: Deadline) -> dict[str, Any]:
    """Give a deadline as JSON holds it."""
    kind, row_id = it.fact.subject
    return {
        "day": it.day.isoformat() if it.day else None,
        "kind": it.kind,
        "text": str(it.fact.text),
        "subject": [kind, row_id] if kind else None,
        "note": it.fact.note_id or None,
        "state": it.state,
        "group": it.group,
        "lead": it.lead,
        "whose": str(it.fact.whose),
        "mine": it.fact.mine,
        "uid": it.key,
    }


def lines(found: Sequence[Deadline]) -> Iterator[str]:
    """Give the list in words."""
    for name in GROUPS:
        these = [each for each in found if each.group == name]
        if these:
            yield f"{_TITLES[name]} ({len(these)})"
        for each in these:
            day = each.day.isoformat() if each.day else " " * 10
            yield f"  {day}  {each.fact.text} · {each.when} · {each.fact.whose}"
    if not found:
        yield "Inget har en dag."


SUBCOMMAND = Subcommand(
    name="deadlines",
    about="Visa allt som har en dag; --ics sparar det för en kalender.",
    add=add,
    run=run,
)
