"""The page of a project: its rules, who pays what, partners, days to report on, its visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.commitment_words import PROJECT_KIND_WORDS, PROJECT_STATE_WORDS
from desktop.domain.registers import Place
from desktop.domain.swedish import kr
from desktop.domain.text import say
from desktop.flow.bodies import body_of
from desktop.flow.project_view import ProjectPicture, project_picture
from desktop.flow.visit_picture import visit_picture
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.page import Route
from desktop.ui.pages.besok_cards import TableCard
from desktop.ui.pages.case_parts.saying import brief
from desktop.ui.pages.natverk_subject import SubjectPage
from desktop.ui.pages.natverk_words import TONES, agenda_words, area_words, areas_title, day_words
from desktop.ui.roles import Mark, Tone
from desktop.ui.spoken import period
from desktop.ui.widgets.card import Card, Heading, Section
from desktop.ui.widgets.grid_table import GridRow, Head
from desktop.ui.widgets.grid_table import Place as Spot
from desktop.ui.widgets.name_link import NameLink
from desktop.ui.widgets.pots import Bar, Part, legend

if TYPE_CHECKING:
    from desktop.domain.commitments import ProjectFunding
    from desktop.flow.desk import Desk

INSET = 16


class ProjectPage(SubjectPage):
    """One project, or the form of a new one."""

    kind, page, new, part, on = "project", "projekt", "register_project", "projects", "project"
    back_words = say("Projekt")
    changing = "change_project"
    wide = (
        "change_project",
        "set_project_funding",
        "set_project_partners",
        "set_project_report_days",
        "grant_project",
    )

    def build(self) -> None:
        """Put money, days and partners between the rules and the facts."""
        self.money = MoneyCard()
        self.money.heading.link.clicked.connect(lambda: self.choose("set_project_funding"))
        self.days = TableCard(tr("Redovisningsdagar"))
        self.partners = TableCard(tr("Partner"))
        for card, act in (
            (self.days, "set_project_report_days"),
            (self.partners, "set_project_partners"),
        ):
            card.heading.link.setText(tr("Ändra"))
            card.heading.link.show()
            card.heading.link.clicked.connect(lambda _on=False, act=act: self.choose(act))
        self.visits = Section(Heading(tr("Besök")))
        self._visit_card = Card(spacing=6)
        self.visits.add(self._visit_card)
        self.cards.add(self.money, self.days, self.partners)
        self.cards.add_side(self.visits)

    def read(self, desk: Desk, subject: int) -> ProjectPicture:
        """Give the project."""
        return project_picture(desk, subject)

    def name(self, seen: ProjectPicture) -> str:
        """Give its name."""
        return seen.project.name

    def new_words(self) -> str:
        """Say what a new one needs."""
        return tr("Namn och slag räcker för en idé, om inte riktlinjen kräver mer.")

    def sign_words(self, name: str) -> str:
        """Say what the wide form is for."""
        said = {
            "change_project": tr("Syfte, plan, ansvarig och dagar; reglerna prövas på nytt."),
            "set_project_funding": tr("Vem som betalar vad, och hur mycket som är eget."),
            "set_project_partners": tr("Vilka andra som deltar."),
            "set_project_report_days": tr("Bocka av det som är redovisat, eller skriv en ny dag."),
            "grant_project": tr("Dagen svaret kom, och vad var och en betalar."),
        }
        return said[name]

    def resting(self, seen: ProjectPicture) -> str:
        """Say how it ended."""
        return shown(PROJECT_STATE_WORDS[seen.state]) + "."

    def show_seen(self, desk: Desk, seen: ProjectPicture) -> None:
        """Fill header and cards."""
        it = seen.project
        self.frame.set_badge(shown(seen.label), TONES[seen.tone])
        self.frame.set_line(_line(seen))
        self.frame.set_sums(_sums(seen))
        self.cards.show_rules(
            desk,
            tr("Syfte och regler"),
            seen.findings,
            it.purpose,
            tr("Syftet är inte skrivet än."),
        )
        self.money.show_money(desk, seen)
        self.cards.have(self.money, on=True)
        self._show_days(seen)
        self._show_partners(desk, seen)
        self._show_visits(desk, seen)
        self.cards.show_facts(_facts(desk, seen))
        self.cards.show_papers([], "")
        self.cards.documents.hide()

    def _show_days(self, seen: ProjectPicture) -> None:
        rows = []
        for each in seen.report_days:
            late = each.done_on is None and each.due_on < seen.today
            done = tr("klart {day}", day=brief(each.done_on, seen.today)) if each.done_on else ""
            state = tr("{count} dagar sen", count=(seen.today - each.due_on).days) if late else done
            mark = Mark.LATE if late else Mark.OK if each.done_on else None
            tone = Tone.LATE if late else Tone.MUTED
            rows.append(
                GridRow(
                    places=[
                        Spot(text=each.due_on.isoformat(), tone=Tone.MUTED),
                        Spot(text=each.text),
                        Spot(text=state, tone=tone, mark=mark),
                    ]
                )
            )
        heads = [Head(title=tr("Senast")), Head(title=tr("Vad"), share=1), Head(title="")]
        self.days.table.show_rows(heads if rows else [], rows)
        self.days.table.setVisible(bool(rows))
        none = tr("Inga dagar än. Skriv in när projektet ska redovisas.")
        self.days.show_foot([] if rows else [(None, none)])
        self.cards.have(self.days, on=True)

    def _show_partners(self, desk: Desk, seen: ProjectPicture) -> None:
        places = {each.id: each.name for each in desk.store.find(Place)}
        table = [
            (
                each.name,
                each.country,
                tr("vår ort {name}", name=places[each.place_id]) if each.place_id in places else "",
                each.role,
            )
            for each in seen.partners
        ]
        rows = [
            GridRow(
                places=[
                    Spot(text=name),
                    Spot(text=", ".join(part for part in (country, place) if part)),
                    Spot(text=role, tone=Tone.MUTED),
                ]
            )
            for name, country, place, role in table
        ]
        heads = [
            Head(title=tr("Namn"), share=2),
            Head(title=tr("Land"), share=2),
            Head(title=tr("Roll"), share=1),
        ]
        self.partners.table.show_rows(heads, rows)
        self.cards.have(self.partners, on=bool(rows))

    def _show_visits(self, desk: Desk, seen: ProjectPicture) -> None:
        while item := self._visit_card.body.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for each in seen.visits:
            link = NameLink(f"{each.number} {shown(visit_picture(desk, each.id).title)}")
            route = Route(page="besok", subject=each.id)
            link.clicked.connect(lambda _on=False, route=route: self.go.emit(route))
            self._visit_card.add(link)
        self.cards.have(self.visits, on=bool(seen.visits))


class MoneyCard(TableCard):
    """Who pays what, with the share of own money as a bar."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(tr("Finansiering"))
        self.heading.link.setText(tr("Ändra"))
        self.heading.link.show()
        self.bar = Bar()
        self._holder = QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(px(INSET), px(2), px(INSET), px(10))
        column.setSpacing(px(6))
        column.addWidget(self.bar)
        column.addWidget(legend([("own", tr("Egna pengar")), ("decided", tr("Andras pengar"))]))
        self.body.insertWidget(1, self._holder)

    def show_money(self, desk: Desk, seen: ProjectPicture) -> None:
        """Show the rows, the bar and the share."""
        share = seen.own_percent
        self.heading.note.setText(
            tr("egna pengar {percent} procent", percent=share) if share is not None else ""
        )
        self.bar.set_parts(
            [
                Part(kind="own", label=tr("Egna pengar"), amount=seen.own),
                Part(kind="decided", label=tr("Andras pengar"), amount=seen.external),
            ]
        )
        self._holder.setVisible(bool(seen.budget))
        heads = [
            Head(title=tr("Finansiär"), share=1),
            Head(title=tr("Vems pengar"), below=True),
            Head(title=tr("Bärs av"), below=True),
            Head(title=tr("Budget"), right=True),
            Head(title=tr("Beviljat"), right=True),
        ]
        rows = [_money_row(desk, seen, each) for each in seen.funding]
        sums = GridRow(
            places=[
                Spot(text=tr("Tillsammans"), size="strong"),
                Spot(text=""),
                Spot(text=""),
                Spot(text=_kr(sum(each.applied or 0 for each in seen.funding)), size="strong"),
                Spot(text=_kr(sum(each.granted or 0 for each in seen.funding)), size="strong"),
            ]
        )
        self.table.show_rows(heads if rows else [], rows, sums if len(rows) > 1 else None)
        self.table.setVisible(bool(rows))
        none = tr("Ingen finansiering än. Skriv in vem som betalar vad.")
        self.show_foot([] if rows else [(None, none)])


def _money_row(desk: Desk, seen: ProjectPicture, row: ProjectFunding) -> GridRow:
    bearer = body_of(desk, row.body_id) or (seen.body if row.own else None)
    return GridRow(
        places=[
            Spot(text=row.financier),
            Spot(text=tr("egna") if row.own else tr("andras"), tone=Tone.MUTED),
            Spot(text=bearer.name if bearer and row.own else "", tone=Tone.MUTED),
            Spot(text=_kr(row.applied)),
            Spot(text=_kr(row.granted)),
        ]
    )


def _kr(amount: int | None) -> str:
    return kr(amount) if amount else "–"


def _sums(seen: ProjectPicture) -> list[tuple[str, str, bool]]:
    if not seen.budget:
        return []
    return [
        (tr("Budget"), kr(seen.budget), False),
        (tr("Andras pengar"), kr(seen.external), False),
        (tr("Egna pengar"), kr(seen.own), True),
    ]


def _line(seen: ProjectPicture) -> str:
    it = seen.project
    days = ""
    if it.starts_on and it.ends_on:
        days = period(it.starts_on, it.ends_on)
    elif it.starts_on or it.ends_on:
        days = (
            tr("från {day}", day=it.starts_on.isoformat())
            if it.starts_on
            else tr("till {day}", day=day_words(it.ends_on))
        )
    body = seen.body.name if seen.body else ""
    words = (shown(PROJECT_KIND_WORDS[it.kind]), it.programme, days, body)
    return " · ".join(part for part in words if part)


def _facts(desk: Desk, seen: ProjectPicture) -> list[tuple[str, str]]:
    it, guideline = seen.project, desk.in_force()[1]
    return [
        (tr("Planerad utveckling"), it.planned_development),
        (tr("Ansvarig"), seen.body.name if seen.body else ""),
        (tr("Program eller fond"), it.programme),
        (tr("Diarienummer"), it.dnr),
        (tr("Ansökt"), day_words(it.applied_on)),
        (tr("Svaret kom"), day_words(it.granted_on)),
        (areas_title(guideline), area_words(guideline, it.areas)),
        (tr("Agenda 2030"), agenda_words(it.agenda_goals)),
        (tr("Vad det gav"), it.result),
        (tr("Anteckning"), it.note),
    ]
