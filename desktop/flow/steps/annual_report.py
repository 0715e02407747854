"""An association's annual report comes in and opens the gate of its payments (P8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.applicants import ApplicantKind
from desktop.domain.dates import financial_year, last_closed_year
from desktop.domain.phases import CHANNEL_WORDS, Channel
from desktop.domain.problems import refuse
from desktop.domain.registers import AnnualReport, Association
from desktop.domain.spoken import year_words
from desktop.domain.text import say
from desktop.flow.ask import File, Kind, ask
from desktop.flow.filing import file_away
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import not_before
from desktop.flow.steps.association_about import association_of

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


CHANNELS = {str(kind): str(word) for kind, word in CHANNEL_WORDS.items()}


@dataclass(frozen=True, kw_only=True)
class ReceiveAnnualReport(Command):
    """Receive an association's annual report for a closed financial year (P8)."""

    association_id: int = ask(Kind.REF, "Förening", ref="association")
    year_end: date = ask(Kind.DAY, "Räkenskapsåret slutade", past=True)
    received_on: date = ask(Kind.DAY, "Kom in", past=True)
    channel: str = ask(Kind.CHOICE, "Hur", choices=CHANNELS, default="email")
    file: File | None = ask(Kind.FILE, "Handlingen", default=None)


def receive(desk: Desk, it: ReceiveAnnualReport, work: Work) -> None:
    """Plan the annual report's row; refuse a day on which no financial year of theirs ended."""
    association = association_of(desk, it.association_id)
    expected = last_closed_year(it.year_end, association.year_end).last
    if expected != it.year_end:
        raise refuse(
            "year_end",
            "Räkenskapsåret slutade – {day} är inte föreningens bokslutsdag – skriv {expected}"
            " eller ändra föreningens räkenskapsår.",
            day=it.year_end.isoformat(),
            expected=expected.isoformat(),
        )
    year = financial_year(it.year_end)
    if desk.store.first(
        AnnualReport, "association_id = ? and year_end = ?", association.id, it.year_end
    ):
        raise refuse(
            "year_end",
            "Räkenskapsåret slutade – berättelsen för {year} finns redan – välj ett annat år.",
            year=year_words(year),
        )
    not_before("received_on", "Kom in", it.received_on, it.year_end)
    document = (
        file_away(
            desk,
            work,
            it.file,
            kind="annual_report",
            title=f"Verksamhetsberättelse {year}",
            subject=f"association:{association.id}",
        )
        if it.file
        else None
    )
    work.add(
        AnnualReport(
            association_id=association.id,
            year_end=it.year_end,
            received_on=it.received_on,
            channel=Channel(it.channel),
            document_id=document.id if document else None,
        )
    )
    work.about("association", association.id)
    work.said = say(
        "Verksamhetsberättelsen för {year} från {name} har kommit in.",
        year=year_words(year),
        name=association.name,
    )


def annual_report_now(desk: Desk, association: Association) -> dict[str, Any]:
    """Propose the year that the payment gate asks for today."""
    year = last_closed_year(desk.today, association.year_end)
    return {
        "association_id": association.id,
        "year_end": year.last,
        "received_on": desk.today,
        "channel": "email",
    }


STEPS = (
    Step(
        name="receive_annual_report",
        command=ReceiveAnnualReport,
        about="association",
        title=say("Ta emot verksamhetsberättelsen"),
        button=say("Ta emot och godkänn"),
        plan=receive,
        applies=lambda it: it.kind is ApplicantKind.ASSOCIATION,
        prefill=annual_report_now,
    ),
)
