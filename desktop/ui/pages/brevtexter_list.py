"""The letters and shared texts in groups, and the versions of the one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from desktop.letters.paper_names import GROUPS, paper_name
from desktop.ui.i18n import shown, tr
from desktop.ui.ink import Ink, write
from desktop.ui.measure import px
from desktop.ui.paint import focus_ring, rounded
from desktop.ui.roles import Tone, now
from desktop.ui.spoken import short_date
from desktop.ui.widgets.card import Card, Hairline, row, tight
from desktop.ui.widgets.words import Badge, Link, Words, h2, small

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop.flow.texts import Version

ROW = 28
REASONS = "reasons"
"""Where the list leads to the library of reasons."""


class _Choice(QAbstractButton):
    """One text; a dot says that it has words of the municipality's own."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.name = name
        self.own = ""
        self.setText(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(px(ROW))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_own("")

    def set_own(self, note: str) -> None:
        """Say after the name that it is the municipality's own, or a draft."""
        self.own = note
        self.setAccessibleName(", ".join(part for part in (self.text(), note) if part))
        self.update()

    def sizeHint(self) -> QSize:
        """Want the width of the list."""
        return QSize(px(160), px(ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        roles = now()
        if self.isChecked() or self.underMouse():
            rounded(
                painter, self.rect(), roles.selection if self.isChecked() else roles.neutral_tint
            )
        whole = QRectF(self.rect()).adjusted(px(10), 0, -px(8), 0)
        size = "strong" if self.isChecked() else "body"
        write(painter, whole, self.text(), Ink(size, roles.text))
        if self.own:
            write(painter, whole, self.own, Ink("small", roles.muted, "right"))
        if self.hasFocus():
            focus_ring(painter, self.rect())


class TextList(QWidget):
    """Every text, in groups; arrows move between them."""

    chosen = Signal(str)
    reasons = Signal()

    def __init__(self) -> None:
        """Make the list."""
        super().__init__()
        self._group = QButtonGroup(self)
        self._rows: dict[str, _Choice] = {}
        self._heads: dict[QWidget, Sequence[str]] = {}
        column = QVBoxLayout(self)
        tight(column, 1)
        for title, names in GROUPS:
            head = small(shown(title))
            head.setContentsMargins(px(10), px(8), 0, px(2))
            column.addWidget(head)
            self._heads[head] = names
            for name in names:
                made = _Choice(name, shown(paper_name(name)))
                made.clicked.connect(lambda _on=False, name=name: self.chosen.emit(name))
                self._group.addButton(made)
                self._rows[name] = made
                column.addWidget(made)
        link = Link(tr("Skäl i besluten"), "body", after="chevron-right")
        link.clicked.connect(self.reasons)
        holder = QWidget()
        line = row(link, None)
        line.setContentsMargins(px(10), px(4), 0, px(4))
        holder.setLayout(line)
        column.addWidget(holder)

    def show_offered(self, names: Collection[str]) -> None:
        """Hide the texts that the guideline has no use for, and the groups that are empty."""
        for key, each in self._rows.items():
            each.setVisible(key in names)
        for head, group in self._heads.items():
            head.setVisible(any(key in names for key in group))

    def show_state(self, name: str, own: Collection[str], drafts: Collection[str]) -> None:
        """Light the open text; say which are the municipality's own and which are begun."""
        for key, each in self._rows.items():
            each.setChecked(key == name)
            note = tr("egen") if key in own else ""
            each.set_own(tr("utkast") if key in drafts else note)

    def choice(self, name: str) -> QWidget:
        """Give the row of a text."""
        return self._rows[name]


class VersionList(Card):
    """The versions of one text, newest first."""

    seen = Signal(int)
    """A version to look at."""
    restored = Signal(int)
    """A version to go back to."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(padding=10, spacing=6)
        self.add(h2(tr("Versioner")))
        self._rows = QVBoxLayout()
        tight(self._rows, 6)
        self.body.addLayout(self._rows)
        self.links: dict[tuple[str, int], Link] = {}

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Show them."""
        self.links = {}
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for each in versions:
            if self._rows.count():
                self._rows.addWidget(Hairline())
            self._rows.addWidget(self._version(each))

    def _version(self, it: Version) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        tight(column, 2)
        name = tr("Version {number}", number=it.version) if it.version else tr("Programmets egen")
        parts: list[QWidget | None] = [Words(name, "medium")]
        if it.counts:
            parts.append(Badge(tr("gäller")))
        elif it.coming and it.valid_from is not None:
            parts.append(Badge(tr("från {day}", day=short_date(it.valid_from))))
        head = QWidget()
        head.setLayout(row(*parts, None, spacing=6))
        column.addWidget(head)
        if it.adopted_on is not None:
            who = f"{short_date(it.adopted_on)}, {it.officer}".strip(", ")
            own = "" if it.own else tr(", åter till programmets egen")
            column.addWidget(small(f"{who}{own}", wrap=True))
        if it.note:
            column.addWidget(Words(it.note, "small", Tone.MUTED, wrap=True))
        column.addWidget(self._links(it, name))
        return holder

    def _links(self, it: Version, name: str) -> QWidget:
        look = Link(tr("Visa"), "small")
        look.setAccessibleName(tr("Visa {version}", version=name))
        look.clicked.connect(lambda: self.seen.emit(it.version))
        self.links["see", it.version] = look
        parts: list[QWidget | None] = [look]
        if not it.counts:
            back = Link(tr("Återgå till"), "small")
            back.setAccessibleName(tr("Återgå till {version}", version=name))
            back.clicked.connect(lambda: self.restored.emit(it.version))
            self.links["restore", it.version] = back
            parts.append(back)
        holder = QWidget()
        holder.setLayout(row(*parts, None, spacing=14))
        return holder
