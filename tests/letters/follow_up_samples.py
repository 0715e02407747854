"""Invented facts for the form, the reminder and the yearly report."""

from dataclasses import replace
from datetime import date
from typing import Any

from desktop.domain.quota import Share
from desktop.domain.text import plain
from desktop.domain.yearly import Answer, Figure, PotBar, Remaining, Section, Source, Yearly
from desktop.letters.facts import (
    FollowUpFormFacts,
    FollowUpReminderFacts,
    WorkColumn,
    WorkListFacts,
    WorkTable,
    YearlyReportFacts,
    YearResult,
)

YEARS = (2024, 2025, 2026)
GUIDELINE = "Policy för internationella kontakter"
ROW = Source(
    subject=("visit", 3),
    text=plain("B 2026-02 Besök från Grindavík"),
    amount=1,
    day=date(2026, 10, 12),
)


def number(key: str, title: str, *values: int, **more: Any) -> Figure:
    return Figure(
        key=key,
        title=plain(title),
        years=dict(zip(YEARS, values, strict=True)),
        year=2026,
        **more,
    )


CONTACTS = Section(
    key="contacts",
    title=plain("Kontakter och besök"),
    figures=(
        number(
            "contacts",
            "Kontakter",
            5,
            6,
            8,
            rows=(ROW,) * 8,
            parts=(
                number("contacts.digital", "Digitala möten", 3, 4, 5, rows=(ROW,) * 5),
                number("contacts.incoming", "Inkommande besök", 2, 1, 2, rows=(ROW,) * 2),
                number("contacts.outgoing", "Utgående besök", 0, 1, 1, rows=(ROW,)),
            ),
            note=plain("En kontakt räknas det år den började."),
        ),
        number(
            "contacts_digital",
            "Andel digitalt",
            60,
            67,
            63,
            unit="%",
            share=Share(part=5, whole=8),
        ),
    ),
)
COSTS = Section(
    key="costs",
    title=plain("Kostnader"),
    figures=(
        number(
            "costs",
            "Kostnader",
            97_400,
            100_750,
            88_480,
            unit="kr",
            rows=(replace(ROW, amount=88_480),),
            parts=(
                number("costs.own", "Egen budget", 97_400, 66_100, 70_480, unit="kr"),
                number("costs.project", "Projektmedel", 0, 34_650, 18_000, unit="kr"),
            ),
        ),
    ),
)
GRANTS = Section(
    key="grants",
    title=plain("Bidrag"),
    figures=(
        number("asked", "Sökta bidrag", 49_300, 84_500, 99_500, unit="kr", rows=(ROW,)),
        number("decided", "Beslutade bidrag", 47_300, 51_000, 18_000, unit="kr", rows=(ROW,)),
        number("paid", "Utbetalda bidrag", 47_300, 51_000, 8_500, unit="kr", rows=(ROW,)),
        number("late_reports", "Sena rapporter", 1, 1, 2, rows=(ROW,) * 2),
    ),
)
AGREEMENTS = Section(
    key="agreements",
    title=plain("Överenskommelser"),
    figures=(
        number(
            "agreements_due",
            "Att se över till och med 2027",
            0,
            0,
            1,
            rows=(replace(ROW, text=plain("Grindavík, till och med 2027-12-31")),),
        ),
    ),
)
YEARLY = Yearly(
    year=2026,
    on=date(2026, 11, 21),
    years=YEARS,
    reported_to="kommunstyrelsen",
    report_by=date(2027, 2, 28),
    sections=(CONTACTS, COSTS, GRANTS, AGREEMENTS),
    pots=(
        PotBar(
            place_id=2, place="Grindavík", cap=20_000, decided=10_000, proposed=9_999, left=10_000
        ),
    ),
    questions=("Vilka kontakter vill ni utveckla nästa år?",),
    answers=(
        Answer(
            asked_id=1,
            body_id=1,
            name="Kultur och fritid",
            state="answered",
            answered_on=date(2026, 10, 22),
            days_late=0,
            activities="Två gästspel under sommaren.",
            answers=("Ett utbyte för unga musiker.",),
            excused="",
        ),
        Answer(
            asked_id=2,
            body_id=2,
            name="Hamnbolaget",
            state="missing",
            answered_on=None,
            days_late=8,
            activities="",
            answers=(),
            excused="",
        ),
    ),
    remains=(
        Remaining(
            key="answers",
            text=plain("Ett svar"),
            late=True,
            subject=("follow_up", 1),
            act="remind_follow_up",
            words=plain("Visa"),
        ),
    ),
    words={"summary": "Året har präglats av unga.", "contacts": "Fler möten än förr var digitala."},
)


TABLE = WorkTable(
    title="Nätverk",
    rules="U4 Principer, tredje punkten",
    columns=(
        WorkColumn(title="Nätverk", weight=3),
        WorkColumn(title="Syfte", weight=5),
        WorkColumn(title="Avgift per år", weight=2, right=True),
    ),
    rows=(("Nordliga hamnar", "Följa hur andra hamnar ställer om", "12 000 kr"),),
    note="Avgifterna är tillsammans 12 000 kr om året",
)


def follow_up_samples(**base: Any) -> dict[str, Any]:
    """One of each kind."""
    asked = base | {
        "made_on": date(2026, 9, 15),
        "year": 2026,
        "body": "Kultur och fritid",
        "contact": "Siri Bokström",
        "contact_mail": "kultur@kommun.example",
        "answer_by": date(2026, 11, 13),
        "guideline": GUIDELINE,
        "cited": "4.2 Kommunstyrelsen",
        "file_name": "uppfoljning-2026-kultur-och-fritid.xlsx",
    }
    return {
        "follow_up_form": FollowUpFormFacts(
            **asked,
            document_id="follow-up/form/1",
            areas=("Verksamhetsutveckling", "Omvärldsbevakning"),
            agenda_goals=("4 God utbildning för alla", "11 Hållbara städer och samhällen"),
            questions=("Vilka kontakter vill ni utveckla nästa år?",),
        ),
        "follow_up_reminder": FollowUpReminderFacts(
            **(asked | {"made_on": date(2026, 11, 21), "answer_by": date(2026, 12, 4)}),
            document_id="follow-up/reminder/1",
            first_answer_by=date(2026, 11, 13),
        ),
        "work_list": WorkListFacts(
            **base,
            made_on=date(2026, 11, 21),
            document_id="work/2026-11-21",
            tables=(TABLE,),
        ),
        "yearly_report": YearlyReportFacts(
            **base,
            made_on=date(2026, 11, 21),
            document_id="yearly/2026/1",
            yearly=YEARLY,
            guideline=GUIDELINE,
            cited="4.2 Kommunstyrelsen",
            rules=(("contacts", "P10 Besök st. 1"),),
            results=(
                YearResult(
                    title="Besök från Grindavík",
                    when="12–15 oktober 2026",
                    purpose="Jämföra hur kommunerna ordnar fritid för unga.",
                    gave="En skiss till en gemensam ansökan.",
                ),
            ),
            draft=True,
        ),
    }


FOLLOW_UP_MANY: dict[str, dict[str, Any]] = {
    "work_list": {"tables": (replace(TABLE, rows=TABLE.rows * 90),)},
    "follow_up_form": {"questions": ("Vad vill ni göra mer av nästa år, och varför?",) * 20},
    "follow_up_reminder": {"reported_to": "kommunstyrelsen och många andra " * 400},
    "yearly_report": {
        "yearly": replace(YEARLY, sections=tuple(YEARLY.sections) * 4),
        "results": (
            YearResult(title="Besök", when="2026", purpose="Samtal. " * 30, gave="Mycket. " * 90),
        )
        * 8,
    },
}
FOLLOW_UP_FEW: dict[str, dict[str, Any]] = {
    "work_list": {"tables": ()},
    "follow_up_form": {
        "contact": "",
        "contact_mail": "",
        "cited": "",
        "file_name": "",
        "areas": (),
        "agenda_goals": (),
        "questions": (),
    },
    "follow_up_reminder": {"contact": "", "contact_mail": "", "cited": "", "file_name": ""},
    "yearly_report": {
        "yearly": replace(
            YEARLY,
            years=(2026,),
            report_by=None,
            sections=(),
            pots=(),
            questions=(),
            answers=(),
            remains=(),
            words={},
        ),
        "cited": "",
        "rules": (),
        "results": (),
        "draft": False,
    },
}
