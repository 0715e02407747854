"""Who was heard in a round, and what was said of each case: a part of the form that closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.phases import ANSWER_WORDS
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.roles import Tone
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.field import LineEdit
from desktop.ui.widgets.words import Elided, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.rounds_view import Proposed
    from desktop.flow.steps.consultation_round import MemberAnswer


class HeardPart(QWidget):
    """A line for each member with an answer, and one for each case with a remark."""

    edited = Signal()

    def __init__(self, members: Sequence[MemberAnswer], cases: Sequence[Proposed]) -> None:
        """Make it: everybody heard, nothing said."""
        super().__init__()
        self._members = members
        self._cases = cases
        self.answers = [self._answer(each) for each in members]
        self.remarks = [self._remark(each) for each in cases]
        column = QVBoxLayout(self)
        tight(column, 6)
        if members:
            column.addWidget(small(tr("Kommittén")))
            column.addWidget(self._heard())
        column.addSpacing(px(2))
        column.addWidget(small(tr("Synpunkter, tomt är ingen erinran")))
        column.addWidget(self._said())

    def _answer(self, member: MemberAnswer) -> ComboBox:
        made = ComboBox((str(key), shown(words)) for key, words in ANSWER_WORDS.items())
        made.set_key(member.answer)
        made.setAccessibleName(tr("{name}, svar", name=member.name))
        made.chosen.connect(lambda _key: self.edited.emit())
        return made

    def _remark(self, it: Proposed) -> LineEdit:
        made = LineEdit(hint="")
        made.setMaxLength(500)
        made.setAccessibleName(tr("Synpunkt på {number}", number=it.case.number))
        made.textEdited.connect(lambda _text: self.edited.emit())
        return made

    def _heard(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        tight(grid, 6)
        grid.setColumnStretch(0, 1)
        for at, (member, answer) in enumerate(zip(self._members, self.answers, strict=True)):
            named = QWidget()
            lines = QVBoxLayout(named)
            tight(lines)
            lines.addWidget(Elided(member.name))
            if member.role:
                lines.addWidget(Elided(member.role, "small", Tone.MUTED))
            grid.addWidget(named, at, 0)
            grid.addWidget(answer, at, 1)
        return holder

    def _said(self) -> QWidget:
        holder = QWidget()
        lines = QVBoxLayout(holder)
        tight(lines, 4)
        for it, remark in zip(self._cases, self.remarks, strict=True):
            lines.addWidget(Elided(f"{it.case.number} {it.case.applicant}"))
            lines.addWidget(remark)
        return holder

    def stops(self) -> list[QWidget]:
        """Give what Tab goes through, in its order."""
        return [*self.answers, *self.remarks]

    def put(self, value: object) -> None:
        """Show again what `raw` gave; members and cases that are no longer there are left."""
        kept = value if isinstance(value, dict) else {}
        answers = {each.get("name"): each.get("answer") for each in _records(kept, "members")}
        remarks = {each.get("case_id"): each.get("remark") for each in _records(kept, "remarks")}
        for member, answer in zip(self._members, self.answers, strict=True):
            if member.name in answers:
                answer.set_key(str(answers[member.name]))
        for it, remark in zip(self._cases, self.remarks, strict=True):
            remark.setText(str(remarks.get(str(it.case.id)) or ""))

    def raw(self) -> dict[str, object]:
        """Give the fields "members" and "remarks" as they are typed."""
        return {
            "members": [
                {"name": member.name, "role": member.role, "answer": answer.key()}
                for member, answer in zip(self._members, self.answers, strict=True)
            ],
            "remarks": [
                {"case_id": str(it.case.id), "remark": remark.text()}
                for it, remark in zip(self._cases, self.remarks, strict=True)
            ],
        }


def _records(kept: dict[str, object], name: str) -> list[dict[str, object]]:
    found = kept.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
