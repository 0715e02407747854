"""The cards below the comparison: how the pot is shared, and what if one more comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.domain.swedish import kr
from desktop.ui.i18n import tr
from desktop.ui.ink import Ink, write
from desktop.ui.measure import px
from desktop.ui.page import Route
from desktop.ui.paint import bar_clip, hatch
from desktop.ui.roles import Mark, now
from desktop.ui.spoken import count_word, ordinal
from desktop.ui.widgets.card import Card, Hairline, Heading, tight
from desktop.ui.widgets.words import Link, Symbol, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.ui.pages.case_parts.split import Split

BAR = 30
GAP = 2
"""Pixels at 100 %."""


class ShareBar(QWidget):
    """Each part of the pot with its figure in it; what is left stays empty."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._split: Split | None = None
        self.setFixedHeight(px(BAR))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_split(self, split: Split) -> None:
        """Show another split."""
        self._split = split
        said = [f"{each.seen.association.name} {kr(each.amount)}" for each in split.members]
        self.setAccessibleName(", ".join([*said, tr("fördelas inte {left}", left=kr(split.left))]))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """Want some width."""
        return QSize(px(300), px(BAR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw decided parts solid and proposed ones hatched when some are decided."""
        split = self._split
        if split is None:
            return
        painter, roles = QPainter(self), now()
        bar_clip(painter, QRectF(self.rect()))
        parts = [each for each in split.members if each.amount]
        room = self.width() - px(GAP) * len(parts)
        left = 0.0
        for each in parts:
            wide = room * each.amount / max(1, split.scheme.cap)
            place = QRectF(left, 0, wide, self.height())
            solid = each.decided or not split.decided
            if solid:
                painter.fillRect(place, roles.decided)
            else:
                hatch(painter, place)
            ink = roles.on_accent if solid else roles.text
            write(painter, place, kr(each.amount), Ink("smallstrong", ink, "center"))
            left += wide + px(GAP)
        painter.fillRect(QRectF(left, 0, self.width() - left, self.height()), roles.left)


class PotShare(Card):
    """How the pot is shared, with the paragraph that says so."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(spacing=10)
        self.heading = Heading(tr("Så delas potten"), link="–")
        self.bar = ShareBar()
        self._facts = QWidget()
        self.add(self.heading, self.bar, self._facts)

    def show_split(self, split: Split) -> None:
        """Show another split."""
        rule = split.rule
        self.heading.link.setText(f"{rule.id} {rule.short}" if rule else "")
        self.heading.link.setVisible(rule is not None)
        self.bar.show_split(split)
        count, even = len(split.members), split.even
        same = {each.amount for each in split.members}
        dealt = (
            tr("Fördelas, {count} × {share}", count=count, share=kr(same.pop()))
            if len(same) == 1
            else tr("Fördelas, {count} beslut", count=count)
        )
        divided = tr("Delad på {count}, hela kronor nedåt", count=count_word(count))
        holder = QWidget()
        grid = QGridLayout(holder)
        tight(grid)
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(6))
        pot = tr("Pott för {place} {year}", place=split.place, year=split.year)
        for at, (label, value, strong) in enumerate(
            (
                (pot, split.scheme.cap, False),
                (dealt, split.shared, False),
                (divided, even, True),
                (tr("Fördelas inte"), split.left, True),
            )
        ):
            column = at % 2 * 2
            grid.addWidget(Words(label, wrap=True), at // 2, column)
            size = "strong" if strong else "body"
            grid.addWidget(Words(kr(value), size, right=True), at // 2, column + 1)
            grid.setColumnStretch(column, 1)
        self.body.replaceWidget(self._facts, holder)
        self._facts.hide()
        self._facts.deleteLater()
        self._facts = holder


class Ways(Card):
    """Three ways when one more comes after the decision; links when one has come."""

    went = Signal(object)
    """A Route."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(padding=0, spacing=0)
        self.heading = Heading("", note=tr("Beslutade belopp ligger fast"))
        self.heading.setContentsMargins(px(16), px(9), px(16), px(9))
        self._holder = QWidget()
        self.add(self.heading, self._holder)
        self.links: list[Link] = []

    def show_split(self, split: Split) -> None:
        """Show what can be done."""
        count = len(split.members)
        late = split.newcomer
        after = count if late else count + 1
        self.heading.title.setText(
            tr("{name} kom efter beslutet", name=late.seen.association.name)
            if late
            else tr("Om en {which} ansökan kommer efter beslutet", which=ordinal(after))
        )
        left = (
            max(0, split.scheme.cap - sum(each.amount for each in split.decided))
            if late
            else split.left
        )
        all_of = tr(
            "Fatta nya beslut för alla {count}, sänkning kräver grund", count=count_word(after)
        )
        ways = (
            (tr("Ge resten av potten"), kr(left), self._grant(split)),
            (all_of, tr("{share} var", share=kr(split.scheme.cap // after)), self._anew(split)),
            (tr("Avslå för att potten är fördelad"), kr(0), self._reject(split)),
        )
        holder = QWidget()
        grid = QGridLayout(holder)
        tight(grid)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(px(12))
        grid.setContentsMargins(px(16), 0, px(16), 0)
        self.links = []
        for at, (words, value, route) in enumerate(ways):
            grid.addWidget(Hairline(), at * 2, 0, 1, 3)
            grid.setRowMinimumHeight(at * 2 + 1, px(36))
            grid.addWidget(Symbol(Mark.INFO), at * 2 + 1, 0)
            grid.addWidget(self._way(words, route), at * 2 + 1, 1)
            grid.addWidget(Words(value, right=True), at * 2 + 1, 2)
        self.body.replaceWidget(self._holder, holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = holder

    def _way(self, words: str, route: Route | None) -> QWidget:
        if route is None:
            return Words(words, wrap=True)
        link = Link(words)
        link.clicked.connect(lambda: self.went.emit(route))
        self.links.append(link)
        return link

    @staticmethod
    def _grant(split: Split) -> Route | None:
        late = split.newcomer
        return Route(page="besluta", subject=late.seen.id) if late else None

    @staticmethod
    def _reject(split: Split) -> Route | None:
        late = split.newcomer
        return Route(page="besluta", subject=late.seen.id, act="reject") if late else None

    @staticmethod
    def _anew(split: Split) -> Route | None:
        if split.newcomer is None:
            return None
        even = split.scheme.cap // len(split.members)
        higher = [each for each in split.decided if each.amount > even] or split.decided
        return Route(page="besluta", subject=higher[0].seen.id, act="decide_anew")
