"""What runs beside the phases: letter, notice, appeal, payment, report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.ui.icons import SIZE
from desktop.ui.measure import em, font, px
from desktop.ui.roles import Mark
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.words import Symbol, Words, muted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

TRACK = 17
"""Em that one track wants."""
MOST = 3
LAST = 2
"""Columns of tracks, and the last of the three parts of one."""


@dataclass(frozen=True, kw_only=True)
class Track:
    """One of them; a track with nothing to say is left out."""

    mark: Mark
    """Its symbol."""
    name: str
    """"Utbetalning"."""
    state: str
    """"Spärrad, 6 500 kr"."""


class TrackGrid(QWidget):
    """Symbol, name and state, in as many columns as there is room for, at most three."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._tracks: Sequence[Track] = ()
        self._laid: Sequence[Track] | None = None
        self._columns = 0
        self._grid = QGridLayout(self)
        tight(self._grid)
        self._grid.setVerticalSpacing(px(4))
        self._grid.setHorizontalSpacing(px(7))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_tracks(self, tracks: Sequence[Track]) -> None:
        """Show these."""
        self._tracks = tuple(tracks)
        names = [f"{track.name}: {track.state}" for track in self._tracks]
        self.setAccessibleName(". ".join(names))
        self._lay()

    def minimumSizeHint(self) -> QSize:
        """Be content with one column."""
        return QSize(em(TRACK), self._grid.minimumSize().height())

    def _fits(self, columns: int) -> bool:
        """Say whether every state is seen whole in so many columns."""
        metrics = QFontMetrics(font())
        wide = 0
        for across in range(columns):
            tracks = self._tracks[across::columns]
            names = [max(em(4.6), metrics.horizontalAdvance(each.name)) for each in tracks]
            states = [metrics.horizontalAdvance(each.state) for each in tracks]
            wide += max(names, default=0) + max(states, default=0) + px(SIZE + 7 * 3 + 2)
        return wide <= self.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take fewer columns where there is less room."""
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        columns = next((each for each in range(MOST, 1, -1) if self._fits(each)), 1)
        if columns == self._columns and self._laid is self._tracks:
            return
        self._columns, self._laid = columns, self._tracks
        while item := self._grid.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for column in range(MOST * 3):
            used = column < columns * 3
            self._grid.setColumnMinimumWidth(column, em(4.6) if used and column % 3 == 1 else 0)
            grows = used and column % 3 == LAST and column != columns * 3 - 1
            self._grid.setColumnStretch(column, int(grows))
        self._grid.setColumnStretch(MOST * 3, 0 if columns == MOST else 1)
        for at, track in enumerate(self._tracks):
            parts = (Symbol(track.mark), muted(track.name), Words(track.state))
            for offset, part in enumerate(parts):
                self._grid.addWidget(part, at // columns, at % columns * 3 + offset)
                part.show()
        self.updateGeometry()
