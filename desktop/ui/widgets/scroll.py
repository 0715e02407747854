"""An area that scrolls downwards only, with a column of parts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.measure import px
from desktop.ui.widgets.card import BETWEEN_CARDS, tight


class _Column(QWidget):
    """As high as its parts are at the width it has, not as they would be in a narrow column."""

    def minimumSizeHint(self) -> QSize:
        """Leave the height to the width."""
        return QSize(super().minimumSizeHint().width(), 0)


def scrolled(*parts: QWidget) -> QScrollArea:
    """Put parts below each other in an area that scrolls."""
    holder = _Column()
    column = QVBoxLayout(holder)
    tight(column, BETWEEN_CARDS)
    column.setContentsMargins(0, 0, px(8), 0)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    for part in parts:
        column.addWidget(part)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(holder)
    return area


def add_to(area: QScrollArea, part: QWidget) -> None:
    """Put a part last in such an area, out of where it was."""
    holder = area.widget()
    column = holder.layout() if holder is not None else None
    if column is not None:
        column.addWidget(part)
