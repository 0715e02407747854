"""Invented facts for the journal and for the contents of the whole case."""

from datetime import date, datetime

from desktop.letters.facts import DossierFacts, JournalFacts
from desktop.letters.facts.dossier import ContentsRow, FileRow
from desktop.letters.facts.journal import (
    DecisionRow,
    DeviationRow,
    DocumentRow,
    EventRow,
    HeardRow,
    RuleRow,
)

HEAD = (
    ("Sökande", "Körsällskapet Trollsländan, 890000-0061"),
    ("Bidrag", "Aktivitetsbidrag 2026, Grindavík"),
    ("Inkom", "den 19 oktober 2026, e-post"),
)
EVENT = EventRow(
    at=datetime(2026, 11, 9, 13, 5),
    day=date(2026, 11, 9),
    who="Ebba Sagolin",
    what="Beslut 5/2026: 6 500 kr av 8 000 kr till Körsällskapet Trollsländan.",
    reason="Kommittén ville pröva det så.",
)
CONTENTS = ContentsRow(number=2, title="Ansökan, original", day=date(2026, 10, 19), page=5)
FILE = FileRow(
    number=2,
    name="002-application-85500c5e46a5.pdf",
    kind="application/pdf",
    size=1080,
    sha256="85500c5e" * 8,
)


def journal(**base):
    return JournalFacts(
        **base,
        made_on=date(2026, 11, 22),
        document_id="register:2026-014:journal:2026-11-22",
        number="2026-014",
        dnr="26KS218",
        applicant="Körsällskapet Trollsländan",
        subject="Aktivitetsbidrag 2026, Grindavík",
        head=HEAD,
        sums=(("Sökt", 8000), ("Beviljat", 6500), ("Utbetalt", 6500), ("Återbetalt", 0)),
        tracks=(("Brev", "Skickat 2026-11-10 till Greta Visström, e-post"),),
        decisions=(
            DecisionRow(
                number="5/2026",
                day=date(2026, 11, 9),
                outcome="Delvis bifall",
                granted=6500,
                officer="Ebba Sagolin, internationell samordnare",
                note="Ersatt av 6/2026.",
            ),
        ),
        consultations=(
            HeardRow(
                round="Omgång 2/2026 den 4 november 2026, möte",
                proposal="förslag 6 500 kr",
                answers=("Sixten Fabelberg, kommunfullmäktiges ordförande (hörd)",),
                remark="Inget att invända.",
            ),
        ),
        rules=(
            RuleRow(
                rule="P5",
                title="Högsta belopp per ort och år: 6 500 kr",
                result="Sänker",
                paragraph="Bidrag till föreningar, tredje stycket",
            ),
        ),
        deviations=(
            DeviationRow(
                day=date(2026, 11, 20), what="Undantag från P8", reason="Kassören är sjuk."
            ),
        ),
        events=(EVENT, EventRow(at=None, day=EVENT.day, who="", what="Ångrat.", undone=True)),
        documents=(
            DocumentRow(
                day=date(2026, 10, 19), way="In", title="Ansökan, original", sha256="85" * 32
            ),
        ),
    )


def dossier(**base):
    return DossierFacts(
        **base,
        made_on=date(2026, 11, 22),
        document_id="register:2026-014:dossier:2026-11-22",
        number="2026-014",
        applicant="Körsällskapet Trollsländan",
        subject="Aktivitetsbidrag 2026, Grindavík",
        head=HEAD,
        rows=(CONTENTS,),
        files=(FILE,),
        masked="kontonummer och personnummer",
        last_page=12,
    )
