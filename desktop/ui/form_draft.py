"""What is typed in a form and not sent yet: kept on the disk, and offered back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from shiboken6 import isValid

from desktop.ui.i18n import tr
from desktop.ui.roles import Mark
from desktop.ui.widgets.band import MessageBand

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.ui.draft import Draft, DraftKey
    from desktop.ui.drafts import Drafts

WAIT = 500
"""Milliseconds after the last key until what is typed is kept."""
LONGEST = 3000
"""Milliseconds until it is kept although somebody goes on typing."""


class DraftKeeper(QObject):
    """Keeps one form's draft; without a place for drafts it only remembers that it is dirty.

    A form that is written in while an earlier draft of it is still offered begins another draft:
    nothing that was typed is ever written over by something else.
    """

    taken = Signal(object)
    """The kept values, when she wants to go on with them."""
    answered = Signal()
    """The offer was answered, either way."""

    def __init__(
        self,
        drafts: Drafts | None,
        key: DraftKey | None,
        raw: Callable[[], Mapping[str, object]],
        title: Callable[[], str] = str,
    ) -> None:
        """Keep what `raw` gives under a key; `title` gives the heading of the form."""
        super().__init__()
        self._drafts = drafts if key is not None else None
        self.key = key
        self._raw = raw
        self._title = title
        self._draft: Draft | None = None
        self._waiting = False
        self.dirty = False
        self.began: Mapping[str, object] = {}
        """What `raw` gave before anybody wrote."""
        self.band: MessageBand | None = None
        """What offers the newest draft back."""
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self.keep)
        if self._drafts is not None:
            self._drafts.watch(self)

    @property
    def draft(self) -> Draft | None:
        """The draft that is typed in; None before anything was."""
        return self._draft

    @property
    def kept(self) -> bool:
        """True when everything that was typed is on the disk."""
        safe = self._drafts is not None and not self._drafts.failing
        return not self.dirty or (safe and not self._waiting)

    def typed(self) -> None:
        """Hear that something was changed."""
        self.dirty = True
        if self._drafts is None or self.key is None:
            return
        if self._draft is None:
            self._draft = self._drafts.begun(self.key)
        if not self._waiting:
            self._waiting = True
            self._since.start()
        if self._since.elapsed() > LONGEST:
            self.keep()
        else:
            self._timer.start()

    def keep(self) -> None:
        """Keep what is typed, when it is not kept yet."""
        if not isValid(self) or not self._waiting:
            return
        self._timer.stop()
        self._waiting = False
        if self._drafts is not None and self._draft is not None:
            raw = self._raw()
            changed = [name for name, value in raw.items() if value != self.began.get(name)]
            spot = self._draft.spot
            spot = replace(spot, what=self._title() or spot.what)
            self._draft = replace(self._draft, spot=spot, changed=tuple(changed))
            self._draft = self._drafts.write(self._draft, raw)

    def done(self) -> None:
        """Forget the draft: the act was done, or she threw it away."""
        self._timer.stop()
        self.dirty = self._waiting = False
        draft, self._draft = self._draft, None
        if self._drafts is not None and draft is not None:
            self._drafts.drop_one(draft)

    # Offering back

    def holds(self, draft: Draft) -> bool:
        """Say whether a draft is the one that is typed in here."""
        return self._draft is not None and self._draft.id == draft.id

    def offer(self) -> MessageBand | None:
        """Give the band that offers the newest draft back; None when there is none."""
        found = self._drafts.of(self.key) if self._drafts is not None and self.key else []
        mine = self._draft.id if self._draft is not None else ""
        others = [each for each in found if each.id != mine]
        if not others or self._drafts is None:
            return None
        draft = others[0]
        place = self._drafts.place
        since = place.done_since(draft) if place is not None else ""
        when = draft.at.strftime("%Y-%m-%d %H.%M")
        more = tr("Du har {count} utkast hit.", count=len(others)) if len(others) > 1 else ""
        told = " ".join(each for each in (tr("Senast {when}.", when=when), more, since) if each)
        links = [("take", tr("Fortsätt")), ("drop", tr("Kasta"))]
        mark = Mark.WARN if since else Mark.INFO
        self.band = MessageBand(mark, tr("Du började skriva här."), told, links)
        self.band.followed.connect(lambda key: self._answer(key, draft))
        return self.band

    def take(self, draft: Draft) -> None:
        """Go on with a draft; what was typed here meanwhile stays as a draft of its own."""
        self.keep()
        self._draft = draft
        self.dirty = True
        self.taken.emit(dict(draft.values))
        self.answered.emit()

    def _answer(self, key: str, draft: Draft) -> None:
        if key == "take":
            self.take(draft)
            return
        if self._drafts is not None:
            self._drafts.throw(draft)
        self.answered.emit()
