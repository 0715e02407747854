"""Invented facts for every kind of paper with a text of its own: for the preview while editing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.phases import AccountKind, Outcome, ReclaimGround
from desktop.domain.swedish import kr
from desktop.letters.content import Pot
from desktop.letters.facts import (
    BoardProposalFacts,
    Checked,
    CommitteeFacts,
    CompletionFacts,
    ConfirmationFacts,
    Consultation,
    Cost,
    DecisionFacts,
    DelegationListFacts,
    ExtensionFacts,
    Facts,
    Limit,
    ListedRow,
    Matter,
    OverdueFacts,
    PaymentOrderFacts,
    PaymentPlan,
    PotRow,
    ProposalRow,
    Recipient,
    ReclaimFacts,
    ReminderFacts,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.registers import GuidelineVersion, Office, Officer

_INVENTED = {
    "court": "Förvaltningsrätten",
    "court_address": "domstolens adress",
    "phone": "0000-00 00 00",
    "email": "namn@kommun.example",
    "website": "kommun.example",
}
"""What the office is given where it has none, so that every example is whole."""
_RECIPIENT = Recipient(
    name="Exempelföreningen",
    organisation_number="890000-0061",
    contact="Edla Exempel",
    address=("Påhittsvägen 1", "123 45 Exempelstad"),
)
_ASKED, _GRANTED, _POT = 8_000, 6_500, 10_000
_NUMBER = "5/{year}"
_PARAGRAPH = "Bidrag till föreningar"


@dataclass(frozen=True, kw_only=True)
class Around:
    """What an example borrows from the register: who writes, on which day, under what guideline."""

    office: Office
    """The office; what a letter needs of it and it lacks is invented."""
    officer: Officer
    """The officer."""
    guideline: GuidelineVersion
    """The guideline in force."""
    made_on: date
    """The day of the paper."""
    coat: bytes | None = None
    """The coat of arms."""
    committee: str = "internationella kommittén"
    """The committee, in the middle of a sentence."""

    def common(self) -> dict[str, Any]:
        """Give the facts that every paper shares."""
        lacking: dict[str, Any] = {
            name: words for name, words in _INVENTED.items() if not getattr(self.office, name)
        }
        named = self.officer
        if not (named.name and named.delegation):
            named = replace(
                named,
                name=named.name or "Edla Exempel",
                title=named.title or "internationell samordnare",
                delegation=named.delegation or "delegationsordningen",
            )
        return {
            "office": replace(self.office, **lacking),
            "officer": named,
            "made_on": self.made_on,
            "document_id": "example",
            "coat": self.coat,
        }

    def letter(self) -> dict[str, Any]:
        """Give the facts that every letter to an applicant shares."""
        ends = self.made_on - timedelta(days=6)
        matter = Matter(
            number=f"{self.made_on.year}-014",
            dnr="",
            scheme="aktivitetsbidrag",
            place="Exempelort",
            year=self.made_on.year,
            purpose="konserten med kör från Exempelort",
            starts_on=ends - timedelta(days=2),
            ends_on=ends,
            asked=_ASKED,
            arrived_on=self.made_on - timedelta(days=40),
            goals=("ökar förståelsen mellan olika kulturer",),
        )
        about = {"recipient": _RECIPIENT, "matter": matter, "guideline": self.guideline}
        lapsed = self.guideline.valid_to is not None and self.guideline.valid_to < self.made_on
        return {**self.common(), **about, "lapsed": lapsed, "committee": self.committee}

    def numbered(self) -> dict[str, Any]:
        """Give what a letter says of the decision behind it."""
        return {
            **self.letter(),
            "number": self.number(),
            "decided_on": self.made_on - timedelta(days=60),
            "granted": _GRANTED,
        }

    def number(self) -> str:
        """Give a delegation number of the year."""
        return f"5/{self.made_on.year}"

    def later(self, days: int) -> date:
        """Give a day after the paper's."""
        return self.made_on + timedelta(days=days)


def example(kind: str, around: Around) -> Facts:
    """Give an example of a paper; KeyError for one that has no text to edit."""
    return _EXAMPLES[kind](around)


def example_kinds() -> tuple[str, ...]:
    """Give the papers that have a text to edit, in catalogue order."""
    return tuple(_EXAMPLES)


def _decided(outcome: Outcome, **more: Any) -> Callable[[Around], Facts]:  # noqa: ANN401
    def made(around: Around) -> Facts:
        facts = {
            **around.letter(),
            "number": around.number(),
            "outcome": outcome,
            "reasons": ("Skälen skrivs för varje beslut, eller hämtas från listan över skäl.",),
            "authority": _PARAGRAPH,
            "consultation": Consultation(held_on=around.later(-5), number="3"),
            **more,
        }
        return DecisionFacts(**facts)

    return made


def _granting(outcome: Outcome, granted: int) -> Callable[[Around], Facts]:
    def made(around: Around) -> Facts:
        plan = PaymentPlan(
            account_kind=AccountKind.BANKGIRO,
            account="5402-9681",
            missing=(f"verksamhetsberättelsen för {around.made_on.year - 1}",),
        )
        limits = (
            Limit(label="Sökt belopp", amount=_ASKED),
            Limit(label="Kvar i potten för orten", amount=granted, deciding=True),
        )
        return _decided(
            outcome,
            granted=granted,
            limits=limits if granted < _ASKED else (),
            report_due=around.later(30),
            payment=plan,
        )(around)

    return made


def _written_off(around: Around) -> Facts:
    return _decided(Outcome.WRITTEN_OFF, reasons=(), withdrawn_on=around.later(-3))(around)


def _confirmation(around: Around) -> Facts:
    return ConfirmationFacts(**around.letter(), missing=("Kostnader och annan finansiering.",))


def _completion(around: Around) -> Facts:
    items = ("Aktivitetens första och sista dag.", "Kostnader och annan finansiering.")
    return CompletionFacts(**around.letter(), items=items, due_on=around.later(21))


def _reminder(around: Around) -> Facts:
    return ReminderFacts(**around.numbered(), due_on=around.later(10))


def _overdue(around: Around) -> Facts:
    return OverdueFacts(
        **around.numbered(), paid=_GRANTED, due_on=around.later(-12), answer_by=around.later(14)
    )


def _extension(around: Around) -> Facts:
    return ExtensionFacts(
        **around.numbered(),
        old_on=around.later(10),
        new_on=around.later(40),
        reason="Konserten är flyttad till våren.",
    )


def _reclaim(around: Around) -> Facts:
    return ReclaimFacts(
        **{**around.numbered(), "number": f"9/{around.made_on.year}"},
        decision_number=around.number(),
        paid=_GRANTED,
        amount=_GRANTED,
        ground=ReclaimGround.REPORT,
        reason="Rapporten har inte kommit in.",
        paragraph=_PARAGRAPH,
        report_due=around.later(-60),
        reminded_on=(around.later(-30),),
        heard_on=around.later(-10),
        due_on=around.later(30),
    )


def _payment(around: Around) -> Facts:
    return PaymentOrderFacts(
        **around.numbered(),
        amount=_GRANTED,
        account_kind=AccountKind.BANKGIRO,
        account="5402-9681",
        gates=(f"Verksamhetsberättelsen för {around.made_on.year - 1} har kommit in.",),
    )


def _committee(around: Around) -> Facts:
    row = ProposalRow(
        applicant=_RECIPIENT.name,
        about="Aktivitetsbidrag, Exempelort. Konsert.",
        deciding="Potten för orten avgör.",
        asked=_ASKED,
        proposal=_GRANTED,
        rule="P5",
    )
    pot = Pot(cap=_POT, decided=_POT - _GRANTED, proposed=_GRANTED, left=0)
    return CommitteeFacts(
        **around.common(),
        number=f"3/{around.made_on.year}",
        meets_on=around.later(7),
        year=around.made_on.year,
        committee=around.committee,
        rows=(row,),
        schemes=("Aktivitetsbidrag",),
        pots=(PotRow(place="Exempelort", pots=(pot,)),),
        frame_before=100_000,
        frame_after=100_000 - _GRANTED,
        members=(("Edla Exempel", "kommunfullmäktiges ordförande"),),
        rules=(("P5", "Högsta belopp per ort och år"),),
        guideline=around.guideline,
    )


def _listed(around: Around) -> Facts:
    row = ListedRow(
        number=around.number(),
        decided_on=around.later(-3),
        point="4.7",
        delegate="Edla Exempel, internationell samordnare",
        party=_RECIPIENT.name,
        matter=f"Aktivitetsbidrag {around.made_on.year}, Exempelort",
        decision="Delvis bifall",
        granted=_GRANTED,
    )
    return DelegationListFacts(
        **around.common(),
        number=f"2/{around.made_on.year}",
        first_on=around.later(-60),
        last_on=around.made_on,
        meeting_on=around.later(20),
        rows=(row,),
    )


_SCHOOL = Recipient(
    name="Exempelskolan", address=("Påhittsvägen 2", "123 45 Exempelstad"), called="skolan"
)


def _of_school(around: Around) -> dict[str, Any]:
    """Give the facts of a letter about a school's exchange."""
    letter = around.letter()
    matter = replace(
        letter["matter"],
        scheme="fonden för internationellt skolutbyte",
        purpose="praktik för tolv elever",
    )
    return {**letter, "recipient": _SCHOOL, "matter": matter, "lapsed": False}


def _board_proposal(around: Around) -> Facts:
    finding = Checked(
        status="Sänker",
        title="Årets ram",
        value=kr(_GRANTED),
        limit=f"{kr(_GRANTED)} kvar",
        paragraph=_PARAGRAPH,
    )
    return BoardProposalFacts(
        **_of_school(around),
        outcome=Outcome.PARTLY,
        proposal=_GRANTED,
        meeting_on=around.later(20),
        about="Praktik eller gymnasiearbete utomlands",
        people="12 elever, 2 i personalen",
        told=(("Tema", "båtbygge"), ("Mål", "Eleverna prövar sitt yrke.")),
        costs=(Cost(label="Resa och logi", kind="Resor", amount=_ASKED),),
        checked=(finding,),
        limits=(
            Limit(label="Sökt belopp", amount=_ASKED),
            Limit(label="Kvar av årets ram", amount=_GRANTED, deciding=True),
        ),
        assessment=("Bedömningen skrivs för varje ärende.",),
    )


def _board_decision(around: Around) -> Facts:
    plan = PaymentPlan(account_kind=AccountKind.BANKGIRO, account="5402-9681")
    return _decided(
        Outcome.PARTLY,
        **{
            **_of_school(around),
            "number": f"§ 84/{around.made_on.year}",
            "board": around.office.board,
            "paragraph": "§ 84",
            "principal": "Edla Exempel",
            "granted": _GRANTED,
            "payment": plan,
            "consultation": None,
        },
    )(around)


_EXAMPLES: dict[str, Callable[[Around], Facts]] = {
    "decision_granted": _granting(Outcome.GRANTED, _ASKED),
    "decision_partly": _granting(Outcome.PARTLY, _GRANTED),
    "decision_rejected": _decided(Outcome.REJECTED),
    "decision_dismissed": _decided(Outcome.DISMISSED),
    "decision_written_off": _written_off,
    "reclaim_decision": _reclaim,
    "board_proposal": _board_proposal,
    "board_decision": _board_decision,
    "confirmation": _confirmation,
    "completion_request": _completion,
    "report_reminder": _reminder,
    "overdue_reminder": _overdue,
    "report_extension": _extension,
    "payment_order": _payment,
    "committee_sheet": _committee,
    "delegation_list": _listed,
}
