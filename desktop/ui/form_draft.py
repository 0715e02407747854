"""What is typed in a form and not sent yet: kept on the disk, and offered back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.i18n import tr
from desktop.ui.inputs import jsonable
from desktop.ui.roles import Mark
from desktop.ui.widgets.band import MessageBand

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.ui.preferences import Drafts

WAIT = 600
"""Milliseconds after the last key until what is typed is kept."""


class DraftKeeper(QObject):
    """Keeps one form's draft; without a place for drafts it only remembers that it is dirty."""

    taken = Signal(object)
    """The kept values, when she wants to go on with them."""
    answered = Signal()
    """The offer was answered, either way."""

    def __init__(
        self, drafts: Drafts | None, key: str, raw: Callable[[], Mapping[str, object]]
    ) -> None:
        """Keep what `raw` gives under a key."""
        super().__init__()
        self._drafts = drafts if key else None
        self._key = key
        self._raw = raw
        self.dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self.keep)

    def typed(self) -> None:
        """Hear that something was changed."""
        self.dirty = True
        if self._drafts is not None:
            self._timer.start()

    def keep(self) -> None:
        """Keep what is typed, files excepted."""
        self._timer.stop()
        if self._drafts is not None and self.dirty:
            values = {name: value for name, value in self._raw().items() if jsonable(value)}
            self._drafts.keep(self._key, values)

    def done(self) -> None:
        """Forget the draft: the act was done, or she threw it away."""
        self._timer.stop()
        self.dirty = False
        if self._drafts is not None:
            self._drafts.drop(self._key)

    def offer(self) -> MessageBand | None:
        """Give the band that offers the draft back; None when there is none."""
        kept = self._drafts.get(self._key) if self._drafts is not None else None
        if not kept:
            return None
        links = [("take", tr("Fortsätt")), ("drop", tr("Kasta"))]
        band = MessageBand(Mark.INFO, tr("Du började skriva här."), "", links)
        band.followed.connect(lambda key: self._answer(key, kept))
        return band

    def _answer(self, key: str, kept: Mapping[str, object]) -> None:
        if key == "take":
            self.dirty = True
            self.taken.emit(dict(kept))
        else:
            self.done()
        self.answered.emit()
