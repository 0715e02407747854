"""What happens when the program itself is wrong: a log without personal data, a plain answer."""

from __future__ import annotations

import sys
import threading
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtWidgets import QApplication

from desktop import logfile
from desktop.ui.i18n import tr
from desktop.ui.roles import Mark
from desktop.ui.trouble_dialog import TroubleDialog
from desktop.ui.what_is_saved import Saved, what_is_saved

if TYPE_CHECKING:
    from types import TracebackType

    from desktop.ui.main_window import MainWindow

HARMLESS = ("propagateSizeHints", "QFont::setPointSize", "wayland")
BAND = "error"
"""Key of the band that counts what goes wrong again."""
LOGGED = (1, 2, 3, 10, 100, 1000)
"""How often the same thing has gone wrong when it is noted: a loop must not fill the log."""
MOST = 200
"""Different errors that are counted."""


class Hooks(QObject):
    """Catches what nobody else does: Python's errors and Qt's warnings; both go to the log."""

    threw = Signal(str)
    """The report of an error in another thread."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        super().__init__()
        self.window: MainWindow | None = None
        self._showing = False
        self._seen: dict[str, int] = {}
        self.threw.connect(self.again, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks; a log that cannot be written stops nothing."""
        sys.excepthook = self.caught
        sys.unraisablehook = self._not_raised
        threading.excepthook = self._caught_in_thread
        qInstallMessageHandler(self._qt_said)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    # Errors

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an error and tell about it: the first time in a dialog, then in a band, counted."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        words, count = self._note(error.with_traceback(trace))
        if self.window is not None and self._is_of_the_file(error):
            return
        if QApplication.instance() is None:
            return
        if count > 1 or self._showing:
            # Whatever is wrong may be in the painting: the band waits until that is over.
            QTimer.singleShot(0, self, lambda: self.again(words))
            return
        self._showing = True
        try:
            self.show(words, self._saved())
        except Exception as second:  # noqa: BLE001 - there is nobody left to tell
            self._note(second)
        finally:
            self._showing = False

    def _is_of_the_file(self, error: BaseException) -> bool:
        """Hand an error to the session when the file or its disk is wrong, and not the program."""
        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint

        if self.window is None or not isinstance(error, FileTrouble):
            return False
        session = self.window.session
        QTimer.singleShot(0, self, lambda: session.meet(error))
        return True

    def show(self, words: str, saved: Saved) -> None:
        """Show the dialog."""
        TroubleDialog(words, saved, self.window).exec()

    def again(self, words: str) -> None:
        """Say in a band that something went wrong, and how often it has."""
        if self.window is None:
            return
        count = self._seen.get(words, 1)
        strong = (
            tr("Samma fel har kommit {count} gånger.", count=count)
            if count > 1
            else tr("Något gick fel i bakgrunden.")
        )
        notices = self.window.notices
        notices.tell(
            BAND,
            Mark.WARN,
            strong,
            tr("Felbeskrivningen säger vad som är sparat. Starta om Vänbok om felet inte upphör."),
            {
                tr("Visa felbeskrivningen"): lambda: self.show(words, self._saved()),
                tr("Stäng"): lambda: notices.drop(BAND),
            },
        )

    def _saved(self) -> Saved:
        """Ask what is saved, once for the act that was under way."""
        if self.window is None:
            strong = tr("Inget register var öppet, så inget sparat är berört.")
            return Saved(mark=Mark.OK, strong=strong, text="")
        session = self.window.session
        under_way, session.under_way = session.under_way, ""
        return what_is_saved(session, under_way)

    def _note(self, error: BaseException) -> tuple[str, int]:
        """Log an error, seldomer when it comes again and again; give its report and how often."""
        words = f"{logfile.report(error)}\nQt {qVersion()}"
        if len(self._seen) > MOST:
            self._seen.clear()
        count = self._seen[words] = self._seen.get(words, 0) + 1
        if count in LOGGED:
            logfile.trouble(error)
        if sys.flags.dev_mode and sys.stderr is not None:
            traceback.print_exception(error)
        return words, count

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and isinstance(args.exc_value, Exception):
            words, _count = self._note(args.exc_value)
            self.threw.emit(words)

    def _not_raised(self, args: sys.UnraisableHookArgs) -> None:
        """Note what went wrong where nothing can be raised: when something was taken away."""
        if args.exc_value is not None:
            self._note(args.exc_value)

    # Qt

    def _qt_said(self, kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        if kind is QtMsgType.QtDebugMsg or any(each in words for each in HARMLESS):
            return
        if len(self._seen) > MOST:
            self._seen.clear()
        known = f"Qt {kind.name} {words}"
        count = self._seen[known] = self._seen.get(known, 0) + 1
        if count in LOGGED or kind is QtMsgType.QtFatalMsg:
            logfile.qt(kind.name, words)
