"""The cards that every page about a network, project, plan, body or document has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.page import Route
from desktop.ui.pages.case_parts.history import History
from desktop.ui.pages.case_parts.paragraph_card import ParagraphCard
from desktop.ui.pages.case_parts.saying import brief, cited
from desktop.ui.pages.natverk_words import paragraph_of, rule_groups
from desktop.ui.roles import Tone
from desktop.ui.widgets.card import Card, Hairline, Heading
from desktop.ui.widgets.lists import Doc, DocumentList, FactList
from desktop.ui.widgets.rules import RuleLine, RuleTable
from desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from desktop.domain.casework import Document
    from desktop.domain.rule import Finding
    from desktop.flow.desk import Desk
    from desktop.ui.frame import PageFrame

MANY = 200
"""Events that are read."""
INSET = 16


class SubjectCards(QObject):
    """Purpose with rules, facts, documents and history; a page puts its own between."""

    went = Signal(object)
    """A Route."""
    unfolded = Signal(object)
    """A card that was opened and wants to be seen."""
    changed = Signal()
    """What is registered is to be changed."""

    def __init__(self, frame: PageFrame, on: str) -> None:
        """Make the cards, empty; `on` is what the rules are about."""
        super().__init__(frame)
        self._frame, self._on = frame, on
        self._findings: Sequence[Finding] = ()
        self._desk: Desk | None = None
        self._own: dict[QWidget, bool] = {}
        self.papers: list[Document] = []
        self.rules = RuleTable()
        self.rules.heading.setContentsMargins(px(INSET), px(10), px(INSET), px(4))
        self.purpose = Words("", wrap=True)
        self.purpose.setContentsMargins(px(INSET), px(2), px(INSET), px(8))
        self._line = Hairline()
        self.rules.body.insertWidget(1, self.purpose)
        self.rules.body.insertWidget(2, self._line)
        self.paragraph = ParagraphCard()
        self.facts = FactList()
        self.facts_heading = Heading(tr("Uppgifter"), link=tr("Ändra"))
        self.facts_heading.link.clicked.connect(self.changed)
        self._facts = Card()
        self._facts.add(self.facts_heading, self.facts)
        self.documents = DocumentList(tr("Handlingar"))
        self.history = History()
        self.rules.opened.connect(self._open_rule)
        self.rules.view.clicked.connect(self._clicked)
        self.paragraph.closed.connect(self.rules.view.setFocus)
        self.documents.opened.connect(self.open_paper)
        frame.add(self.rules, self.paragraph)

    def add(self, *parts: QWidget) -> None:
        """Put a page's own cards in the main column."""
        for part in parts:
            self._own[part] = True
        self._frame.add(*parts)

    def add_side(self, *parts: QWidget) -> None:
        """Put a page's own parts in the side column."""
        for part in parts:
            self._own[part] = True
        self._frame.add_side(*parts)

    def end(self) -> None:
        """Put the last cards after the page's own."""
        self._frame.add(self._facts)
        self._frame.add_side(self.documents, self.history)

    def have(self, part: QWidget, *, on: bool) -> None:
        """Show one of the page's own cards, or not."""
        self._own[part] = on
        part.setVisible(on)

    def set_shown(self, *, on: bool) -> None:
        """Show the cards, or leave the page to a wide form."""
        for common in (self.rules, self._facts, self.documents, self.history):
            common.setVisible(on)
        for part, wanted in self._own.items():
            part.setVisible(on and wanted)
        if not on:
            self.paragraph.hide()
        self._frame.show_side(on=on)

    def show_rules(
        self, desk: Desk, title: str, findings: Sequence[Finding], purpose: str = "", none: str = ""
    ) -> None:
        """Show the purpose and what the rules say; `none` stands where no purpose is written."""
        if tuple(findings) != tuple(self._findings):
            self.paragraph.hide()
        self._desk, self._findings = desk, findings
        groups = rule_groups(findings, purpose)
        words = purpose or none
        self.rules.set_groups(title, cited(desk.in_force()[1]) if groups else "", groups)
        self.rules.view.setVisible(bool(groups))
        self.purpose.setText(words)
        self.purpose.set_tone(Tone.TEXT if purpose else Tone.MUTED)
        self.purpose.setVisible(bool(words))
        self._line.setVisible(bool(words and groups))
        self.rules.setVisible(bool(groups or words))

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show label and value of what is known."""
        known = [pair for pair in facts if pair[1]]
        self.facts.set_facts(known or [(tr("Inget mer är inskrivet."), "")])

    def show_papers(self, papers: Sequence[Document], empty: str) -> None:
        """Show the documents."""
        assert self._desk is not None  # noqa: S101 - the rules come first
        today = self._desk.today
        self.papers = list(papers)
        self.documents.set_documents(
            [
                Doc(
                    id=each.id,
                    title=each.title,
                    day=brief(each.made_on, today),
                    kind="document" if each.outgoing else "clip",
                )
                for each in papers
            ],
            empty=empty,
        )

    def show_history(self, desk: Desk, subject: tuple[str, int]) -> None:
        """Show the events."""
        self.history.set_events(desk.store.events(subject, limit=MANY), desk.today)

    def open_paper(self, document_id: int) -> None:
        """Go to a document."""
        self.went.emit(Route(page="handling", subject=document_id))

    def _clicked(self, index: QModelIndex) -> None:
        line = self.rules.view.rules.rows[index.row()]
        if isinstance(line, RuleLine):
            self._open_rule(line.rule)

    def _open_rule(self, key: str) -> None:
        if self._desk is None:
            return
        found = paragraph_of(self._desk.in_force()[1], self._on, self._findings, key)
        if found is not None:
            self.paragraph.show_paragraph(found)
            if self.paragraph.isVisible():
                self.unfolded.emit(self.paragraph)
