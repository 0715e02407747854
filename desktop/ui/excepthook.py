"""What happens when the program itself is wrong: a log without personal data, a plain answer."""

from __future__ import annotations

import sys
import threading
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop import logfile
from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.roles import Mark
from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.field import NoteEdit
from desktop.ui.widgets.words import body, h2

if TYPE_CHECKING:
    from types import TracebackType

HARMLESS = ("propagateSizeHints", "QFont::setPointSize", "wayland")


class TroubleDialog(QDialog):
    """Says that something went wrong, that nothing was lost, and gives a report to copy."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        """Show the report."""
        super().__init__(parent)
        self.setWindowTitle(tr("Något gick fel i Vänbok"))
        self.report = words
        shown = NoteEdit(words, lines=9)
        shown.field.setReadOnly(True)
        shown.setAccessibleName(tr("Felbeskrivning"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        self.copy = self.buttons.addButton(
            tr("Kopiera felbeskrivningen"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy.clicked.connect(self.copy_report)
        column = QVBoxLayout(self)
        column.setSpacing(px(12))
        column.addWidget(h2(tr("Något gick fel i Vänbok")))
        column.addWidget(
            MessageBand(
                Mark.INFO,
                tr("Inget som var sparat är förlorat."),
                tr("Det senaste du gjorde är kanske inte gjort. Läs om (F5) och se efter."),
            )
        )
        note = tr(
            "Felbeskrivningen har inga namn, adresser eller kontonummer. Lämna den till it-stödet."
        )
        column.addWidget(body(note, wrap=True))
        column.addWidget(shown)
        column.addWidget(self.buttons)
        self.setMinimumWidth(px(560))

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QApplication.clipboard().setText(self.report)


class Hooks:
    """Catches what nobody else does: Python's errors and Qt's warnings; both go to the log."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self.window: QWidget | None = None
        self._showing = False

    def install(self) -> None:
        """Take over the hooks; a log that cannot be written stops nothing."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread
        qInstallMessageHandler(self._qt_said)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an error and tell about it, once at a time."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        told = error.with_traceback(trace)
        logfile.trouble(told)
        if sys.flags.dev_mode and sys.stderr is not None:
            traceback.print_exception(told)
        if QApplication.instance() is None or self._showing:
            return
        self._showing = True
        self.show(f"{logfile.report(told)}\nQt {qVersion()}")
        self._showing = False

    def show(self, words: str) -> None:
        """Show the dialog."""
        TroubleDialog(words, self.window).exec()

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            logfile.trouble(args.exc_value)

    def _qt_said(self, kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(each in words for each in HARMLESS):
            logfile.qt(kind.name, words)
