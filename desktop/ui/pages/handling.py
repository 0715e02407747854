"""A document as it lies in the register: a letter of ours, or what came in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout

from desktop.domain.casework import Document
from desktop.domain.problems import Refusal
from desktop.flow.attachments import danger, may_be_opened, suffix
from desktop.flow.filing import UNKNOWN
from desktop.flow.journal import journal
from desktop.flow.picture import picture
from desktop.ui import dialogs
from desktop.ui.frame import ListFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Page
from desktop.ui.pages.case_parts.cards import JOURNAL, WHOLE
from desktop.ui.pages.case_parts.papers import PDF, documents_of, printable
from desktop.ui.preview import LetterPreview, write_copy
from desktop.ui.roles import Mark
from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.file import size_words
from desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.ui.session import Session


class DocumentPage(Page):
    """One document, or every letter of a case bound together; to read, print and copy."""

    def __init__(self, session: Session) -> None:
        """Make the page, empty."""
        super().__init__(session)
        self._subject = 0
        self._act = ""
        self._title = ""
        self._name = ""
        self._content = b""
        self._case_id: int | None = None
        self._row: Document | None = None
        self.frame = ListFrame(back=tr("Tillbaka"))
        self.frame.backed.connect(self.back)
        self.letter = LetterPreview(tr("Handlingen"), tr("så som den skrivs ut"))
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.picture)
        self._scroll.setWidgetResizable(True)
        self.other = Words("", wrap=True)
        self.other.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self.letter, self._scroll, self.other):
            self.frame.body.addWidget(part)
        self.print_button = Button(tr("Skriv ut"), "printer", primary=True)
        self.print_button.clicked.connect(self.print_)
        self.copy_button = Button(tr("Spara en kopia"))
        self.copy_button.clicked.connect(self.save_copy)
        self.open_button = Button(tr("Öppna i ett annat program"))
        self.open_button.clicked.connect(self.open_outside)
        self._warning: MessageBand | None = None
        self.mask_button = Button(tr("Spara en maskad kopia…"))
        self.mask_button.setToolTip(tr("Utan kontonummer, kontaktpersoner och personnummer"))
        self.mask_button.clicked.connect(self.save_masked)
        for button in (self.mask_button, self.open_button, self.copy_button, self.print_button):
            self.frame.buttons.addWidget(button)
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self.frame)

    def title(self) -> str:
        """Give the document's name."""
        return self._title or tr("Handling")

    def open(self, subject: int, act: str) -> None:
        """Turn to a document, or with "allt" to every letter of a case."""
        self._subject, self._act = subject, act

    def refresh(self) -> None:
        """Read it."""
        desk = self.session.need()
        self._case_id = None
        self._row = None
        self._unwarn()
        self.open_button.hide()
        self.mask_button.hide()
        if self._act == JOURNAL:
            seen = picture(desk, self._subject)
            self._title = tr("Journal {number}", number=seen.case.number)
            self._name = f"{seen.case.number}-journal"
            self._content = journal(desk, seen)
            self._show(PDF, tr("som ärendet står i dag; den sparas när ärendet avslutas"))
            return
        if self._act == WHOLE:
            seen = picture(desk, self._subject)
            self._title = tr("Hela ärendet {number}", number=seen.case.number)
            self._name = seen.case.number
            self._content = printable(desk, documents_of(desk, seen))
            self._show(PDF, tr("{name}, alla brev i ordning", name=seen.association.name))
            return
        row = desk.store.first(Document, "id = ?", self._subject)
        if row is None:
            self._title, self._content = tr("Handlingen finns inte längre"), b""
            self._show("", "")
            return
        self._row = row
        self._title, self._name = row.title, row.name
        self._content = desk.store.content(row.id)
        self._case_id = row.case_id if row.outgoing else None
        self.mask_button.setVisible(self._case_id is not None)
        line = f"{row.made_on.isoformat()} · {size_words(row.size)} · {row.name}"
        self._show(row.media, line)
        self.open_button.setVisible(self._may_be_opened())

    def _show(self, media: str, line: str) -> None:
        self.frame.set_title(self._title)
        self.frame.set_line(line)
        drawn = QImage.fromData(self._content) if media.startswith("image/") else QImage()
        letter = media == PDF and self._show_letter()
        self.letter.setVisible(letter)
        self._scroll.setVisible(not drawn.isNull())
        self.picture.setPixmap(QPixmap.fromImage(drawn))
        self.picture.setAccessibleName(self._title)
        self.other.setVisible(not letter and drawn.isNull())
        self.other.setText(self._why_not_shown() if self._content else "")
        self.print_button.setVisible(letter)
        self.copy_button.setVisible(bool(self._content))

    def _why_not_shown(self) -> str:
        if self._may_be_opened():
            return tr("Den här sortens fil visas inte här. Öppna den i ett annat program.")
        warned = danger(self._came_as(), self._content)
        copy = tr("Den här sortens fil visas inte här. Spara en kopia och öppna den.")
        return shown(warned) if warned is not None else copy

    def _came_as(self) -> str:
        """Give the name the file came with, where its own kept no suffix of a known kind."""
        return self._title if suffix(self._name) == UNKNOWN else self._name

    def _may_be_opened(self) -> bool:
        return suffix(self._name) != UNKNOWN and may_be_opened(self._name, self._content)

    def open_outside(self) -> None:
        """Open a copy in the system's own program, after a warning where it could do harm."""
        if self._row is None or not self._may_be_opened():
            return
        warned = danger(self._name, self._content)
        if warned is None:
            self._open_copy()
            return
        self._unwarn()
        ways = [("open", tr("Öppna ändå")), ("copy", tr("Spara en kopia"))]
        self._warning = MessageBand(Mark.WARN, tr("Innan du öppnar:"), shown(warned), ways)
        self._warning.followed.connect(self._answered)
        self.frame.body.insertWidget(0, self._warning)
        self._warning.links[1].setFocus()

    def _answered(self, way: str) -> None:
        self._unwarn()
        if way == "copy":
            self.save_copy()
        elif self._may_be_opened():
            self._open_copy()

    def _unwarn(self) -> None:
        if self._warning is not None:
            self._warning.hide()
            self._warning.deleteLater()
            self._warning = None

    def _open_copy(self) -> None:
        from desktop.ui.outside import open_outside  # noqa: PLC0415 - seldom wanted

        if self._row is not None and not open_outside(self._row, self._content):
            self.said.emit(
                tr("Datorn har inget program för den här sortens fil. Spara en kopia i stället.")
            )
        else:
            self.said.emit(tr("En kopia öppnas. Ändringar i den sparas inte i registret."))

    def _show_letter(self) -> bool:
        """Show a PDF; False when the bytes, which somebody else made, are none."""
        try:
            self.letter.show_pdf(self._content, Path(self._name).stem)
        except ValueError:
            return False
        return True

    def columns(self) -> Sequence[QWidget]:
        """Give what is read."""
        return (self.letter,)

    def first_focus(self) -> None:
        """Begin at the button that prints, or at the copy."""
        (self.print_button if self.letter.isVisibleTo(self) else self.copy_button).setFocus()

    def print_(self) -> None:
        """Print through the system's dialog."""
        if self.letter.isVisibleTo(self):
            self.letter.print_()
        else:
            super().print_()

    def save_copy(self) -> None:
        """Save the very bytes."""
        tail = Path(self._name).suffix or ".pdf"
        proposed = Path.home() / f"{Path(self._name).stem}{tail}"
        path = dialogs.ask_save(self, tr("Spara en kopia"), proposed, f"(*{tail})")
        if path is not None:
            done = write_copy(path, self._content)
            self.said.emit(
                tr("Kopian ligger i {path}.", path=str(path))
                if done
                else tr("Kopian gick inte att spara där. Välj en annan mapp.")
            )

    def save_masked(self) -> None:
        """Save a copy without accounts, contacts and personal numbers; the letter stays."""
        from desktop.flow.masking import masked_copy  # noqa: PLC0415 - pikepdf is slow to load

        if self._case_id is None:
            return
        desk = self.session.need()
        try:
            made = masked_copy(desk, picture(desk, self._case_id), self._subject)
        except Refusal as refusal:
            self.said.emit(shown(refusal.problems[0].text))
            return
        proposed = Path.home() / tr("{name} maskad.pdf", name=Path(self._name).stem)
        title = tr("Spara en maskad kopia")
        path = dialogs.ask_save(self, title, proposed, tr("PDF (*.pdf)"))
        if path is not None:
            done = write_copy(path, made)
            self.said.emit(
                tr("Den maskade kopian ligger i {path}.", path=str(path))
                if done
                else tr("Kopian gick inte att spara där. Välj en annan mapp.")
            )
