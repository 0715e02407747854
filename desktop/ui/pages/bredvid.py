"""Other versions of the register beside it, compared with the one that is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.beside import Beside
from desktop.ui.found_beside import look_beside
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Page
from desktop.ui.pages.bredvid_card import VersionCard
from desktop.ui.roles import Mark
from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from db.backups.conflicts import Sibling
    from desktop.ui.session import Session


class BesidePage(Page):
    """One card for each of them, those with something the register lacks first."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self._beside = Beside(self)
        self.cards: list[VersionCard] = []
        self.frame = PageFrame(tr("Säkerhetskopior"))
        self.frame.set_title(tr("Andra versioner bredvid registret"))
        self.frame.set_line(
            tr("Synkprogram lämnar en extra fil när två datorer har skrivit samtidigt. Inget "
               "slås ihop av sig självt, och inget raderas.")
        )  # fmt: skip
        self.frame.backed.connect(self.back)
        self.empty = EmptyState(tr("Inga andra versioner ligger bredvid registret."))
        self.waiting = EmptyState(tr("Läser filerna bredvid registret …"))
        self.frame.add(self.empty, self.waiting)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Andra versioner bredvid registret")

    def refresh(self) -> None:
        """Read the files beside the register in a thread."""
        home = self.session.home
        if home is None:
            return
        self.empty.hide()
        self.waiting.setVisible(not self.cards)
        self._beside.ask(partial(look_beside, home), self._show)

    def _show(self, found: Sequence[Sibling]) -> None:
        self.waiting.hide()
        for old in self.cards:
            self.frame.main.removeWidget(old)
            old.hide()
            old.deleteLater()
        now = self.session.care.now()
        self.cards = [VersionCard(each, now) for each in found]
        for card in self.cards:
            card.looked.connect(self.session.look)
            card.returned.connect(self.session.restore)
            card.moved_away.connect(self._put_away)
            self.frame.add(card)
            # The layout would show it later, and what is hidden cannot take the keyboard.
            card.show()
        self.empty.setVisible(not found)
        self.first_focus()

    def _put_away(self, path: Path) -> None:
        from db.backups.putting_away import put_away  # noqa: PLC0415 - rare
        from db.errors import FileTrouble  # noqa: PLC0415 - rare

        try:
            lies = put_away(path, self.session.care.now())
        except FileTrouble as trouble:
            self.frame.show_bands([MessageBand(Mark.STOP, shown(trouble.text))])
            return
        self.said.emit(tr("{name} ligger nu i {folder}. Den är hel och raderas aldrig.",
                          name=path.name, folder=str(lies.parent)))  # fmt: skip
        self.refresh()

    # Keys

    def first_focus(self) -> None:
        """Take the keyboard to the first version's first way on."""
        if self.cards:
            self.cards[0].look_button.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: go to the way back, and there do it."""
        if not self.cards:
            return
        button = next(
            (card.return_button for card in self.cards if card.return_button.hasFocus()), None
        )
        if button is not None:
            button.click()
        else:
            self.cards[0].return_button.setFocus()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        return [card.look_button for card in self.cards]
