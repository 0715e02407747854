"""Settings of the library of reasons that decision letters pick from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.phases import OUTCOME_WORDS, Outcome
from desktop.domain.registers import Reason
from desktop.flow.sample import PLACEHOLDER_WORDS, sample
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.roles import Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.words import Words, small

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.ui.form import FormPanel
    from desktop.ui.session import Session

ADD, CHANGE, REMOVE = "add_reason", "change_reason", "remove_reason"
WAIT = 120
"""Milliseconds after a key until the sample is filled anew."""


class ReasonSection(QWidget):
    """The reasons as a list; Enter changes one."""

    act = Signal(str, object)
    """Name of the act, and id of the reason."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self.heading = Heading(tr("Skäl i besluten"), link=tr("Lägg till skäl"))
        self.heading.link.clicked.connect(lambda: self.act.emit(ADD, 0))
        self.table = Table(
            [
                Column(key="title", title=tr("Skäl"), value=_title, width=16, stretch=1),
                Column(key="outcomes", title=tr("Vid"), value=_outcomes),
                Column(key="change", title="", value=_change, tone=Tone.LINK, link=True),
            ],
            name=tr("Skäl i besluten"),
            fit=True,
            tall=True,
        )
        self.table.set_empty(tr("Inga skäl än."), tr("Lägg till skäl"))
        self.table.emptied.connect(lambda: self.act.emit(ADD, 0))
        self.table.opened.connect(lambda key: self.act.emit(CHANGE, key))
        self.table.stepped.connect(lambda key: self.act.emit(CHANGE, key))
        column = QVBoxLayout(self)
        tight(column, 8)
        column.addWidget(self.heading)
        column.addWidget(self.table)
        words = tr("Texterna gäller nya beslut. Brev som är skrivna ändras aldrig.")
        column.addWidget(small(words, wrap=True))

    def show_reasons(self, desk: Desk) -> None:
        """Show the library in its order."""
        reasons = desk.store.find(Reason)
        self.table.set_rows([(each.id, each) for each in reasons])


def _title(reason: Reason) -> Cell:
    return Cell(reason.title, second=reason.text, weight="medium", tip=reason.text)


def _outcomes(reason: Reason) -> Cell:
    words = [shown(OUTCOME_WORDS[Outcome(each)]) for each in reason.outcomes]
    return Cell(", ".join(words) or tr("alla utfall"), tone=Tone.MUTED)


def _change(_reason: Reason) -> Cell:
    return Cell(tr("Ändra"), tone=Tone.LINK)


class SampleText(Card):
    """The text as it would read in a letter, and the words that are filled in."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(padding=10, spacing=4)
        self.sentence = Words("", wrap=True)
        self.add(small(tr("Så läser mottagaren")), self.sentence)

    def show_text(self, words: str) -> None:
        """Show a filled text."""
        self.sentence.setText(words or tr("Skriv texten så visas den här."))
        self.setAccessibleName(self.sentence.text())


class Placeholders(QWidget):
    """Every word that can be filled in, and what it stands for."""

    def __init__(self) -> None:
        """Make it."""
        super().__init__()
        column = QVBoxLayout(self)
        tight(column, 8)
        column.addWidget(Heading(tr("Ord som fylls i")))
        card = Card(spacing=4)
        for name, words in PLACEHOLDER_WORDS.items():
            card.add(Words(f"{{{name}}}  {shown(words)}", "small", Tone.MUTED, wrap=True))
        column.addWidget(card)


def watch(form: FormPanel, session: Session) -> SampleText:
    """Keep a sample under the text of a reason's form while it is written."""
    seen = SampleText()
    timer = QTimer(form)
    timer.setSingleShot(True)
    timer.setInterval(WAIT)

    def fill() -> None:
        if session.desk is not None:
            seen.show_text(sample(session.desk, str(form.raw()["text"])))

    timer.timeout.connect(fill)
    form.edited.connect(timer.start)
    form.add_below("text", seen)
    form.body.setSpacing(px(10))
    fill()
    return seen
