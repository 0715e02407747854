"""The sheet that makes the whole case one file: what is masked, what is in it, where it goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout

from desktop.flow.masking import MASKING_WORDS, USUAL, Masking
from desktop.ui import dialogs
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.preview import write_copy
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import row
from desktop.ui.widgets.tick import CheckBox, RadioButton
from desktop.ui.widgets.words import Words, h2, muted

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from desktop.flow.desk import Desk
    from desktop.flow.dossier import Choices
    from desktop.flow.picture import Picture
    from desktop.letters.dossier.whole import Bound, Whole


class _StoppedError(Exception):
    """Somebody no longer wants the file."""


class Binding(QThread):
    """Binds a case beside the window; everything of the register is already read."""

    told = Signal(int, int)
    """Parts done, of how many."""
    bound = Signal(object)
    """A Bound."""
    broke = Signal(object)
    """An exception that nobody expected."""

    def __init__(self, whole: Whole, parent: QWidget) -> None:
        """Take what is to be bound."""
        super().__init__(parent)
        self._whole = whole

    def run(self) -> None:
        """Bind it, and stop between two parts when asked to."""
        from desktop.letters.dossier.bind import bind  # noqa: PLC0415 - pikepdf is slow to load

        try:
            made = bind(self._whole, self._progress)
        except _StoppedError:
            return
        except Exception as error:  # noqa: BLE001 - raised again where the window catches it
            self.broke.emit(error)
            return
        self.bound.emit(made)

    def _progress(self, done: int, of: int) -> None:
        if self.isInterruptionRequested():
            raise _StoppedError
        self.told.emit(done, of)


class WholeFileSheet(QDialog):
    """Asks what the file is to hold, makes it beside the window, saves it and opens it."""

    saved = Signal(str)
    """A sentence that says where it is."""

    def __init__(self, parent: QWidget, desk: Desk, seen: Picture) -> None:
        """Show the choices for a case."""
        super().__init__(parent)
        self._desk, self._seen = desk, seen
        self._binding: Binding | None = None
        self._path: Path | None = None
        self.setWindowTitle(tr("Hela ärendet som en fil"))
        self.open_when_saved = True
        self.as_it_is = RadioButton(tr("Som det är, med alla bilagor: för arkiv och revision"))
        self.masked = RadioButton(tr("Maskad kopia: för anslagstavla och den som frågar"))
        self.as_it_is.setChecked(True)
        self.kinds = {kind: CheckBox(shown(words)) for kind, words in MASKING_WORDS.items()}
        self.originals = CheckBox(tr("Ta med inkomna handlingar"))
        self.note = muted("", wrap=True)
        self.line = Words("", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(px(8))
        self.bar.setAccessibleName(tr("Hur långt filen har kommit"))
        self.save_button = Button(tr("Spara filen…"), primary=True)
        self.cancel_button = Button(tr("Avbryt"))
        self._assemble()
        self._connect()
        self._choose()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(6))
        column.addWidget(h2(tr("Hela ärendet {number}", number=self._seen.case.number)))
        about = tr("Innehåll, journal, alla brev och inkomna handlingar i en PDF.")
        column.addWidget(muted(about, wrap=True))
        column.addSpacing(px(6))
        column.addWidget(self.as_it_is)
        column.addWidget(self.masked)
        for box in self.kinds.values():
            box.setChecked(box in [self.kinds[kind] for kind in USUAL])
            inset = row(box, None)
            inset.setContentsMargins(px(22), 0, 0, 0)
            column.addLayout(inset)
        column.addSpacing(px(6))
        column.addWidget(self.originals)
        column.addWidget(self.note)
        column.addStretch(1)
        column.addWidget(self.line)
        column.addWidget(self.bar)
        buttons = row(None, self.cancel_button, self.save_button)
        buttons.setContentsMargins(0, px(8), 0, 0)
        column.addLayout(buttons)
        self.bar.hide()
        self.setMinimumWidth(px(460))

    def _connect(self) -> None:
        self.masked.toggled.connect(self._choose)
        self.originals.toggled.connect(self._say)
        self.save_button.clicked.connect(self._ask)
        self.cancel_button.clicked.connect(self.reject)

    def _choose(self) -> None:
        """Follow the kind of file: originals cannot be masked, so they stay out at first."""
        masked = self.masked.isChecked()
        for box in self.kinds.values():
            box.setVisible(masked)
        self.originals.setChecked(not masked)
        self._say()

    def _say(self) -> None:
        if not self.masked.isChecked():
            words = tr("Varje inkommen fil ligger också bifogad, byte för byte.")
        elif self.originals.isChecked():
            words = tr("Obs. Inkomna handlingar kan inte maskas. De kommer med som de är.")
        else:
            words = tr(
                "Inkomna handlingar kan inte maskas. De nämns men lämnas inte ut."
                " Personnummer maskas alltid."
            )
        self.note.setText(words)
        self.adjustSize()

    def choices(self) -> Choices:
        """Give what is chosen."""
        from desktop.flow.dossier import Choices  # noqa: PLC0415 - not before it is wanted

        kinds = {kind for kind, box in self.kinds.items() if box.isChecked()}
        masks: frozenset[Masking] = frozenset(kinds) if self.masked.isChecked() else frozenset()
        return Choices(masks=masks, originals=self.originals.isChecked())

    def _ask(self) -> None:
        if self.masked.isChecked() and not self.choices().masks:
            self.line.setText(tr("Maska – inget är valt – kryssa i vad som ska maskas."))
            return
        number = self._seen.case.number
        name = (
            tr("{number} maskad kopia", number=number)
            if self.masked.isChecked()
            else tr("{number} hela ärendet", number=number)
        )
        proposed = Path.home() / f"{name}.pdf"
        path = dialogs.ask_save(self, self.windowTitle(), proposed, tr("PDF (*.pdf)"))
        if path is not None:
            self.make(path)

    def make(self, path: Path) -> None:
        """Read the case, and bind it beside the window."""
        from desktop.flow.dossier import gather  # noqa: PLC0415 - not before it is wanted

        self._path = path
        self._allow(on=False)
        self.line.setText(tr("Läser handlingarna …"))
        self.bar.setRange(0, 0)
        self.bar.show()
        self.adjustSize()
        whole = gather(self._desk, self._seen, self.choices())
        self._binding = Binding(whole, self)
        self._binding.told.connect(self._tell)
        self._binding.bound.connect(self._write)
        self._binding.broke.connect(self._raise)
        self._binding.start()

    def _tell(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.line.setText(tr("Del {done} av {of}", done=done, of=of))

    def _write(self, made: Bound) -> None:
        path = self._path
        if path is None or not write_copy(path, made.data):
            self._again(tr("Filen gick inte att spara där. Välj en annan mapp."))
            return
        words = tr("{pages} sidor ligger i {path}.", pages=made.pages, path=str(path))
        if made.left_out:
            titles = ", ".join(made.left_out)
            words = f"{words} {tr('Inte med: {titles}.', titles=titles)}"
        self.saved.emit(words)
        if self.open_when_saved:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        self.accept()

    def _again(self, words: str) -> None:
        self.line.setText(words)
        self.bar.hide()
        self._allow(on=True)
        self.adjustSize()

    def _allow(self, *, on: bool) -> None:
        """Let the choices be made, or keep them while the file is made from them."""
        for part in (self.as_it_is, self.masked, self.originals, *self.kinds.values()):
            part.setEnabled(on)
        self.save_button.setVisible(on)

    def _raise(self, error: Exception) -> None:
        self._again("")
        raise error

    def _stop(self) -> None:
        if self._binding is not None:
            self._binding.requestInterruption()
            self._binding.wait()

    def reject(self) -> None:
        """Leave it; what is half made is thrown away."""
        self._stop()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave no thread behind."""
        self._stop()
        super().closeEvent(event)


def make_whole_file(parent: QWidget, desk: Desk, seen: Picture) -> str:
    """Ask, make, save and open; give what to say of it, "" when it was left."""
    sheet = WholeFileSheet(parent, desk, seen)
    said: list[str] = []
    sheet.saved.connect(said.append)
    sheet.exec()
    sheet.deleteLater()
    return said[0] if said else ""
