"""Who is asked and who has answered: a bar, and a row for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.flow.follow_up_view import ANSWERED, EXCUSED, MISSING
from desktop.ui.i18n import shown, tr
from desktop.ui.roles import Mark, Tone
from desktop.ui.spoken import long_date, short_date
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.card import Heading, Section
from desktop.ui.widgets.pots import Bar, Part
from desktop.ui.widgets.words import Link

if TYPE_CHECKING:
    from desktop.flow.follow_up_view import AskedPicture, FollowUpPicture

MARKS = {ANSWERED: Mark.OK, MISSING: Mark.WAITING, EXCUSED: Mark.INFO}


class AnswerCard(Section):
    """The round of the year."""

    reads = Signal()
    """An answer in a spreadsheet is to be read."""
    saves = Signal()
    """The forms are to be put in a folder, to be sent."""

    def __init__(self) -> None:
        """Make it empty."""
        self.bar = Bar(high=9)
        self.table = Table(_columns(), name=tr("Svar"), header=False, fit=True)
        heading = Heading(tr("Svar"), " ", link=tr("Läs in Excelfil"))
        self.save_link = Link(tr("Spara formulären i en mapp"), "small")
        heading.add_link(self.save_link)
        super().__init__(heading, self.bar, self.table)
        heading.link.clicked.connect(self.reads)
        self.save_link.clicked.connect(self.saves)

    def show_round(self, seen: FollowUpPicture) -> None:
        """Show who has answered; what to do when nobody is asked yet."""
        begun = seen.round is not None
        self.bar.setVisible(begun and bool(seen.wanted))
        self.heading.link.setVisible(begun and bool(seen.missing or seen.unsent))
        self.save_link.setVisible(any(each.documents for each in seen.missing))
        self.heading.beside.setText(_beside(seen))
        done, wanted = len(seen.answered), seen.wanted
        self.bar.set_parts(
            (
                Part(kind="decided", label=tr("Svarat"), amount=done),
                Part(kind="left", label=tr("Saknas"), amount=wanted - done),
            )
        )
        said = tr("{done} av {wanted} har svarat", done=done, wanted=wanted)
        self.bar.setAccessibleName(said)
        self.bar.setToolTip(said)
        self.table.set_rows([(each.id, each) for each in seen.asked])
        if begun:
            self.table.set_empty(tr("Ingen är tillfrågad än."), tr("Lägg till en verksamhet"))
        elif seen.bodies and seen.terms is None:
            self.table.set_empty(
                tr("Riktlinjen ber inte om svar. Rapporten räknas ur registret."),
                tr("Fråga verksamheterna ändå"),
            )
        elif seen.bodies:
            self.table.set_empty(
                tr(
                    "Uppföljningen för {year} är inte påbörjad. {count} verksamheter tillfrågas.",
                    year=seen.year,
                    count=len(seen.bodies),
                ),
                tr("Starta uppföljningen"),
            )
        else:
            self.table.set_empty(
                tr("Inga nämnder, kontor eller bolag är inlagda att fråga."),
                tr("Lägg in verksamheter"),
            )


def _beside(seen: FollowUpPicture) -> str:
    if seen.round is None or not seen.wanted:
        return ""
    count = tr("{done} av {wanted}", done=len(seen.answered), wanted=seen.wanted)
    last = seen.round.answer_by
    words = (
        tr("sista dag var {day}", day=short_or_long(seen))
        if last < seen.today
        else tr("sista dag är {day}", day=short_or_long(seen))
    )
    return f"{count}, {words}"


def short_or_long(seen: FollowUpPicture) -> str:
    """Give the last day, with its year when that is another than this."""
    assert seen.round is not None  # noqa: S101 - the caller has looked
    day = seen.round.answer_by
    return short_date(day) if day.year == seen.today.year else long_date(day)


def _columns() -> list[Column]:
    return [
        Column(key="mark", title="", value=_mark, width=2.8),
        Column(key="name", title=tr("Verksamhet"), value=lambda it: it.name, stretch=1),
        Column(key="when", title=tr("Svar"), value=_when, align="right"),
        Column(key="step", title=tr("Nästa steg"), value=_step, link=True, align="right"),
    ]


def _mark(it: AskedPicture) -> Cell:
    mark = Mark.LATE if it.days_late else MARKS.get(it.state, Mark.TODO)
    return Cell("", mark=mark)


def _when(it: AskedPicture) -> Cell:
    return Cell(shown(it.label), tone=Tone.LATE if it.days_late else Tone.MUTED)


def _step(it: AskedPicture) -> str:
    return tr("Läs in svar") if it.state == MISSING else tr("Öppna")
