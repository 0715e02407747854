"""The page of a board, office or company: who is its contact, its offices and its plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.commitment_words import BODY_WORDS
from desktop.domain.commitments import ContactPerson
from desktop.domain.text import say
from desktop.domain.work_guideline import work_rules
from desktop.flow.contact_view import BodyPicture, body_picture
from desktop.flow.steps import step_named
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.page import Route
from desktop.ui.pages.natverk_subject import SubjectPage
from desktop.ui.pages.natverk_words import day_words
from desktop.ui.roles import Mark, Tone
from desktop.ui.widgets.card import Card, Hairline, Heading, Section, row
from desktop.ui.widgets.name_link import NameLink
from desktop.ui.widgets.words import Link, Symbol, Words, muted, small

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from desktop.flow.desk import Desk

INSET = 16
OF_PERSON = ("change_contact_person", "end_contact_person")


class BodyPage(SubjectPage):
    """One body with its contact persons, or the form of a new one."""

    kind, page, new, part, on = "body", "verksamhet", "register_body", "contacts", "contact"
    back_words = say("Kontaktpersoner")
    changing = "change_body"
    wide = ()

    def build(self) -> None:
        """Put the contact persons after the rules; offices and plans beside."""
        self._person: ContactPerson | None = None
        self.people = Card(padding=0, spacing=0)
        self.people_heading = Heading(tr("Kontaktpersoner"), note=" ", link=tr("Ny kontaktperson"))
        self.people_heading.setContentsMargins(px(INSET), px(10), px(INSET), px(8))
        self.people_heading.link.clicked.connect(lambda: self.choose("register_contact_person"))
        self._rows = QWidget()
        self.people.add(self.people_heading, self._rows)
        self.offices = Section(Heading(tr("Kontor")))
        self._office_card = Card(spacing=6)
        self.offices.add(self._office_card)
        self.plans = Section(Heading(tr("Handlingsplaner"), link=tr("Ny plan")))
        self.plans.heading.link.clicked.connect(self._new_plan)
        self._plan_card = Card(spacing=6)
        self.plans.add(self._plan_card)
        self.cards.add(self.people)
        self.cards.add_side(self.plans, self.offices)

    def _new_plan(self) -> None:
        self.go.emit(Route(page="handlingsplan", subject=self._subject, act="register_action_plan"))

    def read(self, desk: Desk, subject: int) -> BodyPicture:
        """Give the body; a person of another is let go."""
        seen = body_picture(desk, subject)
        known = {each.id: each for each in (*seen.persons, *seen.former)}
        self._person = known.get(self._person.id) if self._person is not None else None
        return seen

    def about(self, act: str) -> Any:  # noqa: ANN401 - a BodyPicture, or a ContactPerson
        """Give the person for an act about one."""
        return self._person if act in OF_PERSON else self._seen

    def name(self, seen: BodyPicture) -> str:
        """Give its name."""
        return seen.body.name

    def resting(self, seen: BodyPicture) -> str:
        """Say that all is well."""
        if seen.ended:
            return tr("Verksamheten finns inte längre.")
        return tr("Kontaktpersonen är inskriven.") if seen.persons else tr("Inget saknas.")

    def show_seen(self, desk: Desk, seen: BodyPicture) -> None:
        """Fill header and cards."""
        it = seen.body
        if seen.ended:
            self.frame.set_badge(tr("Finns inte längre"))
        elif seen.missing:
            self.frame.set_badge(tr("Kontaktperson saknas"), Mark.WARN)
        else:
            self.frame.set_badge("")
        kind = shown(BODY_WORDS[it.kind])
        under = tr("hör till {name}", name=seen.parent.name) if seen.parent else ""
        self.frame.set_line(" · ".join(part for part in (kind, under, it.e_mail) if part))
        self.cards.show_rules(desk, tr("Regler"), seen.findings)
        self._show_people(seen)
        self._show_links(
            self._office_card,
            [(each.name, Route(page=self.page, subject=each.id)) for each in seen.offices],
        )
        self.cards.have(self.offices, on=bool(seen.offices))
        self._show_links(
            self._plan_card,
            [
                (
                    f"{each.plan.year} · {shown(each.label)}",
                    Route(page="handlingsplan", subject=each.id),
                )
                for each in seen.plans
            ],
            tr("Ingen handlingsplan än."),
        )
        terms = work_rules(desk.in_force()[1]).plans
        wanted = terms is not None and seen.body.kind in terms.of
        self.cards.have(self.plans, on=wanted or bool(seen.plans))
        self.cards.show_facts(
            [
                (tr("Slag"), kind),
                (tr("Hör till"), seen.parent.name if seen.parent else ""),
                (tr("E-post"), it.e_mail),
                (tr("Sista dag"), day_words(it.active_until)),
                (tr("Anteckning"), it.note),
            ]
        )
        self.cards.show_papers([], "")
        self.cards.documents.hide()

    def _show_people(self, seen: BodyPicture) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(0)
        for person in (*seen.persons, *seen.former):
            column.addWidget(Hairline())
            column.addLayout(self._row(person, now=person in seen.persons))
        if not seen.persons:
            line = row(spacing=8)
            line.setContentsMargins(px(INSET), px(6), px(INSET), px(8))
            if seen.missing:
                line.addWidget(Symbol(Mark.WARN))
            words = tr("Ingen är utsedd. Be verksamheten utse någon och skriv in namnet här.")
            line.addWidget(muted(words, wrap=True), 1)
            column.insertLayout(0, line)
        old, self._rows = self._rows, holder
        self.people.body.replaceWidget(old, holder)
        old.hide()
        old.deleteLater()
        applies = step_named("register_contact_person").applies(seen)
        self.people_heading.link.setVisible(applies)
        self.cards.have(self.people, on=True)

    def _row(self, person: ContactPerson, *, now: bool) -> QLayout:
        line = row(spacing=12)
        line.setContentsMargins(px(INSET), px(6), px(INSET), px(6))
        told = QVBoxLayout()
        told.setSpacing(px(1))
        head = row(Words(person.name, "medium", Tone.TEXT if now else Tone.MUTED), spacing=8)
        head.addWidget(small(person.role), 1)
        told.addLayout(head)
        since = tr("sedan {day}", day=day_words(person.since)) if person.since else ""
        until = tr("till {day}", day=day_words(person.until)) if person.until else ""
        reached = (person.e_mail, person.phone, since, until)
        told.addWidget(small(" · ".join(part for part in reached if part), wrap=True))
        line.addLayout(told, 1)
        acts = [("change_contact_person", tr("Ändra"))]
        if step_named("end_contact_person").applies(person):
            acts.append(("end_contact_person", tr("Slutar")))
        for act, words in acts:
            link = Link(words, "small")
            link.setAccessibleName(f"{words}: {person.name}")
            link.clicked.connect(lambda _on=False, act=act, it=person: self._take(act, it))
            line.addWidget(link)
        return line

    def _take(self, act: str, person: ContactPerson) -> None:
        self._person = person
        self.choose(act)

    def _show_links(self, card: Card, links: list[tuple[str, Route]], none: str = "") -> None:
        while item := card.body.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for words, route in links:
            link = NameLink(words)
            link.clicked.connect(lambda _on=False, route=route: self.go.emit(route))
            card.add(link)
        if not links and none:
            card.add(muted(none, wrap=True))
