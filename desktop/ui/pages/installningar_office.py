"""Settings of the office: letterhead, court, who decides, coat of arms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.problems import Refusal
from desktop.flow.ask import File
from desktop.flow.coat import coat_picture
from desktop.flow.offered import offered
from desktop.ui.coat_file import as_picture, is_drawing
from desktop.ui.i18n import tr
from desktop.ui.measure import em
from desktop.ui.pages.installningar_envelope import EnvelopeCard
from desktop.ui.roles import Mark, Tone
from desktop.ui.widgets.card import Card, Heading, row, tight
from desktop.ui.widgets.file import FileDrop
from desktop.ui.widgets.letterhead import LetterheadCard
from desktop.ui.widgets.lists import FactList
from desktop.ui.widgets.words import Symbol, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.domain.registers import Office
    from desktop.flow.desk import Desk
    from desktop.ui.form import FormPanel

OFFICE, COAT, OFFICER, WINDOW = "set_office", "set_coat", "set_officer", "set_window"
TWO_FROM = 64
"""Em from which the cards stand in two columns."""
YEAR = 365
"""Days after which an address ought to be looked at again."""


class FactCard(Card):
    """A heading with a way to change, and facts."""

    changed = Signal()

    def __init__(self, title: str, link: str = "") -> None:
        """Make it empty."""
        super().__init__(spacing=10)
        words = link or tr("Ändra")
        self.heading = Heading(title, link=words)
        self.heading.link.setAccessibleName(f"{words}: {title}")
        self.heading.link.clicked.connect(self.changed)
        self.facts = FactList()
        self.add(self.heading, self.facts)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show those that are filled in; the others as a dash."""
        self.facts.set_facts([(label, value or "–") for label, value in facts])


class OfficeSection(QWidget):
    """Cards of facts beside the letterhead as it looks."""

    act = Signal(str)
    """Name of the act that was asked for."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._office: Office | None = None
        self._coat = b""
        self.head = LetterheadCard()
        self.officer = FactCard(tr("Du som beslutar"))
        self.letters = FactCard(tr("Brevhuvud och adress"))
        self.court = FactCard(tr("Överklagande"))
        self.money = FactCard(tr("Ekonomi och kopior"))
        self.envelope = EnvelopeCard()
        self.envelope.changed.connect(lambda: self.act.emit(WINDOW))
        self.coat_heading = Heading(tr("Så ser brevhuvudet ut"), link=tr("Byt kommunvapen"))
        self.coat_heading.link.clicked.connect(lambda: self.act.emit(COAT))
        self._unchecked = QWidget()
        line = row(Symbol(Mark.WARN), spacing=8)
        self._why = Words("", "body", Tone.WARN, wrap=True)
        line.addWidget(self._why, 1)
        self._unchecked.setLayout(line)
        tight(line, 8)
        self.court.add(self._unchecked)
        self.officer.changed.connect(lambda: self.act.emit(OFFICER))
        for card in (self.letters, self.court, self.money):
            card.changed.connect(lambda: self.act.emit(OFFICE))
        looks = QWidget()
        seen = QVBoxLayout(looks)
        tight(seen, 8)
        seen.addWidget(self.coat_heading)
        seen.addWidget(self.head)
        self._columns = QGridLayout()
        tight(self._columns, 12)
        column = QVBoxLayout(self)
        tight(column, 12)
        column.addWidget(looks)
        column.addWidget(self.envelope)
        column.addLayout(self._columns)
        self._halves = (QWidget(), QWidget())
        for half, cards in zip(
            self._halves,
            ((self.officer, self.court), (self.letters, self.money)),
            strict=True,
        ):
            under = QVBoxLayout(half)
            tight(under, 12)
            for card in cards:
                under.addWidget(card)
            under.addStretch(1)
        self._lay(two=False)

    def _lay(self, *, two: bool) -> None:
        for at, half in enumerate(self._halves):
            self._columns.removeWidget(half)
            self._columns.addWidget(half, 0 if two else at, at if two else 0)
        self._columns.setColumnStretch(0, 1)
        self._columns.setColumnStretch(1, 1 if two else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards in two columns where there is room."""
        super().resizeEvent(event)
        self._lay(two=self.width() >= em(TWO_FROM))

    def follow(self, form: FormPanel | None, act: str) -> None:
        """Show at once what is being chosen: another coat of arms, another window."""
        self.envelope.follow(form if act == WINDOW else None)
        if form is not None and act == COAT:
            form.edited.connect(lambda: self._try_coat(form))

    def _try_coat(self, form: FormPanel) -> None:
        """Show a chosen picture in the letterhead; a drawing becomes a picture first."""
        file = form.raw()["picture"]
        if not isinstance(file, File):
            self._show_head(self._coat)
            return
        try:
            if is_drawing(file):
                picture = as_picture(file, "picture")
                field = form.field("picture")
                if isinstance(field, FileDrop):
                    field.set_file(picture, field.path)
                return
            self._show_head(coat_picture(file, "picture"))
        except Refusal as refusal:
            form.show_problems(refusal.problems)

    def _show_head(self, coat: bytes) -> None:
        if self._office is not None:
            office = self._office
            self.head.show_head(
                office.full_name,
                [office.department, office.address, _town(office)],
                [office.phone, office.email, office.website],
                coat,
            )

    def show_office(self, desk: Desk) -> None:
        """Show the office as it is registered."""
        office, officer = desk.office(), desk.officer()
        grants = offered(desk).grants
        self.court.setVisible(grants)
        self.money.setVisible(grants)
        self.officer.heading.title.setText(
            tr("Du som beslutar") if grants else tr("Du som undertecknar")
        )
        self._office = office
        self._coat = desk.store.content(office.coat_id) if office.coat_id else b""
        self._show_head(self._coat)
        known = [(tr("Namn"), officer.name), (tr("Titel"), officer.title)]
        delegation = [(tr("Delegation"), officer.delegation)] if grants else []
        self.officer.show_facts([*known, *delegation])
        self.letters.show_facts(
            [
                (tr("Kommun"), office.full_name),
                (tr("Förvaltning"), office.department),
                (tr("Nämnd"), office.board),
                (tr("Adress"), ", ".join(part for part in (office.address, _town(office)) if part)),
                (tr("Telefon"), office.phone),
                (tr("E-post"), office.email),
                (tr("Webbplats"), office.website),
                (tr("Organisationsnummer"), office.organisation_number),
            ]
        )
        checked = str(office.court_checked or "")
        self.court.show_facts(
            [
                (tr("Domstol"), office.court),
                (tr("Adress"), office.court_address),
                (tr("Kontrollerad"), checked),
            ]
        )
        self.envelope.show_office(desk)
        self._why.setText(_court_worry(desk, office))
        self._unchecked.setVisible(bool(self._why.text()))
        self.money.show_facts(
            [(tr("Kopia av beslut till"), office.copies_to), (tr("Kontering"), office.coding)]
        )


def _town(office: Office) -> str:
    return " ".join(part for part in (office.postcode, office.city) if part)


def _court_worry(desk: Desk, office: Office) -> str:
    """Say what to look at; the court's address stands in every decision."""
    if not office.court or not office.court_address:
        return tr("Domstolens namn och adress behövs i beslutens överklagandetext.")
    if office.court_checked is None:
        return tr("Ingen har skrivit in när adressen kontrollerades. Den står i varje beslut.")
    if (desk.today - office.court_checked).days > YEAR:
        return tr("Adressen kontrollerades för mer än ett år sedan.")
    return ""
