"""A field as high as its words, in which what is filled in stands out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QSyntaxHighlighter, QTextCharFormat

from desktop.letters.placeholder_names import NAMES
from desktop.ui.i18n import tr
from desktop.ui.measure import font, px
from desktop.ui.roles import now
from desktop.ui.widgets.field import NoteEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QTextDocument

_BRACES = re.compile(r"\{[^{}\n]*\}")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_KNOWN = frozenset(NAMES.values())
AROUND = 16
"""Pixels above and below the words."""


class _Marker(QSyntaxHighlighter):
    """Tints what the program fills in, what it does not know in the stop colour; shows bold."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        """Tint the braces of one line; words between ** are bold and the marks themselves faint."""
        roles = now()
        for found in _BOLD.finditer(text):
            mark, bold = QTextCharFormat(), QTextCharFormat()
            mark.setForeground(roles.muted)
            bold.setFontWeight(QFont.Weight.DemiBold)
            self.setFormat(found.start(), len(found[0]), mark)
            self.setFormat(found.start(1), len(found[1]), bold)
        for found in _BRACES.finditer(text):
            known = found[0][1:-1].strip() in _KNOWN
            chip = self.format(found.start())
            chip.setBackground(roles.info_tint if known else roles.stop_tint)
            chip.setForeground(roles.link if known else roles.stop)
            self.setFormat(found.start(), len(found[0]), chip)


class TextEdit(NoteEdit):
    """One paragraph; Enter asks for another after it."""

    entered = Signal()
    """Enter was pressed."""
    focused = Signal()
    """The keyboard came here."""

    def __init__(self, text: str, name: str) -> None:
        """Make the field."""
        super().__init__(text, lines=1)
        self.setAccessibleName(name)
        self.field.setToolTip(tr("Ord mellan ** och ** blir feta i brevet."))
        self.field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._marker = _Marker(self.field.document())
        self.textChanged.connect(self._grow)
        self._grow()

    def words(self) -> str:
        """Give what is written, on one line."""
        return " ".join(self.text().split("\n"))

    def insert(self, words: str) -> None:
        """Write words where the cursor is."""
        self.field.insertPlainText(words)
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter as a wish for another paragraph."""
        if event.type() is QEvent.Type.FocusIn:
            self.focused.emit()
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the new width."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        # A plain text document counts its height in lines.
        lines = max(1, round(self.field.document().size().height()))
        self.setFixedHeight(QFontMetrics(font()).lineSpacing() * lines + px(AROUND))
