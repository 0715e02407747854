"""Pages of invented matter, made of every widget, to look at and to test the window with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.swedish import digits, kr
from desktop.domain.text import plain
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.frame import ListFrame, PageFrame
from desktop.ui.page import Hit, New, Offer, Page, PageEntry, Place, Route
from desktop.ui.roles import Mark, Tone
from desktop.ui.session import Session
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.calculation import CalculationGrid
from desktop.ui.widgets.card import Card, Hairline, Heading, tight
from desktop.ui.widgets.choose import SegmentedChoice
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.filter import FilterEdit
from desktop.ui.widgets.lists import Doc, DocumentList, EventList
from desktop.ui.widgets.phase import PhaseLine
from desktop.ui.widgets.pots import FrameBar, PotBars
from desktop.ui.widgets.rules import RuleTable
from desktop.ui.widgets.tracks import TrackGrid
from desktop.ui.widgets.words import Words, small
from tests.ui import samples


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


class CasesPage(Page):
    """A list with filter, segments, sums."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        frame = ListFrame()
        frame.set_title("Ärenden")
        frame.buttons.addWidget(Button("Skriv ut", "printer"))
        frame.buttons.addWidget(Button("Spara som Excel"))
        self.table = Table(COLUMNS, name="Ärenden")
        self.table.set_empty("Inga ansökningar för 2027 än.", "Registrera ansökan")
        self.table.set_sort("state", descending=True)
        self.table.set_sums(
            {
                "number": "Summa för urvalet",
                "asked": "124 000",
                "granted": "70 000",
                "paid": "63 500",
                "state": "(9 999) är föreslaget, inte beslutat",
            }
        )
        self.table.opened.connect(lambda at: self.go.emit(Route(page="arende", subject=at)))
        self.filter = FilterEdit("Filtrera ärenden", self.table)
        self.filter.asked.connect(self._narrow)
        shown = SegmentedChoice(
            [
                ("all", "Alla"),
                ("mine", "Väntar på mig"),
                ("others", "Väntar på andra"),
                ("closed", "Avslutade"),
            ],
            strong=False,
        )
        shown.setAccessibleName("Visa")
        years = ComboBox([("", "Alla år"), ("2026", "2026")])
        years.setAccessibleName("År")
        frame.tools.addWidget(self.filter, 1)
        frame.tools.addWidget(shown)
        frame.tools.addWidget(years)
        frame.tools.addStretch(1)
        frame.tools.addWidget(Words("16 av 61 ärenden", "body", Tone.MUTED))
        frame.body.addWidget(self.table)
        whole = QVBoxLayout(self)
        tight(whole)
        whole.addWidget(frame)

    def _narrow(self, words: str) -> None:
        found = [
            (at, row)
            for at, row in enumerate(CASES, 1)
            if words.lower() in f"{row.place}{row.applicant}".lower()
        ]
        self.table.set_rows(found)
        self.table.set_match(words)

    def title(self) -> str:
        return "Ärenden"

    def refresh(self) -> None:
        self._narrow(self.filter.text())

    def focus_filter(self) -> None:
        self.filter.setFocus()

    def first_focus(self) -> None:
        self.filter.setFocus()


class CasePage(Page):
    """Everything about one case."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.answers: list[object] = []
        self.refreshed = 0
        self.frame_ = PageFrame(back="Ärenden", trail="2026-014 · 26KS218")
        frame = self.frame_
        frame.backed.connect(self.back)
        frame.set_title("Körsällskapet Trollsländan")
        frame.set_badge("Väntar på verksamhetsberättelse", Mark.WAITING)
        frame.set_line(
            "Aktivitetsbidrag 2026 · Grindavík · Vinterkonsert med kör från Grindavík, 22–24 nov"
        )
        frame.set_sums(
            [("Sökt", kr(8000), False), ("Beviljat", kr(6500), True), ("Utbetalt", kr(0), False)]
        )
        phases = PhaseLine()
        phases.set_phases(samples.PHASES)
        tracks = TrackGrid()
        tracks.set_tracks(samples.TRACKS)
        where = Card()
        where.add(phases, Hairline(), tracks)
        self.rules = RuleTable()
        self.rules.set_groups("Regler", "Piteås riktlinje 2022-10-10 § 164", samples.GROUPS)
        sums = Card()
        grid = CalculationGrid()
        grid.set_columns(samples.CALCULATION)
        sums.add(Heading("Så räknades beloppet", note="Samma rader står i brevet"), grid)
        frame.add(where, self.rules, sums)
        papers = DocumentList("Handlingar", "Skriv ut hela ärendet")
        papers.set_documents(
            [
                Doc(id=1, title="Beslut 5/2026, delvis bifall", day="9 nov", kind="lock"),
                Doc(id=2, title="Samrådsunderlag omgång 2", day="2 nov"),
                Doc(id=3, title="Bekräftelse till föreningen", day="20 okt"),
                Doc(id=4, title="Ansökan, original", day="19 okt", kind="clip"),
            ]
        )
        events = EventList("Händelser")
        events.set_events(
            [
                ("12 nov", "Uppförd på delegationslista 4/2026"),
                ("10 nov", "Brevet skickat till Greta Visström, e-post"),
                ("9 nov", "Beslutat: 6 500 kr av 8 000 kr"),
                ("4 nov", "Samråd klart, ingen erinran"),
                ("26 okt", "Förslag 6 500 kr, till samråd"),
                ("19 okt", "Ansökan registrerad"),
            ],
            link="Visa alla 11",
        )
        frame.add_side(papers, events)
        self.act = self.form = FormPanel(
            samples.ReceiveReport,
            title="Ta emot verksamhetsberättelsen",
            button="Ta emot och godkänn",
            values={"came_on": "2026-11-21", "year": "2025"},
            options=lambda _ask: [("2025", "2025-09-01 – 2026-08-31")],
            consequence="Öppnar spärren. Sedan kan 6 500 kr betalas ut till bankgiro 5402-9681.",
            others=[("close", "Avsluta ärendet"), ("extend", "Flytta rapportdagen")],
            drafts=session.preferences.drafts,
            draft_key="report:14",
        )
        self.form.submitted.connect(lambda raw: self.asked.emit(samples.ReceiveReport, raw))
        frame.set_act(self.form)
        frame.widened.connect(self._turn)
        whole = QVBoxLayout(self)
        tight(whole)
        whole.addWidget(frame)

    def title(self) -> str:
        return "2026-014 Körsällskapet Trollsländan"

    def refresh(self) -> None:
        self.refreshed += 1

    def _turn(self, two: bool) -> None:
        self.act.set_layout(Layout.SIDE if two else Layout.WIDE)

    def columns(self) -> list[QWidget]:
        return [self.rules.view, self.act]

    def offers(self, menu: str) -> list[Offer]:
        return (
            [Offer(word="Läs upp", do=lambda: self.said.emit("Läst"))] if menu == "arende" else []
        )


class ApplicationPage(Page):
    """A form that fills a page, with what the rules say beside it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        frame = PageFrame(back="Ärenden")
        frame.backed.connect(self.back)
        frame.set_title("Ny ansökan")
        frame.set_line("Åtta fält att skriva. Resten är förslag som går att ändra.")
        frame.show_bands(
            [
                MessageBand(
                    Mark.WARN,
                    "Riktlinjen gick ut 30 september.",
                    "Du kan arbeta vidare. Varje beslut noterar att det följer den utgångna.",
                    [("adopt", "Anta ny version"), ("later", "Påminn 1 december")],
                )
            ]
        )
        self.form = FormPanel(
            samples.Register,
            title="",
            button="Registrera",
            values={
                "association_id": 1,
                "scheme": "activity",
                "place_id": 1,
                "purpose": "Sagokväll om Grindavík på biblioteket",
                "starts_on": "2026-12-05",
                "ends_on": "2026-12-05",
                "asked": 5000,
                "costs": 7400,
                "other_funding": 2400,
                "goals": ["interest", "cultures"],
                "came_on": "2026-12-19",
                "dnr": "26KS240",
                "guests": [
                    {"role": "Projektledare", "count": "1"},
                    {"role": "Ungdomar", "count": "2", "cost": "4000"},
                ],
            },
            options=samples.options,
            layout=Layout.PAGE,
            rows=samples.ROWS,
            also=[("confirm", "Registrera och skriv bekräftelse")],
            consequence="Utkastet sparas medan du skriver",
        )
        self.form.set_hint("association_id", "sju ärenden sedan 2023, inga sena rapporter")
        frame.add(self.form)
        pots = PotBars()
        pots.set_pots(samples.POTS)
        card = Card()
        card.add(pots)
        left = FrameBar()
        left.set_parts(
            "99 320 kr",
            "kvar av 496 800 kr",
            samples.FRAME,
            "Varav föreslaget 24 999 kr. Perioden slutar om 40 dagar.",
        )
        second = Card()
        second.add(left)
        frame.add_side(Heading("Potter 2026", note="kvar efter förslag"), card, second)
        whole = QVBoxLayout(self)
        tight(whole)
        whole.addWidget(frame)

    def title(self) -> str:
        return "Ny ansökan"

    def refresh(self) -> None:
        pass


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


class TodayPage(Page):
    """Tall rows in several tables."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        frame = PageFrame()
        frame.set_title("Lördag 21 november")
        frame.buttons.addWidget(small("Enter öppnar ärendet, Ctrl+Enter går till nästa steg"))
        frame.buttons.addWidget(Button("Skriv ut listan", "printer"))
        self.tables = []
        for title, rows in (("Försenat", LATE), ("Väntar på mig", MINE)):
            table = Table(MATTERS, name=title, header=False, fit=True, tall=True, primary=True)
            table.set_rows(list(enumerate(rows)))
            table.passed.connect(lambda way, table=table: self._pass(table, way))
            frame.add(Heading(title, str(len(rows))), table)
            self.tables.append(table)
        whole = QVBoxLayout(self)
        tight(whole)
        whole.addWidget(frame)

    def _pass(self, table: Table, way: int) -> None:
        at = self.tables.index(table) + way
        if 0 <= at < len(self.tables):
            self.tables[at].enter(last=way < 0)

    def title(self) -> str:
        return "Idag"

    def refresh(self) -> None:
        pass

    def first_focus(self) -> None:
        self.tables[0].enter()


class StartPage(Page):
    """What is shown without a register."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        frame = PageFrame()
        frame.set_title("Välkommen till Vänbok")
        frame.set_act(Button("Öppna ett register"))
        whole = QVBoxLayout(self)
        tight(whole)
        whole.addWidget(frame)

    def title(self) -> str:
        return "Välkommen"

    def refresh(self) -> None:
        pass


def _main(key: str, word: str, factory: type[Page], **more) -> PageEntry:
    return PageEntry(key=key, word=plain(word), factory=factory, icon=key, **more)


NEW = New(word=plain("Ansökan"), route=Route(page="ansokan"))
PAGES = (
    _main("idag", "Idag", TodayPage, count=lambda _desk: 8),
    _main("arenden", "Ärenden", CasesPage, news=(NEW,)),
    _main("samrad", "Samråd och listor", StartPage),
    _main("orter", "Orter", StartPage),
    _main("foreningar", "Föreningar", StartPage),
    _main("besok", "Besök", StartPage, count=lambda _desk: 1),
    _main("natverk", "Nätverk och projekt", StartPage, visible=lambda desk: desk is not None),
    _main("budget", "Budget", StartPage),
    _main("uppfoljning", "Uppföljning", StartPage, count=lambda _desk: 3),
    _main("riktlinjer", "Riktlinjer", StartPage, place=Place.BELOW, mark=lambda _desk: Mark.WARN),
    _main("installningar", "Inställningar", StartPage, place=Place.BELOW),
    _main("arende", "Ärende", CasePage, place=Place.UNDER, under="arenden"),
    _main("ansokan", "Ny ansökan", ApplicationPage, place=Place.UNDER, under="arenden"),
    _main("start", "Start", StartPage, place=Place.ALONE),
    _main("skadad", "Skadad", StartPage, place=Place.ALONE),
)


def find(_session: Session, words: str) -> list[Hit]:
    return [
        Hit(
            word=f"{row.number} {row.applicant}",
            detail=f"{row.scheme}, {row.place}",
            route=Route(page="arende", subject=at),
        )
        for at, row in enumerate(CASES, 1)
        if words.lower() in row.applicant.lower()
    ]
