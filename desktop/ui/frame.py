"""The frames that pages hang their parts in: one with two columns, one for a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.measure import em, px
from desktop.ui.roles import Mark, Tone
from desktop.ui.widgets.card import BETWEEN_CARDS, BETWEEN_COLUMNS, PAGE_MARGIN, tight
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.words import Badge, Elided, Link, Words, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.ui.widgets.band import MessageBand

SIDE = 352
"""Pixels of the side column at 100 %."""
TWO_COLUMNS = 80
"""Em of content from which there are two columns."""
NARROW = 56
"""Em below which margins shrink and sums go under the title."""

UNDER_TITLE = 6
"""Pixels above sums and above buttons that stand under the title, at 100 %."""

RIGHT = Qt.AlignmentFlag.AlignRight
BOTTOM = Qt.AlignmentFlag.AlignBottom


def page_margin(wide: int) -> int:
    """Give the margin beside a page's content; a narrow page has half of it."""
    return px(PAGE_MARGIN if wide >= em(NARROW + 4) else PAGE_MARGIN / 2)


def clear(layout: QHBoxLayout | QVBoxLayout) -> None:
    """Take every widget out of a layout, and away."""
    while item := layout.takeAt(0):
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


class Header(QWidget):
    """Back link and trail, title with badge, one grey line; sums or buttons right."""

    backed = Signal()

    def __init__(self, back: str = "", trail: str = "") -> None:
        """Make it; `back` names the page that the link leads to."""
        super().__init__()
        self.back = Link(back, "small", symbol="chevron-left")
        self.back.clicked.connect(self.backed)
        self.trail = small(trail)
        self.title = Elided("", "h1")
        self.badge = Badge("")
        self.line = Words("", "body", Tone.MUTED, wrap=True)
        self._summed, self._pressed = QWidget(), QWidget()
        self.sums = QHBoxLayout(self._summed)
        self.buttons = QHBoxLayout(self._pressed)
        self._grid = QGridLayout(self)
        tight(self._grid)
        self._grid.setHorizontalSpacing(px(24))
        self._grid.setColumnStretch(0, 1)
        for layout, gap in ((self.sums, 28), (self.buttons, 8)):
            tight(layout, gap)
        crumbs = QHBoxLayout()
        tight(crumbs, 6)
        crumbs.addWidget(self.back)
        crumbs.addWidget(self.trail)
        crumbs.addStretch(1)
        named = QHBoxLayout()
        tight(named, 12)
        named.addWidget(self.title)
        named.addWidget(self.badge)
        named.addStretch(1)
        self._grid.addLayout(crumbs, 0, 0)
        self._grid.addLayout(named, 1, 0)
        self._grid.addWidget(self.line, 2, 0)
        self.under(narrow=False)
        self._summed.hide()
        self.back.setVisible(bool(back))
        self.trail.setVisible(bool(trail))
        self.badge.hide()
        self.line.hide()

    def set_title(self, text: str) -> None:
        """Name what is shown."""
        self.title.setText(text)

    def set_trail(self, text: str) -> None:
        """Show numbers beside the back link."""
        self.trail.setText(text)
        self.trail.setVisible(bool(text))

    def set_badge(self, text: str, mark: Mark | None = None) -> None:
        """Show where it stands; "" for nothing."""
        self.badge.set(text, mark)
        self.badge.setVisible(bool(text))

    def set_line(self, text: str) -> None:
        """Show one grey line under the title."""
        self.line.setText(text)
        self.line.setVisible(bool(text))

    def set_sums(self, sums: Sequence[tuple[str, str, bool]]) -> None:
        """Show label and sum of each; the third says which is strong."""
        clear(self.sums)
        for label, value, strong in sums:
            pair = QWidget()
            column = QVBoxLayout(pair)
            tight(column, 1)
            size = "sumstrong" if strong else "sum"
            words = Words(label, "small", Tone.MUTED, right=True)
            column.addWidget(words)
            column.addWidget(Words(value, size, right=True))
            self.sums.addWidget(pair)
        # An empty place would still keep its distance from the buttons.
        self._summed.setVisible(bool(sums))

    def under(self, *, narrow: bool) -> None:
        """Put sums and buttons under the title where there is little room."""
        left = Qt.AlignmentFlag.AlignLeft
        for layout in (self.sums, self.buttons):
            above = UNDER_TITLE if narrow and layout.count() else 0
            layout.setContentsMargins(0, px(above), 0, 0)
        for holder, row in ((self._summed, 3), (self._pressed, 4)):
            self._grid.removeWidget(holder)
            if narrow:
                self._grid.addWidget(holder, row, 0, 1, 2, left)
        if not narrow:
            self._grid.addWidget(self._pressed, 0, 1, 2, 1, RIGHT | BOTTOM)
            self._grid.addWidget(self._summed, 0, 2, 3, 1, RIGHT | BOTTOM)


class _Frame(QWidget):
    """What both frames share: margins, header, bands."""

    backed = Signal()

    def __init__(self, back: str, trail: str) -> None:
        super().__init__()
        self.header = Header(back, trail)
        self.header.backed.connect(self.backed)
        self.set_title = self.header.set_title
        self.set_trail = self.header.set_trail
        self.set_badge = self.header.set_badge
        self.set_line = self.header.set_line
        self.set_sums = self.header.set_sums
        self.buttons = self.header.buttons
        self.bands = QVBoxLayout()
        tight(self.bands, 4)

    def show_bands(self, bands: Sequence[MessageBand]) -> None:
        """Show at most two bands under the header; none takes the old ones away."""
        clear(self.bands)
        for band in bands[:2]:
            self.bands.addWidget(band)


class ListFrame(_Frame):
    """Header, a row of tools, and one body that takes the height."""

    def __init__(self, back: str = "", trail: str = "") -> None:
        """Make the frame; put the filter in `tools` and the table in `body`."""
        super().__init__(back, trail)
        self.tools = FlowLayout()
        self.body = QVBoxLayout()
        tight(self.body, 12)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(px(BETWEEN_CARDS))
        self._column.addWidget(self.header)
        self._column.addLayout(self.bands)
        self._column.addLayout(self.tools)
        self._column.addLayout(self.body, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep less margin where there is little room."""
        super().resizeEvent(event)
        side = page_margin(self.width())
        self._column.setContentsMargins(side, px(18), side, px(12))
        self.header.under(narrow=self.width() < em(NARROW))


class PageFrame(_Frame):
    """A page that scrolls: two columns from 80 em, else one with the act's form first."""

    widened = Signal(bool)
    """True with two columns: a form can lie wide in one."""

    def __init__(self, back: str = "", trail: str = "") -> None:
        """Make the frame; put cards in `main` and `side`, the act's form by `set_act`."""
        super().__init__(back, trail)
        self.two_columns = True
        self.act = QVBoxLayout()
        self.main = QVBoxLayout()
        self.side = QVBoxLayout()
        self._content = QWidget()
        self._content.setBackgroundRole(QPalette.ColorRole.Window)
        self._outer = QVBoxLayout(self._content)
        self._outer.setSpacing(px(BETWEEN_CARDS))
        for layout in (self.act, self.main, self.side):
            tight(layout, BETWEEN_CARDS)
        self.side.setSpacing(px(16))
        self._left, self._right = QWidget(), QWidget()
        self._columns = QGridLayout()
        tight(self._columns)
        self._columns.setHorizontalSpacing(px(BETWEEN_COLUMNS))
        self._columns.setVerticalSpacing(px(BETWEEN_CARDS))
        self._acting = QWidget()
        for holder, layout in (
            (self._left, self.main),
            (self._right, self.side),
            (self._acting, self.act),
        ):
            holder.setLayout(layout)
        self._outer.addWidget(self.header)
        self._outer.addLayout(self.bands)
        self._outer.addLayout(self._columns)
        self._outer.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        whole = QVBoxLayout(self)
        tight(whole)
        whole.addWidget(self._scroll)
        # An empty column takes no room.
        self._acting.hide()
        self._right.hide()
        self._lay()

    def set_act(self, *parts: QWidget) -> None:
        """Show the act's form, above the side column or first of all."""
        clear(self.act)
        for part in parts:
            self.act.addWidget(part)
            # The layout would show it later, and what is hidden cannot take the keyboard.
            part.show()
        self._acting.setVisible(bool(parts))
        self._lay()

    def add(self, *parts: QWidget) -> None:
        """Put cards in the main column."""
        for part in parts:
            self.main.addWidget(part)

    def add_side(self, *parts: QWidget) -> None:
        """Put parts in the side column."""
        for part in parts:
            self.side.addWidget(part)
        self._right.show()

    def show_side(self, *, on: bool) -> None:
        """Have a side column, or give its room to a form that needs all the width."""
        self._right.setVisible(on)
        self._columns.setHorizontalSpacing(px(BETWEEN_COLUMNS) if on else 0)
        self._lay()

    def show_part(self, part: QWidget) -> None:
        """Scroll until a part is seen."""
        self._scroll.ensureWidgetVisible(part)

    def _lay(self) -> None:
        for holder in (self._acting, self._left, self._right):
            self._columns.removeWidget(holder)
        top = Qt.AlignmentFlag.AlignTop
        wide = px(SIDE) if self.two_columns else 16_777_215
        for holder in (self._acting, self._right):
            holder.setMinimumWidth(wide if self.two_columns else 0)
            holder.setMaximumWidth(wide)
        if self.two_columns:
            self._columns.addWidget(self._left, 0, 0, 2, 1, top)
            self._columns.addWidget(self._acting, 0, 1, top)
            first = 0 if self._acting.isHidden() else 1
            self._columns.addWidget(self._right, first, 1, 2 - first, 1, top)
        else:
            self._columns.addWidget(self._acting, 0, 0, top)
            self._columns.addWidget(self._left, 1, 0, top)
            self._columns.addWidget(self._right, 2, 0, top)
        self._columns.setColumnStretch(0, 1)
        self._columns.setRowStretch(1, 1 if self.two_columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one column or two."""
        super().resizeEvent(event)
        side = page_margin(self.width())
        self._outer.setContentsMargins(side, px(18), side, px(18))
        wide = self.width() - 2 * side
        two = wide >= em(TWO_COLUMNS)
        self.header.under(narrow=wide < em(NARROW))
        if two is not self.two_columns:
            self.two_columns = two
            self._lay()
            self.widened.emit(two)
