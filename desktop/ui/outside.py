"""Opening a stored file in the system's own program: a copy of it, and never a program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.flow.attachments import suffix
from desktop.ui.own_folders import OwnFolders, discard
from desktop.ui.preview import write_copy

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.casework import Document

_READ_ONLY = 0o400
_MOST = 20
"""Copies of one document that other programs may hold, before no more are made."""


class OpenedOutside:
    """The folder with the copies that other programs have open; it goes with the program."""

    _folder: Path | None = None

    @classmethod
    def folder(cls) -> Path:
        """Give the folder, which only this person can look into."""
        if cls._folder is None:
            cls._folder = OwnFolders.make()
            app = QCoreApplication.instance()
            if app is not None:
                app.aboutToQuit.connect(cls.clear)
        return cls._folder

    @classmethod
    def clear(cls) -> None:
        """Take the copies away, as far as no program holds them."""
        if cls._folder is not None:
            OwnFolders.remove(cls._folder)
            cls._folder = None


def open_outside(document: Document, content: bytes) -> bool:
    """Give a copy to the system's own program; False when there is none or no room.

    The name is made of the document's number, so nothing in its own name can lead elsewhere.
    """
    path = _free(OpenedOutside.folder(), f"handling-{document.id}", suffix(document.name))
    if path is None or not write_copy(path, content):
        return False
    # What is changed in the copy would be lost: it cannot be saved over.
    path.chmod(_READ_ONLY)
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _free(folder: Path, stem: str, ending: str) -> Path | None:
    """Give a name without a file: the copy from the last time goes, if no program holds it."""
    for number in range(1, _MOST + 1):
        path = folder / (f"{stem}{ending}" if number == 1 else f"{stem} ({number}){ending}")
        try:
            discard(path)
        except OSError:
            continue
        return path
    return None
