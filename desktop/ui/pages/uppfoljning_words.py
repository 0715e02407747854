"""Her own words in the yearly report: saved while she types, and never lost when they are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from desktop.ui.form_draft import DraftKeeper
from desktop.ui.i18n import shown, tr
from desktop.ui.widgets.card import Card, Heading
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.field import NoteEdit

if TYPE_CHECKING:
    from desktop.domain.yearly import Yearly
    from desktop.ui.draft import DraftKey
    from desktop.ui.drafts import Drafts
    from desktop.ui.widgets.band import MessageBand

WAIT = 1500
"""Milliseconds after the last key until the words are saved in the register."""
SUMMARY = "summary"
"""The part that stands first in the report."""


class WordsCard(Card):
    """Part by part; what the register has not taken yet stays here and among the drafts."""

    written = Signal(str, str)
    """Section and words, a moment after the last key."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(spacing=10)
        self.heading = Heading(tr("Egna ord i årsrapporten"), note=tr("sparas medan du skriver"))
        self.section = ComboBox()
        self.section.setAccessibleName(tr("Del av årsrapporten"))
        self.edit = NoteEdit(lines=6)
        self.edit.setAccessibleName(tr("Egna ord i årsrapporten"))
        self.add(self.heading, self.section, self.edit)
        self.offer: MessageBand | None = None
        self._words: dict[str, str] = {}
        self._unsaved: dict[str, str] = {}
        self.keeper: DraftKeeper | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self.save)
        self.edit.textChanged.connect(self._typed)
        self.section.chosen.connect(self._choose)
        self._at = SUMMARY

    def follow(self, drafts: Drafts, key: DraftKey) -> None:
        """Keep what is typed under a key; what was left unsaved there is offered back."""
        if self.keeper is not None and self.keeper.key == key:
            return
        if self.keeper is not None:
            self.keeper.keep()
            self.keeper.deleteLater()
        self._timer.stop()
        self._unsaved = {}
        self.keeper = DraftKeeper(drafts, key, lambda: dict(self._unsaved), self._heading)
        self.keeper.setParent(self)
        self.keeper.taken.connect(self._take)
        self.keeper.answered.connect(self._show_offer)
        self._show_offer()

    @staticmethod
    def _heading() -> str:
        return tr("Egna ord i årsrapporten")

    def _show_offer(self) -> None:
        if self.offer is not None:
            self.offer.hide()
            self.offer.deleteLater()
        self.offer = self.keeper.offer() if self.keeper is not None else None
        if self.offer is not None:
            self.body.insertWidget(1, self.offer)

    def _take(self, kept: dict[str, object]) -> None:
        self._unsaved = {key: str(words) for key, words in kept.items()}
        self._at = next((key for key in self._unsaved if key != self._at), self._at)
        self.section.set_key(self._at)
        self._show()
        self._timer.start()

    def show_year(self, yearly: Yearly) -> None:
        """Show what is written; what is being typed stays."""
        self._words = dict(yearly.words)
        words = [(SUMMARY, tr("Först i rapporten"))]
        words += [(each.key, shown(each.title)) for each in yearly.sections]
        self.section.set_options(words)
        self.section.set_key(self._at)
        self._show()

    def _show(self) -> None:
        kept = self._unsaved.get(self._at, self._words.get(self._at, ""))
        if self.edit.text() != kept:
            self.edit.blockSignals(True)
            self.edit.setText(kept)
            self.edit.blockSignals(False)

    def _choose(self, key: str) -> None:
        self.save()
        self._at = key
        self._show()

    def _typed(self) -> None:
        self._unsaved[self._at] = self.edit.text()
        if self.keeper is not None:
            self.keeper.typed()
        self._timer.start()

    def save(self) -> None:
        """Ask for what is typed to be kept, when it is not yet."""
        self._timer.stop()
        for section, words in list(self._unsaved.items()):
            if words.strip() == self._words.get(section, "").strip():
                self.saved(section)
            else:
                self.written.emit(section, words)

    def saved(self, section: str) -> None:
        """Hear that the register has what was typed in a section."""
        words = self._unsaved.pop(section, None)
        if words is not None:
            self._words[section] = words
        if not self._unsaved and self.keeper is not None:
            self.keeper.done()
