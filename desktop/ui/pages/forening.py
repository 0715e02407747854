"""An association: annual reports, cases, letters; contact and account beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.flow.associations import AssociationView, association_view
from desktop.ui.form_layout import Layout
from desktop.ui.forms.register_form import register_form
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import tr
from desktop.ui.page import Offer, Page, Route
from desktop.ui.pages.forening_cards import AccountCard, Advice, ContactCard
from desktop.ui.pages.forening_reports import Reports
from desktop.ui.spoken import short_date
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.cases import CaseTable
from desktop.ui.widgets.lists import Doc, DocumentList, EventList, FactList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.domain.casework import Document
    from desktop.flow.run import Outcome
    from desktop.ui.form import FormPanel
    from desktop.ui.session import Session

ADD, CHANGE, REMOVE = "add_association", "change_association", "remove_association"
ACCOUNT, REPORT = "change_account", "receive_annual_report"
ROWS = (("postcode", "city"), ("account_kind", "account"))


class AssociationPage(Page):
    """One association, or the form of a new one."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self._subject = 0
        self._act = ""
        self._formed = ("", 0, 0)
        self._seen: AssociationView | None = None
        self._new_form: FormPanel | None = None
        self.frame = PageFrame(back=tr("Föreningar"))
        self.frame.backed.connect(lambda: self.go.emit(Route(page="foreningar")))
        self.change_button = Button(tr("Ändra"))
        self.change_button.clicked.connect(lambda: self._take(CHANGE))
        self.case_button = Button(tr("Ny ansökan"), "plus")
        self.case_button.clicked.connect(self._new_case)
        self.frame.buttons.addWidget(self.change_button)
        self.frame.buttons.addWidget(self.case_button)
        self.reports = Reports()
        self.reports.received.connect(lambda: self._take(REPORT))
        self.reports.opened.connect(self._open_document)
        self.cases = CaseTable("association")
        self.cases.opened.connect(lambda key: self.go.emit(Route(page="arende", subject=key)))
        self.papers = DocumentList(tr("Brev och handlingar"))
        self.papers.opened.connect(self._open_document)
        self.account = AccountCard()
        self.account.changed.connect(lambda: self._take(ACCOUNT))
        self.contact = ContactCard()
        self.facts = FactList()
        self.events = EventList(tr("Händelser"))
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
        self.frame.widened.connect(self._fit_form)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    # What is shown

    def title(self) -> str:
        """Give the title of the window."""
        return self._seen.association.name if self._seen is not None else tr("Ny förening")

    def open(self, subject: int, act: str) -> None:
        """Turn to an association, or to a new one."""
        self._subject, self._act = subject, act or ("" if subject else ADD)

    def refresh(self) -> None:
        """Read the association again."""
        desk = self.session.need()
        new = not self._subject
        try:
            self._seen = None if new else association_view(desk, self._subject)
        except LookupError:
            # It was taken away, or the act that made it was taken back.
            QTimer.singleShot(0, lambda: self.go.emit(Route(page="foreningar")))
            return
        for part in self._parts:
            part.setVisible(not new)
        self.advice.setVisible(new)
        if self._seen is not None:
            self._show(self._seen)
        else:
            self.frame.set_title(tr("Ny förening"))
            self.frame.set_line(tr("Bara namnet måste fyllas i. Resten kan vänta."))
        self._form()
        self.change_button.setVisible(self._seen is not None and self._shown_act() != CHANGE)
        self.case_button.setVisible(self._seen is not None)

    def _show(self, seen: AssociationView) -> None:
        it, today = seen.association, self.session.need().today
        self.frame.set_title(it.name)
        places = ", ".join(place.name for place in seen.places)
        number = it.organisation_number
        line = (places, number or tr("utan organisationsnummer"))
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
            (tr("Orter"), places or tr("inga")),
            (tr("Organisationsnummer"), number or tr("saknas")),
            (tr("Räkenskapsåret slutar"), it.year_end),
            (tr("Anteckning"), it.note),
        ]
        self.facts.set_facts([(label, value) for label, value in facts if value])
        self.events.set_events([(_day(each.at.date(), today), each.text) for each in seen.events])
        self.events.setVisible(bool(seen.events))

    def _paragraph(self) -> str:
        """Give the rule that asks for annual reports, as it is cited."""
        for scheme in self.session.need().in_force()[1].schemes:
            for rule in scheme.rules:
                if rule.kind == "annual_report":
                    return f"{rule.id}  {rule.paragraph}"
        return ""

    # The form

    def _shown_act(self) -> str:
        """Give the act that was chosen, else to receive what is missing, else none."""
        if self._act or self._seen is None:
            return self._act
        waits = self._seen.awaited is not None and any(each.open for each in self._seen.cases)
        return REPORT if waits else ""

    def _take(self, act: str) -> None:
        self._act = act
        self.refresh()
        if self.form is not None:
            self.form.focus_first()
            self.frame.show_part(self.form)

    def _form(self) -> None:
        """Make the form anew when another act or another version of the record is at hand."""
        act = self._shown_act()
        it = self._seen.association if self._seen is not None else None
        reports = len(self._seen.reports) if self._seen is not None else 0
        key = (act, it.id if it else 0, (it.rev if it else 0) * 100 + reports)
        if key == self._formed and (self.form is not None) == bool(act):
            return
        self._formed = key
        if self._new_form is not None:
            self._new_form.hide()
            self._new_form.deleteLater()
            self._new_form = None
        self.form = self._made(act) if act else None
        self.frame.set_act(*([self.form] if self.form is not None and it else []))
        if self.form is not None and it is None:
            self._new_form = self.form
            self.frame.main.insertWidget(0, self.form)
            self.form.show()

    def _made(self, act: str) -> FormPanel:
        it = self._seen.association if self._seen is not None else None
        removable = act == CHANGE and self._seen is not None and not self._seen.cases
        form = register_form(
            self,
            act,
            it,
            layout=self._layout(),
            rows=ROWS,
            others=(REMOVE,) if removable else (),
            close=self._close if self._act else None,
        )
        form.other.connect(self._remove)
        return form

    def _layout(self) -> Layout:
        """Give labels above in the side column, left of the fields on a page of its own."""
        if not self._subject:
            return Layout.PAGE
        return Layout.SIDE if self.frame.two_columns else Layout.WIDE

    def _fit_form(self, _two: bool) -> None:
        if self.form is not None:
            self.form.set_layout(self._layout())

    def _close(self) -> None:
        self._act = ""
        if self._subject:
            self.refresh()
            self.first_focus()
        else:
            self.back.emit()

    def _remove(self, _key: str) -> None:
        from desktop.flow.steps.associations import RemoveAssociation  # noqa: PLC0415 - seldom

        self.asked.emit(RemoveAssociation, {"association_id": self._subject})

    def answered(self, outcome: Outcome) -> None:
        """Close the form; go to what was made, or leave what was taken away."""
        super().answered(outcome)
        self._act = ""
        if outcome.event.name == REMOVE:
            self.go.emit(Route(page="foreningar"))
        elif outcome.event.name == ADD:
            self.go.emit(Route(page="forening", subject=dict(outcome.subjects)["association"]))

    # Going about

    def _open_document(self, document_id: int) -> None:
        self.go.emit(Route(page="handling", subject=document_id))

    def _new_case(self) -> None:
        self.go.emit(Route(page="ansokan", subject=self._subject))

    def offers(self, menu: str) -> Sequence[Offer]:
        """Give the acts of an association to the menu Ärende."""
        if menu != "arende" or self._seen is None:
            return ()
        return (
            Offer(word=tr("Ändra föreningen"), do=lambda: self._take(CHANGE)),
            Offer(word=tr("Byt kontonummer"), do=lambda: self._take(ACCOUNT)),
            Offer(word=tr("Ta emot verksamhetsberättelse"), do=lambda: self._take(REPORT)),
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
