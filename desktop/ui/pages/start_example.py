"""The example register: made beside the window by the program itself, then opened."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

import desktop
from desktop.ui.own_folders import EXAMPLE, unmarked


class ExampleMaker(QObject):
    """Makes the example in a folder of its own: some twenty cases take a few seconds."""

    made = Signal(object)
    """Path of the register."""
    failed = Signal(str)
    """What the making said."""

    def __init__(self, parent: QObject) -> None:
        """Make nothing yet."""
        super().__init__(parent)
        self._process: QProcess | None = None
        self._path = Path()

    def running(self) -> bool:
        """Say whether it is being made."""
        return self._process is not None

    def start(self) -> None:
        """Begin; nothing happens while it is being made already."""
        if self._process is not None:
            return
        self._path = unmarked() / EXAMPLE
        self._process = QProcess(self)
        self._process.setWorkingDirectory(str(Path(desktop.__file__).resolve().parent.parent))
        self._process.setProgram(sys.executable)
        module = [] if getattr(sys, "frozen", False) else ["-m", "desktop"]
        self._process.setArguments([*module, "example", str(self._path)])
        self._process.finished.connect(lambda _code, _status: self._finished())
        self._process.errorOccurred.connect(self._not_started)
        self._process.start()

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._finished()

    def _finished(self) -> None:
        if self._process is None:
            return
        process, self._process = self._process, None
        words = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        process.deleteLater()
        if self._path.is_file():
            self.made.emit(self._path)
        else:
            self.failed.emit(words.splitlines()[-1] if words else "")

    def stop(self) -> None:
        """Give it up, as when the window closes."""
        if self._process is not None:
            process, self._process = self._process, None
            process.kill()
            process.waitForFinished(2000)
