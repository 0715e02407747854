"""Demonstration pages of one case and of a new application."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.swedish import kr
from desktop.ui.draft import DraftKey
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.frame import PageFrame
from desktop.ui.page import Offer, Page
from desktop.ui.roles import Mark
from desktop.ui.session import Session
from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.calculation import CalculationGrid
from desktop.ui.widgets.card import Card, Hairline, Heading, tight
from desktop.ui.widgets.lists import Doc, DocumentList, EventList
from desktop.ui.widgets.phase import PhaseLine
from desktop.ui.widgets.pots import FrameBar, PotBars
from desktop.ui.widgets.rules import RuleTable
from desktop.ui.widgets.tracks import TrackGrid
from tests.ui import samples


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
            draft_key=DraftKey(act="report", subject=14),
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
