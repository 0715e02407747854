"""The cards of a case's page that only show: state, rules, sums, papers, events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.casework import Case
from desktop.ui.i18n import tr
from desktop.ui.measure import em, px
from desktop.ui.page import Route
from desktop.ui.pages.case_parts.exchange_card import ExchangeCard
from desktop.ui.pages.case_parts.findings import beside_rules, paragraph_of, rule_groups
from desktop.ui.pages.case_parts.history import History, events_of
from desktop.ui.pages.case_parts.papers import PDF, documents_of, listed
from desktop.ui.pages.case_parts.paragraph_card import ParagraphCard
from desktop.ui.pages.case_parts.running import tracks_of
from desktop.ui.pages.case_parts.stages import phase_days, phase_steps
from desktop.ui.pages.case_parts.sums import calculation
from desktop.ui.widgets.calculation import CalculationGrid
from desktop.ui.widgets.card import Card, Hairline, Heading, row, tight
from desktop.ui.widgets.lists import DocumentList
from desktop.ui.widgets.phase import PhaseLine
from desktop.ui.widgets.rules import NARROW, RuleLine, RuleTable
from desktop.ui.widgets.tracks import TrackGrid
from desktop.ui.widgets.words import Link

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.casework import Document
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.ui.frame import PageFrame

WHOLE = "allt"
"""The act of a route that shows every paper of a case bound together."""

JOURNAL = "journal"
"""The act of a route that shows the journal of a case as it stands today."""


class CaseRules(RuleTable):
    """The rules of a case; whose guideline it is gives way where there is little room."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the counts before the guideline's name."""
        super().resizeEvent(event)
        self.heading.beside.setVisible(self.width() >= em(NARROW))


class CaseCards(QObject):
    """Makes the cards once and fills them for a case; says where their links lead."""

    went = Signal(object)
    """A Route."""
    whole = Signal()
    """The whole case is wanted as one file."""
    unfolded = Signal(object)
    """A card that was opened and wants to be seen."""

    def __init__(self, frame: PageFrame) -> None:
        """Put the cards, empty, in the frame."""
        super().__init__(frame)
        self._seen: Picture | None = None
        self._desk: Desk | None = None
        self.papers: list[Document] = []
        self.phases = PhaseLine()
        self.tracks = TrackGrid()
        self._line = Hairline()
        self.state = Card(spacing=10)
        self.state.add(self.phases, self._line, self.tracks)
        self.rules = CaseRules()
        self.paragraph = ParagraphCard()
        self.sums_head = Heading("", note=tr("Samma rader står i brevet"))
        self.sums = CalculationGrid()
        self.calculation = Card(spacing=8)
        self.calculation.add(self.sums_head, self.sums)
        self.documents = DocumentList(tr("Handlingar"), link=tr("Skriv ut hela ärendet"))
        self.whole_link = Link(tr("Hela ärendet som en fil…"))
        self.journal_link = Link(tr("Journalen i dag"))
        self.history = History()
        self.exchange = ExchangeCard()
        frame.add(self.state, self.rules, self.paragraph, self.calculation, self.exchange)
        links = QWidget()
        below = row(self.whole_link, None, self.journal_link)
        tight(below, 12)
        links.setLayout(below)
        frame.add_side(self.documents, links, self.history)
        frame.side.setContentsMargins(0, px(2), 0, 0)
        self._connect()

    def _connect(self) -> None:
        self.rules.opened.connect(self._open_rule)
        self.rules.view.clicked.connect(self._clicked_rule)
        self.paragraph.closed.connect(self.rules.view.setFocus)
        self.sums.followed.connect(self._follow_case)
        self.documents.opened.connect(self._open_document)
        self.documents.followed.connect(self._open_all)
        self.whole_link.clicked.connect(self.whole)
        self.journal_link.clicked.connect(self.open_journal)

    def show_case(self, desk: Desk, seen: Picture) -> None:
        """Fill every card."""
        if self._seen is None or self._seen.id != seen.id:
            self.paragraph.hide()
            self.history.open = False
        self._desk, self._seen = desk, seen
        self.phases.set_phases(phase_steps(seen, phase_days(desk, seen.id)))
        tracks = tracks_of(seen)
        self.tracks.set_tracks(tracks)
        self.tracks.setVisible(bool(tracks))
        self._line.setVisible(bool(tracks))
        self.rules.set_groups(tr("Regler"), beside_rules(seen.guideline), rule_groups(seen))
        decided = seen.decision is not None
        self.sums_head.title.setText(
            tr("Så räknades beloppet") if decided else tr("Så räknas beloppet")
        )
        self.sums.set_columns(calculation(seen))
        self.exchange.show_case(seen)
        self.papers = documents_of(desk, seen)
        self.documents.set_documents(
            listed(self.papers, seen), empty=tr("Inga handlingar än. Släpp en fil på sidan.")
        )
        self.documents.heading.link.setVisible(any(each.media == PDF for each in self.papers))
        self.history.set_events(events_of(desk, seen), seen.today)

    def _clicked_rule(self, index: QModelIndex) -> None:
        line = self.rules.view.rules.rows[index.row()]
        if isinstance(line, RuleLine):
            self._open_rule(line.rule)

    def _open_rule(self, key: str) -> None:
        found = paragraph_of(self._seen, key) if self._seen is not None else None
        if found is None:
            return
        self.paragraph.show_paragraph(found)
        if self.paragraph.isVisible():
            self.unfolded.emit(self.paragraph)

    def _follow_case(self, number: str) -> None:
        if self._desk is None:
            return
        case = self._desk.store.first(Case, "number = ?", number)
        if case is not None:
            self.went.emit(Route(page="arende", subject=case.id))

    def _open_document(self, document_id: int) -> None:
        self.went.emit(Route(page="handling", subject=document_id))

    def open_journal(self) -> None:
        """Show the journal as it stands today."""
        if self._seen is not None:
            self.went.emit(Route(page="handling", subject=self._seen.id, act=JOURNAL))

    def _open_all(self) -> None:
        if self._seen is not None:
            self.went.emit(Route(page="handling", subject=self._seen.id, act=WHOLE))
