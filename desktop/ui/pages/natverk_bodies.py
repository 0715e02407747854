"""Action plans, contact persons and governing documents of the page *Nätverk och projekt*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.commitment_words import BODY_WORDS, DOCUMENT_WORDS
from desktop.domain.swedish import capital, fold
from desktop.domain.text import say
from desktop.flow.contact_view import BodyPicture, body_list
from desktop.flow.document_view import GoverningPicture, governing_list
from desktop.flow.plan_view import PlanRow, plan_list
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Route
from desktop.ui.pages.natverk_part import Part, stands
from desktop.ui.roles import Mark, Tone
from desktop.ui.spoken import count_word
from desktop.ui.table import Cell, Column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.flow.desk import Desk


class Plans(Part):
    """Action plans of a year, and the bodies that lack one (B1)."""

    key = "plans"
    word = say("Handlingsplaner")
    filter_words = say("Filtrera handlingsplaner")
    new_words = say("Ny handlingsplan")
    empty_words = say("Inga handlingsplaner det året. Verksamhet och år räcker för att börja.")
    page = "handlingsplan"
    new = "register_action_plan"
    yearly = True

    def columns(self) -> list[Column]:
        """Give body, adoption, goals and state."""
        return [
            Column(key="name", title=tr("Verksamhet"), value=_owner, stretch=3, matched=True),
            Column(key="adopted", title=tr("Antagen"), value=_adopted, stretch=2),
            Column(key="goals", title=tr("Mål"), value=_goals),
            Column(key="stands", title=tr("Läge"), value=_plan_stands),
        ]

    def rows(self, desk: Desk, text: str, year: int) -> Sequence[PlanRow]:
        """Give the plans of the year."""
        wanted = fold(text)
        return [each for each in plan_list(desk, year) if wanted in fold(each.body.name)]

    def sums(self, rows: Sequence[PlanRow]) -> Mapping[str, str]:
        """Count the goals that were reached."""
        goals = sum(len(each.plan.goals) for each in rows if each.plan)
        reached = sum(each.plan.reached for each in rows if each.plan)
        words = tr("{count} mål, {reached} uppnådda", count=goals, reached=reached)
        return {"name": tr("Tillsammans"), "goals": words} if goals else {}

    def line(self, rows: Sequence[PlanRow]) -> str:
        """Say how many bodies lack a plan."""
        missing = sum(each.plan is None for each in rows)
        if not missing:
            return ""
        if missing == 1:
            return tr("En verksamhet saknar handlingsplan.")
        return tr("{count} verksamheter saknar handlingsplan.", count=capital(count_word(missing)))

    def route(self, row: PlanRow) -> Route:
        """Give the plan, or the form of the one that is missing."""
        if row.plan is None:
            return self.step(row)
        return Route(page=self.page, subject=row.plan.id)

    def step(self, row: PlanRow) -> Route:
        """Give where its next act is done; a missing plan is registered for its body and year."""
        if row.plan is None:
            return Route(page=self.page, subject=row.body.id, act=f"{self.new} {row.year}")
        return Route(page=self.page, subject=row.plan.id, act=row.plan.next_act)


def _owner(row: PlanRow) -> Cell:
    return Cell(row.body.name, second=shown(BODY_WORDS[row.body.kind]), weight="medium")


def _adopted(row: PlanRow) -> Cell:
    plan = row.plan.plan if row.plan else None
    day = plan.adopted_on.isoformat() if plan and plan.adopted_on else "–"
    return Cell(day, second=plan.decision if plan else "", tone=Tone.MUTED if day == "–" else None)


def _goals(row: PlanRow) -> Cell:
    if row.plan is None:
        return Cell("–", tone=Tone.MUTED)
    count = len(row.plan.goals)
    if row.plan.evaluated:
        return Cell(tr("{reached} av {count} uppnådda", reached=row.plan.reached, count=count))
    return Cell(tr("{count} mål", count=count) if count else tr("inga mål än"))


def _plan_stands(row: PlanRow) -> Cell:
    if row.plan is None:
        return Cell(shown(row.label), mark=Mark.WARN, badge=True)
    return stands(row.label, row.plan.tone)


class Contacts(Part):
    """Bodies with their contact persons; those that lack one are shown (B2)."""

    key = "contacts"
    word = say("Kontaktpersoner")
    filter_words = say("Filtrera verksamheter och personer")
    new_words = say("Ny verksamhet")
    empty_words = say(
        "Inga nämnder, kontor eller bolag än. Lägg in dem som arbetar internationellt."
    )
    page = "verksamhet"
    new = "register_body"
    rests = say("upphörda")

    def columns(self) -> list[Column]:
        """Give body, person and how to reach them."""
        return [
            Column(key="name", title=tr("Verksamhet"), value=_whose, stretch=3, matched=True),
            Column(key="person", title=tr("Kontaktperson"), value=_person, stretch=3, matched=True),
            Column(key="mail", title=tr("E-post"), value=_mail, stretch=3),
            Column(key="phone", title=tr("Telefon"), value=_phone),
        ]

    def rows(self, desk: Desk, text: str, year: int) -> Sequence[BodyPicture]:
        """Give the bodies."""
        del year
        return body_list(desk, text, ended=True)

    def resting(self, row: BodyPicture) -> bool:
        """Hide those that are no more."""
        return row.ended

    def sums(self, rows: Sequence[BodyPicture]) -> Mapping[str, str]:
        """Count bodies and persons."""
        people = sum(len(each.persons) for each in rows)
        return {
            "name": tr("{count} verksamheter", count=len(rows)),
            "person": (
                tr("En kontaktperson")
                if people == 1
                else tr("{count} kontaktpersoner", count=people)
            ),
        }

    def line(self, rows: Sequence[BodyPicture]) -> str:
        """Say how many lack a contact person."""
        missing = sum(each.missing for each in rows)
        if not missing:
            return ""
        if missing == 1:
            return tr("En verksamhet saknar kontaktperson.")
        return tr("{count} verksamheter saknar kontaktperson.", count=capital(count_word(missing)))


def _whose(row: BodyPicture) -> Cell:
    words = [shown(BODY_WORDS[row.body.kind]), row.parent.name if row.parent else ""]
    return Cell(row.body.name, second=", ".join(part for part in words if part), weight="medium")


def _person(row: BodyPicture) -> Cell:
    if row.persons:
        first, more = row.persons[0], len(row.persons) - 1
        after = tr("och {count} till", count=more) if more else ""
        return Cell(first.name, second=first.role, after=after)
    if row.missing:
        return Cell(tr("saknas"), mark=Mark.WARN, tone=Tone.WARN)
    return Cell("–", tone=Tone.MUTED)


def _mail(row: BodyPicture) -> str:
    return row.persons[0].e_mail if row.persons else ""


def _phone(row: BodyPicture) -> str:
    return row.persons[0].phone if row.persons else ""


class Documents(Part):
    """Policies, programmes and other documents that govern the work."""

    key = "documents"
    word = say("Styrdokument")
    filter_words = say("Filtrera styrdokument")
    new_words = say("Nytt styrdokument")
    empty_words = say("Inga styrdokument än. Lägg in den policy som arbetet vilar på.")
    page = "styrdokument"
    new = "register_governing_document"
    rests = say("upphörda")

    def columns(self) -> list[Column]:
        """Give name, decision, days and state."""
        return [
            Column(key="name", title=tr("Dokument"), value=_document, stretch=3, matched=True),
            Column(key="cited", title=tr("Beslutat av"), value=lambda it: it.cited, stretch=3),
            Column(key="ends", title=tr("Gäller till"), value=_holds),
            Column(key="review", title=tr("Ses över"), value=_looked),
            Column(key="stands", title=tr("Läge"), value=lambda it: stands(it.label, it.tone)),
        ]

    def rows(self, desk: Desk, text: str, year: int) -> Sequence[GoverningPicture]:
        """Give the documents."""
        del year
        return governing_list(desk, text)

    def resting(self, row: GoverningPicture) -> bool:
        """Hide those that hold no more."""
        return row.ended

    def line(self, rows: Sequence[GoverningPicture]) -> str:
        """Say how many reviews are late."""
        late = sum(bool(each.review_late) for each in rows)
        if not late:
            return ""
        if late == 1:
            return tr("En översyn är sen.")
        return tr("{count} är sena.", count=capital(count_word(late)))


def _document(row: GoverningPicture) -> Cell:
    kind = shown(DOCUMENT_WORDS[row.document.kind])
    return Cell(row.document.name, second=kind, weight="medium")


def _holds(row: GoverningPicture) -> Cell:
    day = row.document.valid_to
    return Cell(day.isoformat()) if day else Cell(tr("tills vidare"), tone=Tone.MUTED)


def _looked(row: GoverningPicture) -> Cell:
    due = row.document.next_review_on
    if due is None:
        return Cell("–", tone=Tone.MUTED)
    if row.review_late:
        late = tr("{count} dagar sen", count=row.review_late)
        return Cell(due.isoformat(), second=late, mark=Mark.LATE, tone=Tone.LATE)
    return Cell(due.isoformat())
