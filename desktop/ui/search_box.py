"""The search of everything, in the corner of the menu bar, with its hits below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame

from desktop.ui.i18n import tr
from desktop.ui.measure import em, px
from desktop.ui.page import Hit
from desktop.ui.roles import Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.filter import FilterEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

WAIT = 40
"""Milliseconds after the last key until the search is made."""


WIDE = 58
"""Em of the list of hits, where the window has room."""
GROUP = 11.5
"""Em of the column that names groups."""


def _group(hit: Hit) -> Cell:
    """Name a group once, at its first hit; those who listen hear it at each."""
    return Cell(hit.group if hit.first else "", tip=tr("Det finns fler.") if hit.more else "")


def _detail(hit: Hit) -> Cell:
    return Cell(hit.detail, tip=hit.detail)


class SearchBox(FilterEdit):
    """A field; what it finds is listed under it, and Enter goes there."""

    went = Signal(object)
    """Route of the hit that was chosen."""

    def __init__(self, find: Callable[[str], Sequence[Hit]], window: QWidget) -> None:
        """Make it; hits are shown in the window, below the field."""
        columns = [
            Column(
                key="group",
                title="",
                value=_group,
                tone=Tone.MUTED,
                weight="small",
                width=GROUP,
            ),
            Column(
                key="word",
                title="",
                value=lambda hit: Cell(hit.word, weight="medium"),
                stretch=4,
                matched=True,
            ),
            Column(key="detail", title="", value=_detail, tone=Tone.MUTED, stretch=3, matched=True),
        ]
        self._hits = Table(columns, name=tr("Träffar"), header=False)
        super().__init__(tr("Sök i allt"), self._hits, hint=tr("Ctrl+F"))
        self._find = find
        self._hits.setParent(window)
        self._hits.setFrameShape(QFrame.Shape.StyledPanel)
        self._hits.hide()
        self._hits.opened.connect(self._go)
        self._hits.view.clicked.connect(lambda _index: self._hits.open_current())
        self._hits.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hits.set_empty(tr("Inget hittat"))
        self._routes: dict[int, Hit] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._search)
        self.asked.connect(self._typed)

    def _typed(self, words: str) -> None:
        if words.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._hits.hide()

    def _search(self) -> None:
        found = list(enumerate(self._find(self.text())))
        self._routes = dict(found)
        self._hits.set_rows(found)
        self._hits.set_match(self.text())
        self._place(len(found))

    def again(self) -> None:
        """Search again what is typed: more can be found now."""
        if self._hits.isVisible() and self.text().strip():
            self._search()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Read the register's words before the first letter is typed."""
        super().focusInEvent(event)
        self._find("")

    def _place(self, count: int) -> None:
        window = self._hits.parentWidget()
        if window is None:
            return
        wide = min(max(self.width(), em(WIDE)), window.width() - px(16))
        corner = self.mapTo(window, QPoint(self.width() - wide, self.height() + px(2)))
        room = max(window.height() - corner.y() - px(60), px(34) * 3)
        high = min(px(34) * count + px(4), room) if count else px(90)
        self._hits.setGeometry(max(0, corner.x()), corner.y(), wide, high)
        self._hits.raise_()
        self._hits.show()

    def _go(self, at: object) -> None:
        hit = self._routes.get(at) if isinstance(at, int) else None
        if hit is not None:
            self._timer.stop()
            self.clear()
            self._hits.hide()
            self.went.emit(hit.route)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search at once before Enter goes to the hit."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._timer.isActive():
            self._timer.stop()
            self._search()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the hits."""
        super().focusOutEvent(event)
        self._hits.hide()
