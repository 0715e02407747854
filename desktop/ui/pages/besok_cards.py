"""The cards of a visit's page that only show: purpose and rules, people, costs, report, papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.settlement import shown as kronor
from desktop.domain.visit_words import Side, VisitStage
from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.page import Route
from desktop.ui.pages.besok_tables import cost_table, people_table, remarks
from desktop.ui.pages.besok_words import money_words, phase_steps, rule_group
from desktop.ui.pages.case_parts.findings import paragraph
from desktop.ui.pages.case_parts.history import History
from desktop.ui.pages.case_parts.paragraph_card import ParagraphCard
from desktop.ui.pages.case_parts.saying import brief, cited
from desktop.ui.pages.papper_drawn import offered
from desktop.ui.roles import Mark, Tone
from desktop.ui.spoken import short_date
from desktop.ui.widgets.card import Card, Hairline, Heading, Section, row, tight
from desktop.ui.widgets.grid_table import GridTable
from desktop.ui.widgets.lists import Doc, DocumentList, EventList
from desktop.ui.widgets.phase import PhaseLine
from desktop.ui.widgets.rules import RuleLine, RuleTable
from desktop.ui.widgets.words import Symbol, Words, muted, small

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from desktop.domain.casework import Document
    from desktop.flow.desk import Desk
    from desktop.flow.visit_picture import VisitPicture
    from desktop.ui.frame import PageFrame

MANY = 200
"""Events that are read."""
INSET = 16


class TableCard(Card):
    """A heading, a table and lines under it."""

    def __init__(self, title: str) -> None:
        """Make it empty."""
        super().__init__(padding=0, spacing=0)
        self.heading = Heading(title, note=" ")
        self.heading.setContentsMargins(px(INSET), px(10), px(INSET), px(6))
        self.table = GridTable(title)
        self._foot = QWidget()
        self.add(self.heading, self.table, self._foot)

    def show_foot(self, lines: list[tuple[Mark | None, str]]) -> None:
        """Show sentences under the table, each with its symbol."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        tight(column)
        for mark, words in lines:
            column.addWidget(Hairline())
            line = row(spacing=8)
            line.setContentsMargins(px(INSET), px(7), px(INSET), px(7))
            if mark is not None:
                line.addWidget(Symbol(mark))
            line.addWidget(Words(words, "body" if mark else "small", wrap=True), 1)
            part = QWidget()
            part.setLayout(line)
            column.addWidget(part)
        old, self._foot = self._foot, holder
        self.body.replaceWidget(old, holder)
        old.hide()
        old.deleteLater()


class VisitCards(QObject):
    """Makes the cards once and fills them for a visit."""

    went = Signal(object)
    """A Route."""
    unfolded = Signal(object)
    """A card that was opened and wants to be seen."""

    def __init__(self, frame: PageFrame) -> None:
        """Put the cards, empty, in the frame."""
        super().__init__(frame)
        self._seen: VisitPicture | None = None
        self.papers: list[Document] = []
        self._drawable: list[Route] = []
        self.phases = PhaseLine()
        self.state = Card()
        self.state.add(self.phases)
        self.rules = RuleTable()
        self.purpose = Words("", wrap=True)
        self.purpose.setContentsMargins(px(INSET), px(2), px(INSET), px(8))
        self.goals = small("", wrap=True)
        self.goals.setContentsMargins(px(INSET), px(0), px(INSET), px(8))
        self.rules.heading.setContentsMargins(px(INSET), px(10), px(INSET), px(4))
        self.rules.body.insertWidget(1, self.purpose)
        self.rules.body.insertWidget(2, self.goals)
        self.rules.body.insertWidget(3, Hairline())
        self.paragraph = ParagraphCard()
        self.guests = TableCard(tr("Gäster"))
        self.hosts = TableCard(tr("Värdar"))
        self.costs = TableCard(tr("Kostnader"))
        self.report = Card()
        self.programme = EventList("")
        self._programme_card = Card()
        self._programme_card.add(self.programme)
        self.programme_part = Section(Heading(tr("Program")), self._programme_card)
        self.documents = DocumentList(tr("Handlingar"))
        self.drawable = DocumentList(tr("Att skriva ut"))
        self.history = History()
        frame.add(self.state, self.rules, self.paragraph, self.guests, self.hosts, self.costs)
        frame.add(self.report)
        frame.add_side(self.programme_part, self.documents, self.drawable, self.history)
        self.rules.opened.connect(self._open_rule)
        self.rules.view.clicked.connect(self._clicked)
        self.drawable.opened.connect(lambda at: self.went.emit(self._drawable[at]))
        self.paragraph.closed.connect(self.rules.view.setFocus)
        self.documents.opened.connect(
            lambda key: self.went.emit(Route(page="handling", subject=key))
        )

    def show_visit(self, desk: Desk, seen: VisitPicture) -> None:
        """Fill every card."""
        if self._seen is None or self._seen.id != seen.id:
            self.paragraph.hide()
            self.history.open = False
        self._seen = seen
        self.phases.set_phases(phase_steps(seen))
        self._show_rules(seen)
        self._show_people(seen)
        self._show_costs(seen)
        self._show_report(seen)
        self.programme.set_events(
            [(short_date(each.day), each.text) for each in seen.programme],
            empty=tr("Inget program än."),
        )
        self.programme_part.setVisible(bool(seen.programme))
        self._show_drawable(seen)
        self.papers = [*reversed(seen.documents)]
        self.documents.set_documents(
            [_doc(each, seen) for each in self.papers],
            empty=tr("Inga handlingar än. Släpp en fil på sidan."),
        )
        self.history.set_events(desk.store.events(("visit", seen.id), limit=MANY), seen.today)

    def _show_drawable(self, seen: VisitPicture) -> None:
        papers = offered(seen)
        self._drawable = [route for _words, route in papers]
        self.drawable.setVisible(bool(papers))
        self.drawable.set_documents(
            [
                Doc(id=at, title=words, day="", kind="printer")
                for at, (words, _route) in enumerate(papers)
            ]
        )

    def _show_rules(self, seen: VisitPicture) -> None:
        visit = seen.visit
        groups = rule_group(seen.findings, visit.purpose)
        beside = cited(seen.guideline) if groups and visit.approved_on is None else ""
        self.rules.set_groups(tr("Syfte och villkor"), beside, groups)
        self.rules.view.setVisible(bool(groups))
        note = ""
        if visit.approved_on is not None:
            self.rules.heading.set_counts([])
            note = tr(
                "Godkänt {day} av {name}",
                day=brief(visit.approved_on, seen.today),
                name=visit.approved_by,
            )
        self.rules.heading.note.setText(note)
        self.rules.heading.note.setVisible(bool(note))
        self.purpose.setText(visit.purpose or tr("Syftet är inte skrivet än."))
        self.purpose.set_tone(Tone.TEXT if visit.purpose else Tone.MUTED)
        lines = []
        if visit.agenda_goals:
            lines.append(tr("Agenda 2030, mål {goals}", goals=", ".join(visit.agenda_goals)))
        if visit.approval_reason:
            lines.append(tr("Skäl att gå vidare: {reason}", reason=visit.approval_reason))
        if visit.note:
            lines.append(visit.note)
        self.goals.setText("\n".join(lines))
        self.goals.setVisible(bool(lines))

    def _show_people(self, seen: VisitPicture) -> None:
        for card, side in ((self.guests, Side.GUEST), (self.hosts, Side.HOST)):
            people = [each for each in seen.people if each.side is side]
            card.setVisible(bool(people))
            if people:
                card.heading.note.setText(
                    tr("Antal per ålder. Namn sparas bara för vuxna i tjänst.")
                    if side is Side.GUEST
                    else ""
                )
                card.table.show_rows(*people_table(seen, side))

    def _show_costs(self, seen: VisitPicture) -> None:
        self.costs.setVisible(bool(seen.costs))
        if not seen.costs:
            return
        self.costs.heading.note.setText(money_words(seen.visit))
        self.costs.table.show_rows(*cost_table(seen))
        lines: list[tuple[Mark | None, str]] = [
            (Mark.WARN, tr("Obs: {words}", words=words)) for words in remarks(seen)
        ]
        if seen.visit.deviation:
            lines.append((None, tr("Avvikelse: {words}", words=seen.visit.deviation)))
        if seen.own_ore:
            lines.append((None, tr("Av egen budget går {amount}.", amount=kronor(seen.own_ore))))
        self.costs.show_foot(lines)

    def _show_report(self, seen: VisitPicture) -> None:
        visit = seen.visit
        while item := self.report.body.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        told = visit.reported_on is not None or seen.stage is VisitStage.CANCELLED
        self.report.setVisible(told)
        if seen.stage is VisitStage.CANCELLED:
            self.report.add(Heading(tr("Inställt")), Words(visit.cancel_reason, wrap=True))
        elif visit.reported_on is not None:
            day = tr("rapporterat {day}", day=brief(visit.reported_on, seen.today))
            self.report.add(Heading(tr("Vad det gav"), note=day), Words(visit.outcome, wrap=True))
            if visit.lessons:
                self.report.add(muted(tr("Att göra annorlunda")), Words(visit.lessons, wrap=True))

    def _clicked(self, index: QModelIndex) -> None:
        line = self.rules.view.rules.rows[index.row()]
        if isinstance(line, RuleLine):
            self._open_rule(line.rule)

    def _open_rule(self, key: str) -> None:
        seen = self._seen
        if seen is None or seen.guideline.visits is None:
            return
        rule = seen.guideline.visits.rules[int(key.split(":", maxsplit=1)[0])]
        self.paragraph.show_paragraph(paragraph(seen.guideline, rule, key))
        if self.paragraph.isVisible():
            self.unfolded.emit(self.paragraph)


def _doc(row_: Document, seen: VisitPicture) -> Doc:
    kind = "document" if row_.outgoing else "clip"
    return Doc(id=row_.id, title=row_.title, day=brief(row_.made_on, seen.today), kind=kind)
