"""Rows and cells of the demonstration pages."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.swedish import digits
from desktop.ui.roles import Mark, Tone
from desktop.ui.table import Cell, Column


@dataclass(frozen=True)
class Row:
    number: str
    applicant: str
    scheme: str
    place: str
    year: int
    asked: int
    granted: int | None
    proposed: int
    paid: int | None
    mark: Mark | None
    state: str
    step: str


CASES = [
    Row(
        "2026-007",
        "Föreningen Havsörnen",
        "Aktivitetsbidrag",
        "Grindavík",
        2026,
        3500,
        3500,
        0,
        3500,
        Mark.LATE,
        "Rapport försenad 26 dagar",
        "Påminn igen",
    ),
    Row(
        "2026-015",
        "Körsällskapet Trollsländan",
        "Grundbidrag",
        "Grindavík",
        2026,
        10000,
        None,
        3333,
        None,
        Mark.MINE,
        "Klart för beslut",
        "Fördela",
    ),
    Row(
        "2026-012",
        "Föreningen Havsörnen",
        "Grundbidrag",
        "Grindavík",
        2026,
        8000,
        None,
        3333,
        None,
        Mark.MINE,
        "Klart för beslut",
        "Fördela",
    ),
    Row(
        "2026-011",
        "Isländska sällskapet Norrsken",
        "Grundbidrag",
        "Grindavík",
        2026,
        10000,
        None,
        3333,
        None,
        Mark.MINE,
        "Klart för beslut",
        "Fördela",
    ),
    Row(
        "2026-019",
        "Isländska sällskapet Norrsken",
        "Aktivitetsbidrag",
        "Grindavík",
        2026,
        5000,
        None,
        0,
        None,
        Mark.MINE,
        "Ny",
        "Börja handlägga",
    ),
    Row(
        "2026-014",
        "Körsällskapet Trollsländan",
        "Aktivitetsbidrag",
        "Grindavík",
        2026,
        8000,
        6500,
        0,
        0,
        Mark.WAITING,
        "Väntar på verksamhetsberättelse",
        "Ta emot",
    ),
    Row(
        "2025-011",
        "Föreningen Havsörnen",
        "Aktivitetsbidrag",
        "Grindavík",
        2025,
        5000,
        2500,
        0,
        2500,
        None,
        "Avslutat",
        "",
    ),
    Row(
        "2025-008",
        "Isländska sällskapet Norrsken",
        "Aktivitetsbidrag",
        "Grindavík",
        2025,
        7500,
        7500,
        0,
        7500,
        None,
        "Avslutat",
        "",
    ),
    Row(
        "2025-003",
        "Föreningen Havsörnen",
        "Grundbidrag",
        "Grindavík",
        2025,
        10000,
        5000,
        0,
        5000,
        None,
        "Avslutat",
        "",
    ),
]


TONES = {Mark.LATE: Tone.LATE, Mark.MINE: Tone.INFO, Mark.WAITING: Tone.MUTED}


def money(amount: int | None, proposed: int = 0) -> str | Cell:
    if amount is None:
        return Cell(f"({digits(proposed)})", tone=Tone.MUTED, weight="body") if proposed else ""
    return digits(amount)


def state(row: Row) -> Cell:
    if row.mark is None:
        return Cell(row.state, tone=Tone.MUTED)
    weight = "body" if row.mark is Mark.WAITING else "medium"
    return Cell(row.state, mark=row.mark, tone=TONES[row.mark], weight=weight)


COLUMNS = [
    Column(
        key="number", title="Ärende", value=lambda row: row.number, tone=Tone.MUTED, sortable=True
    ),
    Column(
        key="applicant",
        title="Sökande",
        value=lambda row: row.applicant,
        weight="medium",
        stretch=2,
        matched=True,
    ),
    Column(key="scheme", title="Bidrag", value=lambda row: row.scheme),
    Column(key="place", title="Ort", value=lambda row: row.place, matched=True, stretch=1),
    Column(key="year", title="År", value=lambda row: str(row.year)),
    Column(key="asked", title="Sökt, kr", value=lambda row: digits(row.asked), align="right"),
    Column(
        key="granted",
        title="Beviljat, kr",
        value=lambda row: money(row.granted, row.proposed),
        align="right",
        weight="strong",
    ),
    Column(key="paid", title="Utbetalt, kr", value=lambda row: money(row.paid), align="right"),
    Column(key="state", title="Läge", value=state, sortable=True),
    Column(key="step", title="Nästa steg", value=lambda row: row.step, link=True),
]


@dataclass(frozen=True)
class Matter:
    mark: Mark
    what: str
    why: str
    when: str
    day: str
    step: str


LATE = [
    Matter(
        Mark.LATE,
        "Rapport från Föreningen Havsörnen",
        "Filmkväll om Island, 3 500 kr utbetalda. Påmind 2 nov.",
        "26 dagar sen",
        "26 okt",
        "Påminn igen",
    ),
    Matter(
        Mark.LATE,
        "Tre svar saknas till årets uppföljning",
        "Socialförvaltningen, Räddningstjänsten, Hamnbolaget",
        "8 dagar sen",
        "13 nov",
        "Påminn tre",
    ),
]


MINE = [
    Matter(
        Mark.MINE,
        "Grundbidrag 2026, Grindavík: tre föreningar",
        "Samråd klart 18 nov. Lika delar, 3 333 kr var.",
        "3 dagar",
        "sedan samrådet",
        "Fördela 9 999 kr",
    ),
    Matter(
        Mark.MINE,
        "Dansens dag, Dansgillet Tranbäret",
        "Samråd klart 18 nov. Sökt 8 000 kr.",
        "3 dagar",
        "sedan samrådet",
        "Besluta 5 000 kr",
    ),
]


def _due(row: Matter) -> Cell:
    late = row.mark is Mark.LATE
    return Cell(
        row.when,
        second=row.day,
        tone=Tone.LATE if late else None,
        weight="strong" if late else "body",
    )


MATTERS = [
    Column(key="mark", title="", value=lambda row: Cell("", mark=row.mark), width=2.8),
    Column(
        key="what",
        title="Vad",
        value=lambda row: Cell(row.what, second=row.why, weight="medium"),
        stretch=1,
    ),
    Column(key="when", title="När", value=_due, align="right", width=9),
    Column(
        key="step", title="Steg", value=lambda row: row.step, link=True, align="right", width=13
    ),
]
