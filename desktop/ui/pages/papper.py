"""The page of a paper that is drawn as things stand now and never kept: read, print, copy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.problems import Refusal
from desktop.ui import dialogs
from desktop.ui.frame import ListFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Page
from desktop.ui.preview import LetterPreview, write_copy
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import tight

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.flow.desk import Desk
    from desktop.ui.session import Session


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A paper as it would look now."""

    title: str
    """"Besöksblad B 2026-02", in the language of the window."""
    line: str
    """Whether and when it is kept."""
    name: str
    """What a copy is called, without ending."""
    content: bytes
    """A PDF."""


Drawing: TypeAlias = "Callable[[Desk, int, str], Drawn]"
"""Draws the paper of a route's subject and act; LookupError when the subject is gone."""


class PaperPage(Page):
    """One paper, drawn anew each time the register has changed."""

    def __init__(self, session: Session, drawing: Drawing) -> None:
        """Make the page, empty."""
        super().__init__(session)
        self._drawing = drawing
        self._subject, self._act = 0, ""
        self._drawn: Drawn | None = None
        self.frame = ListFrame(back=tr("Tillbaka"))
        self.frame.backed.connect(self.back)
        self.letter = LetterPreview(tr("Förhandsgranskning"), tr("så som det skrivs ut"))
        self.frame.body.addWidget(self.letter)
        self.copy_button = Button(tr("Spara en kopia"))
        self.copy_button.clicked.connect(self.save_copy)
        self.print_button = Button(tr("Skriv ut"), "printer", primary=True)
        self.print_button.clicked.connect(self.print_)
        for button in (self.copy_button, self.print_button):
            self.frame.buttons.addWidget(button)
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self.frame)

    def title(self) -> str:
        """Give what the paper is called."""
        return self._drawn.title if self._drawn is not None else tr("Papper")

    @property
    def content(self) -> bytes:
        """Give the bytes that are shown; none when there is no paper."""
        return self._drawn.content if self._drawn is not None else b""

    def open(self, subject: int, act: str) -> None:
        """Turn to another paper."""
        self._subject, self._act = subject, act

    def refresh(self) -> None:
        """Draw it."""
        why = ""
        try:
            self._drawn = self._drawing(self.session.need(), self._subject, self._act)
        except Refusal as refusal:
            self._drawn, why = None, shown(refusal.problems[0].text)
        except LookupError:
            self._drawn, why = None, tr("Det som papperet handlar om finns inte längre.")
        drawn = self._drawn
        self.frame.set_title(self.title())
        self.frame.set_line(drawn.line if drawn is not None else "")
        for button in (self.copy_button, self.print_button):
            button.setVisible(drawn is not None)
        if drawn is None:
            self.letter.show_nothing(why)
        else:
            self.letter.show_pdf(drawn.content, drawn.name)

    def columns(self) -> Sequence[QWidget]:
        """Give what is read."""
        return (self.letter,)

    def first_focus(self) -> None:
        """Begin at the button that prints."""
        if self._drawn is not None:
            self.print_button.setFocus()
        else:
            self.frame.header.back.setFocus()

    def print_(self) -> None:
        """Answer Ctrl+P: print through the system's dialog."""
        if self._drawn is not None:
            self.letter.print_()
        else:
            super().print_()

    def save_copy(self) -> None:
        """Save the very bytes."""
        if self._drawn is None:
            return
        proposed = Path.home() / f"{self._drawn.name}.pdf"
        path = dialogs.ask_save(self, tr("Spara en kopia"), proposed, tr("PDF (*.pdf)"))
        if path is not None:
            done = write_copy(path, self._drawn.content)
            self.said.emit(
                tr("Kopian ligger i {path}.", path=str(path))
                if done
                else tr("Kopian gick inte att spara där. Välj en annan mapp.")
            )
