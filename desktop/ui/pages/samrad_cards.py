"""The cards of rounds: the open one, and those that are over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.swedish import digits
from desktop.ui.i18n import tr
from desktop.ui.page import Route
from desktop.ui.roles import Mark, Tone
from desktop.ui.spoken import short_date
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.card import Heading, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.rounds_view import HeldRound, Proposed, RoundsView, Unlisted


class ListSection(Section):
    """A heading and a list as high as its rows."""

    went = Signal(object)
    """A Route."""

    def __init__(self, title: str, columns: Sequence[Column], empty: str, link: str = "") -> None:
        """Make it empty."""
        self.table = Table(columns, name=title, fit=True)
        self.table.set_empty(empty)
        super().__init__(Heading(title, "0", note=" ", link=link), self.table)
        self.heading.note.hide()

    def count(self, count: int) -> None:
        """Say how many beside the heading."""
        self.heading.beside.setText(str(count))
        self.heading.beside.setVisible(count > 0)

    def to_paper(self, document_id: int | None) -> None:
        """Go to a paper, when there is one."""
        if document_id is not None:
            self.went.emit(Route(page="handling", subject=document_id))


class OpenRoundCard(ListSection):
    """The round that cases are put into now."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(
            tr("Öppen omgång"),
            _proposed_columns(),
            tr("Ingen omgång är öppen. Den öppnas när du lägger ett ärende i samråd."),
            link=tr("Öppna underlaget"),
        )
        self._paper: int | None = None
        self.heading.link.clicked.connect(lambda: self.to_paper(self._paper))
        self.table.opened.connect(lambda case: self.went.emit(Route(page="arende", subject=case)))

    def show_round(self, seen: RoundsView) -> None:
        """Show the open round, or that there is none."""
        found = seen.open
        title = tr("Öppen omgång")
        if found is not None:
            title = tr("Omgång {number}", number=f"{found.number}/{found.year}")
        self.heading.title.setText(title)
        self._paper = found.document_id if found is not None else None
        self.heading.link.setVisible(self._paper is not None)
        self.count(len(seen.proposed))
        note = ""
        if found is not None:
            note = tr("öppnad {day}", day=short_date(found.opened_on))
            if found.sent_on is not None:
                note = tr("underlaget skrivet {day}", day=short_date(found.sent_on))
        self.heading.note.setText(note)
        self.heading.note.setVisible(bool(note))
        self.table.set_rows([(each.case.id, each) for each in seen.proposed])
        self.table.set_sums(
            {
                "number": tr("Tillsammans"),
                "asked": digits(sum(each.case.asked for each in seen.proposed)),
                "proposal": digits(sum(each.row.proposal for each in seen.proposed)),
            }
            if seen.proposed
            else {}
        )


def _proposed_columns() -> list[Column]:
    return [
        Column(
            key="number",
            title=tr("Ärende"),
            value=lambda it: it.case.number,
            tone=Tone.MUTED,
            width=8,
        ),
        Column(
            key="applicant",
            title=tr("Sökande"),
            value=lambda it: it.case.applicant,
            weight="medium",
            stretch=1,
        ),
        Column(key="scheme", title=tr("Bidrag"), value=grant_words),
        Column(key="place", title=tr("Ort"), value=lambda it: it.case.place),
        Column(
            key="asked", title=tr("Sökt, kr"), value=lambda it: digits(it.case.asked), align="right"
        ),
        Column(
            key="proposal", title=tr("Förslag, kr"), value=_proposal, align="right", weight="strong"
        ),
        Column(
            key="step", title="", value=lambda _it: tr("Ta ur"), link=True, align="right", width=6
        ),
    ]


def grant_words(it: Proposed | Unlisted) -> str:
    """Give scheme and year of a case."""
    return f"{tr(it.case.scheme_name)} {it.case.year}"


def _proposal(it: Proposed) -> Cell:
    words = digits(it.row.proposal)
    if it.row.deviation:
        return Cell(words, mark=Mark.LOWERED, tip=tr("Avviker: {reason}", reason=it.row.deviation))
    return Cell(words)


class HeldCard(ListSection):
    """Rounds that are over; Enter opens their sheet."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(
            tr("Tidigare omgångar"), _held_columns(), tr("Ingen omgång är avslutad än.")
        )
        self._papers: dict[int, int | None] = {}
        self.table.opened.connect(lambda at: self.to_paper(self._papers.get(at)))
        self.table.stepped.connect(lambda at: self.to_paper(self._papers.get(at)))

    def show_rounds(self, seen: RoundsView) -> None:
        """Show them, the latest first."""
        self._papers = {each.round.id: each.round.document_id for each in seen.held}
        self.count(len(seen.held))
        self.table.set_rows([(each.round.id, each) for each in seen.held])


def _held_columns() -> list[Column]:
    return [
        Column(
            key="number",
            title=tr("Omgång"),
            value=lambda it: f"{it.round.number}/{it.round.year}",
            weight="medium",
            width=8,
        ),
        Column(key="count", title=tr("Ärenden"), value=lambda it: str(it.cases), align="right"),
        Column(
            key="proposed",
            title=tr("Förslag, kr"),
            value=lambda it: digits(it.proposed),
            align="right",
        ),
        Column(key="held", title=tr("Samråd"), value=_held_on),
        Column(key="form", title=tr("Hur"), value=_form, stretch=1),
        Column(key="paper", title=tr("Underlag"), value=_paper, link=True, align="right"),
    ]


def _held_on(it: HeldRound) -> str:
    return it.round.held_on.isoformat() if it.round.held_on else ""


def _form(it: HeldRound) -> str:
    words = {"meeting": tr("På möte"), "email": tr("Med e-post"), "phone": tr("På telefon")}
    return words.get(it.round.form, "")


def _paper(it: HeldRound) -> str:
    return tr("Öppna") if it.round.document_id is not None else ""
