"""What happens when the program itself is wrong: a log without personal data, a plain answer."""

from __future__ import annotations

import faulthandler
import platform
import sys
import threading
import traceback
from datetime import datetime
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop import __version__
from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.roles import Mark
from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.field import NoteEdit
from desktop.ui.widgets.words import body, h2

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

MOST_LOG = 512 * 1024
"""Bytes after which the log is begun anew, the old one kept beside it."""
HARMLESS = ("propagateSizeHints", "QFont::setPointSize", "wayland")


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Describe an error by type, files and lines; never by values or what the error says.

    The words of an error can quote what was typed, so they stay out.
    """
    places = [
        f"  {_module(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    versions = f"Vänbok {__version__}, Qt {qVersion()}, Python {platform.python_version()}"
    return "\n".join(
        [
            f"{versions}, {platform.system()} {platform.release()}",
            f"{datetime.now():%Y-%m-%d %H:%M:%S}",  # noqa: DTZ005 - local time, for people
            f"{kind.__module__}.{kind.__qualname__}",
            *places,
        ]
    )


def _module(filename: str) -> str:
    """Give the end of a path: where the program lies may hold a person's name."""
    parts = filename.replace("\\", "/").split("/")
    return "/".join(parts[-3:])


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
    """Catches what nobody else does: Python's errors, Qt's warnings, and crashes."""

    def __init__(self, folder: Path) -> None:
        """Keep where the log is."""
        self.path = folder / "log.txt"
        self.window: QWidget | None = None
        self._crash: IO[str] | None = None
        self._showing = False

    def install(self) -> None:
        """Take over the hooks; a log that cannot be written stops nothing."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread
        qInstallMessageHandler(self._qt_said)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._crash = self.path.with_name("crash.txt").open("a", encoding="utf-8")
            faulthandler.enable(self._crash)
        except OSError:
            self._crash = None

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self._crash is not None:
            faulthandler.disable()
            self._crash.close()
            self._crash = None

    def log(self, words: str) -> None:
        """Write to the log."""
        try:
            if self.path.exists() and self.path.stat().st_size > MOST_LOG:
                self.path.replace(self.path.with_suffix(".old.txt"))
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"{words}\n\n")
        except OSError:
            return

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an error and tell about it, once at a time."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        words = report(kind, trace)
        self.log(words)
        if sys.stderr is not None:
            traceback.print_exception(kind, error, trace)
        if QApplication.instance() is None or self._showing:
            return
        self._showing = True
        self.show(words)
        self._showing = False

    def show(self, words: str) -> None:
        """Show the dialog."""
        TroubleDialog(words, self.window).exec()

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        self.log(report(args.exc_type, args.exc_traceback))

    def _qt_said(self, kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(each in words for each in HARMLESS):
            self.log(f"Qt {kind.name}: {words}")
