"""Pages of a PDF as pictures, drawn by pypdfium2; nothing here changes the bytes."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QImage

from desktop.letters.pdfium import PDFIUM

POINTS = 72.0
"""Points of an inch."""


class PdfPages:
    """An open PDF; `close` gives its memory back."""

    def __init__(self, content: bytes) -> None:
        """Open it; ValueError when the bytes are no PDF."""
        import pypdfium2  # noqa: PLC0415 - slow to load, and not needed before a letter is seen

        try:
            with PDFIUM:
                self._document: Any = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as trouble:
            raise ValueError(str(trouble)) from trouble
        self._page: tuple[int, Any] = (-1, None)

    def __len__(self) -> int:
        """Give the number of pages."""
        return len(self._document)

    def size(self, at: int) -> QSizeF:
        """Give the size of a page in points."""
        with PDFIUM:
            wide, high = self._document[at].get_size()
        return QSizeF(wide, high)

    def text(self, at: int) -> str:
        """Give the words of a page."""
        with PDFIUM:
            return str(self._document[at].get_textpage().get_text_bounded())

    def picture(self, at: int, dpi: float) -> QImage:
        """Draw a page at so many dots an inch."""
        return self.strip(at, dpi, 0, self.pixels(at, dpi).height())

    def pixels(self, at: int, dpi: float) -> QSize:
        """Give the size of a page in pixels at so many dots an inch."""
        size = self.size(at) * (dpi / POINTS)
        return QSize(math.ceil(size.width()), math.ceil(size.height()))

    def strip(self, at: int, dpi: float, top: int, bottom: int) -> QImage:
        """Draw a page's rows of pixels from `top` up to `bottom`: little memory, little time."""
        with PDFIUM:
            return self._strip(at, dpi, top, bottom)

    def _strip(self, at: int, dpi: float, top: int, bottom: int) -> QImage:
        if self._page[0] != at:
            # Read once for all its strips.
            self._page = (at, self._document[at])
        scale = dpi / POINTS
        below = self.pixels(at, dpi).height() - bottom
        crop = (0, _to_cut(below, scale), 0, _to_cut(top, scale))
        bitmap = self._page[1].render(scale=scale, crop=crop, prefer_bgrx=True)
        # The picture does not keep its bytes alive, and its fourth byte means nothing.
        kept = bytes(bitmap.buffer)
        drawn = QImage(
            kept,
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
        with PDFIUM:
            self._page = (-1, None)
            self._document.close()


def _to_cut(pixels: int, scale: float) -> float:
    """Give what to cut off in points; pdfium rounds the pixels upwards again."""
    return max(0.0, (pixels - 0.5) / scale)
