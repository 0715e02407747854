"""Invented commands and rows that the tests and the gallery of widgets are shown with."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.flow.ask import Ask, File, Kind, ask
from desktop.ui.roles import Mark
from desktop.ui.widgets.calculation import SumLine
from desktop.ui.widgets.phase import PhaseStep
from desktop.ui.widgets.pots import Part, Pot
from desktop.ui.widgets.rules import RuleGroup, RuleLine
from desktop.ui.widgets.tracks import Track


@dataclass(frozen=True, kw_only=True)
class Guests:
    """One row of a small table."""

    role: str = ask(Kind.LINE, "Roll")
    count: int = ask(Kind.NUMBER, "Antal")
    cost: int | None = ask(Kind.KR, "Kostnad", default=None)


@dataclass(frozen=True, kw_only=True)
class ReceiveReport:
    """A short form for the side panel."""

    year: str = ask(Kind.CHOICE, "Räkenskapsår", source="years")
    came_on: str = ask(Kind.DAY, "Kom in", past=True)
    channel: str = ask(
        Kind.CHOICE, "Hur", choices={"email": "E-post", "post": "Post", "hand": "Personligen"}
    )
    document: File | None = ask(Kind.FILE, "Fil", default=None)


@dataclass(frozen=True, kw_only=True)
class Register:
    """A long form for a page, with every kind of field."""

    association_id: int = ask(Kind.REF, "Förening", ref="association")
    scheme: str = ask(Kind.CHOICE, "Bidrag", source="schemes")
    place_id: int = ask(Kind.REF, "Ort och år", ref="place")
    year: str = ask(Kind.CHOICE, "År", source="years")
    purpose: str = ask(Kind.LINE, "Ändamål")
    starts_on: str = ask(Kind.DAY, "Aktiviteten")
    ends_on: str = ask(Kind.DAY, "till")
    asked: int = ask(Kind.KR, "Sökt", low=1)
    costs: int | None = ask(Kind.KR, "Kostnader", default=None)
    other_funding: int | None = ask(Kind.KR, "Annan finansiering", default=None)
    goals: tuple[str, ...] = ask(Kind.CHOICES, "Kommunens mål", source="goals", default=())
    came_on: str = ask(Kind.DAY, "Kom in", past=True)
    channel: str = ask(
        Kind.CHOICE, "Hur", choices={"email": "E-post", "post": "Post", "hand": "Personligen"}
    )
    dnr: str = ask(Kind.LINE, "Diarienummer", default="", help="kan vänta")
    conflict: bool = ask(Kind.YES, "Jäv", default=False, help="Jag är inte jävig i ärendet")
    note: str = ask(Kind.NOTE, "Anteckning", default="")
    guests: tuple[Guests, ...] = ask(Kind.ROWS, "Gäster", row=Guests, default=())
    document: File | None = ask(Kind.FILE, "Original", default=None)


ROWS = (
    ("place_id", "year"),
    ("starts_on", "ends_on"),
    ("asked", "costs", "other_funding"),
    ("came_on", "channel"),
)
PLACES = [("1", "Grindavík"), ("2", "Saint-Barthélemy"), ("3", "Kandalaksja")]
ASSOCIATIONS = [
    ("1", "Isländska sällskapet Norrsken"),
    ("2", "Föreningen Havsörnen"),
    ("3", "Körsällskapet Trollsländan"),
    ("4", "Seglarlaget Passadvinden"),
]
GOALS = [
    ("develop", "Utveckla verksamheterna"),
    ("interest", "Intresset för Piteå och regionen"),
    ("trade", "Näringslivet"),
    ("cultures", "Förståelse mellan kulturer"),
    ("young", "Unga och arbetsmarknad"),
    ("knowledge", "Kunskap hos anställda och elever"),
]


def options(each: Ask) -> list[tuple[str, str]]:
    return {
        "association": ASSOCIATIONS,
        "place": PLACES,
        "schemes": [("base", "Grundbidrag"), ("activity", "Aktivitetsbidrag")],
        "years": [("2026", "2026"), ("2027", "2027")],
        "goals": GOALS,
    }[each.ref or each.source]


PHASES = [
    PhaseStep(word="Inkommet", note="19 okt, e-post", state=Mark.OK),
    PhaseStep(word="Berett", note="26 okt", state=Mark.OK),
    PhaseStep(word="Samråd", note="4 nov, omgång 2", state=Mark.OK),
    PhaseStep(word="Beslutat", note="9 nov, delvis bifall", state=Mark.OK),
    PhaseStep(word="Verkställs", note="sedan 10 nov", state=Mark.MINE),
    PhaseStep(word="Avslutat"),
]
TRACKS = [
    Track(mark=Mark.OK, name="Brev", state="Skickat 10 nov, e-post"),
    Track(mark=Mark.WAITING, name="Anmälan", state="Lista 4 till KS 7 dec"),
    Track(mark=Mark.WAITING, name="Överklagande", state="Tiden löper inte än"),
    Track(mark=Mark.STOP, name="Krav", state="1 saknas före utbetalning"),
    Track(mark=Mark.STOP, name="Utbetalning", state="Spärrad, 6 500 kr"),
    Track(mark=Mark.WAITING, name="Rapport", state="Senast 28 dec"),
]


def rule(number: str, mark: Mark, name: str, value: str, limit: str, source: str) -> RuleLine:
    words = {
        Mark.OK: "Uppfylld",
        Mark.LOWERED: "Sänkte",
        Mark.WARN: "Obs",
        Mark.STOP: "Stoppar",
        Mark.WAITING: "Väntar",
    }
    return RuleLine(
        rule=f"{number} {name}",
        mark=mark,
        word=words[mark],
        name=name,
        value=value,
        limit=limit,
        paragraph=number,
        source=source,
    )


GROUPS = [
    RuleGroup(
        title="Före beslut",
        note="avgjort 9 nov",
        lines=[
            rule(
                "P6", Mark.OK, "Skriftlig ansökan", "2026-10-19", "original bifogat", "Bidrag st. 4"
            ),
            rule(
                "P6",
                Mark.OK,
                "Kommunens målsättning",
                "2 valda",
                "minst 1 av 6 mål",
                "Bidrag st. 4",
            ),
            rule(
                "P3",
                Mark.OK,
                "Koppling till samverkansort",
                "Grindavík",
                "samverkansort sedan 1977",
                "Bidrag st. 1",
            ),
            rule(
                "P5",
                Mark.OK,
                "Inte finansierat på annat sätt",
                "6 500 kr",
                "högst 10 000 kr, se nedan",
                "Bidrag st. 3",
            ),
            rule(
                "P5",
                Mark.LOWERED,
                "Högsta belopp per ort och år",
                "6 500 kr",
                "kvar av 10 000 kr, se nedan",
                "Bidrag st. 3",
            ),
            rule(
                "P2", Mark.OK, "Inom budget", "6 500 kr", "kvar av ramen 105 820 kr", "Bidrag st. 6"
            ),
            rule(
                "P9",
                Mark.OK,
                "Samråd före beslut",
                "2026-11-04",
                "kommittén hörd, omgång 2",
                "Bidrag st. 6",
            ),
            rule(
                "P1",
                Mark.WARN,
                "Riktlinjen gäller till",
                "2026-09-30",
                "hade gått ut, står i brevet",
                "Giltig till",
            ),
        ],
    ),
    RuleGroup(
        title="Före utbetalning",
        lines=[
            rule(
                "P8",
                Mark.STOP,
                "Verksamhetsberättelse",
                "saknas",
                "för sep 2025–aug 2026",
                "Bidrag st. 5",
            )
        ],
    ),
    RuleGroup(
        title="Före avslut",
        lines=[
            rule(
                "P7",
                Mark.WAITING,
                "Rapport inom en månad",
                "2026-12-28",
                "24 dec är julafton, nästa vardag gäller",
                "Bidrag st. 4",
            )
        ],
    ),
]
CALCULATION = [
    [
        SumLine(label="Kostnader", value="19 000"),
        SumLine(sign="–", label="Annan finansiering", value="9 000"),
        SumLine(sign="=", label="Inte finansierat på annat sätt", value="10 000", line=True),
    ],
    [
        SumLine(label="Pott Grindavík 2026", value="10 000"),
        SumLine(sign="–", label="Beviljat före,", link="2026-007", value="3 500"),
        SumLine(sign="=", label="Kvar i potten", value="6 500", line=True, strong=True),
    ],
    [
        SumLine(label="Sökt", value="8 000"),
        SumLine(label="Minst av de tre", value="6 500", strong=True),
        SumLine(label="Potten avgör; 1 500 kr avslås", muted=True),
    ],
]
POTS = [
    Pot(group="Grindavík", label="Grund", decided=0, proposed=9999, total=10000),
    Pot(group="Grindavík", label="Aktivitet", decided=10000, proposed=0, total=10000),
    Pot(group="Saint-Barthélemy", label="Grund", decided=8000, proposed=0, total=10000),
    Pot(group="Saint-Barthélemy", label="Aktivitet", decided=0, proposed=10000, total=10000),
    Pot(group="Kandalaksja", label="Grund", decided=0, proposed=0, total=10000),
    Pot(group="Kandalaksja", label="Aktivitet", decided=0, proposed=5000, total=10000),
]
FRAME = [
    Part(kind="decided", label="Bidrag", amount=159300),
    Part(kind="own", label="Egna kostnader", amount=238180),
    Part(kind="proposed", label="Föreslaget", amount=24999),
    Part(kind="left", label="Fritt", amount=74321),
]
