"""The networks and the projects of the page *Nätverk och projekt*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.commitment_words import LIVING, PROJECT_KIND_WORDS
from desktop.domain.swedish import capital, kr
from desktop.domain.text import say
from desktop.flow.network_view import NetworkPicture, network_fees, network_list
from desktop.flow.project_view import ProjectPicture, project_list
from desktop.ui.i18n import shown, tr
from desktop.ui.pages.natverk_part import Part, stands
from desktop.ui.roles import Mark, Tone
from desktop.ui.spoken import count_word
from desktop.ui.table import Cell, Column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.flow.desk import Desk


BODY = 12.5
"""Em of the body that answers: a longer name gives way before the next act does."""


class Networks(Part):
    """Networks and memberships (U4, A3)."""

    key = "networks"
    word = say("Nätverk")
    filter_words = say("Filtrera nätverk")
    new_words = say("Nytt nätverk")
    empty_words = say("Inga nätverk än. Namn och syfte räcker för att börja.")
    page = "natverk_ett"
    new = "register_network"
    rests = say("lämnade")

    def columns(self) -> list[Column]:
        """Give name, body, activity, review and fee."""
        return [
            Column(key="name", title=tr("Nätverk"), value=_network, stretch=3, matched=True),
            Column(key="body", title=tr("Ansvarig"), value=_body, width=BODY),
            Column(key="active", title=tr("Senast"), value=_active),
            Column(key="review", title=tr("Omprövas"), value=_review),
            Column(key="fee", title=tr("Avgift per år"), value=_fee, align="right"),
        ]

    def rows(self, desk: Desk, text: str, year: int) -> Sequence[NetworkPicture]:
        """Give the networks."""
        del year
        return network_list(desk, text)

    def resting(self, row: NetworkPicture) -> bool:
        """Hide those that were left."""
        return row.left

    def sums(self, rows: Sequence[NetworkPicture]) -> Mapping[str, str]:
        """Give the fees of a year."""
        members = sum(not each.left for each in rows)
        return {
            "name": tr("{count} nätverk", count=members),
            "fee": kr(network_fees(rows)),
        }

    def line(self, rows: Sequence[NetworkPicture]) -> str:
        """Say what waits for review, and what nobody answers for."""
        members = [each for each in rows if not each.left]
        late = sum(bool(each.review_late) for each in members)
        quiet = sum(each.body is None for each in members)
        found = []
        if late:
            found.append(
                tr("En omprövning är sen.")
                if late == 1
                else tr("{count} omprövningar är sena.", count=capital(count_word(late)))
            )
        if quiet:
            found.append(
                tr("Ett nätverk saknar ansvarig.")
                if quiet == 1
                else tr("{count} nätverk saknar ansvarig.", count=capital(count_word(quiet)))
            )
        return " ".join(found)


def _network(row: NetworkPicture) -> Cell:
    words = " ".join(row.network.purpose.split())
    return Cell(row.network.name, second=words, weight="medium", tip=words)


def _body(row: NetworkPicture | ProjectPicture) -> Cell:
    if row.body is not None:
        return Cell(row.body.name)
    return Cell(tr("ingen"), tone=Tone.MUTED)


def _active(row: NetworkPicture) -> Cell:
    if row.last_activity is None:
        return Cell(tr("inget noterat"), tone=Tone.MUTED)
    return Cell(row.last_activity.isoformat())


def _review(row: NetworkPicture) -> Cell:
    if row.network.left_on is not None:
        return Cell(shown(row.label), tone=Tone.MUTED)
    if row.leaving:
        return Cell(shown(row.label), mark=Mark.MINE)
    if row.review_due is None:
        return Cell("–", tone=Tone.MUTED)
    if row.review_late:
        late = tr("{count} dagar sen", count=row.review_late)
        return Cell(row.review_due.isoformat(), second=late, mark=Mark.LATE, tone=Tone.LATE)
    return Cell(row.review_due.isoformat())


def _fee(row: NetworkPicture) -> str:
    return "–" if row.network.fee is None else kr(row.network.fee)


class Projects(Part):
    """Projects: EU, aid and others (A2, U6, B4)."""

    key = "projects"
    word = say("Projekt")
    filter_words = say("Filtrera projekt")
    new_words = say("Nytt projekt")
    empty_words = say("Inga projekt än. En idé räcker för att börja.")
    page = "projekt"
    new = "register_project"
    rests = say("avslutade")

    def columns(self) -> list[Column]:
        """Give name, body, last day, money and state."""
        return [
            Column(key="name", title=tr("Projekt"), value=_project, stretch=3, matched=True),
            Column(key="body", title=tr("Ansvarig"), value=_body, width=BODY),
            Column(key="ends", title=tr("Slutar"), value=_ends),
            Column(key="external", title=tr("Andras pengar"), value=_external, align="right"),
            Column(key="own", title=tr("Egna pengar"), value=_own, align="right"),
            Column(key="stands", title=tr("Läge"), value=lambda it: stands(it.label, it.tone)),
        ]

    def rows(self, desk: Desk, text: str, year: int) -> Sequence[ProjectPicture]:
        """Give the projects."""
        del year
        return project_list(desk, text)

    def resting(self, row: ProjectPicture) -> bool:
        """Hide those that nothing is left to do in."""
        return row.state not in LIVING

    def sums(self, rows: Sequence[ProjectPicture]) -> Mapping[str, str]:
        """Give others' and own money."""
        return {
            "name": tr("{count} projekt", count=len(rows)),
            "external": kr(sum(each.external for each in rows)),
            "own": kr(sum(each.own for each in rows)),
        }

    def line(self, rows: Sequence[ProjectPicture]) -> str:
        """Say the share of own money, and what is late."""
        whole = sum(each.budget for each in rows)
        own = sum(each.own for each in rows)
        late = sum(each.late for each in rows)
        found = []
        if whole:
            percent = (own * 200 + whole) // (2 * whole)
            found.append(tr("Egna pengar {percent} procent.", percent=percent))
        if late:
            found.append(
                tr("Ett projekt är sent.")
                if late == 1
                else tr("{count} är sena.", count=capital(count_word(late)))
            )
        return " ".join(found)


def _project(row: ProjectPicture) -> Cell:
    kind = shown(PROJECT_KIND_WORDS[row.project.kind])
    words = " · ".join(part for part in (kind, row.project.programme) if part)
    return Cell(row.project.name, second=words, weight="medium", tip=row.project.purpose)


def _ends(row: ProjectPicture) -> Cell:
    day = row.project.ends_on
    report = row.next_report
    second = tr("redovisas {day}", day=report.due_on.isoformat()) if report else ""
    if day is None:
        return Cell(tr("inte bestämt"), second=second, tone=Tone.MUTED)
    if row.over:
        return Cell(day.isoformat(), second=second, mark=Mark.LATE, tone=Tone.LATE)
    return Cell(day.isoformat(), second=second)


def _external(row: ProjectPicture) -> str:
    return kr(row.external) if row.budget else "–"


def _own(row: ProjectPicture) -> Cell:
    if not row.budget:
        return Cell("–")
    return Cell(kr(row.own), second=tr("{percent} %", percent=row.own_percent or 0))
