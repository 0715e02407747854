"""A field for a sum in whole kronor, grouped when it is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt

from desktop.domain.swedish import kr
from desktop.ui.measure import em
from desktop.ui.widgets.field import LineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

WIDTH = 8.3
"""Em of a sum of six figures."""
MOST_FIGURES = 12

_WHOLE = re.compile(r"\s*(\d[\d\s]*?)\s*(?:kr|kronor)?\s*", re.IGNORECASE)


def grouped(written: str) -> str:
    """Give `6 500 kr` for `6500`, `6 500` or `6500 kr`; anything else as it was written."""
    found = _WHOLE.fullmatch(written)
    figures = re.sub(r"\s", "", found[1]) if found else ""
    if not figures.isascii() or not 0 < len(figures) <= MOST_FIGURES:
        return written
    return kr(int(figures))


class MoneyEdit(LineEdit):
    """A sum, right-aligned; what cannot be read as a sum is left as it was written."""

    def __init__(self, text: str = "") -> None:
        """Make the field."""
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(em(WIDTH))
        self.setText(text)

    def sizeHint(self) -> QSize:
        """Want the width of a sum."""
        return QSize(em(WIDTH), self.height())

    def setText(self, text: str | None) -> None:
        """Write a sum, grouped when it is one."""
        super().setText(grouped(text or ""))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Group the figures."""
        if grouped(self.text()) != self.text():
            super().setText(grouped(self.text()))
        super().focusOutEvent(event)
