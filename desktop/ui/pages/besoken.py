"""The list of visits: what each is for, where it stands, and what it takes of our own budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.registers import Place
from desktop.domain.settlement import shown as kronor
from desktop.domain.swedish import capital
from desktop.domain.visit_words import FORM_WORDS, VisitForm
from desktop.flow.visit_list import VisitList, VisitRow, visit_list
from desktop.ui.frame import ListFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Page, Route
from desktop.ui.pages.besok_words import TONES
from desktop.ui.pages.papper_drawn import TRIPS
from desktop.ui.pages.papper_drawn import VISIT as PAPER
from desktop.ui.roles import Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import tight
from desktop.ui.widgets.choose import SegmentedChoice
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.filter import FilterEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.domain.quota import Share
    from desktop.ui.session import Session

NEW = Route(page="nyttbesok")
CONTACT = Route(page="nyttbesok", act="log_contact")


class VisitsPage(Page):
    """Filtered by words, form, year and place."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self._act = ""
        self._seen: VisitList | None = None
        self.frame = ListFrame()
        self.frame.set_title(tr("Besök"))
        self.contact_button = Button(tr("Digital kontakt"), "plus")
        self.contact_button.clicked.connect(lambda: self.go.emit(CONTACT))
        self.new_button = Button(tr("Nytt besök"), "plus")
        self.new_button.clicked.connect(lambda: self.go.emit(NEW))
        self.print_button = Button(tr("Skriv ut"), "printer")
        self.print_button.setToolTip(tr("Besök och resor i mandatperioden, för nämnden"))
        self.print_button.clicked.connect(self.print_)
        for button in (self.print_button, self.contact_button, self.new_button):
            self.frame.buttons.addWidget(button)
        self.table = Table(_columns(), name=tr("Besök"), tall=True)
        self.table.opened.connect(lambda key: self.go.emit(Route(page="besok", subject=key)))
        self.table.stepped.connect(self._step)
        self.table.emptied.connect(self._emptied)
        self._make_tools()
        self.frame.body.addWidget(self.table)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    def _make_tools(self) -> None:
        self.filter = FilterEdit(tr("Filtrera besök"), self.table)
        forms = [(str(each), shown(words)) for each, words in FORM_WORDS.items()]
        self.forms = SegmentedChoice([("", tr("Alla")), *forms], strong=False)
        self.forms.setAccessibleName(tr("Form"))
        self.year = ComboBox([("", tr("Alla år"))])
        self.year.setAccessibleName(tr("År"))
        self.place = ComboBox([("", tr("Alla orter"))])
        self.place.setAccessibleName(tr("Ort"))
        self.filter.asked.connect(lambda _words: self._show())
        for part in (self.forms, self.year, self.place):
            part.chosen.connect(lambda _key: self._show())
        self.frame.tools.addWidget(self.filter, 1)
        for part in (self.forms, self.year, self.place):
            self.frame.tools.addWidget(part)

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Besök")

    def refresh(self) -> None:
        """Read the visits again."""
        desk = self.session.need()
        whole = visit_list(desk)
        self.year.set_options(
            [("", tr("Alla år")), *((str(each), str(each)) for each in whole.years)]
        )
        used = {row.place_id for row in whole.rows}
        places = [each for each in desk.store.find(Place, order="name") if each.id in used]
        self.place.set_options(
            [("", tr("Alla orter")), *((str(each.id), each.name) for each in places)]
        )
        self._show()

    def _show(self) -> None:
        form, year, place = self.forms.key(), self.year.key(), self.place.key()
        seen = visit_list(
            self.session.need(),
            year=int(year) if year else None,
            place_id=int(place) if place else None,
            form=VisitForm(form) if form else None,
            text=self.filter.text(),
        )
        self._seen = seen
        if self._narrowed():
            self.table.set_empty(tr("Inget besök passar in."), tr("Visa alla"))
        else:
            self.table.set_empty(
                tr("Inga besök än. En idé räcker för att börja."), tr("Nytt besök")
            )
        self.table.set_rows([(row.id, row) for row in seen.rows])
        self.table.set_match(self.filter.text())
        count = len(seen.rows)
        self.table.set_sums(
            {
                "what": tr("{count} besök och kontakter", count=count),
                "own": kronor(sum(row.own_ore for row in seen.rows)),
            }
            if count > 1
            else {}
        )
        self.print_button.setVisible(bool(seen.years))
        self.frame.set_line(shares(seen))

    def _narrowed(self) -> bool:
        chosen = (self.filter.text(), self.forms.key(), self.year.key(), self.place.key())
        return any(chosen)

    def _emptied(self) -> None:
        if not self._narrowed():
            self.go.emit(NEW)
            return
        self.filter.clear()
        self.forms.set_key("")
        for part in (self.year, self.place):
            part.setCurrentIndex(0)
        self._show()

    def _step(self, visit_id: int) -> None:
        self.go.emit(Route(page="besok", subject=visit_id))

    def focus_filter(self) -> None:
        """Answer Ctrl+L."""
        self.filter.setFocus()
        self.filter.selectAll()

    def first_focus(self) -> None:
        """Take the keyboard to the list, or to the way to begin."""
        if self.table.rows.ids:
            self.table.setFocus()
        else:
            self.table.empty.button.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: open the visit at its next act."""
        self.table.open_current()

    def print_(self) -> None:
        """Answer Ctrl+P: show the list of the mandate period of the year shown, to be printed."""
        if self._seen is None or not self._seen.years:
            super().print_()
            return
        year = self.year.key()
        self.go.emit(Route(page=PAPER, subject=int(year) if year else 0, act=TRIPS))

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        return (self.filter, self.table, self.new_button)


def shares(seen: VisitList) -> str:
    """Say how many contacts were digital and how many guests were young (P10, P11)."""
    found = []
    if seen.digital.whole:
        found.append(tr("Digitalt {share}", share=_share(seen.digital)))
    if seen.youth.whole:
        found.append(tr("25 år eller yngre {share} av gästerna", share=_share(seen.youth)))
    return " · ".join(found)


def _share(share: Share) -> str:
    return tr(
        "{part} av {whole} ({percent} %)",
        part=share.part,
        whole=share.whole,
        percent=share.percent or 0,
    )


def _columns() -> list[Column]:
    return [
        Column(key="what", title=tr("Besök"), value=_what, stretch=3, matched=True),
        Column(key="days", title=tr("Dagar"), value=_days),
        Column(key="form", title=tr("Form"), value=_form),
        Column(key="stands", title=tr("Läge"), value=_stands),
        Column(key="own", title=tr("Egen budget"), value=_own, align="right"),
        Column(key="next", title=tr("Nästa steg"), value=_next, link=True, align="right"),
    ]


def _what(row: VisitRow) -> Cell:
    words = capital(" ".join(row.purpose.split()).rstrip("."))
    return Cell(
        shown(row.title), second=f"{row.number} {words}".strip(), weight="medium", tip=words
    )


def _days(row: VisitRow) -> Cell:
    if row.starts_on is None:
        return Cell(tr("inte bestämt"), tone=Tone.MUTED)
    last = row.ends_on if row.ends_on != row.starts_on else None
    return Cell(
        row.starts_on.isoformat(),
        second=tr("till {day}", day=last.isoformat()) if last else "",
    )


def _form(row: VisitRow) -> str:
    return shown(FORM_WORDS[row.form])


def _stands(row: VisitRow) -> Cell:
    if row.contact:
        return Cell(tr("Noterad"), tone=Tone.MUTED)
    return Cell(shown(row.label.text), mark=TONES[row.label.tone], badge=True)


def _own(row: VisitRow) -> str:
    return kronor(row.own_ore) if row.own_ore else "–"


def _next(row: VisitRow) -> str:
    return shown(row.next_words)
