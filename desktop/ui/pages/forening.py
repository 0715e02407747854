"""An association: annual reports, cases, letters; contact and account beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.applicants import FORM_WORDS, KIND_WORDS, SCHOOLS, SchoolForm
from desktop.flow.associations import AssociationView, association_view
from desktop.ui.forms.record_page import RecordPage
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Offer, Route
from desktop.ui.pages.case_parts.history import History
from desktop.ui.pages.forening_cards import AccountCard, Advice, ContactCard
from desktop.ui.pages.forening_reports import Reports
from desktop.ui.spoken import short_date
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.cases import CaseTable
from desktop.ui.widgets.lists import Doc, DocumentList, FactList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.domain.casework import Document
    from desktop.domain.registers import Association
    from desktop.flow.run import Outcome
    from desktop.ui.session import Session

CHANGE, ACCOUNT, REPORT = "change_association", "change_account", "receive_annual_report"
ADD_SCHOOL = "add_school"


class AssociationPage(RecordPage):
    """One association, or the form of a new one."""

    kind, page, listed = "association", "forening", "foreningar"
    rows = (("postcode", "city"), ("account_kind", "account"), ("kind", "school_form"))

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        schools = session.need().in_force()[1].schools
        super().__init__(session, tr("Sökande") if schools else tr("Föreningar"))
        self._seen: AssociationView | None = None
        self.change_button = Button(tr("Ändra"))
        self.change_button.clicked.connect(lambda: self.take(self._change_act()))
        self.case_button = Button(tr("Ny ansökan"), "plus")
        self.case_button.clicked.connect(self._new_case)
        self.frame.buttons.addWidget(self.change_button)
        self.frame.buttons.addWidget(self.case_button)
        self.reports = Reports()
        self.reports.received.connect(lambda: self.take(REPORT))
        self.reports.opened.connect(self._open_document)
        self.cases = CaseTable("association")
        self.cases.opened.connect(lambda key: self.go.emit(Route(page="arende", subject=key)))
        self.papers = DocumentList(tr("Brev och handlingar"))
        self.papers.opened.connect(self._open_document)
        self.account = AccountCard()
        self.account.changed.connect(lambda: self.take(self._account_act()))
        self.contact = ContactCard()
        self.facts = FactList()
        self.events = History()
        self._assemble()

    def _assemble(self) -> None:
        cases = _titled(Heading(tr("Ärenden")), self.cases)
        papers, facts = Card(), Card()
        papers.add(self.papers)
        facts.add(self.facts)
        told = _titled(Heading(tr("Uppgifter")), facts)
        self.advice = Advice()
        self._parts = (self.reports, cases, papers, self.account, self.contact, told, self.events)
        self.frame.add(self.reports, cases, papers)
        self.frame.add_side(self.advice, self.account, self.contact, told, self.events)

    # What is shown

    def title(self) -> str:
        """Give the title of the window."""
        return self._seen.association.name if self._seen is not None else self._new_words()

    def _new_words(self) -> str:
        return tr("Ny skola") if self._act == ADD_SCHOOL else tr("Ny förening")

    def _school(self) -> bool:
        return self._seen is not None and self._seen.association.kind in SCHOOLS

    def _change_act(self) -> str:
        return "change_school" if self._school() else CHANGE

    def _account_act(self) -> str:
        return "change_school_account" if self._school() else ACCOUNT

    def answered(self, outcome: Outcome) -> None:
        """Go to a school that was made, as to an association."""
        super().answered(outcome)
        if outcome.event.name == ADD_SCHOOL:
            self.go.emit(Route(page=self.page, subject=dict(outcome.subjects)[self.kind]))

    def record(self) -> Association | None:
        """Give the association."""
        return self._seen.association if self._seen is not None else None

    def removable(self) -> bool:
        """Say whether it has no case."""
        return self._seen is not None and not self._seen.cases

    def refresh(self) -> None:
        """Read the association again."""
        desk = self.session.need()
        new = not self._subject
        try:
            self._seen = None if new else association_view(desk, self._subject)
        except LookupError:
            self.gone()
            return
        for part in self._parts:
            part.setVisible(not new)
        self.advice.setVisible(new and self._act != ADD_SCHOOL)
        if self._seen is not None:
            self._show(self._seen)
        else:
            self.frame.set_title(self._new_words())
            self.frame.set_line(tr("Bara namnet måste fyllas i. Resten kan vänta."))
        self.show_form(len(self._seen.reports) if self._seen is not None else 0)
        self.change_button.setVisible(
            self._seen is not None and self.shown_act() != self._change_act()
        )
        self.case_button.setVisible(self._seen is not None)

    def _show(self, seen: AssociationView) -> None:
        it, today = seen.association, self.session.need().today
        self.frame.set_title(it.name)
        places = ", ".join(place.name for place in seen.places)
        number = it.organisation_number
        school = it.kind in SCHOOLS
        line = (
            (shown(KIND_WORDS[it.kind]), shown(FORM_WORDS[it.school_form or SchoolForm.OTHER]))
            if school
            else (places, number or tr("utan organisationsnummer"))
        )
        self.frame.set_line(" · ".join(part for part in line if part))
        self.reports.setVisible(bool(seen.reports))
        stops = any(each.open for each in seen.cases)
        self.reports.show_years(seen.reports, paragraph=self._paragraph(), stops=stops)
        self.cases.show_cases(self.session.need(), seen.cases)
        self.papers.set_documents(
            [_doc(each, today) for each in seen.letters], empty=tr("Inga brev än.")
        )
        self.account.show_account(it)
        self.contact.show_contact(it)
        facts = [
            (tr("Huvudman"), shown(KIND_WORDS[it.kind]) if school else ""),
            (tr("Kommun"), tr("ligger i en annan kommun") if it.outside else ""),
            (tr("Ansvarig rektor"), it.principal),
            (tr("Orter"), "" if school else places or tr("inga")),
            (tr("Organisationsnummer"), number or ("" if school else tr("saknas"))),
            (tr("Räkenskapsåret slutar"), "" if school else it.year_end),
            (tr("Anteckning"), it.note),
        ]
        self.facts.set_facts([(label, value) for label, value in facts if value])
        self.events.set_events(seen.events, today)
        self.events.setVisible(bool(seen.events))

    def _paragraph(self) -> str:
        """Give the rule that asks for annual reports, as it is cited."""
        for scheme in self.session.need().in_force()[1].schemes:
            for rule in scheme.rules:
                if rule.kind == "annual_report":
                    return f"{rule.id}  {rule.paragraph}"
        return ""

    def shown_act(self) -> str:
        """Give the act that was chosen, else to receive what is missing, else none."""
        if self._act or self._seen is None:
            return self._act
        waits = self._seen.awaited is not None and any(each.open for each in self._seen.cases)
        return REPORT if waits else ""

    # Going about

    def _open_document(self, document_id: int) -> None:
        self.go.emit(Route(page="handling", subject=document_id))

    def _new_case(self) -> None:
        self.go.emit(Route(page="ansokan", subject=self._subject))

    def offers(self, menu: str) -> Sequence[Offer]:
        """Give the acts of an association to the menu Ärende."""
        if menu != "arende" or self._seen is None:
            return ()
        if self._school():
            return (
                Offer(word=tr("Ändra skolan"), do=lambda: self.take(self._change_act())),
                Offer(word=tr("Konto och rektor"), do=lambda: self.take(self._account_act())),
                Offer(word=tr("Ny ansökan"), do=self._new_case),
            )
        return (
            Offer(word=tr("Ändra föreningen"), do=lambda: self.take(CHANGE)),
            Offer(word=tr("Byt kontonummer"), do=lambda: self.take(ACCOUNT)),
            Offer(word=tr("Ta emot verksamhetsberättelse"), do=lambda: self.take(REPORT)),
            Offer(word=tr("Ny ansökan"), do=self._new_case),
        )

    def first_focus(self) -> None:
        """Take the keyboard to a chosen form, the cases, or the way to change."""
        if self.form is not None and (self._act or not self._seen):
            self.form.focus_first()
        elif self._seen is not None and self._seen.cases:
            self.cases.enter()
        else:
            self.case_button.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: the form, or the case in the list."""
        if self.form is not None:
            self.form.next_act()
        else:
            self.cases.open_current()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        form = [self.form.foot.button] if self.form is not None else [self.change_button]
        return (*form, self.cases, self.account.heading.link)


def _titled(heading: Heading, part: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    tight(column, 8)
    column.addWidget(heading)
    column.addWidget(part)
    return holder


def _day(day: date, today: date) -> str:
    words = short_date(day)
    return words if day.year == today.year else f"{words} {day.year}"


def _doc(each: Document, today: date) -> Doc:
    kind = "lock" if each.kind.startswith("decision") else "document" if each.outgoing else "clip"
    return Doc(id=each.id, title=each.title, day=_day(each.made_on, today), kind=kind)
