"""One act in the history: when and by whom, how it stands, and what it changed field by field."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.pages.historik_words import moment
from desktop.ui.roles import Mark, Tone
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, tight
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.legal import LegalBand
from desktop.ui.widgets.words import Symbol, Words, h2, muted, small

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.flow.event_log import LogRow
    from desktop.flow.event_words import Trace
    from desktop.ui.page import Route
    from desktop.ui.pages.historik_words import Told

SIDE = 400
"""Pixels beside the list at 100 %."""
SHOWN = 150
"""Fields that are listed; an import writes many thousand."""
TOP = Qt.AlignmentFlag.AlignTop


class EventCard(Card):
    """What stands beside the list."""

    undone = Signal(object)
    """The event that is to be taken back: an act, or its undoing to do it again."""
    went = Signal(object)
    """A Route: the subject, or the act that goes the lawful way."""
    looked = Signal(object)
    """An event to show instead: the one that stands in the way."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(spacing=10)
        self.told: Told | None = None
        self._route: Route | None = None
        self.heading = h2("")
        self.heading.setWordWrap(True)
        self.about = muted("", wrap=True)
        self.reason = Words("", wrap=True)
        self.symbol = Symbol(Mark.INFO)
        self.sentence = Words("", wrap=True)
        self.effect = LegalBand()
        self.undo_button = Button("", "undo", primary=True)
        self.first_button = Button(tr("Ångra det först"), "undo")
        self.lawful_button = Button("")
        self.later_button = Button(tr("Visa det som kom senare"))
        self.open_button = Button("")
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        said = QWidget()
        grid = QGridLayout(said)
        tight(grid)
        grid.setHorizontalSpacing(px(8))
        grid.addWidget(self.symbol, 0, 0, TOP)
        grid.addWidget(self.sentence, 0, 1)
        grid.setColumnStretch(1, 1)
        ways = QWidget()
        flow = FlowLayout(8)
        ways.setLayout(flow)
        for button in self._buttons():
            flow.addWidget(button)
        self._holder = QWidget()
        inner = QWidget()
        self._inner = QVBoxLayout(inner)
        tight(self._inner, 10)
        for part in (self.heading, self.about, self.reason, said, self.effect, ways, self._holder):
            self._inner.addWidget(part)
        self._inner.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inner)
        self.area.setAccessibleName(tr("Åtgärden"))
        self.area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self.add(self.area)

    def _buttons(self) -> tuple[Button, ...]:
        return (
            self.undo_button,
            self.first_button,
            self.lawful_button,
            self.later_button,
            self.open_button,
        )

    def _connect(self) -> None:
        self.undo_button.clicked.connect(self._undo)
        self.first_button.clicked.connect(lambda: self.undone.emit(self._later()))
        self.later_button.clicked.connect(lambda: self.looked.emit(self._later()))
        self.lawful_button.clicked.connect(self._lawful)
        self.open_button.clicked.connect(lambda: self.went.emit(self._route))

    def _later(self) -> int:
        return self.told.later if self.told is not None else 0

    def _undo(self) -> None:
        if self.told is not None:
            self.undone.emit(self.told.target)

    def _lawful(self) -> None:
        if self.told is not None and self.told.lawful is not None:
            self.went.emit(self.told.lawful[1])

    def show_row(self, row: LogRow, name: str, route: Route | None) -> None:
        """Show what is known without judging."""
        self._route = route
        self.heading.setText(row.text)
        about = tr("{when}, {who}", when=moment(row.at), who=row.officer)
        self.about.setText(tr("{when} · {what}", when=about, what=name) if name else about)
        self.reason.setText(tr("Skäl: {reason}", reason=row.reason))
        self.reason.setVisible(bool(row.reason))
        self.open_button.setText(tr("Visa {what}", what=_short(name)))
        self.open_button.setVisible(route is not None)

    def show_told(self, told: Told) -> None:
        """Show how it stands."""
        self.told = told
        self.symbol.set_mark(told.mark)
        self.sentence.setText(told.sentence)
        self.sentence.set_tone(Tone.TEXT)
        self.effect.show_effect(told.effect)
        self.undo_button.setText(told.button)
        self.undo_button.setVisible(bool(told.button))
        self.first_button.setVisible(told.later_may)
        self.later_button.setVisible(bool(told.later))
        self.lawful_button.setVisible(told.lawful is not None)
        if told.lawful is not None:
            self.lawful_button.setText(told.lawful[0])

    def show_refusal(self, words: str) -> None:
        """Say why it was not taken back."""
        self.symbol.set_mark(Mark.STOP)
        self.sentence.setText(words)
        self.sentence.set_tone(Tone.STOP)

    def show_traces(self, traces: Sequence[Trace]) -> None:
        """List what was changed, row by row."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        tight(column, 12)
        for title, some in groupby(traces[:SHOWN], key=lambda each: shown(each.row)):
            column.addWidget(_rows(title, some))
        if len(traces) > SHOWN:
            words = tr("Och {count} uppgifter till.", count=len(traces) - SHOWN)
            column.addWidget(small(words))
        if not traces:
            column.addWidget(small(tr("Åtgärden ändrade inga uppgifter."), wrap=True))
        old, self._holder = self._holder, holder
        self._inner.replaceWidget(old, holder)
        old.hide()
        old.deleteLater()
        self.area.verticalScrollBar().setValue(0)

    def first(self) -> QWidget:
        """Give what takes the keyboard here: the first button that is shown, or the card."""
        buttons = (each for each in self._buttons() if each.isVisibleTo(self))
        return next(buttons, self.area)

    def stand(self, *, beside: bool) -> None:
        """Stand beside the list, or under it."""
        if beside:
            self.setFixedWidth(px(SIDE))
            self.setMinimumHeight(0)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
            self.setMinimumHeight(px(88))
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)


def _short(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= 32 else f"{words[:31].rstrip()}…"  # noqa: PLR2004 - a button


def _rows(title: str, traces: Iterable[Trace]) -> QWidget:
    """Give one row of the register: its fields, each before and after."""
    holder = QWidget()
    grid = QGridLayout(holder)
    tight(grid)
    grid.setHorizontalSpacing(px(12))
    grid.setVerticalSpacing(px(4))
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    grid.addWidget(Words(title, "strong", wrap=True), 0, 0, 1, 2)
    for at, each in enumerate(traces, 1):
        grid.addWidget(small(shown(each.field), wrap=True), at, 0, TOP)
        before, after = shown(each.before), shown(each.after)
        words = after if before == "–" else tr("{before} → {after}", before=before, after=after)
        grid.addWidget(Words(words, "small", wrap=True), at, 1)
    return holder
