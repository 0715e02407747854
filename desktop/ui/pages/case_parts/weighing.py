"""What an officer weighs before deciding: reasons filled in, ceilings, others in the same pot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.phases import WITH_MONEY, Outcome
from desktop.domain.problems import Refusal
from desktop.domain.proposal import has_rule
from desktop.domain.registers import Reason
from desktop.domain.rule import Limit
from desktop.domain.swedish import kr
from desktop.flow.deciding import Terms, decision_facts, suggested
from desktop.flow.lists import next_number
from desktop.flow.money import in_pot
from desktop.flow.options import reasons_for
from desktop.flow.papers import filled
from desktop.ui.forms.reasons import ReasonLine
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.roles import Mark
from desktop.ui.spoken import short_date
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.words import Link, Words, muted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture

WIDEST = 36
"""Em of the ceilings below a sum: a row is read across."""


def reason_lines(desk: Desk, seen: Picture, outcome: Outcome, granted: int) -> list[ReasonLine]:
    """Give the reasons that fit an outcome, each filled in as its letter would be."""
    library = {each.key: each for each in desk.store.find(Reason)}
    proposed = suggested(desk, seen, outcome)
    terms = Terms(outcome=outcome, granted=granted, decided_on=desk.today)
    facts = decision_facts(desk, seen, terms, next_number(desk, desk.today.year))
    lines = []
    for key, title in reasons_for(desk, seen, outcome):
        try:
            text = filled(library[key].text, facts, "reasons")
        except Refusal as refusal:
            text = shown(refusal.problems[0].text)
        lines.append(ReasonLine(key=key, title=shown(title), text=text, proposed=key in proposed))
    return lines


class LimitLines(QWidget):
    """The ceilings below the sum: name, how it came about, amount, paragraph."""

    followed = Signal(object)
    """The Limit whose paragraph is wanted."""

    def __init__(self, limits: Sequence[Limit]) -> None:
        """Show these."""
        super().__init__()
        grid = QGridLayout(self)
        tight(grid)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(3))
        grid.setColumnStretch(0, 1)
        self.setMaximumWidth(em(WIDEST))
        for at, limit in enumerate(limits):
            size = "strong" if limit.deciding else "body"
            title = shown(limit.title)
            decides = limit.deciding and len(limits) > 1
            name = tr("{limit}, avgör", limit=title) if decides else title
            grid.addWidget(Words(name, size, wrap=True), at, 0)
            grid.addWidget(muted(limit.detail()), at, 1)
            grid.addWidget(Words(kr(limit.amount), size, right=True), at, 2)
            if limit.rule:
                grid.addWidget(self._link(limit), at, 3, Qt.AlignmentFlag.AlignLeft)
        said = [f"{shown(each.title)} {each.detail()} {kr(each.amount)}" for each in limits]
        self.setAccessibleName(". ".join(" ".join(words.split()) for words in said))

    def _link(self, limit: Limit) -> Link:
        link = Link(f"{limit.rule} {limit.short}", "small")
        link.clicked.connect(lambda: self.followed.emit(limit))
        return link


@dataclass(frozen=True, kw_only=True)
class Heard:
    """Whether the committee was heard, in a line."""

    mark: Mark
    """Its symbol."""
    words: str
    """"18 nov, omgång 3/2026, ingen erinran"."""


def heard(seen: Picture) -> Heard:
    """Say how the consultation stands."""
    held = seen.facts.consultation
    if held.held_on is not None:
        remark = seen.round_case.outcome if seen.round_case else ""
        words = tr(
            "{day}, omgång {number}, {remark}",
            day=short_date(held.held_on),
            number=held.number,
            remark=remark or tr("ingen erinran"),
        )
        return Heard(mark=Mark.OK, words=words)
    if seen.case.unconsulted:
        return Heard(mark=Mark.INFO, words=tr("Utan samråd: {why}", why=seen.case.unconsulted))
    if held.waiting:
        return Heard(mark=Mark.WAITING, words=tr("Väntar i omgång {number}", number=held.number))
    if not has_rule(seen.scheme, "consultation"):
        return Heard(mark=Mark.OK, words=tr("Riktlinjen kräver inget samråd"))
    return Heard(mark=Mark.WAITING, words=tr("Kommittén är inte hörd"))


@dataclass(frozen=True, kw_only=True)
class Rival:
    """Another pending case that wants money from the same pot."""

    case_id: int
    """The case."""
    number: str
    """Its number."""
    words: str
    """What it waits for and what it then gets."""


def rivals(desk: Desk, seen: Picture, outcome: Outcome, granted: int) -> list[Rival]:
    """Give the pending cases that get less than they ask for when this is granted."""
    if seen.scheme.round or not seen.scheme.cap or outcome not in WITH_MONEY:
        return []
    case = seen.case
    mates = [
        each
        for each in in_pot(desk, case.scheme, case.place_id, case.year)
        if each.case.id != case.id
    ]
    left = seen.scheme.cap - granted - sum(each.granted or 0 for each in mates)
    found = []
    for each in mates:
        if each.granted is None and left < each.room:
            words = tr(
                "{name} väntar med {asked} ur samma pott och får då {left}.",
                name=each.applicant,
                asked=kr(each.asked),
                left=kr(max(0, left)),
            )
            found.append(Rival(case_id=each.case.id, number=each.case.number, words=words))
    return found
