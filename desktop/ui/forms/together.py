"""The form that decides an equal split: one reason for all letters, the day, disqualification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.proposal import outcome_for
from desktop.domain.swedish import kr
from desktop.flow.lists import next_number
from desktop.flow.steps import step_named
from desktop.flow.steps.decision_together import DecideTogether
from desktop.ui.draft import DraftKey
from desktop.ui.form_layout import Layout
from desktop.ui.forms.sheet import Own, Sheet, alone
from desktop.ui.i18n import shown, tr
from desktop.ui.inputs import Input
from desktop.ui.measure import px
from desktop.ui.pages.case_parts.weighing import reason_lines
from desktop.ui.paint import rounded
from desktop.ui.roles import now
from desktop.ui.spoken import count_word
from desktop.ui.widgets.card import Hairline, row
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.words import Link, small

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop.flow.desk import Desk
    from desktop.ui.drafts import Drafts
    from desktop.ui.forms.reasons import ReasonLine
    from desktop.ui.pages.case_parts.split import Split
    from desktop.ui.widgets.day import ReadDay

GIVEN = ("scheme", "place_id", "year")
EQUAL = "equal_split"
"""The reason that is proposed."""


class _Text(QWidget):
    """The sentence of a reason on a band of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.words = small("", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(10), px(7), px(10), px(7))
        column.addWidget(self.words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the band."""
        roles = now()
        rounded(QPainter(self), self.rect(), roles.band, roles.hairline)


class OneReason(QWidget):
    """One reason chosen from the library, with its sentence below."""

    chosen = Signal()

    def __init__(self, lines: Sequence[ReasonLine]) -> None:
        """Offer these."""
        super().__init__()
        self._texts = {line.key: line.text for line in lines}
        self.combo = ComboBox([(line.key, line.title) for line in lines])
        self.text = _Text()
        self.combo.chosen.connect(lambda _key: self._follow())
        self.combo.chosen.connect(lambda _key: self.chosen.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.combo)
        column.addWidget(self.text)
        self.setFocusProxy(self.combo)
        alone(self)
        self._follow()

    def _follow(self) -> None:
        self.text.words.setText(self._texts.get(self.combo.key(), ""))

    def set_key(self, key: str) -> None:
        """Choose by key."""
        self.combo.set_key(key)
        self._follow()

    def setAccessibleName(self, name: str) -> None:
        """Name the choice."""
        super().setAccessibleName(name)
        self.combo.setAccessibleName(name)

    def set_bad(self, bad: bool) -> None:
        """Edge it in the stop colour, or no longer."""
        self.combo.set_bad(bad)


class OneReasonInput(Input):
    """What a form knows of it: a list with one key."""

    def __init__(self, reason: OneReason) -> None:
        """Hold it."""
        super().__init__(reason)
        self.reason = reason

    def raw(self) -> object:
        """Give the key in a list."""
        return [self.reason.combo.key()]

    def put(self, value: object) -> None:
        """Choose the first key."""
        if isinstance(value, list | tuple) and value:
            self.reason.set_key(str(value[0]))

    def on_edit(self, do: Callable[[], object]) -> None:
        """Call at every choice."""
        self.reason.chosen.connect(do)


class TogetherForm(Sheet):
    """Decides every ready case of a split at once."""

    letters = Signal()
    """The letters are wanted, to be seen."""
    singly = Signal()
    """One at a time is wanted."""

    def __init__(self, desk: Desk, split: Split, day: ReadDay, drafts: Drafts) -> None:
        """Build it for those who are ready."""
        first = split.ready[0]
        outcome = outcome_for(first.seen.application.asked, first.amount)
        lines = reason_lines(desk, first.seen, outcome, first.amount)
        label = tr("Skäl, samma i alla {count} breven", count=count_word(len(split.ready)))
        step = step_named("decide_together")
        super().__init__(
            DecideTogether,
            title=shown(step.title),
            button=_verb(split),
            values={
                "scheme": split.scheme.key,
                "place_id": str(split.place_id),
                "year": str(split.year),
                "reasons": (EQUAL,),
                "decided_on": desk.today,
            },
            consequence=_consequence(desk, split),
            layout=Layout.SIDE,
            own={"reasons": Own(input=OneReasonInput(OneReason(lines)), label=label)},
            hidden=("own_text",),
            order=("decided_on", "reasons", "own_text", "unbiased"),
            day=day,
            skip=GIVEN,
            drafts=drafts,
            draft_key=DraftKey(
                register=desk.store.register_uuid,
                act=step.name,
                subject=split.place_id,
                more=str(split.year),
            ),
        )
        self._links()

    def _links(self) -> None:
        self.show_letters = Link(tr("Visa breven"))
        self.show_letters.clicked.connect(self.letters)
        one = Link(tr("Besluta en i taget"))
        one.clicked.connect(self.singly)
        own = Link(tr("Egen text"))
        own.clicked.connect(lambda: self._write(own))
        foot = QWidget()
        foot.setLayout(row(self.show_letters, one, own, None, spacing=10))
        self.add(Hairline(), foot)

    def _write(self, link: Link) -> None:
        self.show_fields(["own_text"], on=True)
        link.hide()
        self.field("own_text").setFocus()


def _verb(split: Split) -> str:
    amounts = [each.amount for each in split.ready]
    if len(set(amounts)) == 1 and len(amounts) > 1:
        return tr("Besluta {count} × {amount}", count=len(amounts), amount=kr(amounts[0]))
    return tr("Besluta {amount}", amount=kr(sum(amounts)))


def _consequence(desk: Desk, split: Split) -> str:
    count = len(split.ready)
    first = next_number(desk, desk.today.year)
    numbers = str(first) if count == 1 else f"{first}–{first + count - 1}"
    officer = desk.officer()
    made = tr(
        "{officer} beslutar. Skapar {count} beslut, nr {numbers}/{year}, och lika många brev.",
        officer=officer.name,
        count=count_word(count),
        numbers=numbers,
        year=desk.today.year,
    )
    waiting = sum(bool(each.seen.payment_stops) for each in split.ready)
    if not waiting:
        return made
    return (
        made
        + " "
        + tr(
            "{count} kan betalas direkt, {waiting} väntar på verksamhetsberättelse.",
            count=count - waiting,
            waiting=waiting,
        )
    )
