"""A place to drop a file on, or to choose one from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.flow.ask import File
from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.paint import RADIUS, focus_ring
from desktop.ui.roles import Tone, now
from desktop.ui.widgets.words import Elided, Link, Symbol, muted, small

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent

READ_AT_MOST = 25 * 1024 * 1024 + 1
"""One byte more than a file may have: enough for the reading to refuse it."""
KILO = 1024


def size_words(size: int) -> str:
    """Give a file's size as people say it."""
    if size >= KILO * KILO:
        return f"{size / KILO / KILO:.1f} MB".replace(".", ",")
    return f"{max(1, round(size / KILO))} kB"


def _local(data: QMimeData) -> Path | None:
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].is_file() else None


class FileDrop(QWidget):
    """One file, dropped or chosen; its bytes are read at once."""

    chosen = Signal()

    def __init__(self, filters: str = "") -> None:
        """Make it empty; `filters` are Qt's file dialog filters."""
        super().__init__()
        self.bad = False
        self._filters = filters
        self._file: File | None = None
        self.path: Path | None = None
        """Where the file lies; None when it came from elsewhere than the disk."""
        self._over = False
        self.setAcceptDrops(True)
        self.setFixedHeight(px(40))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._drop = muted(tr("Släpp filen här eller"))
        self._name = Elided()
        self._size = small()
        self._choose = Link(tr("välj fil"))
        self._remove = Link(tr("Ta bort"))
        self._choose.clicked.connect(self.choose)
        self._remove.clicked.connect(lambda: self.set_file(None))
        line = QHBoxLayout(self)
        line.setContentsMargins(px(12), 0, px(12), 0)
        line.setSpacing(px(8))
        line.addStretch(1)
        for part in (
            Symbol("clip", tone=Tone.MUTED), self._drop, self._name, self._size, self._choose,
        ):  # fmt: skip
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self._remove)
        self.setFocusProxy(self._choose)
        self._show()

    def set_low(self, *, low: bool) -> None:
        """Be as low as the fields beside it, or higher and easier to drop on."""
        self.setFixedHeight(px(30 if low else 40))

    def sizeHint(self) -> QSize:
        """Want some width."""
        return QSize(px(300), self.height())

    def setAccessibleName(self, name: str) -> None:
        """Name what the file is."""
        super().setAccessibleName(name)
        self._choose.setAccessibleName(f"{name}: {tr('välj fil')}")
        self._remove.setAccessibleName(f"{name}: {tr('Ta bort')}")

    def file(self) -> File | None:
        """Give the file, or None."""
        return self._file

    def set_file(self, file: File | None, path: Path | None = None) -> None:
        """Hold another file, or none; `path` is where it lies."""
        self._file, self.path = file, path
        self._show()
        self.chosen.emit()

    def set_bad(self, bad: bool) -> None:
        """Edge it in the stop colour, or no longer."""
        self.bad = bad
        self.update()

    def take(self, path: Path) -> None:
        """Read a file from the disk; one that cannot be read leaves things as they were."""
        try:
            with path.open("rb") as opened:
                content = opened.read(READ_AT_MOST)
        except OSError as trouble:
            self._size.setText(trouble.strerror or tr("Filen går inte att läsa"))
            self._size.show()
            return
        self.set_file(File(name=path.name, content=content), path)

    def choose(self) -> None:
        """Ask for a file."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - slow to load, seldom wanted

        name, _ = QFileDialog.getOpenFileName(self, tr("Välj fil"), "", self._filters)
        if name:
            self.take(Path(name))

    def _show(self) -> None:
        held = self._file
        self._drop.setVisible(held is None)
        self._choose.setVisible(held is None)
        self._name.setVisible(held is not None)
        self._size.setVisible(held is not None)
        self._remove.setVisible(held is not None)
        if held is not None:
            self._name.setText(held.name)
            self._size.setText(size_words(len(held.content)))
        self.setFocusProxy(self._remove if held else self._choose)
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome one file."""
        if _local(event.mimeData()) is not None:
            self._over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Calm down."""
        super().dragLeaveEvent(event)
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        self._over = False
        path = _local(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.take(path)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a dashed edge, a whole one when it holds a file."""
        painter = QPainter(self)
        roles = now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(roles.stop if self.bad else roles.accent if self._over else roles.edge, 1)
        if self._file is None:
            pen.setStyle(Qt.PenStyle.DashLine)
        else:
            pen.setColor(roles.stop if self.bad else roles.soft_edge)
        painter.setPen(pen)
        painter.setBrush(roles.selection if self._over else roles.base)
        rect = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, px(RADIUS), px(RADIUS))
        if self.hasFocus():
            focus_ring(painter, self.rect())
