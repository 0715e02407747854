"""The foot of a form: what the act leads to, its button, the other steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.ui.form_layout import Field, Layout
from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.roles import Tone
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Hairline, tight
from desktop.ui.widgets.words import Link, Words, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.ui.inputs import Input
    from desktop.ui.widgets.combo import Option

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def new_field(made: Input, label: str, hint: str, layout: Layout) -> Field:
    """Give the widgets of a field, with label buddy and accessible name."""
    labelled = not made.speaks or (layout is Layout.PAGE and bool(hint))
    words = Words(label if labelled else "", "body", Tone.MUTED)
    if made.whole:
        words = Words(label, "strong")
    words.setBuddy(made.widget)
    made.name(label)
    if hint:
        made.widget.setAccessibleDescription(hint)
    return Field(
        label=words,
        input=made.widget,
        hint=small("" if made.speaks else hint, wrap=True),
        problem=Words("", "small", Tone.STOP, wrap=True),
        short=made.short,
        whole=made.whole,
    )


class Foot(QWidget):
    """Consequence, primary button, its key, second buttons, and the menu of other steps."""

    pressed = Signal()
    also = Signal(str)
    other = Signal(str)

    def __init__(
        self, button: str, others: Sequence[Option], also: Sequence[Option], layout: Layout
    ) -> None:
        """Make the foot; on a page the consequence stands right of the button."""
        super().__init__()
        self.consequence = small("", wrap=True)
        self.button = Button(button, primary=True)
        self.button.clicked.connect(self.pressed)
        self.key = small(tr("Ctrl+Enter"))
        self.menu = QMenu(self)
        self.menu.setAccessibleName(tr("Andra steg"))
        self.menu_link = Link(tr("Andra steg"), after="chevron-down")
        self.menu_link.setToolTip(tr("Ctrl+."))
        self.menu_link.clicked.connect(self.open_menu)
        self.seconds = [Button(words) for _key, words in also]
        for second, (key, _words) in zip(self.seconds, also, strict=True):
            second.clicked.connect(lambda _on=False, key=key: self.also.emit(key))
        self._lay(layout)
        self.set_others(others)

    def _lay(self, layout: Layout) -> None:
        column = QVBoxLayout(self)
        tight(column, 10)
        self._line = QHBoxLayout()
        tight(self._line, 10)
        self._second_line = QHBoxLayout()
        for part in (self.button, self.key, *self.seconds):
            self._line.addWidget(part)
        if layout is Layout.PAGE:
            self._line.addWidget(self.consequence, 1)
            self.consequence.setAlignment(RIGHT)
            column.addWidget(Hairline())
        else:
            self._line.addStretch(1)
            column.addWidget(self.consequence)
        self._line.addWidget(self.menu_link)
        column.addLayout(self._line)
        column.addLayout(self._second_line)
        self._second_line.addStretch(1)
        self._fixed = layout is Layout.PAGE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the key's name, and then put the menu below, where the verb needs the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._fixed:
            return
        verbs = [self.button, *self.seconds]
        wants = sum(part.sizeHint().width() + px(10) for part in verbs)
        menu = self.menu_link.sizeHint().width() if not self.menu.isEmpty() else 0
        room = self.width() - wants
        self.key.setVisible(room >= menu + self.key.sizeHint().width() + px(10))
        below = menu > room
        if below is not (self._second_line.indexOf(self.menu_link) >= 0):
            (self._second_line if below else self._line).addWidget(self.menu_link)

    def set_verb(self, words: str) -> None:
        """Say another verb or sum on the button."""
        self.button.setText(words)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Never squeeze the verb."""
        return QSize(self.button.sizeHint().width(), super().minimumSizeHint().height())

    def set_consequence(self, sentence: str) -> None:
        """Say what the act leads to."""
        self.consequence.setText(sentence)
        self.consequence.setVisible(bool(sentence))
        self.button.setAccessibleDescription(sentence)

    def set_others(self, others: Sequence[Option]) -> None:
        """Offer other steps; without any there is no menu."""
        self.menu.clear()
        for key, words in others:
            action = QAction(words, self.menu)
            action.triggered.connect(lambda _on=False, key=key: self.other.emit(key))
            self.menu.addAction(action)
        self.menu_link.setVisible(bool(others))

    def open_menu(self) -> None:
        """Open the menu of other steps below its link."""
        if not self.menu.isEmpty():
            self.menu.popup(self.menu_link.mapToGlobal(QPoint(0, self.menu_link.height())))
