"""A place: what binds us to it, its pots of the year, its associations and cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.flow.offered import offered
from desktop.flow.places import PlaceView, place_view
from desktop.flow.visit_place import place_visits
from desktop.ui.forms.record_page import RecordPage
from desktop.ui.i18n import tr
from desktop.ui.page import Offer, Route
from desktop.ui.pages.case_parts.findings import paragraph
from desktop.ui.pages.case_parts.paragraph_card import ParagraphCard
from desktop.ui.pages.ort_agreement import AgreementCard, visit_rule
from desktop.ui.pages.ort_council import CouncilLine
from desktop.ui.pages.ort_partners import Partners
from desktop.ui.pages.ort_visits import ContactsCard, QuotaCard, VisitsCard
from desktop.ui.pages.ort_words import place_line
from desktop.ui.roles import Tone
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.cases import CaseTable
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
        self.visit_button = Button(tr("Nytt besök"), "plus")
        self.visit_button.clicked.connect(self._new_visit)
        self.frame.buttons.addWidget(self.visit_button)
        self.about = Card()
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
        self.agreement, self.paragraph = AgreementCard(), ParagraphCard()
        self.contacts, self.visits, self.quota = ContactsCard(), VisitsCard(), QuotaCard()
        self.agreement.went.connect(self.go)
        for part in (self.agreement, self.quota):
            part.paragraphed.connect(self._open_rule)
        for listed in (self.contacts, self.visits, self.quota):
            listed.opened.connect(lambda key: self.go.emit(Route(page="besok", subject=key)))
        self.contacts.added.connect(self._new_contact)
        self.visits.heading.link.clicked.connect(self._new_visit)
        self._assemble()

    def _new_visit(self) -> None:
        self.go.emit(Route(page="nyttbesok", subject=self._subject))

    def _new_contact(self) -> None:
        self.go.emit(Route(page="nyttbesok", subject=self._subject, act="log_contact"))

    def _open_rule(self, kind: str) -> None:
        _, guideline = self.session.need().in_force()
        rule = visit_rule(guideline, kind)
        if rule is not None:
            self.paragraph.show_paragraph(paragraph(guideline, rule))
            self.frame.show_part(self.paragraph)

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
        self.frame.add(self.about, self.agreement, self.paragraph, self.contacts, self.visits)
        self.frame.add(listed)
        self.frame.add_side(self.quota, pots, self.partners)

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
        it = offered(desk)
        parts = {
            self.about: True,
            self._cases_part: it.grants,
            self._pots_part: it.pots,
            self.partners: it.associations,
            self.agreement: it.agreements,
            self.contacts: it.visits,
            self.visits: it.visits,
            self.quota: it.quota,
        }
        for part, on in parts.items():
            part.setVisible(on and not new)
        self.paragraph.setVisible(not new and self.paragraph.isVisibleTo(self))
        if self._seen is not None:
            self._show(self._seen)
        else:
            self.frame.set_title(tr("Ny ort"))
            self.frame.set_line(tr("Bara namnet måste fyllas i."))
        self.show_form()
        self.change_button.setVisible(self.form is None)
        self.visit_button.setVisible(it.visits and not new)

    def _show(self, seen: PlaceView) -> None:
        place = seen.place
        self.frame.set_title(place.name)
        self.frame.set_line(place_line(place))
        self.note.setText(place.note)
        self.note.setVisible(bool(place.note))
        self.council.setVisible(seen.lacks_council)
        self.about.setVisible(seen.lacks_council or bool(place.note))
        self._show_visits(place.id)
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
        self._cases_part.setVisible(offered(self.session.need()).grants or bool(seen.cases))

    def _show_visits(self, place_id: int) -> None:
        desk = self.session.need()
        visits = place_visits(desk, place_id)
        _, guideline = desk.in_force()
        self.agreement.show_agreement(visits.agreement, place_id, visits.warnings, guideline)
        self.contacts.show_contacts(desk, visits)
        self.visits.show_visits(visits)
        self.quota.show_quota(visits.quota, guideline)

    def new_here(self) -> Route | None:
        """Answer Ctrl+N with a visit to or from the place."""
        return Route(page="nyttbesok", subject=self._subject) if self._seen is not None else None

    def offers(self, menu: str) -> Sequence[Offer]:
        """Offer a visit and a digital contact with the place."""
        if menu != "arende" or self._seen is None:
            return ()
        return (
            Offer(word=tr("Nytt besök"), do=self._new_visit),
            Offer(word=tr("Digital kontakt"), do=self._new_contact),
        )

    # Keys

    def first_focus(self) -> None:
        """Take the keyboard to the form, the visits, the cases, or the way to a visit."""
        if self.form is not None:
            self.form.focus_first()
        elif self.visits.table.rows.ids:
            self.visits.table.enter()
        elif self._seen is not None and self._seen.cases:
            self.cases.enter()
        else:
            self.visit_button.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: open the visit or case of the list, or do the act of the form."""
        if self.form is not None:
            self.form.next_act()
        elif self.visits.table.view.hasFocus():
            self.visits.table.open_current()
        else:
            self.cases.open_current()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        form = [self.form.foot.button] if self.form is not None else [self.change_button]
        return (*form, self.visits.table, self.cases, self.partners.heading.link)
