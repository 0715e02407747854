"""Settings of the window envelope: a real letter's top, and a page to try in an envelope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from desktop.domain.phases import WindowSide
from desktop.domain.problems import Refusal
from desktop.flow.envelope import WINDOWS, moved, trial_letter
from desktop.flow.reading import read
from desktop.flow.steps.office import SetWindow
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, Heading, row, tight
from desktop.ui.widgets.envelope import PAPER, EnvelopeView, outline
from desktop.ui.widgets.lists import FactList
from desktop.ui.widgets.words import Words, small

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.registers import Office
    from desktop.flow.desk import Desk
    from desktop.ui.form import FormPanel

BESIDE = 46
"""Em from which letter and words stand beside each other."""
REST = 150
"""Milliseconds after the last key until the letter is drawn again."""


class EnvelopeCard(Card):
    """Where the address stands in letters now, and while the form is being filled in."""

    changed = Signal()
    """The form was asked for."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(spacing=10)
        self._desk: Desk | None = None
        self._office: Office | None = None
        self._form: FormPanel | None = None
        self._letter = b""
        self._side = ""
        words = tr("Ändra")
        self.heading = Heading(tr("Fönsterkuvert"), link=words)
        self.heading.link.setAccessibleName(f"{words}: {tr('Fönsterkuvert')}")
        self.heading.link.clicked.connect(self.changed)
        self.facts = FactList()
        self.view = EnvelopeView()
        self.why = Words("", wrap=True)
        self.why.hide()
        self.trial = Button(tr("Skriv ut en provsida"), "printer")
        self.trial.clicked.connect(self._print)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._draw)
        said = QVBoxLayout()
        tight(said, 10)
        for part in (self.facts, self._note(), self.why):
            said.addWidget(part)
        said.addLayout(row(self.trial, None))
        said.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        tight(self._beside, 16)
        self._beside.addWidget(self.view, 3)
        self._beside.addLayout(said, 2)
        self.add(self.heading)
        self.body.addLayout(self._beside)

    def _note(self) -> Words:
        return small(
            tr(
                "Den streckade ramen är ett vanligt fönster. Kuvert skiljer några millimeter:"
                " lägg provsidan i ett av era."
            ),
            wrap=True,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the letter above the words where they do not fit beside each other."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        beside = self.width() >= em(BESIDE)
        self._beside.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the words allow under each other."""
        return QSize(em(20), super().minimumSizeHint().height())

    def show_office(self, desk: Desk) -> None:
        """Show the office as it is registered; the letter is drawn when there is time."""
        self._desk, self._office = desk, desk.office()
        office = self._office
        fold = tr("{mm} mm från överkanten", mm=office.fold_at) if office.fold_mark else tr("inget")
        side = tr("till vänster (V2)"), tr("till höger (H2)")
        self.facts.set_facts(
            [
                (tr("Fönster"), side[office.window_side.value == "right"]),
                (
                    tr("Adressen"),
                    tr(
                        "{left} mm från vänster, {top} mm från överkanten",
                        left=office.window_left,
                        top=office.window_top,
                    ),
                ),
                (tr("Vikmärke"), fold),
            ]
        )
        self._rest.start()

    def follow(self, form: FormPanel | None) -> None:
        """Show what is being typed in a form; None shows the office as it is."""
        self._form = form
        if form is not None:
            self._side = str(form.raw()["side"])
            form.edited.connect(self._typed)
        self._rest.start()

    def _typed(self) -> None:
        """Propose the usual place when another side is chosen, and draw the letter soon."""
        form = self._form
        if form is None:
            return
        raw = form.raw()
        before, self._side = self._side, str(raw["side"])
        if self._side != before and self._side in set(WindowSide):
            left, top = WINDOWS[WindowSide(before)].address
            # What somebody has measured is left alone.
            if (raw["left"], raw["top"]) == (str(left), str(top)):
                left, top = WINDOWS[WindowSide(self._side)].address
                form.set_values({"left": left, "top": top})
        self._rest.start()

    def _wanted(self) -> Office:
        """Give the office as the form would make it; as it is while the form makes no sense."""
        desk, office = self._desk, self._office
        assert desk is not None  # noqa: S101 - drawn after it was shown
        assert office is not None  # noqa: S101 - as above
        if self._form is None:
            return office
        try:
            return moved(office, read(SetWindow, self._form.raw(), desk.today))
        except Refusal:
            return office

    def _draw(self) -> None:
        if self._desk is None or not self.isVisible():
            return
        office = self._wanted()
        try:
            self._letter = trial_letter(self._desk, office)
        except Refusal as refusal:
            self.why.setText(" ".join(shown(each.text) for each in refusal.problems))
        else:
            self.view.show_letter(self._letter, WINDOWS[office.window_side])
        self.view.setVisible(bool(self._letter))
        self.why.setVisible(not self._letter)
        self.trial.setEnabled(bool(self._letter))

    def _print(self) -> None:
        from desktop.ui.printing import print_pdf  # noqa: PLC0415 - not before it is wanted

        self._draw()
        window = WINDOWS[self._wanted().window_side]

        def over(painter: QPainter, sheet: QRectF) -> None:
            outline(painter, window, sheet.width() / PAPER)

        if self._letter:
            print_pdf(self, self._letter, tr("Provsida"), over)
