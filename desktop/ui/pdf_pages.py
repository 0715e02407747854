"""Pages of a PDF as pictures, drawn by pypdfium2; nothing here changes the bytes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

POINTS = 72.0
"""Points of an inch."""


class PdfPages:
    """An open PDF; `close` gives its memory back."""

    def __init__(self, content: bytes) -> None:
        """Open it; ValueError when the bytes are no PDF."""
        import pypdfium2  # noqa: PLC0415 - slow to load, and not needed before a letter is seen

        try:
            self._document: Any = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as trouble:
            raise ValueError(str(trouble)) from trouble

    def __len__(self) -> int:
        """Give the number of pages."""
        return len(self._document)

    def size(self, at: int) -> QSizeF:
        """Give the size of a page in points."""
        wide, high = self._document[at].get_size()
        return QSizeF(wide, high)

    def text(self, at: int) -> str:
        """Give the words of a page."""
        return str(self._document[at].get_textpage().get_text_bounded())

    def picture(self, at: int, dpi: float) -> QImage:
        """Draw a page at so many dots an inch."""
        bitmap = self._document[at].render(scale=dpi / POINTS, prefer_bgrx=True)
        drawn = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        )
        copied = drawn.copy()
        bitmap.close()
        return copied

    def close(self) -> None:
        """Close the document."""
        self._document.close()
