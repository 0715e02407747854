"""A follow-up wherever one can stand, so that every act about it can be done."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from desktop.domain.casework import Document
from desktop.domain.commitments import Body
from desktop.flow.follow_up_view import follow_up

if TYPE_CHECKING:
    from desktop.flow.follow_up_view import FollowUpPicture
    from desktop.flow.step import Step
    from tests.flow.coordinator import Coordinator

KINDS = ("follow_up", "asked")
"""What acts of the follow-up are about."""
EARLIER, YEAR, NEXT = 2024, 2025, 2026
ANSWER_BY, BOARD_ON = date(2026, 3, 31), date(2026, 4, 30)
BODIES = (
    ("board", "Påhittade kulturnämnden"),
    ("board", "Påhittade tekniska nämnden"),
    ("company", "Påhittade hamnbolaget"),
    ("office", "Påhittade näringslivskontoret"),
    ("office", "Påhittade fritidskontoret"),
)
ANSWER: dict[str, Any] = {"activities": "Ett påhittat utbyte.", "digital": 2, "participants": 9}


def sets(it: Coordinator) -> None:
    """Lead the follow-up of last year until somebody stands in each of its places."""
    bodies = registers(it)
    begins(it, YEAR, bodies[:3], questions="Vad vill ni göra nästa år?")
    sends(it, YEAR)
    answers(it, YEAR, BODIES[0][1])
    it.does("excuse_body", asked(it, YEAR, BODIES[1][1]), reason="Inget hände.")
    it.does("ask_body", {"follow_up": YEAR}, body_id=bodies[3])
    it.does("make_yearly_report", {"follow_up": YEAR})
    begins(it, EARLIER, bodies[:1], answer_by=ANSWER_BY, board_on=BOARD_ON)


def registers(it: Coordinator) -> list[int]:
    """Register every body; give their ids."""
    for kind, name in BODIES:
        it.does("register_body", kind=kind, name=name)
    names = {each.name: each.id for each in it.desk.store.find(Body)}
    return [names[name] for _, name in BODIES]


def begins(it: Coordinator, year: int, bodies: list[int] | None = None, **typed: Any) -> None:
    """Begin the follow-up of a year; everybody whom the guideline asks unless said."""
    days = {"answer_by": ANSWER_BY, "board_on": BOARD_ON} if year == YEAR else {}
    chosen = {"body_ids": bodies} if bodies is not None else {}
    it.does("start_follow_up", {"follow_up": year}, **(days | chosen | typed))


def sends(it: Coordinator, year: int) -> None:
    """Make the forms."""
    it.does("send_follow_up", {"follow_up": year})


def asked(it: Coordinator, year: int, name: str) -> dict[str, int]:
    """Give which of those asked in a year bears a name."""
    found = next(each for each in follow_up(it.desk, year).asked if each.name == name)
    return {"asked": found.id}


def answers(it: Coordinator, year: int, name: str, **typed: Any) -> None:
    """Write in an answer."""
    it.does("register_answer", asked(it, year, name), **(ANSWER | typed))


def sheet_of(it: Coordinator, year: int, name: str) -> bytes:
    """Give the Excel file that was made for somebody."""
    which = asked(it, year, name)["asked"]
    kept = it.desk.store.find(
        Document, "subject = ? and kind = 'follow_up_workbook'", f"asked:{which}"
    )
    return it.desk.store.content(kept[-1].id)


def filled(sheet: bytes, cells: Mapping[str, Any]) -> dict[str, Any]:
    """Fill in a form by key, as a person would in Excel; give it as a file that came in."""
    book = load_workbook(io.BytesIO(sheet))
    page = book["Svar"]
    rows = {page[f"D{at}"].value: at for at in range(1, page.max_row + 1)}
    for key, value in cells.items():
        page[f"B{rows[key]}"] = value
    stream = io.BytesIO()
    book.save(stream)
    return as_file(stream.getvalue())


def as_file(content: bytes) -> dict[str, Any]:
    """Give bytes as a file of a form."""
    return {"name": "svar.xlsx", "base64": base64.b64encode(content).decode()}


def pictures(it: Coordinator, about: str) -> list[Any]:
    """Give every follow-up, or everybody who is asked."""
    seen: list[FollowUpPicture] = [follow_up(it.desk, year) for year in (YEAR, NEXT, EARLIER)]
    return seen if about == "follow_up" else [one for each in seen for one in each.asked]


def subject_of(it: Coordinator, step: Step) -> Any:
    """Give the first that the act applies to."""
    fits = FITS.get(step.name, lambda _: True)
    return next(seen for seen in pictures(it, step.about) if step.applies(seen) and fits(seen))


FITS: dict[str, Callable[[Any], bool]] = {"change_follow_up": lambda seen: not seen.sent}
"""What an act needs besides that it applies: questions can be changed until they are sent."""


def more(it: Coordinator, step: Step) -> dict[str, Any]:
    """Give what the form cannot propose."""
    match step.name:
        case "ask_body":
            known = {each.body.id for each in follow_up(it.desk, YEAR).asked}
            rest = it.desk.store.find(Body, order="id desc")
            return {"body_id": next(each.id for each in rest if each.id not in known)}
        case "read_answer":
            name = follow_up(it.desk, YEAR).missing[0].name
            return {"file": filled(sheet_of(it, YEAR, name), ANSWER)}
        case "register_answer":
            return {"activities": "Ett påhittat utbyte."}
        case "write_yearly_words":
            return {"text": "Året har präglats av unga."}
        case _:
            return {}
