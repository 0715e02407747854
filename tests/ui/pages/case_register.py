"""An invented register with cases in every phase, as it stands on the 21 November 2026."""

from __future__ import annotations

import itertools
from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop.flow.ask import File
from desktop.flow.picture import picture
from desktop.flow.registers import begin
from desktop.flow.run import run
from desktop.flow.steps.annual_report import ReceiveAnnualReport
from desktop.flow.steps.application_draft import RegisterApplication
from desktop.flow.steps.associations import AddAssociation
from desktop.flow.steps.consultation import AddToRound
from desktop.flow.steps.consultation_round import CloseRound, MakeSheet
from desktop.flow.steps.decision import Decide, decide_now
from desktop.flow.steps.founding import FoundRegister, NewMember
from desktop.flow.steps.letter import SendLetter
from desktop.flow.steps.listing import MakeList
from desktop.flow.steps.payment import MarkPaid, ReleasePayment
from desktop.flow.steps.report import ReceiveReport

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.flow.desk import Desk

TODAY = datetime(2026, 11, 21, 21, 58)
NORRSKEN, HAVSORNEN, TROLLSLANDAN, PASSADVINDEN, PALMBLADET = range(1, 6)
BARTHELEMY, GRINDAVIK = 1, 2
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
    b"/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


class Clock:
    """A clock that stands where it is put."""

    def __init__(self, now: datetime = TODAY) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def put(self, month: int, day: int) -> None:
        self.now = datetime(2026, month, day, 12)


def founded(path: Path, clock: Clock) -> Desk:
    """Begin a register with five associations."""
    numbers = itertools.count(1)
    desk = begin(
        path,
        FoundRegister(
            name="Ebba Sagolin",
            delegation="kommunstyrelsens delegationsordning, punkt 4.7",
            frame=480_000,
            members=(
                NewMember(name="Sixten Fabelberg", role="kommunfullmäktiges ordförande"),
                NewMember(name="Disa Låtsasson", role="kommunstyrelsens ordförande"),
            ),
        ),
        clock=clock,
        new_uuid=lambda: f"00000000-0000-4000-8000-{next(numbers):012}",
    )
    for name, place, account, contact, year_end in (
        ("Isländska sällskapet Norrsken", GRINDAVIK, "6060-1234", "Ylva Nordsken", "12-31"),
        ("Föreningen Havsörnen", GRINDAVIK, "7070-1230", "Örjan Havsvik", "12-31"),
        ("Körsällskapet Trollsländan", GRINDAVIK, "5402-9681", "Greta Visström", "08-31"),
        ("Seglarlaget Passadvinden", BARTHELEMY, "", "Nils Verslund", "12-31"),
        ("Palmbladet", BARTHELEMY, "", "Palma Bladh", "12-31"),
    ):
        run(
            desk,
            AddAssociation(
                name=name,
                place_ids=(place,),
                contact=contact,
                email="post@forening.example",
                address="Låtsasgatan 4",
                postcode="941 00",
                city="Piteå",
                account=account,
                account_kind="bankgiro" if account else None,
                year_end=year_end,
            ),
        )
    return desk


def apply(desk: Desk, association: int, came: date, asked: int, **more: object) -> int:
    """Register an application and give the case's id."""
    scheme = "activity_grant" if "purpose" in more else "base_grant"
    outcome = run(
        desk,
        RegisterApplication(
            association_id=association,
            scheme=scheme,
            asked=asked,
            came_on=came,
            year=2026,
            goals=("cultures", "young"),
            original=File(name="Ansökan.pdf", content=PDF),
            **more,  # type: ignore[arg-type]
        ),
    )
    return dict(outcome.subjects)["case"]


def consult(desk: Desk, *cases: int, held_on: date, remark: str = "") -> None:
    """Put cases in a round with what the rules give, and hold it."""
    del remark
    for case_id in cases:
        run(desk, AddToRound(case_id=case_id, proposal=picture(desk, case_id).draft.amount))
    round_id = picture(desk, cases[0]).round.id  # type: ignore[union-attr]
    run(desk, MakeSheet(round_id=round_id))
    run(desk, CloseRound(round_id=round_id, held_on=held_on))


def decide(desk: Desk, case_id: int) -> None:
    """Decide what is proposed."""
    values = decide_now(desk, picture(desk, case_id)) | {"unbiased": True}
    run(desk, Decide(**values))


def send(desk: Desk, case_id: int) -> None:
    """Send the decision's letter."""
    run(desk, SendLetter(case_id=case_id, sent_on=desk.today))


def filled(path: Path, clock: Clock) -> tuple[Desk, dict[str, int]]:
    """Make the whole register; gives the cases by what they show."""
    clock.put(9, 1)
    desk = founded(path, clock)
    cases: dict[str, int] = {}
    cases["late"] = apply(
        desk, HAVSORNEN, date(2026, 9, 1), 3500,
        purpose="sagostund om Island", starts_on=date(2026, 9, 20), ends_on=date(2026, 9, 26),
        costs=6000, other_funding=1000,
    )  # fmt: skip
    consult(desk, cases["late"], held_on=date(2026, 9, 1))
    decide(desk, cases["late"])
    send(desk, cases["late"])
    for number in (NORRSKEN, HAVSORNEN, PASSADVINDEN):
        run(
            desk,
            ReceiveAnnualReport(
                association_id=number, year_end=date(2025, 12, 31), received_on=date(2026, 9, 1)
            ),
        )
    run(desk, ReleasePayment(case_id=cases["late"]))
    run(desk, MarkPaid(case_id=cases["late"], paid_on=desk.today))
    for key, number, day, asked in (
        ("norrsken", NORRSKEN, 28, 10_000),
        ("havsornen", HAVSORNEN, 29, 8_000),
        ("trollslandan", TROLLSLANDAN, 30, 10_000),
    ):
        clock.put(9, day)
        cases[key] = apply(desk, number, clock.now.date(), asked)
    clock.put(10, 19)
    cases["gate"] = apply(
        desk, TROLLSLANDAN, date(2026, 10, 19), 8000,
        purpose="vinterkonsert med kör från Grindavík", dnr="26KS218",
        starts_on=date(2026, 11, 22), ends_on=date(2026, 11, 24), costs=19_000,
        other_funding=9000, confirm=True,
    )  # fmt: skip
    clock.put(11, 4)
    consult(desk, cases["gate"], held_on=date(2026, 11, 4))
    clock.put(11, 9)
    decide(desk, cases["gate"])
    clock.put(11, 10)
    send(desk, cases["gate"])
    clock.put(11, 12)
    run(desk, MakeList(meeting_on=date(2026, 12, 7)))
    clock.put(10, 26)
    cases["ready"] = apply(
        desk, PASSADVINDEN, date(2026, 10, 26), 14_000,
        purpose="utställningen Två hamnar", dnr="26KS231",
        starts_on=date(2026, 11, 27), ends_on=date(2026, 12, 10), costs=20_000,
        other_funding=9000,
    )  # fmt: skip
    clock.put(11, 18)
    split = (cases["norrsken"], cases["havsornen"], cases["trollslandan"])
    consult(desk, cases["ready"], *split, held_on=date(2026, 11, 18))
    cases["new"] = apply(
        desk, PALMBLADET, date(2026, 11, 17), 4000,
        purpose="öppen kväll om Saint-Barthélemy", starts_on=date(2026, 12, 12),
        ends_on=date(2026, 12, 12), costs=6000, other_funding=0,
    )  # fmt: skip
    cases["empty"] = apply(
        desk, NORRSKEN, date(2026, 11, 18), 5000,
        purpose="sagokväll om Grindavík på biblioteket", starts_on=date(2026, 12, 5),
        ends_on=date(2026, 12, 5), costs=7400, other_funding=2400,
    )  # fmt: skip
    clock.now = TODAY
    return desk, cases


def report_in(desk: Desk, case_id: int) -> None:
    """Receive the report of a case."""
    run(desk, ReceiveReport(case_id=case_id, received_on=desk.today))
