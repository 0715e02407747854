"""Beside an equal split: how the committee was heard, what is left, and what it waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.casework import RoundMember
from desktop.domain.phases import PHASE_WORDS, Answer
from desktop.domain.swedish import capital, kr
from desktop.flow.money import frame_of
from desktop.ui.form import FormPanel
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Route
from desktop.ui.pages.case_parts.acting import GoThere, Nothing
from desktop.ui.spoken import count_word, long_date
from desktop.ui.widgets.card import Heading, tight
from desktop.ui.widgets.words import Words, muted

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.ui.pages.case_parts.split import Split


class Heard(QWidget):
    """The day of the consultation, who was heard, and what was said of the cases."""

    went = Signal(object)
    """A Route."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._sheet_id = 0
        self.heading = Heading("", link=tr("Underlag"))
        self.heading.link.clicked.connect(self._open_sheet)
        self.words, self.remarks = Words("", wrap=True), muted("", wrap=True)
        column = QVBoxLayout(self)
        tight(column, 4)
        for part in (self.heading, self.words, self.remarks):
            column.addWidget(part)

    def show_split(self, desk: Desk, split: Split) -> None:
        """Show the round of those who share; nothing when they were not heard."""
        held = next((each for each in split.members if each.seen.facts.consultation.held_on), None)
        found = held.seen.round if held is not None else None
        self.setVisible(found is not None and found.held_on is not None)
        if found is None or found.held_on is None:
            return
        day = long_date(found.held_on).removeprefix("den\u00a0").rsplit(" ", 1)[0]
        self.heading.title.setText(tr("Samråd {day}", day=day))
        self._sheet_id = found.document_id or 0
        self.heading.link.setVisible(bool(self._sheet_id))
        rows = desk.store.find(RoundMember, "round_id = ?", found.id)
        heard = sum(each.answer is Answer.HEARD for each in rows)
        self.words.setText(
            tr(
                "Omgång {number}. {heard} av {all} hörda.",
                number=f"{found.number}/{found.year}",
                heard=capital(count_word(heard)),
                all=count_word(len(rows)),
            )
        )
        remarks = [
            f"{each.seen.case.number}: {each.seen.round_case.outcome}"
            for each in split.members
            if each.seen.round_case is not None and each.seen.round_case.outcome
        ]
        self.remarks.setText("\n".join(remarks) or tr("Ingen erinran."))

    def _open_sheet(self) -> None:
        self.went.emit(Route(page="handling", subject=self._sheet_id))


def rest_of(desk: Desk, split: Split) -> list[tuple[str, str]]:
    """Give what pot and frame have left when everybody has got what is proposed."""
    pot = f"{tr(split.scheme.name)} {split.place} {split.year}"
    facts = [(pot, kr(split.left))]
    frame = frame_of(desk, split.year)
    if frame is not None:
        planned = sum(each.amount for each in split.members if not each.decided)
        facts.append((tr("Mandatperiodens ram"), kr(frame.left - planned)))
    return facts


def waiting_form(split: Split) -> tuple[FormPanel, Route]:
    """Give the form that stands there when nothing can be decided, and where it leads."""
    waiting = [each for each in split.members if not each.decided]
    if not waiting:
        title = tr("Allt är beslutat") if split.members else tr("Ingen har sökt")
        form = FormPanel(Nothing, title=title, button=tr("Ny ansökan"))
        return form, Route(page="ansokan")
    first = waiting[0].seen
    form = FormPanel(
        GoThere,
        title=tr("Inget är klart för beslut"),
        button=tr("Öppna {number}", number=first.case.number),
        consequence=tr(
            "{name}: {phase}. Kommittén ska höras innan potten delas.",
            name=first.association.name,
            phase=shown(PHASE_WORDS[first.case.phase]).lower(),
        ),
    )
    return form, Route(page="arende", subject=first.id)
