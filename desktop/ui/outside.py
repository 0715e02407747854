"""Opening a stored file in the system's own program: a copy of it, and never a program."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.flow.attachments import suffix
from desktop.ui.preview import write_copy

if TYPE_CHECKING:
    from desktop.domain.casework import Document

_READ_ONLY = 0o400


class OpenedOutside:
    """The folder with the copies that other programs have open; it goes with the program."""

    _folder: Path | None = None

    @classmethod
    def folder(cls) -> Path:
        """Give the folder, which only this person can look into."""
        if cls._folder is None:
            cls._folder = Path(tempfile.mkdtemp(prefix="vanbok-"))
            app = QCoreApplication.instance()
            if app is not None:
                app.aboutToQuit.connect(cls.clear)
        return cls._folder

    @classmethod
    def clear(cls) -> None:
        """Take the copies away, as far as no program holds them."""
        if cls._folder is not None:
            shutil.rmtree(cls._folder, ignore_errors=True)
            cls._folder = None


def open_outside(document: Document, content: bytes) -> bool:
    """Give a copy to the system's own program; False when there is none or no room.

    The name is made of the document's number, so nothing in its own name can lead elsewhere.
    """
    path = OpenedOutside.folder() / f"handling-{document.id}{suffix(document.name)}"
    path.unlink(missing_ok=True)
    if not write_copy(path, content):
        return False
    # What is changed in the copy would be lost: it cannot be saved over.
    path.chmod(_READ_ONLY)
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
