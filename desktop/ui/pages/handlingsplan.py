"""The page of an action plan: its goals, how each came out, the evaluation and the revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.commitment_words import GOAL_WORDS, GoalStatus
from desktop.domain.swedish import capital
from desktop.domain.text import say
from desktop.flow.plan_view import PlanPicture, plan_picture, plans_of
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Route
from desktop.ui.pages.besok_cards import TableCard
from desktop.ui.pages.natverk_subject import SubjectPage
from desktop.ui.pages.natverk_words import TONES, area_words, day_words
from desktop.ui.roles import Mark, Tone
from desktop.ui.widgets.card import Card, Heading, Section
from desktop.ui.widgets.grid_table import GridRow, Head
from desktop.ui.widgets.grid_table import Place as Spot
from desktop.ui.widgets.name_link import NameLink

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.flow.desk import Desk

MARKS = {
    GoalStatus.OPEN: None,
    GoalStatus.REACHED: Mark.OK,
    GoalStatus.PARTLY: Mark.INFO,
    GoalStatus.NOT_REACHED: Mark.WARN,
}


class PlanPage(SubjectPage):
    """One action plan; the form of a new one may know its body and year."""

    kind, page, new, part, on = (
        "plan",
        "handlingsplan",
        "register_action_plan",
        "plans",
        "plan",
    )
    back_words = say("Handlingsplaner")
    changing = "change_action_plan"
    wide = ("change_action_plan", "set_plan_goals", "evaluate_action_plan")

    def build(self) -> None:
        """Put the goals between the rules and the facts; the body's other plans beside."""
        self.goals = TableCard(tr("Mål"))
        self.goals.heading.link.setText(tr("Ändra"))
        self.goals.heading.link.show()
        self.goals.heading.link.clicked.connect(lambda: self.choose("set_plan_goals"))
        self.others_part = Section(Heading(tr("Verksamheten")))
        self._others_card = Card(spacing=6)
        self.others_part.add(self._others_card)
        self.cards.add(self.goals)
        self.cards.add_side(self.others_part)

    def read(self, desk: Desk, subject: int) -> PlanPicture:
        """Give the plan."""
        return plan_picture(desk, subject)

    def begun(self) -> Mapping[str, object]:
        """Begin with the body and year that one came from."""
        year = int(self._more) if self._more.isdigit() else self.session.today.year
        return {"body_id": self._subject or None, "year": year}

    def first_focus(self) -> None:
        """Begin a new one at its body, when that is not known."""
        if self.form is not None and self._seen is None and not self._subject:
            self.form.field("body_id").setFocus()
        else:
            super().first_focus()

    def new_words(self) -> str:
        """Say what a new one needs."""
        return tr("Verksamhet och år räcker. Målen kan skrivas nu eller senare.")

    def name(self, seen: PlanPicture) -> str:
        """Give whose it is, and its year."""
        return tr("Handlingsplan {year}, {name}", year=seen.plan.year, name=seen.body.name)

    def sign_words(self, name: str) -> str:
        """Say what the wide form is for."""
        said = {
            "change_action_plan": tr("Beslut, dag och själva planen."),
            "set_plan_goals": tr("Vad planen ska nå, och hur var och ett mäts."),
            "evaluate_action_plan": tr("Hur vart och ett av målen gick."),
        }
        return said[name]

    def resting(self, seen: PlanPicture) -> str:
        """Say that it is done with."""
        return shown(seen.label) + "."

    def show_seen(self, desk: Desk, seen: PlanPicture) -> None:
        """Fill header and cards."""
        it = seen.plan
        self.frame.set_badge(shown(seen.label), TONES[seen.tone])
        adopted = tr("antagen {day}", day=day_words(it.adopted_on)) if it.adopted_on else ""
        words = " · ".join(part for part in (adopted, it.decision) if part)
        self.frame.set_line(capital(words))
        reached = tr("{count} av {all}", count=seen.reached, all=len(seen.goals))
        self.frame.set_sums([(tr("Uppnådda mål"), reached, True)] if seen.evaluated else [])
        self.cards.show_rules(desk, tr("Regler"), seen.findings)
        self._show_goals(desk, seen)
        self._show_others(desk, seen)
        self.cards.show_facts(
            [
                (tr("Utvärderad"), day_words(it.evaluated_on)),
                (tr("Utvärdering"), it.evaluation),
                (tr("Reviderad"), day_words(it.revised_on)),
                (tr("Anteckning"), it.note),
            ]
        )
        self.cards.show_papers(
            [seen.document] if seen.document else [], tr("Planen är inte inlagd än.")
        )

    def _show_goals(self, desk: Desk, seen: PlanPicture) -> None:
        guideline = desk.in_force()[1]
        judged = any(each.status is not GoalStatus.OPEN for each in seen.goals)
        heads = [
            Head(title=tr("Mål"), share=2),
            Head(title=tr("Så utvärderas det"), share=2, below=True),
        ]
        areas = any(each.area for each in seen.goals)
        if areas:
            heads.append(Head(title=tr("Område"), share=1, below=True))
        if judged:
            heads += [Head(title=tr("Utfall")), Head(title=tr("Vad det blev"), share=2, below=True)]
        rows = []
        for each in seen.goals:
            places = [
                Spot(text=each.text),
                Spot(text=each.measure, tone=Tone.MUTED),
            ]
            if areas:
                named = area_words(guideline, [each.area]) if each.area else ""
                places.append(Spot(text=named, tone=Tone.MUTED))
            if judged:
                places += [
                    Spot(text=shown(GOAL_WORDS[each.status]), mark=MARKS[each.status]),
                    Spot(text=each.result, tone=Tone.MUTED),
                ]
            rows.append(GridRow(places=places))
        self.goals.table.show_rows(heads if rows else [], rows)
        self.goals.table.setVisible(bool(rows))
        self.goals.show_foot([] if rows else [(None, tr("Inga mål än. Skriv det första."))])
        self.cards.have(self.goals, on=True)

    def _show_others(self, desk: Desk, seen: PlanPicture) -> None:
        while item := self._others_card.body.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        known = [each for each in plans_of(desk, seen.body.id) if each.id != seen.id]
        links = [(seen.body.name, Route(page="verksamhet", subject=seen.body.id))]
        links += [
            (f"{each.plan.year} · {shown(each.label)}", Route(page=self.page, subject=each.id))
            for each in known
        ]
        for words, route in links:
            link = NameLink(words)
            link.clicked.connect(lambda _on=False, route=route: self.go.emit(route))
            self._others_card.add(link)
        self.cards.have(self.others_part, on=True)
