"""A letter as it will be printed: pages under each other, zoom, page keys, print, save a copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.pdf_pages import POINTS, PdfPages
from desktop.ui.roles import now
from desktop.ui.widgets.button import SymbolButton
from desktop.ui.widgets.card import Card, Hairline, row, tight
from desktop.ui.widgets.words import Link, Words, h2, muted

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent

ZOOMS = (50, 75, 100, 125, 150, 200)
"""Per cent of the width that fits."""
MOST_DPI = 300.0
MARGIN = 16


class _Sheet(QWidget):
    """One page; its picture is made when it is first seen at a size."""

    def __init__(self, pages: PdfPages, at: int) -> None:
        super().__init__()
        self._pages = pages
        self._at = at
        self._drawn: QImage | None = None
        self.setAccessibleName(tr("Sida {page} av {all}", page=at + 1, all=len(pages)))
        self.setAccessibleDescription(pages.text(at))

    def set_width(self, wide: int) -> None:
        """Take a width in pixels."""
        size = self._pages.size(self._at)
        self.setFixedSize(wide, round(wide * size.height() / size.width()))
        self._drawn = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page with a thin edge."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._drawn is None:
            inches = self._pages.size(self._at).width() / POINTS
            self._drawn = self._pages.picture(
                self._at, min(MOST_DPI, self.width() * ratio / inches)
            )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._drawn)
        painter.setPen(now().soft_edge)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class _Scroll(QScrollArea):
    """The pages; page keys turn them."""

    turned = Signal(int)
    zoomed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and change the zoom."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        turn = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        zoom = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}.get(Qt.Key(event.key()))
        if turn:
            self.turned.emit(turn)
        elif zoom and held:
            self.zoomed.emit(zoom)
        else:
            super().keyPressEvent(event)


class LetterPreview(Card):
    """A letter, exactly the bytes that are or will be stored."""

    def __init__(self, title: str = "", beside: str = "") -> None:
        """Make it empty."""
        super().__init__(padding=0, spacing=0)
        self._pages: PdfPages | None = None
        self._content = b""
        self._name = ""
        self._zoom = ZOOMS.index(100)
        self._sheets: list[_Sheet] = []
        self.title = h2(title)
        self.beside = muted(beside)
        self.page_words = muted()
        self._up = SymbolButton("chevron-up", tr("Föregående sida"))
        self._down = SymbolButton("chevron-down", tr("Nästa sida"))
        self._smaller = SymbolButton("minus", tr("Mindre"))
        self._larger = SymbolButton("plus", tr("Större"))
        self._fit_link = Link(tr("Hela bredden"))
        self.nothing = Words("", "body", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setContentsMargins(px(28), px(16), px(28), px(16))
        self._scroll = _Scroll()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setBackgroundRole(QPalette.ColorRole.Window)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(title or tr("Brevet"))
        self._assemble()
        self._connect()
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Expanding)
        self.show_nothing("")

    def _assemble(self) -> None:
        head = QWidget()
        turning = (self._up, self._down, self._smaller, self._larger, self._fit_link)
        line = row(self.title, self.beside, None, self.page_words, *turning, spacing=6)
        line.setContentsMargins(px(12), px(4), px(12), px(4))
        head.setLayout(line)
        self.add(head, Hairline(), self.nothing, self._scroll)
        self.body.setStretchFactor(self.nothing, 1)

    def _connect(self) -> None:
        self._up.clicked.connect(lambda: self.turn(-1))
        self._down.clicked.connect(lambda: self.turn(1))
        self._smaller.clicked.connect(lambda: self.zoom(-1))
        self._larger.clicked.connect(lambda: self.zoom(1))
        self._fit_link.clicked.connect(self.fit_width)
        self._scroll.turned.connect(self.turn)
        self._scroll.zoomed.connect(self.zoom)
        self._scroll.verticalScrollBar().valueChanged.connect(lambda _value: self._say_page())

    def sizeHint(self) -> QSize:
        """Want half a window."""
        return QSize(px(560), px(700))

    def show_pdf(self, content: bytes, name: str) -> None:
        """Show a letter; `name` is what a copy is to be called. The page stays where it was."""
        if content == self._content:
            return
        at = self._scroll.verticalScrollBar().value()
        self._close()
        self._content, self._name = content, name
        self._pages = PdfPages(content)
        holder = QWidget()
        column = QVBoxLayout(holder)
        tight(column, MARGIN)
        column.setContentsMargins(px(MARGIN), px(MARGIN), px(MARGIN), px(MARGIN))
        for number in range(len(self._pages)):
            sheet = _Sheet(self._pages, number)
            self._sheets.append(sheet)
            column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._scroll.setWidget(holder)
        self._scroll.show()
        self.nothing.hide()
        self._scale()
        self._scroll.verticalScrollBar().setValue(at)

    def show_nothing(self, sentence: str) -> None:
        """Say why there is no letter to see."""
        self._close()
        self.nothing.setText(sentence)
        self.nothing.show()
        self._scroll.hide()
        self.page_words.setText("")

    def _close(self) -> None:
        self._sheets = []
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        if self._pages is not None:
            self._pages.close()
            self._pages = None
        self._content = b""

    def page_count(self) -> int:
        """Give the number of pages shown."""
        return len(self._sheets)

    def page(self) -> int:
        """Give the page that is seen most, from 0."""
        middle = self._scroll.verticalScrollBar().value() + self._scroll.viewport().height() // 2
        tops = [self._top(at) for at in range(len(self._sheets))]
        return max((at for at, top in enumerate(tops) if top <= middle), default=0)

    def _top(self, at: int) -> int:
        """Give where a page begins; its own place is not known before it has been shown."""
        above = sum(sheet.height() + px(MARGIN) for sheet in self._sheets[:at])
        return px(MARGIN) + above

    def turn(self, steps: int) -> None:
        """Go to another page."""
        if self._sheets:
            at = min(max(self.page() + steps, 0), len(self._sheets) - 1)
            self._scroll.verticalScrollBar().setValue(self._top(at) - px(MARGIN))
            self._say_page()

    def zoom(self, steps: int) -> None:
        """Show it larger or smaller."""
        self._zoom = min(max(self._zoom + steps, 0), len(ZOOMS) - 1)
        self._scale()

    def fit_width(self) -> None:
        """Show the whole width."""
        self._zoom = ZOOMS.index(100)
        self._scale()

    def _scale(self) -> None:
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        room = self._scroll.width() - bar - 2 * px(MARGIN)
        for sheet in self._sheets:
            sheet.set_width(max(px(120), room * ZOOMS[self._zoom] // 100))
        self._lay()
        self._say_page()

    def _lay(self) -> None:
        """Lay the pages anew: sizes that were set while hidden are not heard of."""
        holder = self._scroll.widget()
        layout = holder.layout() if holder is not None else None
        if layout is not None:
            layout.invalidate()
            layout.activate()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay pages that were put here meanwhile."""
        super().showEvent(event)
        self._lay()

    def _say_page(self) -> None:
        if self._sheets:
            words = tr("Sida {page} av {all}", page=self.page() + 1, all=len(self._sheets))
            self.page_words.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._scale()

    def text(self) -> str:
        """Give the words of the letter."""
        if self._pages is None:
            return ""
        return "\n".join(self._pages.text(at) for at in range(len(self._pages)))

    def print_(self) -> bool:
        """Print through the system's dialog; False when it was left, or there is no letter."""
        from desktop.ui.printing import print_pdf  # noqa: PLC0415 - not before it is wanted

        return bool(self._content) and print_pdf(self, self._content, self._name)

    def save_as(self) -> Path | None:
        """Save a copy of the bytes; None when it was left or could not be written."""
        if not self._content:
            return None
        from desktop.ui import dialogs  # noqa: PLC0415 - file dialogs are slow to load

        proposed = Path.home() / f"{self._name or 'brev'}.pdf"
        path = dialogs.ask_save(self, tr("Spara en kopia"), proposed, tr("PDF (*.pdf)"))
        return path if path is not None and write_copy(path, self._content) else None


def write_copy(path: Path, content: bytes) -> bool:
    """Write bytes to a file: all of them, or none."""
    from PySide6.QtCore import QSaveFile  # noqa: PLC0415 - not before it is wanted

    file = QSaveFile(str(path))
    return (
        file.open(QSaveFile.OpenModeFlag.WriteOnly)
        and file.write(content) == len(content)
        and file.commit()
    )
