"""A form and the letter it gives beside each other, or behind a tab where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.ui.i18n import tr
from desktop.ui.measure import em, px
from desktop.ui.widgets.card import PAGE_MARGIN, tight
from desktop.ui.widgets.choose import SegmentedChoice

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.ui.preferences import Preferences

SIDE_BY_SIDE = 80
"""Em of width from which both are seen."""
LEFT, RIGHT = 36, 26
"""Em that each of them wants at least."""
FORM, LETTER = "form", "letter"


class Panes(QWidget):
    """Two panes whose division is remembered."""

    def __init__(self, form: QWidget, letter: QWidget, preferences: Preferences, name: str) -> None:
        """Put them beside each other; `name` is what the division is remembered by."""
        super().__init__()
        self._preferences = preferences
        self._name = name
        self._form = form
        self._letter = QWidget()
        self._beside = QVBoxLayout(self._letter)
        self._beside.addWidget(letter)
        self.switch = SegmentedChoice(
            [(FORM, tr("Beslutet")), (LETTER, tr("Brevet"))], strong=False
        )
        self.switch.setAccessibleName(tr("Visa"))
        self.switch.chosen.connect(lambda _key: self.fit())
        self._tabs = QWidget()
        tabs = QVBoxLayout(self._tabs)
        tabs.setContentsMargins(px(PAGE_MARGIN), px(12), px(PAGE_MARGIN), 0)
        tabs.addWidget(self.switch)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(px(6))
        self.splitter.setChildrenCollapsible(False)
        for pane, least in ((form, LEFT), (self._letter, RIGHT)):
            pane.setMinimumWidth(em(least))
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(self.splitter.count() - 1, 1)
        self.splitter.splitterMoved.connect(self._keep)
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self._tabs)
        column.addWidget(self.splitter, 1)
        kept = preferences.size(name)
        if not kept or not self.splitter.restoreState(QByteArray.fromBase64(kept.encode())):
            self.splitter.setSizes([px(630), px(580)])

    def _keep(self) -> None:
        state = bytes(self.splitter.saveState().toBase64().data()).decode()
        self._preferences.keep_size(self._name, state)

    def show_form(self) -> None:
        """Begin at the form."""
        self.switch.set_key(FORM)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one pane or both."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Show what there is room for."""
        both = self.width() >= em(SIDE_BY_SIDE)
        self._tabs.setVisible(not both)
        self._form.setVisible(both or self.switch.key() == FORM)
        self._letter.setVisible(both or self.switch.key() == LETTER)
        left = px(4 if both else PAGE_MARGIN)
        self._beside.setContentsMargins(left, px(18), px(PAGE_MARGIN), px(16))
