"""Invented facts for every kind of paper: one municipality, three associations, nobody real."""

from dataclasses import replace
from datetime import date
from typing import Any

from desktop.domain.phases import AccountKind, Outcome, ReclaimGround
from desktop.domain.registers import GuidelineVersion, Office, Officer
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
from tests.letters.follow_up_samples import follow_up_samples
from tests.letters.journal_samples import dossier, journal
from tests.letters.visit_samples import visit_samples

OFFICE = Office(
    municipality="Piteå",
    full_name="Piteå kommun",
    code="2581",
    department="Kommunledningsförvaltningen",
    organisation_number="212000-2759",
    postcode="941 85",
    city="Piteå",
    phone="0911-00 00 00",
    email="samordnaren@kommun.example",
    website="www.kommun.example",
    court="Förvaltningsrätten i Luleå",
    court_address="Box 849, 971 26 Luleå",
    copies_to="Ekonomienheten. Registrator.",
    coding="10 1100 4520 0310",
)
OFFICER = Officer(
    name="Ebba Sagolin",
    title="internationell samordnare",
    delegation="kommunstyrelsens delegationsordning, punkt 4.7",
)
GUIDELINE = GuidelineVersion(
    municipality="pitea",
    title="Riktlinjer för internationellt arbete",
    body="Kommunstyrelsen",
    adopted_on=date(2022, 10, 10),
    paragraph="§ 164",
    dnr="22KS336",
    valid_from=date(2022, 10, 10),
    valid_to=date(2026, 9, 30),
    text="{}",
)
CHOIR = Recipient(
    name="Körsällskapet Trollsländan",
    organisation_number="890000-0061",
    contact="Greta Visström",
    address=("Låtsasgatan 4", "941 00 Piteå"),
)
CONCERT = Matter(
    number="2026-014",
    dnr="26KS218",
    scheme="aktivitetsbidrag",
    place="Grindavík",
    year=2026,
    purpose="vinterkonserten med kör från Grindavík",
    starts_on=date(2026, 11, 22),
    ends_on=date(2026, 11, 24),
    asked=8000,
    arrived_on=date(2026, 10, 19),
    goals=("ökar förståelsen mellan olika kulturer", "ger unga internationella kontakter"),
)
BASE = Matter(
    number="2026-003",
    scheme="grundbidrag",
    place="Grindavík",
    year=2026,
    asked=10000,
    arrived_on=date(2026, 2, 2),
)


def shared(**own: Any) -> dict[str, Any]:
    """The facts that every sample letter shares."""
    return {
        "office": OFFICE,
        "officer": OFFICER,
        "made_on": date(2026, 11, 9),
        "checksum": "7f3a91c04be2",
        **own,
    }


def letter(document_id: str, **own: Any) -> dict[str, Any]:
    """The facts that every sample letter to an applicant shares."""
    about = {"recipient": CHOIR, "matter": CONCERT, "guideline": GUIDELINE, "lapsed": True}
    return shared(document_id=document_id, **about, **own)


PARTLY = DecisionFacts(
    **letter("letter/partly"),
    number="5/2026",
    outcome=Outcome.PARTLY,
    granted=6500,
    reasons=(
        (
            "Konserten ökar förståelsen mellan olika kulturer och ger unga internationella "
            "kontakter. Det är två av målen i kommunens riktlinjer för internationellt arbete."
        ),
        (
            "Riktlinjerna ger högst 10 000 kronor i aktivitetsbidrag per samverkansort och år, för "
            "aktiviteter som inte finansieras på annat sätt (Bidrag till föreningar, tredje "
            "stycket). För {place} {year} har 3 500 kronor redan beviljats. "
            "Därför beviljas {granted}."
        ),
    ),
    limits=(
        Limit(label="Kostnader 19 000 minus annan finansiering 9 000", amount=10000),
        Limit(
            label="Pott för Grindavík 2026, 10 000, minus tidigare beviljat 3 500",
            amount=6500,
            deciding=True,
        ),
        Limit(label="Sökt belopp", amount=8000),
    ),
    authority="Bidrag till föreningar, sjätte stycket",
    report_due=date(2026, 12, 28),
    payment=PaymentPlan(
        account_kind=AccountKind.BANKGIRO,
        account="5402-9681",
        missing=("verksamhetsberättelsen för 1 september 2025–31 augusti 2026",),
    ),
    consultation=Consultation(held_on=date(2026, 11, 4), number="3/2026"),
)
GRANTED = DecisionFacts(
    **{
        **letter("letter/granted"),
        "matter": BASE,
        "lapsed": False,
        "made_on": date(2026, 3, 2),
    },
    number="1/2026",
    outcome=Outcome.GRANTED,
    granted=10000,
    reasons=("Ansökan gäller samverkan med {place}, som {municipality} samarbetar med.",),
    authority="Bidrag till föreningar, sjätte stycket",
    payment=PaymentPlan(account_kind=AccountKind.PLUSGIRO, account="12 34 56-6"),
    consultation=Consultation(
        held_on=date(2026, 2, 20),
        number="1/2026",
        remark="Sällskapet uppmanas att bjuda in fler unga.",
    ),
)
REJECTED = DecisionFacts(
    **letter("letter/rejected"),
    number="6/2026",
    outcome=Outcome.REJECTED,
    reasons=("För {place} {year} är hela beloppet redan beviljat.",),
    authority="Bidrag till föreningar, sjätte stycket",
    consultation=Consultation(held_on=date(2026, 11, 4)),
)
DISMISSED = DecisionFacts(
    **letter("letter/dismissed"),
    number="7/2026",
    outcome=Outcome.DISMISSED,
    reasons=("Uppgifter saknas i ansökan. Utan dem går ansökan inte att pröva.",),
    unconsulted="En avvisning gäller inte bidragets storlek.",
)
WRITTEN_OFF = DecisionFacts(
    **letter("letter/written-off"),
    number="8/2026",
    outcome=Outcome.WRITTEN_OFF,
    withdrawn_on=date(2026, 11, 2),
    unconsulted="Ansökan är återtagen.",
)
CONFIRMATION = ConfirmationFacts(**letter("letter/confirmation"))
COMPLETION = CompletionFacts(
    **letter("letter/completion"),
    items=("En budget med kostnader och annan finansiering.", "Vilka dagar konserten är."),
    due_on=date(2026, 11, 30),
)
REMINDER = ReminderFacts(
    **{**letter("letter/reminder"), "made_on": date(2026, 12, 14)},
    number="5/2026",
    decided_on=date(2026, 11, 9),
    granted=6500,
    due_on=date(2026, 12, 28),
)
OVERDUE = OverdueFacts(
    **{**letter("letter/overdue"), "made_on": date(2027, 1, 8)},
    number="5/2026",
    decided_on=date(2026, 11, 9),
    granted=6500,
    paid=6500,
    due_on=date(2026, 12, 28),
    reminded_on=(date(2026, 12, 14),),
    answer_by=date(2027, 1, 22),
)
EXTENSION = ExtensionFacts(
    **{**letter("letter/extension"), "made_on": date(2026, 12, 21)},
    number="5/2026",
    decided_on=date(2026, 11, 9),
    granted=6500,
    old_on=date(2026, 12, 28),
    new_on=date(2027, 1, 29),
    reason="Kören från Grindavík skickar sina kvitton i januari",
)
RECLAIM = ReclaimFacts(
    **{**letter("letter/reclaim"), "made_on": date(2027, 2, 15)},
    number="3/2027",
    decision_number="5/2026",
    decided_on=date(2026, 11, 9),
    granted=6500,
    paid=6500,
    returned=500,
    amount=1800,
    ground=ReclaimGround.PURPOSE,
    reason="En av konserterna ställdes in. Den delen av bidraget är 2 300 kronor.",
    paragraph="Bidrag till föreningar, tredje stycket",
    heard_on=date(2027, 2, 8),
    due_on=date(2027, 3, 17),
    pay_to="bankgiro 5402-9681",
)
PAYMENT_ORDER = PaymentOrderFacts(
    **letter("letter/payment"),
    number="5/2026",
    decided_on=date(2026, 11, 9),
    granted=6500,
    amount=6500,
    account_kind=AccountKind.BANKGIRO,
    account="5402-9681",
    account_source="ansökan den 19 oktober 2026",
    gates=("Verksamhetsberättelsen för 2025 kom in den 12 februari 2026.",),
)


def _proposal(applicant, about, deciding, asked, proposal, rule):
    return ProposalRow(
        applicant=applicant,
        about=about,
        deciding=deciding,
        asked=asked,
        proposal=proposal,
        rule=rule,
    )


COMMITTEE = CommitteeFacts(
    **{**shared(document_id="sheet/3"), "made_on": date(2026, 11, 13)},
    number="3/2026",
    meets_on=date(2026, 11, 18),
    year=2026,
    rows=(
        _proposal(
            "Isländska sällskapet Norrsken",
            "Grundbidrag, Grindavík.",
            "En av tre som delar 10 000 kr lika.",
            10000,
            3333,
            "P4",
        ),
        _proposal(
            "Föreningen Havsörnen",
            "Grundbidrag, Grindavík.",
            "Delar lika. Sen rapport i 2026-007.",
            8000,
            3333,
            "P4",
        ),
        _proposal(
            "Körsällskapet Trollsländan",
            "Grundbidrag, Grindavík.",
            "Delar lika. 1 kr fördelas inte.",
            10000,
            3333,
            "P4",
        ),
        _proposal(
            "Seglarlaget Passadvinden",
            "Aktivitetsbidrag, Saint-Barthélemy. Utställningen Två hamnar.",
            "Kostnader 20 000 minus annat 9 000. Potten, 10 000 kr, avgör.",
            14000,
            10000,
            "P5",
        ),
        _proposal(
            "Dansgillet Tranbäret",
            "Aktivitetsbidrag, Kandalaksja. Dansens dag.",
            "Kostnader 9 000 minus annat 4 000 avgör.",
            8000,
            5000,
            "P5",
        ),
    ),
    schemes=("Grundbidrag", "Aktivitetsbidrag"),
    pots=(
        PotRow(
            place="Grindavík",
            pots=(
                Pot(cap=10000, decided=0, proposed=9999, left=1),
                Pot(cap=10000, decided=10000, proposed=0, left=0),
            ),
        ),
        PotRow(
            place="Saint-Barthélemy",
            pots=(
                Pot(cap=10000, decided=8000, proposed=0, left=2000),
                Pot(cap=10000, decided=0, proposed=10000, left=0),
            ),
        ),
        PotRow(
            place="Kandalaksja",
            pots=(
                Pot(cap=10000, decided=0, proposed=0, left=10000),
                Pot(cap=10000, decided=0, proposed=5000, left=5000),
            ),
        ),
    ),
    frame_before=99320,
    frame_after=74321,
    members=(
        ("Sixten Fabelberg", "kommunfullmäktiges ordförande"),
        ("Maja Diktnäs", "kommunstyrelsens ordförande"),
        ("Ture Sagovik", "kommunstyrelsens 1:e vice ordförande"),
        ("Signe Låtsman", "kommunchef"),
    ),
    rules=(
        ("P4", "grundbidrag högst 10 000 kr per samverkansort och år, delas lika."),
        (
            "P5",
            (
                "aktivitetsbidrag högst 10 000 kr per samverkansort och år, för det som inte "
                "finansieras på annat sätt."
            ),
        ),
    ),
    guideline=GUIDELINE,
    lapsed=True,
)
LISTED = ListedRow(
    number="5/2026",
    decided_on=date(2026, 11, 9),
    dnr="26KS218",
    point="4.7",
    delegate="Ebba Sagolin, internationell samordnare",
    party="Körsällskapet Trollsländan",
    matter="aktivitetsbidrag 2026, Grindavík: vinterkonserten med kör från Grindavík",
    decision="Delvis bifall",
    granted=6500,
)
DELEGATION_LIST = DelegationListFacts(
    **shared(document_id="list/2"),
    number="2/2026",
    first_on=date(2026, 10, 1),
    last_on=date(2026, 11, 20),
    meeting_on=date(2026, 12, 7),
    rows=(
        LISTED,
        replace(LISTED, number="6/2026", decision="Avslag", granted=0, dnr=""),
        replace(LISTED, number="7/2026", decision="Bifall", granted=10000, party="Havsörnen"),
        replace(
            LISTED, number="8/2026", decision="Återkrav av 1 800 kr", granted=0, reclaimed=1800
        ),
    ),
)

SPLIT = (
    Limit(label="Pott för Grindavík 2026, 10 000, delat på tre föreningar", amount=3333),
    Limit(label="Sökt belopp", amount=10000),
)
DECIDED: dict[tuple[str, str], DecisionFacts] = {
    ("granted", "base"): GRANTED,
    ("granted", "activity"): replace(
        GRANTED, matter=CONCERT, granted=8000, report_due=date(2026, 12, 28)
    ),
    ("partly", "base"): replace(
        PARTLY,
        matter=BASE,
        granted=3333,
        report_due=None,
        limits=(replace(SPLIT[0], deciding=True), SPLIT[1]),
        reasons=("Flera föreningar arbetar med {place} {year}. Då delas grundbidraget lika.",),
    ),
    ("partly", "activity"): PARTLY,
    ("rejected", "base"): replace(REJECTED, matter=BASE),
    ("rejected", "activity"): REJECTED,
    ("dismissed", "base"): replace(DISMISSED, matter=BASE),
    ("dismissed", "activity"): DISMISSED,
    ("written_off", "base"): replace(WRITTEN_OFF, matter=BASE),
    ("written_off", "activity"): WRITTEN_OFF,
}
"""A decision of every outcome in both schemes."""

BOARD_DECISION = replace(
    PARTLY,
    number="§ 84/2026",
    board="kommunstyrelsen",
    paragraph="§ 84",
    principal="Rut Rektorsson",
    report_due=None,
    gate=False,
    payment=PaymentPlan(account="2310/441/10/77001/5"),
    consultation=None,
    unconsulted="Riktlinjerna kräver inget samråd.",
    recipient=replace(PARTLY.recipient, called="skolan"),
)
BOARD_PROPOSAL = BoardProposalFacts(
    **letter("letter/proposal"),
    outcome=Outcome.PARTLY,
    proposal=6500,
    meeting_on=date(2026, 12, 7),
    about="Praktik eller gymnasiearbete utomlands",
    people="12 elever, 2 i personalen",
    told=(
        ("Tema", "båtbygge"),
        ("Mål", "Eleverna prövar sitt yrke."),
        ("Före resan", "Språkkurs och säkerhetsutbildning."),
        ("Under resan", "Tio dagar på varvet."),
        ("Efter resan", "Redovisning för årskursen."),
    ),
    costs=(
        Cost(label="Färja och buss", kind="Resor", amount=6000),
        Cost(label="Avslutningsmiddag", kind="Middagar", amount=2000, named=False),
    ),
    checked=(
        Checked(
            status="Sänker",
            title="Årets ram",
            value="6 500 kr",
            limit="6 500 kr kvar av 300 000 kr",
            paragraph="Fonden, andra stycket",
        ),
    ),
    limits=PARTLY.limits,
    assessment=("Praktiken har handledare på plats.",),
)

SAMPLES: dict[str, Any] = {
    "board_decision": BOARD_DECISION,
    "board_proposal": BOARD_PROPOSAL,
    "decision_granted": GRANTED,
    "decision_partly": PARTLY,
    "decision_rejected": REJECTED,
    "decision_dismissed": DISMISSED,
    "decision_written_off": WRITTEN_OFF,
    "confirmation": CONFIRMATION,
    "completion_request": COMPLETION,
    "report_reminder": REMINDER,
    "overdue_reminder": OVERDUE,
    "report_extension": EXTENSION,
    "reclaim_decision": RECLAIM,
    "payment_order": PAYMENT_ORDER,
    "committee_sheet": COMMITTEE,
    "delegation_list": DELEGATION_LIST,
    "journal": journal(office=OFFICE, officer=OFFICER, checksum="9f3ab1c204d7"),
    "dossier": dossier(office=OFFICE, officer=OFFICER, checksum="9f3ab1c204d7"),
    **follow_up_samples(office=OFFICE, officer=OFFICER, checksum="9f3ab1c204d7"),
    **visit_samples(office=OFFICE, officer=OFFICER, checksum="9f3ab1c204d7"),
}
