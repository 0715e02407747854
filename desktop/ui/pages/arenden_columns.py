"""The columns of the list of cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics

from desktop.domain.phases import OUTCOME_WORDS, WITH_MONEY
from desktop.domain.swedish import digits
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, font, px
from desktop.ui.roles import Mark, Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_paint import INSET, SYMBOL

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.flow.case_list import CaseRow

MARKS = {"late": Mark.LATE, "stop": Mark.STOP, "mine": Mark.MINE, "waiting": Mark.WAITING}
TONES = {"late": Tone.LATE, "stop": Tone.STOP, "mine": Tone.INFO}
"""What waits for others, and what is done, is grey."""


def columns(step: Callable[[CaseRow], str]) -> list[Column]:
    """Give the columns; `step` gives the words of a case's next act, "" while unknown."""
    return [
        Column(
            key="number",
            title=tr("Ärende"),
            value=lambda row: row.case.number,
            tone=Tone.MUTED,
            sortable=True,
            matched=True,
        ),
        Column(
            key="applicant",
            title=tr("Sökande"),
            value=lambda row: row.case.applicant,
            weight="medium",
            stretch=1,
            sortable=True,
            matched=True,
        ),
        Column(
            key="scheme",
            title=tr("Bidrag"),
            value=lambda row: tr(row.case.scheme_name),
            sortable=True,
            matched=True,
        ),
        Column(
            key="place",
            title=tr("Ort"),
            value=lambda row: row.case.place,
            sortable=True,
            matched=True,
        ),
        Column(
            key="year",
            title=tr("År"),
            value=lambda row: str(row.case.year),
            matched=True,
        ),
        Column(key="asked", title=tr("Sökt, kr"), value=_asked, align="right", sortable=True),
        Column(
            key="granted",
            title=tr("Beviljat, kr"),
            value=_granted,
            align="right",
            weight="strong",
            sortable=True,
        ),
        Column(key="paid", title=tr("Utbetalt, kr"), value=_paid, align="right", sortable=True),
        Column(key="state", title=tr("Läge"), value=_state, width=_state_width(), sortable=True),
        Column(key="step", title=tr("Nästa steg"), value=_told(step), width=STEP, link=True),
    ]


STEP = 10
"""Em of the next step: it is known a moment later than the rest, and nothing may jump then."""


def _state_width() -> float:
    """Give the em that the longest state takes: states are never shortened, and never jump."""
    longest = QFontMetrics(font("medium")).horizontalAdvance(tr("Väntar på verksamhetsberättelse"))
    return (longest + px(SYMBOL + 6 + 2 * INSET)) / em(1)


def _told(step: Callable[[CaseRow], str]) -> Callable[[CaseRow], Cell]:
    """Give the words as a tooltip too, for those that are longer than the column."""

    def cell(row: CaseRow) -> Cell:
        words = step(row)
        return Cell(words, tip=words)

    return cell


def _asked(row: CaseRow) -> str:
    return digits(row.case.asked)


def _granted(row: CaseRow) -> Cell:
    case = row.case
    if case.granted is None:
        if case.proposed is None:
            return Cell("")
        proposed = f"({digits(case.proposed)})"
        return Cell(proposed, tone=Tone.MUTED, weight="body", tip=tr("Föreslaget, inte beslutat"))
    if case.outcome is not None and case.outcome not in WITH_MONEY:
        word = shown(OUTCOME_WORDS[case.outcome])
        return Cell(word, tone=Tone.MUTED, weight="body")
    return Cell(digits(case.granted))


def _paid(row: CaseRow) -> str:
    case = row.case
    return digits(case.paid) if case.granted else ""


def _state(row: CaseRow) -> Cell:
    tone = row.state.tone
    return Cell(
        shown(row.state.text),
        mark=MARKS.get(tone),
        tone=TONES.get(tone, Tone.MUTED),
        weight="medium" if tone in TONES else "body",
    )
