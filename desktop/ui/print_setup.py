"""Which printer: the system's dialog with what was chosen last, and what to do without one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from desktop.ui import dialogs
from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.preferences import PrintMemory, config_folder
from desktop.ui.printing import new_printer
from desktop.ui.printing_many import End
from desktop.ui.roles import Mark
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import row
from desktop.ui.widgets.words import Symbol, Words, h2

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.printing_many import SliceJob

MOST_COPIES = 99


def has_printer() -> bool:
    """Say whether this computer has any printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def remembered(printer: QPrinter, memory: PrintMemory, known: list[str]) -> None:
    """Choose the printer and the copies of last time, as far as they are still to be had."""
    if memory.printer in known:
        printer.setPrinterName(memory.printer)
    printer.setCopyCount(min(max(memory.copies, 1), MOST_COPIES))


def choose_printer(
    parent: QWidget, name: str, pages: int, copies: int | None = None
) -> QPrinter | None:
    """Ask with the system's dialog; None when it was left, or this computer has no printer.

    `pages` above 0 lets some of them be chosen; `copies` overrides those of last time.
    """
    known = QPrinterInfo.availablePrinterNames()
    if not known:
        return None
    memory = PrintMemory(config_folder())
    printer = new_printer(name)
    remembered(printer, memory, known)
    if copies is not None:
        printer.setCopyCount(copies)
    dialog = QPrintDialog(printer, parent)
    if pages:
        dialog.setMinMax(1, pages)
    else:
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    if not dialog.exec():
        return None
    if not printer.outputFileName():
        memory.keep(printer.printerName(), printer.copyCount())
    return printer


class Notice(QDialog):
    """What went wrong with a printer, and what can be done instead."""

    def __init__(self, parent: QWidget, title: str, words: str, button: str = "") -> None:
        """Say it; `button` is what can be done, beside leaving."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.button = Button(button, primary=True)
        self.leave = Button(tr("Stäng"), primary=not button)
        self.button.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.button.setVisible(bool(button))
        said = Words(words, wrap=True)
        said.setMinimumWidth(px(380))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        column.addLayout(row(Symbol(Mark.WARN), h2(title), None, spacing=8))
        column.addWidget(said)
        column.addLayout(buttons)
        (self.button if button else self.leave).setFocus()


def offer_to_save(parent: QWidget, content: bytes, name: str) -> bool:
    """Where there is no printer, say so and save the paper instead; True when it was saved."""
    if has_printer():
        return False
    notice = Notice(
        parent,
        tr("Ingen skrivare"),
        tr(
            "Den här datorn har ingen skrivare. Spara som PDF och skriv ut från en annan dator,"
            " eller lägg till en skrivare i datorns inställningar."
        ),
        tr("Spara som PDF"),
    )
    if not notice.exec():
        return False
    proposed = Path.home() / f"{name or 'brev'}.pdf"
    path = dialogs.ask_save(parent, tr("Spara som PDF"), proposed, tr("PDF (*.pdf)"))
    from desktop.ui.preview import write_copy  # noqa: PLC0415 - the preview prints through here

    return path is not None and write_copy(path, content)


def failure_words(job: SliceJob) -> str:
    """Say how far a job came that did not end well; "" for one that did."""
    done, count = len(job.done), len(job.letters)
    if job.end is End.FAILED and not done:
        return tr("Skrivaren tar inte emot något. Se att den är på, och försök igen.")
    if job.end is End.FAILED:
        return tr(
            "Skrivaren slutade ta emot efter {done} av {count} brev. Först saknas {title}.",
            done=done,
            count=count,
            title=job.letters[min(done, count - 1)].title,
        )
    if job.end is End.UNREADABLE:
        return tr(
            "{title} går inte att läsa eller skriva. {done} av {count} brev är klara.",
            title=job.letters[min(done, count - 1)].title,
            done=done,
            count=count,
        )
    if job.end is End.CANCELLED:
        return tr("Utskriften är avbruten. Det som redan har nått skrivaren kan ändå komma ut.")
    return ""


def tell_of_failure(parent: QWidget, job: SliceJob) -> None:
    """Say what went wrong with a letter that was printed by itself."""
    words = failure_words(job)
    if words:
        Notice(parent, tr("Brevet är inte utskrivet"), words).exec()
