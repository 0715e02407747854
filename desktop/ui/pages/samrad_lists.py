"""The cards of lists: decisions to report, and delegation lists up to the last day of appeal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.swedish import digits, kr
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Route
from desktop.ui.pages.samrad_cards import ListSection, grant_words
from desktop.ui.roles import Mark, Tone
from desktop.ui.table import Cell, Column

if TYPE_CHECKING:
    from desktop.flow.rounds_view import ListLine, RoundsView, Unlisted


class UnlistedCard(ListSection):
    """Decisions that the board has not been told of."""

    wrote = Signal()
    """The list is to be written."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(
            tr("Beslut att anmäla"),
            _unlisted_columns(),
            tr("Alla beslut står på en delegationslista."),
            link=tr("Skriv delegationslista"),
        )
        self.heading.link.clicked.connect(self.wrote)
        self.table.opened.connect(self._open)
        self._cases: dict[int, int] = {}

    def _open(self, decision_id: int) -> None:
        self.went.emit(Route(page="arende", subject=self._cases[decision_id]))

    def show_decisions(self, seen: RoundsView) -> None:
        """Show the decisions on no list."""
        self._cases = {each.decision.key: each.case.id for each in seen.unlisted}
        self.count(len(seen.unlisted))
        self.heading.link.setVisible(bool(seen.unlisted))
        self.table.set_rows([(each.decision.key, each) for each in seen.unlisted])


def _unlisted_columns() -> list[Column]:
    return [
        Column(key="decision", title=tr("Beslut"), value=_decision_number, width=8),
        Column(
            key="day",
            title=tr("Dag"),
            value=lambda it: it.decision.decided_on.isoformat(),
            tone=Tone.MUTED,
        ),
        Column(
            key="applicant",
            title=tr("Sökande"),
            value=lambda it: it.case.applicant,
            weight="medium",
            stretch=1,
        ),
        Column(key="scheme", title=tr("Bidrag"), value=grant_words),
        Column(
            key="outcome",
            title=tr("Utfall"),
            value=_outcome,
        ),
        Column(
            key="granted",
            title=tr("Beviljat, kr"),
            value=lambda it: digits(it.decision.granted),
            align="right",
            weight="strong",
        ),
    ]


def _decision_number(it: Unlisted) -> str:
    return it.decision.number


def _outcome(it: Unlisted) -> str:
    words = shown(it.decision.outcome)
    claimed = it.decision.reclaimed
    return f"{words}, {kr(claimed)}" if claimed else words


class ListCard(ListSection):
    """Delegation lists, from drawn up to the last day of appeal."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(
            tr("Delegationslistor"), _list_columns(), tr("Ingen delegationslista är skriven än.")
        )
        self._papers: dict[int, int] = {}
        self.table.opened.connect(lambda at: self.to_paper(self._papers.get(at)))

    def show_lists(self, seen: RoundsView) -> None:
        """Show every list."""
        self._papers = {each.list.id: each.list.document_id for each in seen.lists}
        self.count(len(seen.lists))
        self.table.set_rows([(each.list.id, each) for each in seen.lists])


def _list_columns() -> list[Column]:
    return [
        Column(
            key="number",
            title=tr("Lista"),
            value=lambda it: f"{it.list.number}/{it.list.year}",
            weight="medium",
            width=8,
        ),
        Column(key="count", title=tr("Beslut"), value=lambda it: str(it.decisions), align="right"),
        Column(
            key="made",
            title=tr("Skriven"),
            value=lambda it: it.list.made_on.isoformat(),
            tone=Tone.MUTED,
        ),
        Column(key="meeting", title=tr("Möte"), value=_meeting),
        Column(key="paragraph", title=tr("Paragraf"), value=lambda it: it.list.paragraph),
        Column(key="announced", title=tr("Anslagen"), value=_announced),
        Column(key="until", title=tr("Överklagas till"), value=_until, stretch=1),
        Column(key="step", title=tr("Nästa steg"), value=_list_step, link=True, align="right"),
    ]


def _meeting(it: ListLine) -> Cell:
    day = it.list.meeting_on
    if day is None:
        return Cell(tr("inte bestämt"), tone=Tone.MUTED)
    return Cell(day.isoformat())


def _announced(it: ListLine) -> str:
    return it.list.announced_on.isoformat() if it.list.announced_on else ""


def _until(it: ListLine) -> Cell:
    if it.appeal_until is None:
        return Cell(tr("Tiden löper inte än"), tone=Tone.MUTED)
    if it.appeal_over:
        return Cell(it.appeal_until.isoformat(), tone=Tone.MUTED, tip=tr("Tiden är ute"))
    return Cell(it.appeal_until.isoformat(), mark=Mark.WAITING)


def _list_step(it: ListLine) -> str:
    words = {"report_list": tr("Ange paragraf"), "announce_list": tr("Ange anslagsdag")}
    return words.get(it.act, "")
