"""Pages of invented matter, made of every widget, to look at and to test the window with."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.text import plain
from desktop.ui.frame import ListFrame, PageFrame
from desktop.ui.page import Hit, New, Page, PageEntry, Place, Route
from desktop.ui.roles import Mark, Tone
from desktop.ui.session import Session
from desktop.ui.table_view import Table
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Heading, tight
from desktop.ui.widgets.choose import SegmentedChoice
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.filter import FilterEdit
from desktop.ui.widgets.words import Words, small
from tests.ui.demo_case import ApplicationPage, CasePage
from tests.ui.demo_rows import CASES, COLUMNS, LATE, MATTERS, MINE


class CasesPage(Page):
    """A list with filter, segments, sums."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        frame = ListFrame()
        frame.set_title("Ärenden")
        frame.buttons.addWidget(Button("Skriv ut", "printer"))
        frame.buttons.addWidget(Button("Spara som Excel"))
        self.table = Table(COLUMNS, name="Ärenden")
        self.table.set_empty("Inga ansökningar för 2027 än.", "Registrera ansökan")
        self.table.set_sort("state", descending=True)
        self.table.set_sums(
            {
                "number": "Summa för urvalet",
                "asked": "124 000",
                "granted": "70 000",
                "paid": "63 500",
                "state": "(9 999) är föreslaget, inte beslutat",
            }
        )
        self.table.opened.connect(lambda at: self.go.emit(Route(page="arende", subject=at)))
        self.filter = FilterEdit("Filtrera ärenden", self.table)
        self.filter.asked.connect(self._narrow)
        shown = SegmentedChoice(
            [
                ("all", "Alla"),
                ("mine", "Väntar på mig"),
                ("others", "Väntar på andra"),
                ("closed", "Avslutade"),
            ],
            strong=False,
        )
        shown.setAccessibleName("Visa")
        years = ComboBox([("", "Alla år"), ("2026", "2026")])
        years.setAccessibleName("År")
        frame.tools.addWidget(self.filter, 1)
        frame.tools.addWidget(shown)
        frame.tools.addWidget(years)
        frame.tools.addStretch(1)
        frame.tools.addWidget(Words("16 av 61 ärenden", "body", Tone.MUTED))
        frame.body.addWidget(self.table)
        whole = QVBoxLayout(self)
        tight(whole)
        whole.addWidget(frame)

    def _narrow(self, words: str) -> None:
        found = [
            (at, row)
            for at, row in enumerate(CASES, 1)
            if words.lower() in f"{row.place}{row.applicant}".lower()
        ]
        self.table.set_rows(found)
        self.table.set_match(words)

    def title(self) -> str:
        return "Ärenden"

    def refresh(self) -> None:
        self._narrow(self.filter.text())

    def focus_filter(self) -> None:
        self.filter.setFocus()

    def first_focus(self) -> None:
        self.filter.setFocus()


class TodayPage(Page):
    """Tall rows in several tables."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        frame = PageFrame()
        frame.set_title("Lördag 21 november")
        frame.buttons.addWidget(small("Enter öppnar ärendet, Ctrl+Enter går till nästa steg"))
        frame.buttons.addWidget(Button("Skriv ut listan", "printer"))
        self.tables = []
        for title, rows in (("Försenat", LATE), ("Väntar på mig", MINE)):
            table = Table(MATTERS, name=title, header=False, fit=True, tall=True, primary=True)
            table.set_rows(list(enumerate(rows)))
            table.passed.connect(lambda way, table=table: self._pass(table, way))
            frame.add(Heading(title, str(len(rows))), table)
            self.tables.append(table)
        whole = QVBoxLayout(self)
        tight(whole)
        whole.addWidget(frame)

    def _pass(self, table: Table, way: int) -> None:
        at = self.tables.index(table) + way
        if 0 <= at < len(self.tables):
            self.tables[at].enter(last=way < 0)

    def title(self) -> str:
        return "Idag"

    def refresh(self) -> None:
        pass

    def first_focus(self) -> None:
        self.tables[0].enter()


class StartPage(Page):
    """What is shown without a register."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        frame = PageFrame()
        frame.set_title("Välkommen till Vänbok")
        frame.set_act(Button("Öppna ett register"))
        whole = QVBoxLayout(self)
        tight(whole)
        whole.addWidget(frame)

    def title(self) -> str:
        return "Välkommen"

    def refresh(self) -> None:
        pass


def _main(key: str, word: str, factory: type[Page], **more) -> PageEntry:
    return PageEntry(key=key, word=plain(word), factory=factory, icon=key, **more)


NEW = New(word=plain("Ansökan"), route=Route(page="ansokan"))


PAGES = (
    _main("idag", "Idag", TodayPage, count=lambda _desk: 8),
    _main("arenden", "Ärenden", CasesPage, news=(NEW,)),
    _main("samrad", "Samråd och listor", StartPage),
    _main("orter", "Orter", StartPage),
    _main("foreningar", "Föreningar", StartPage),
    _main("besok", "Besök", StartPage, count=lambda _desk: 1),
    _main("natverk", "Nätverk och projekt", StartPage, visible=lambda desk: desk is not None),
    _main("budget", "Budget", StartPage),
    _main("uppfoljning", "Uppföljning", StartPage, count=lambda _desk: 3),
    _main("riktlinjer", "Riktlinjer", StartPage, place=Place.BELOW, mark=lambda _desk: Mark.WARN),
    _main("installningar", "Inställningar", StartPage, place=Place.BELOW),
    _main("arende", "Ärende", CasePage, place=Place.UNDER, under="arenden"),
    _main("ansokan", "Ny ansökan", ApplicationPage, place=Place.UNDER, under="arenden"),
    _main("start", "Start", StartPage, place=Place.ALONE),
    _main("skadad", "Skadad", StartPage, place=Place.ALONE),
)


def find(_session: Session, words: str) -> list[Hit]:
    return [
        Hit(
            word=f"{row.number} {row.applicant}",
            detail=f"{row.scheme}, {row.place}",
            route=Route(page="arende", subject=at),
        )
        for at, row in enumerate(CASES, 1)
        if words.lower() in row.applicant.lower()
    ]
