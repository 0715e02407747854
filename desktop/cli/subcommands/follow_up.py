"""`follow-up`: who is asked about a year, who has answered, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.cli.columns import table
from desktop.cli.json_lines import written
from desktop.cli.subcommand import Subcommand, Unusable, add_file, add_json, add_on, opened
from desktop.cli.subcommands.today import data
from desktop.domain.follow_up import SOURCE_WORDS
from desktop.flow.follow_up_next import follow_up_next, follow_up_next_words
from desktop.flow.follow_up_view import follow_up, latest_year

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from desktop.flow.desk import Desk
    from desktop.flow.follow_up_view import AskedPicture, FollowUpPicture

FIRST, LAST = 2000, 2199
"""Years that can be asked for."""
_REPORT = ("version", "made_on", "board_on", "paragraph")
_NUMBERS = ("digital", "incoming", "outgoing", "participants", "youth", "cost_own", "cost_external")


def add_year(parser: ArgumentParser) -> None:
    """Declare the year."""
    parser.add_argument("--year", type=int, help="året, annars det som arbetet gäller nu")


def year_of(desk: Desk, asked: int | None) -> int:
    """Give the year that was asked for, or the one that is worked with."""
    if asked is None:
        return latest_year(desk)
    if not FIRST <= asked <= LAST:
        raise Unusable(f"{asked} är inget år som går att visa. Skriv till exempel 2026.")
    return asked


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_file(parser)
    add_year(parser)
    add_json(parser)
    add_on(parser)


def run(arguments: Namespace) -> int:
    """Print the follow-up of a year."""
    with opened(arguments) as desk:
        seen = follow_up(desk, year_of(desk, arguments.year))
    if arguments.json:
        print(written(_data(seen)))
    else:
        print("\n".join(_lines(seen)))
    return 0


def _data(seen: FollowUpPicture) -> dict[str, Any]:
    found = seen.round
    known = {
        "year": seen.year,
        "round": found.id if found else None,
        "sent_on": found.sent_on if found else None,
        "answer_by": seen.answer_by,
        "report_by": seen.report_by,
        "reported_to": seen.reported_to,
        "questions": found.questions if found else (),
        "next": follow_up_next(seen),
    }
    return {
        **_plain(known),
        "asked": [_asked(each) for each in seen.asked],
        "reports": [
            _plain({name: getattr(each, name) for name in _REPORT}) for each in seen.reports
        ],
    }


def _plain(known: dict[str, Any]) -> dict[str, Any]:
    return {name: data(value) for name, value in known.items()}


def _asked(each: AskedPicture) -> dict[str, Any]:
    asked = each.asked
    known = {
        "id": each.id,
        "body": each.name,
        "kind": str(each.body.kind),
        "state": each.state,
        "days_late": each.days_late,
        "answered_on": asked.answered_on,
        "source": asked.source,
        "excused": asked.excused,
        "activities": asked.activities,
        **{name: getattr(asked, name) for name in _NUMBERS},
        "areas": asked.areas,
        "agenda_goals": asked.agenda_goals,
        "answers": asked.answers,
    }
    return _plain(known)


def _lines(seen: FollowUpPicture) -> Iterator[str]:
    yield f"Uppföljning {seen.year}"
    if seen.round is None:
        yield "Inte startad."
    else:
        yield f"Svar: {len(seen.answered)} av {seen.wanted}, sista dag {seen.round.answer_by}"
        rows = (
            (
                each.name,
                str(each.label).replace("\u00a0", " "),
                str(SOURCE_WORDS[each.asked.source]) if each.asked.source else "",
            )
            for each in seen.asked
        )
        yield table(("Verksamhet", "Läge", "Hur"), rows)
    if seen.report is not None:
        noted = f", anmäld {seen.report.board_on} {seen.report.paragraph}" if seen.done else ""
        yield f"Årsrapport gjord {seen.report.made_on}{noted}"
    if follow_up_next(seen):
        yield f"Nästa steg: {follow_up_next_words(seen)}"


SUBCOMMAND = Subcommand(
    name="follow-up",
    about="Visa årets uppföljning: vilka som frågas, svaren och nästa steg.",
    add=add,
    run=run,
)
