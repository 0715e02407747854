"""The card of a cost-sharing agreement: who pays what, how it stands, and its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.cost_types import COST_WORDS
from desktop.domain.settlement import shown as kronor
from desktop.domain.visit_rules import span
from desktop.domain.visit_words import (
    PAYER_WORDS,
    STATUS_WORDS,
    UNIT_WORDS,
    AgreementState,
    CeilingUnit,
    Payer,
)
from desktop.letters.tongue import tongue
from desktop.ui.i18n import language, shown, tr
from desktop.ui.measure import px
from desktop.ui.page import Route
from desktop.ui.pages.besok_words import STATUS_MARKS
from desktop.ui.roles import Mark, Tone
from desktop.ui.widgets.card import Card, Hairline, row
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.matrix import MatrixRow, MatrixView
from desktop.ui.widgets.words import Badge, Link, Symbol, Words, h2, muted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.guideline import Guideline, RuleData
    from desktop.domain.text import Text
    from desktop.domain.visiting import AgreementLine
    from desktop.flow.agreement_view import AgreementPicture

INSET = 16
PAGE = "overenskommelse"


def visit_rule(guideline: Guideline, kind: str) -> RuleData | None:
    """Give the guideline's rule of a kind about visits; None when it has none."""
    rules = guideline.visits.rules if guideline.visits is not None else ()
    return next((rule for rule in rules if rule.kind == kind), None)


def own_words(text: str) -> str:
    """Give the window's language of a text in two, "värdfamilj // host family"."""
    return tongue(language()).own_part(text)


def matrix_rows(lines: Sequence[AgreementLine]) -> list[MatrixRow]:
    """Give the lines of an agreement in words."""
    return [_matrix_row(line) for line in lines]


def _matrix_row(line: AgreementLine) -> MatrixRow:
    words = shown(PAYER_WORDS[line.payer]).lower()
    note = own = own_words(line.note)
    if line.payer is Payer.SHARED:
        words = tr("delas, gästen {share} procent", share=line.guest_share)
        part = tr("gästen {share} procent", share=line.guest_share)
        even = 50
        note = note or ("" if line.guest_share == even else part)
        if own and line.guest_share != even:
            note = f"{part}, {own}"
    return MatrixRow(
        name=shown(COST_WORDS[line.cost_type]),
        payer=str(line.payer),
        words=words,
        ceiling=ceiling_words(line),
        note=note,
    )


def ceiling_words(line: AgreementLine) -> str:
    """Give the most that is paid: `1 100 kr per natt`; "" without a ceiling."""
    if line.ceiling_ore is None:
        return ""
    unit = ""
    if line.ceiling_unit is not CeilingUnit.NONE:
        unit = shown(UNIT_WORDS[line.ceiling_unit])
    return f"{kronor(line.ceiling_ore)} {unit}".strip()


def days_of(seen: AgreementPicture) -> str:
    """Give first and last day, or that they are not written yet."""
    if seen.agreement.valid_from is None:
        return tr("utan dagar än")
    return shown(span(seen.agreement))


class AgreementCard(Card):
    """The matrix with a head and a foot; without an agreement a sentence and the way to one."""

    went = Signal(object)
    """A Route."""
    paragraphed = Signal(str)
    """The kind of the rule whose paragraph is wanted."""

    def __init__(self, *, own_page: bool = False) -> None:
        """Make it empty; on the agreement's own page it has no links to itself."""
        super().__init__(padding=0, spacing=0)
        self._own = own_page
        self._seen: AgreementPicture | None = None
        self._place_id = 0
        self.days = muted("")
        self.badge = Badge("")
        self.link = Link("", "small")
        self.link.clicked.connect(self._follow)
        self.draft = Link(tr("Utkast till ny version"), "small")
        self.draft.clicked.connect(self._open_draft)
        head = QWidget()
        line = FlowLayout(10)
        head.setContentsMargins(px(INSET), px(9), px(INSET), px(8))
        head.setLayout(line)
        own = () if own_page else (self.days, self.badge)
        for part in (h2(tr("Vem betalar vad")), *own):
            line.addWidget(part)
        line.addStretch()
        self.whole = Link(tr("Öppna"), "small")
        self.whole.clicked.connect(self._open)
        for part in (self.draft, self.whole, self.link):
            line.addWidget(part)
        self.matrix = MatrixView()
        self.warnings = QWidget()
        self._foot_line = Hairline()
        self.foot = QWidget()
        self.add(head, self.warnings, self.matrix, self._foot_line, self.foot)

    def show_agreement(
        self,
        seen: AgreementPicture | None,
        place_id: int,
        warnings: Sequence[Text],
        guideline: Guideline,
    ) -> None:
        """Show an agreement, or that there is none."""
        self._seen, self._place_id = seen, place_id
        self.days.setText(
            tr("Överenskommelsen {days}", days=days_of(seen)) if seen is not None else ""
        )
        self.badge.setVisible(seen is not None and not self._own)
        self.matrix.setVisible(seen is not None and bool(seen.lines))
        if seen is not None:
            self.badge.set(shown(STATUS_WORDS[seen.status]), STATUS_MARKS[seen.status])
            self.matrix.show_rows(matrix_rows(seen.lines))
        self._link(seen)
        self._warn(seen, warnings)
        self._end(seen, guideline)

    def _link(self, seen: AgreementPicture | None) -> None:
        if seen is None:
            words = tr("Ny överenskommelse")
        elif seen.state is AgreementState.DRAFT:
            words = tr("Skriv under…")
        elif seen.lives and seen.draft is None:
            words = tr("Ny version")
        else:
            words = tr("Öppna")
        self.link.setText(words)
        self.link.setVisible(not self._own)
        self.whole.setVisible(seen is not None and not self._own and words != tr("Öppna"))
        draft = seen.draft if seen is not None else None
        other = draft is not None and seen is not None and draft.id != seen.id
        self.draft.setVisible(other and not self._own)

    def _follow(self) -> None:
        seen = self._seen
        if seen is None:
            route = Route(page=PAGE, subject=self._place_id, act="draft_agreement")
        elif seen.state is not AgreementState.DRAFT and seen.lives and seen.draft is None:
            route = Route(page=PAGE, subject=seen.id, act="new_agreement_version")
        else:
            route = Route(page=PAGE, subject=seen.id)
        self.went.emit(route)

    def _open(self) -> None:
        if self._seen is not None:
            self.went.emit(Route(page=PAGE, subject=self._seen.id))

    def _open_draft(self) -> None:
        if self._seen is not None and self._seen.draft is not None:
            self.went.emit(Route(page=PAGE, subject=self._seen.draft.id))

    def _warn(self, seen: AgreementPicture | None, warnings: Sequence[Text]) -> None:
        holder = QWidget()
        lines = FlowLayout(16)
        holder.setContentsMargins(px(INSET), px(2), px(INSET), px(8))
        holder.setLayout(lines)
        for text in warnings:
            part = QWidget()
            part.setLayout(row(Symbol(Mark.WARN), Words(shown(text), "body", Tone.WARN)))
            lines.addWidget(part)
        if seen is None and not warnings:
            lines.addWidget(muted(tr("Ingen överenskommelse om kostnader är skriven.")))
        old, self.warnings = self.warnings, holder
        self.body.replaceWidget(old, holder)
        old.hide()
        old.deleteLater()
        holder.setVisible(bool(warnings) or seen is None)

    def _end(self, seen: AgreementPicture | None, guideline: Guideline) -> None:
        holder = QWidget()
        line = FlowLayout(22)
        holder.setContentsMargins(px(INSET), px(9), px(INSET), px(10))
        holder.setLayout(line)
        for words in foot_words(seen) if seen is not None else ():
            line.addWidget(muted(words))
        if seen is not None and seen.document is not None:
            scan = Link(tr("Undertecknad avskrift"), symbol="document")
            key = seen.document.id
            scan.clicked.connect(lambda: self.went.emit(Route(page="handling", subject=key)))
            line.addWidget(scan)
        rule = visit_rule(guideline, "agreement")
        if rule is not None:
            line.addStretch()
            paragraph = Link(f"{rule.id} {rule.short}")
            paragraph.clicked.connect(lambda: self.paragraphed.emit("agreement"))
            line.addWidget(paragraph)
        old, self.foot = self.foot, holder
        self.body.replaceWidget(old, holder)
        old.hide()
        old.deleteLater()
        shown_ = seen is not None or rule is not None
        holder.setVisible(shown_)
        self._foot_line.setVisible(shown_)


def foot_words(seen: AgreementPicture) -> list[str]:
    """Give notice and review in a few words each."""
    it, found = seen.agreement, []
    if it.notice_months is not None:
        found.append(tr("Uppsägning {count} månader", count=it.notice_months))
    if it.review_on is not None:
        found.append(tr("Ses över {day}", day=it.review_on.isoformat()))
    return found
