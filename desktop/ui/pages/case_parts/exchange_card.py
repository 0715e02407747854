"""The card of a school's application: what it is about, what is told, and its budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.swedish import digits
from desktop.flow.exchange_view import exchange_of, people
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.roles import Mark, Tone
from desktop.ui.widgets.card import Card, Hairline, Heading, tight
from desktop.ui.widgets.words import Badge, Words, body, muted

if TYPE_CHECKING:
    from desktop.flow.exchange_view import CostShown, Exchange
    from desktop.flow.picture import Picture

TOP = Qt.AlignmentFlag.AlignTop


class ExchangeCard(Card):
    """Shown for a scheme that schools apply to; the words stand as the school wrote them."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(spacing=10)
        self.heading = Heading(tr("Ansökan"), note=" ")
        self._holder = QWidget()
        self.add(self.heading, self._holder)

    def show_case(self, seen: Picture) -> None:
        """Show the latest version of an application, or nothing for another scheme."""
        self.setVisible(seen.scheme.for_schools)
        if not seen.scheme.for_schools:
            return
        version = seen.application.version
        self.heading.note.setText(tr("version {number}", number=version) if version > 1 else "")
        self.heading.note.setVisible(version > 1)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = _filled(exchange_of(seen))
        self.add(self._holder)


def _filled(it: Exchange) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    tight(grid)
    grid.setHorizontalSpacing(px(16))
    grid.setVerticalSpacing(px(6))
    grid.setColumnMinimumWidth(0, em(9))
    grid.setColumnStretch(1, 1)
    days = tr("{count} dagar", count=it.days) if it.days > 1 else tr("en dag") if it.days else ""
    facts = [
        (tr("Gäller"), it.about),
        (tr("Resan"), days),
        (tr("Deltagare"), shown(people(it))),
        *((shown(heading), words) for heading, words in it.told),
    ]
    kept = [(label, words) for label, words in facts if words]
    for at, (label, words) in enumerate(kept):
        grid.addWidget(muted(label), at, 0, TOP)
        grid.addWidget(body(words, wrap=True), at, 1)
    grid.addWidget(muted(tr("Budget")), len(kept), 0, TOP)
    grid.addWidget(_budget(it), len(kept), 1)
    return holder


def _budget(it: Exchange) -> QWidget:
    if not it.costs:
        return muted(tr("Ingen detaljerad budget än."))
    holder = QWidget()
    grid = QGridLayout(holder)
    tight(grid)
    grid.setHorizontalSpacing(px(12))
    grid.setVerticalSpacing(px(4))
    grid.setColumnStretch(0, 1)
    for at, cost in enumerate(it.costs):
        grid.addWidget(body(cost.name, wrap=True), at, 0, TOP)
        grid.addWidget(_kind(cost), at, 1, TOP)
        grid.addWidget(Words(digits(cost.amount), right=True), at, 2, TOP)
    at = len(it.costs)
    grid.addWidget(Hairline(strong=True), at, 0, 1, 3)
    grid.addWidget(Words(tr("Tillsammans"), "strong"), at + 1, 0)
    grid.addWidget(Words(digits(it.total), "strong", right=True), at + 1, 2)
    if it.other_funding:
        grid.addWidget(muted(tr("Varav andra betalar")), at + 2, 0)
        grid.addWidget(Words(digits(it.other_funding), tone=Tone.MUTED, right=True), at + 2, 2)
    return holder


def _kind(cost: CostShown) -> QWidget:
    if not cost.named:
        return Badge(tr("inte bland exemplen"), Mark.WARN)
    return muted(cost.kind)
