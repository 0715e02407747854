"""A place: what binds us to it, its pots of the year, its associations and cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.phases import PLACE_WORDS
from desktop.domain.swedish import kr
from desktop.flow.places import PlaceView, place_view
from desktop.ui.forms.record_page import RecordPage
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Route
from desktop.ui.pages.ort_council import CouncilLine
from desktop.ui.pages.ort_partners import Partners
from desktop.ui.pages.ort_words import council_words, distance_words
from desktop.ui.roles import Tone
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.cases import CaseTable
from desktop.ui.widgets.figures import Figures
from desktop.ui.widgets.pots import Pot, PotBars
from desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.registers import Place
    from desktop.ui.session import Session

CHANGE = "change_place"


class PlacePage(RecordPage):
    """One place, or the form of a new one."""

    kind, page, listed = "place", "ort", "orter"
    rows = (("distance_km", "since"), ("council_on", "council_paragraph"))

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session, tr("Orter"))
        self._seen: PlaceView | None = None
        self.change_button = Button(tr("Ändra"))
        self.change_button.clicked.connect(lambda: self.take(CHANGE))
        self.frame.buttons.addWidget(self.change_button)
        self.about = Figures()
        self.council = CouncilLine()
        self.council.link.clicked.connect(lambda: self.take(CHANGE, "council_on"))
        self.note = Words("", "body", Tone.MUTED, wrap=True)
        self.about.add(self.council, self.note)
        self.cases = CaseTable("place")
        self.cases.opened.connect(lambda key: self.go.emit(Route(page="arende", subject=key)))
        self.pots = PotBars()
        self.pots_heading = Heading("", note=tr("kvar efter förslag"))
        self.partners = Partners()
        self.partners.opened.connect(lambda key: self.go.emit(Route(page="forening", subject=key)))
        self.partners.added.connect(
            lambda: self.go.emit(Route(page="forening", act="add_association"))
        )
        self._assemble()

    def _assemble(self) -> None:
        pots = QWidget()
        column = QVBoxLayout(pots)
        tight(column, 8)
        card = Card()
        card.add(self.pots)
        column.addWidget(self.pots_heading)
        column.addWidget(card)
        self._pots_part = pots
        listed = QWidget()
        below = QVBoxLayout(listed)
        tight(below, 8)
        below.addWidget(Heading(tr("Ärenden")))
        below.addWidget(self.cases)
        self._cases_part = listed
        self.frame.add(self.about, listed)
        self.frame.add_side(pots, self.partners)

    # What is shown

    def title(self) -> str:
        """Give the title of the window."""
        return self._seen.place.name if self._seen is not None else tr("Ny ort")

    def record(self) -> Place | None:
        """Give the place."""
        return self._seen.place if self._seen is not None else None

    def removable(self) -> bool:
        """Say whether no case is about the place."""
        return self._seen is not None and not self._seen.cases

    def refresh(self) -> None:
        """Read the place again."""
        desk = self.session.need()
        new = not self._subject
        try:
            self._seen = None if new else place_view(desk, self._subject)
        except LookupError:
            self.gone()
            return
        for part in (self.about, self._cases_part, self._pots_part, self.partners):
            part.setVisible(not new)
        if self._seen is not None:
            self._show(self._seen)
        else:
            self.frame.set_title(tr("Ny ort"))
            self.frame.set_line(tr("Bara namnet måste fyllas i."))
        self.show_form()
        self.change_button.setVisible(self.form is None)

    def _show(self, seen: PlaceView) -> None:
        place = seen.place
        self.frame.set_title(place.name)
        decided = council_words(place)
        facts = [
            (tr("Samverkan"), shown(PLACE_WORDS[place.kind])),
            (tr("Land"), place.country),
            (tr("Sedan"), str(place.since or "")),
            (tr("Fågelvägen"), distance_words(place.distance_km)),
            (tr("Fullmäktiges beslut"), decided),
            (
                tr("Beviljat {year}", year=seen.year),
                kr(sum(each.granted for each in seen.partners)),
            ),
        ]
        self.about.set_facts([(label, words) for label, words in facts if words])
        self.note.setText(place.note)
        self.note.setVisible(bool(place.note))
        self.council.setVisible(seen.lacks_council)
        self.cases.show_cases(self.session.need(), seen.cases)
        self.partners.show_partners(seen.partners, seen.year)
        self.pots_heading.title.setText(tr("Potter {year}", year=seen.year))
        self.pots.set_pots(
            [
                Pot(
                    group="",
                    label=tr(bar.short),
                    decided=bar.decided,
                    proposed=bar.proposed,
                    total=bar.cap,
                )
                for bar in seen.pots
            ]
        )
        self._pots_part.setVisible(bool(seen.pots))

    # Keys

    def first_focus(self) -> None:
        """Take the keyboard to the form, the cases, or the way to change."""
        if self.form is not None:
            self.form.focus_first()
        elif self._seen is not None and self._seen.cases:
            self.cases.enter()
        else:
            self.change_button.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: open the case in the list, or do the act of the form."""
        if self.form is not None:
            self.form.next_act()
        else:
            self.cases.open_current()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        form = [self.form.foot.button] if self.form is not None else [self.change_button]
        return (*form, self.cases, self.partners.heading.link)
