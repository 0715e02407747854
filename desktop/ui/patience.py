"""Long work in a thread while the window waits for it: it paints, takes no keys, and can stop."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from PySide6.QtCore import QEvent, QEventLoop, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QProgressBar, QVBoxLayout, QWidget

from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.paint import rounded
from desktop.ui.roles import Tone, now
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import row
from desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent

    from db.backups.stepwise import Watch

T = TypeVar("T")

QUIET = 400
"""Milliseconds before anything is shown: most work is done by then."""
SOON = 100
"""Milliseconds until it is asked again whether the sheet can be shown."""
_SHUT = "vanbok_shut"
"""A property of the application, true while a window waits."""
STEPS = 1000
"""Parts of a progress bar."""
_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.Shortcut,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.ContextMenu,
    QEvent.Type.Close,
)


class Bar(QProgressBar):
    """How far something has come, as a thin line."""

    def __init__(self) -> None:
        """Make it empty, as long as nothing is known."""
        super().__init__()
        self.setTextVisible(False)
        self.setRange(0, 0)
        self.setFixedHeight(px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the part that is done."""
        roles, painter = now(), QPainter(self)
        rounded(painter, self.rect(), roles.neutral_tint, roles.edge)
        if self.maximum() and self.value() > 0:
            wide = max(px(6), self.width() * self.value() // self.maximum())
            rounded(painter, QRect(0, 0, wide, self.height()), roles.accent)


class Sheet(QWidget):
    """What is going on, how far it has come, and a way to stop it."""

    stopped = Signal()

    def __init__(self, words: str, stop: str, parent: QWidget | None = None) -> None:
        """Make it, not shown; a window of its own, above its parent."""
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint
                         | Qt.WindowType.WindowTitleHint)  # fmt: skip
        self.setWindowTitle("Vänbok")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.words = Words(words, "strong", wrap=True)
        self.note = Words("", "small", Tone.MUTED, wrap=True)
        self.note.hide()
        self.bar = Bar()
        self.bar.setAccessibleName(words)
        self.stop = Button(stop)
        self.stop.clicked.connect(self.stopped)
        self.foot = row(self.stop, None)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(18), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(self.words)
        column.addWidget(self.bar)
        column.addWidget(self.note)
        column.addLayout(self.foot)
        self.setFixedWidth(px(380))
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Esc as its link."""
        if event.key() == Qt.Key.Key_Escape and self.stop.isVisible():
            self.stop.click()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay until what it tells of is over; closing it asks that to stop."""
        event.ignore()
        self.stopped.emit()

    def show_progress(self, far: tuple[int, int]) -> None:
        """Show how much of how much is done; nothing is known while the whole is 0."""
        done, total = far
        self.bar.setRange(0, STEPS if total else 0)
        if total:
            self.bar.setValue(min(STEPS, done * STEPS // total))


class _Gate(QObject):
    """Keeps keys and pointer away from everything but the sheet, and what came up meanwhile."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._before = QApplication.activeModalWidget()

    def came_up(self) -> QWidget | None:
        """Give what asks for an answer since the work began, as when something else went wrong."""
        top = QApplication.activeModalWidget()
        return None if top is self._before or top is self._sheet else top

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _INPUT:
            return False
        top = self.came_up()
        if not isinstance(watched, QWidget):
            return top is None and not self._sheet.isVisible()
        open_to = self._sheet if top is None else top
        return watched is not open_to and not _within(watched, open_to)


def _within(widget: QWidget, window: QWidget) -> bool:
    """Say whether a widget belongs to a window, as its menus do though they stand alone."""
    above: QObject | None = widget
    while above is not None and above is not window:
        above = above.parent()
    return above is not None


class _Waiting(QObject):
    """Shuts the window, shows the sheet after a moment, and opens the window again."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._gate = _Gate(sheet)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show)

    def begin(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self._gate)
        self._later.start(QUIET)

    def _show(self) -> None:
        if self._gate.came_up() is None:
            self._sheet.show()
        else:
            # Above a dialog the sheet would keep it from being answered.
            self._later.start(SOON)

    def end(self) -> None:
        self._later.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self._gate)
        self._sheet.hide()


class _Work(QObject, Generic[T]):
    """The work and what it came to, told from its thread to the window's."""

    moved = Signal(object)
    ended = Signal()

    def __init__(self, work: Callable[[Watch], T]) -> None:
        super().__init__()
        self._work = work
        self._stop = Event()
        self.over = False
        self._made: T | None = None
        self._error: BaseException | None = None
        self._thread = Thread(target=self._do, name="patience", daemon=True)

    def begin(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()

    def _do(self) -> None:
        from db.backups.stepwise import Watch  # noqa: PLC0415 - not before the first paint

        try:
            watch = Watch(stopped=self._stop.is_set, told=lambda *far: self.moved.emit(far))
            self._made = self._work(watch)
        except BaseException as error:  # noqa: BLE001 - raised again in the window's thread
            self._error = error
        self.over = True
        self.ended.emit()

    def result(self) -> T:
        # The thread has told that it is over, and may hold the last reference to a thing of Qt.
        self._thread.join()
        error, self._error = self._error, None
        if error is None:
            return cast("T", self._made)
        try:
            raise error
        finally:
            # What was raised holds this frame: a circle, that Python would break in any thread.
            del error


def is_shut() -> bool:
    """Say whether a window waits for long work: nothing is to be closed or opened under it."""
    application = QApplication.instance()
    return application is not None and bool(application.property(_SHUT))


def patiently(
    parent: QWidget | None,
    words: str,
    work: Callable[[Watch], T],
    *,
    stop: str = "",
    stoppable: bool = True,
) -> T:
    """Do `work` in a thread and wait for it; gives what it gives, and raises what it raises.

    The window paints meanwhile but takes nothing in. After a moment a sheet says what is going
    on; its link makes `watch.stopped()` true, and it is for the work to end then. Work that
    cannot be stopped has none.
    """
    sheet = Sheet(words, stop or tr("Avbryt"), parent)
    doing = _Work(work)
    loop = QEventLoop()
    waiting = _Waiting(sheet)
    application = QApplication.instance()
    before = application.property(_SHUT) if application is not None else None
    doing.moved.connect(sheet.show_progress)
    sheet.stop.setVisible(stoppable)
    # What came up meanwhile has a loop of its own: ours ends only when that is answered.
    doing.ended.connect(waiting.end)
    doing.ended.connect(loop.quit)
    sheet.stopped.connect(doing.stop)
    sheet.stopped.connect(sheet.stop.hide)
    try:
        if application is not None:
            application.setProperty(_SHUT, True)
        waiting.begin()
        doing.begin()
        if not doing.over:
            loop.exec()
    finally:
        waiting.end()
        if application is not None:
            application.setProperty(_SHUT, before)
        sheet.deleteLater()
    return doing.result()
