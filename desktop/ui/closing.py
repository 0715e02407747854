"""The last backup, made after the window is closed: seen only if it takes a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

from desktop.ui.i18n import shown, tr
from desktop.ui.keeper_state import passing, stand_of
from desktop.ui.patience import QUIET, Sheet
from desktop.ui.widgets.button import Button

if TYPE_CHECKING:
    from db.errors import FileTrouble, Moved
    from desktop.ui.keeper import Keeper
    from desktop.ui.keeper_work import Report, Task
    from desktop.ui.parting import Left

GIVEN_UP = 3_000
"""Milliseconds that a backup which was told to stop is waited for: a disk may be away."""


LINGER = 20_000
"""Milliseconds that it is said what could not be done: nobody may be there to read it."""


class Closing:
    """Waits until the worker rests, or somebody says that it is enough; always ends."""

    def __init__(self, keeper: Keeper, just: Left | None) -> None:
        """Belong to a keeper; `just` is how the register that was open until now was left."""
        self._keeper = keeper
        self._worker = keeper.worker
        self._left = keeper.session.left
        self._just = just
        self._loop = QEventLoop()
        self._failed: tuple[Task, FileTrouble] | None = None
        self._read = False
        self.sheet = Sheet(tr("Säkerhetskopian skrivs …"), tr("Stäng nu"))
        self._calm()
        self.again = Button(tr("Försök igen"))
        self.again.hide()
        self.again.clicked.connect(self._try_again)
        self.sheet.foot.insertWidget(1, self.again)
        self.sheet.stopped.connect(self._enough)
        self._later = QTimer()
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show)
        self._lingering = QTimer()
        self._lingering.setSingleShot(True)
        self._lingering.timeout.connect(self._loop.quit)

    def _calm(self) -> None:
        saved = self._left is not None and self._left.moved is None
        self.sheet.note.setText(
            tr("Allt du har gjort är sparat. Vänbok stängs när kopian är klar.")
            if saved
            else tr("Vänbok stängs när kopian är klar.")
        )
        self.sheet.note.show()

    def finish(self) -> None:
        """Wait for the backups that are being made, and tell of a file that was not ours."""
        self._worker.moved.connect(self.sheet.show_progress)
        self._worker.ended.connect(self._heard)
        self._worker.rested.connect(self._rested)
        if self._worker.busy:
            self._later.start(QUIET)
        else:
            self._rested()
        if self._worker.busy or self._lingering.isActive():
            self._loop.exec()
        self._later.stop()
        self._lingering.stop()
        self._worker.moved.disconnect(self.sheet.show_progress)
        self._worker.ended.disconnect(self._heard)
        self._worker.rested.disconnect(self._rested)
        self.sheet.hide()
        self.sheet.deleteLater()

    def _show(self) -> None:
        window = self._keeper.window.frameGeometry()
        self.sheet.adjustSize()
        self.sheet.move(window.center() - self.sheet.rect().center())
        self.sheet.show()
        self.sheet.stop.setFocus()

    def _heard(self, report: Report) -> None:
        """Keep what failed, if no place has what was done today."""
        troubles = [each.trouble for each in report.outcomes if each.trouble is not None]
        lasting = next((each for each in troubles if not passing(each)), None)
        safe = report.stand is not None and report.stand in map(stand_of, report.lasts)
        self._failed = (report.task, lasting) if lasting is not None and not safe else None
        self._read = _is_read(report, self._left)

    def _rested(self) -> None:
        if self._just is not None and self._just.moved is not None:
            self._tell_strayed(self._just, self._just.moved)
        elif self._failed is not None:
            self._tell_failed(self._failed[1])
        else:
            self._loop.quit()

    def _tell_failed(self, trouble: FileTrouble) -> None:
        # Said of what was read just now, and of nothing else.
        saved = tr("Allt du har gjort är sparat i registret.") if self._read else ""
        self.again.show()
        self._tell(
            tr("Säkerhetskopian kunde inte göras"),
            f"{saved} {shown(trouble.text)}".strip(),
            tr("Stäng ändå"),
        )

    def _tell_strayed(self, left: Left, moved: Moved) -> None:
        from desktop.ui.watching_words import parted  # noqa: PLC0415 - rare

        said = parted(left, moved)
        self._tell(said.strong, said.text, tr("Stäng"))

    def _tell(self, words: str, note: str, stop: str) -> None:
        self.sheet.words.setText(words)
        self.sheet.setAccessibleName(words)
        self.sheet.note.setText(note)
        self.sheet.note.show()
        self.sheet.bar.hide()
        self.sheet.stop.setText(stop)
        self._later.stop()
        self._show()
        self._lingering.start(LINGER)

    def _try_again(self) -> None:
        if self._failed is None:
            return
        self._lingering.stop()
        task, self._failed = self._failed[0], None
        self.again.hide()
        self._calm()
        self.sheet.bar.show()
        self.sheet.words.setText(tr("Säkerhetskopian skrivs …"))
        self.sheet.stop.setText(tr("Stäng nu"))
        self._worker.give(task)

    def _enough(self) -> None:
        if not self._worker.busy:
            self._loop.quit()
            return
        self._failed = None
        self._worker.drop()
        QTimer.singleShot(GIVEN_UP, self._loop.quit)


def _is_read(report: Report, left: Left | None) -> bool:
    """Tell whether a report has read the register just closed, and found all of it there."""
    return (
        left is not None
        and report.stand is not None
        and report.task.register == left.path
        and report.stand.head == left.head
    )
