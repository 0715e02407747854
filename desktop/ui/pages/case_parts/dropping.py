"""A file dropped on a page: which one it is, and its bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.ui.widgets.file import FileDrop

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from desktop.flow.ask import File


def dropped(data: QMimeData) -> Path | None:
    """Give the one local file that is held over the page, or None."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].is_file() else None


def taken(path: Path) -> File | None:
    """Read a file as the field for files does; None when it cannot be read."""
    field = FileDrop()
    field.take(path)
    file = field.file()
    field.deleteLater()
    return file
