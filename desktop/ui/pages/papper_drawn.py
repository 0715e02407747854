"""Which papers of visits and agreements can be looked at before they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.dates import mandate_period
from desktop.domain.visit_guideline import asks_agreements
from desktop.domain.visit_words import AgreementState, VisitForm
from desktop.flow.agreement_view import agreement_picture
from desktop.flow.visit_picture import visit_picture
from desktop.ui.i18n import tr
from desktop.ui.page import Route
from desktop.ui.pages.papper import Drawn

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.visit_picture import VisitPicture

VISIT, AGREEMENT = "besokspapper", "overenskommelsepapper"
"""Keys of the pages."""
SHEET, TRIPS = "besoksblad", "resor"
SETTLEMENTS = {"reglering": "sv", "reglering-en": "en"}
"""Act of a route, and the language of the paper."""


def offered(seen: VisitPicture) -> list[tuple[str, Route]]:
    """Give the papers of a visit that can be drawn as it stands: words and where each is."""
    if seen.visit.form is VisitForm.DIGITAL:
        return []
    papers = {SHEET: tr("Besöksblad")}
    if seen.costs and (seen.lines or asks_agreements(seen.guideline)):
        papers["reglering"] = tr("Reglering på svenska")
        papers["reglering-en"] = tr("Reglering på engelska")
    return [(words, Route(page=VISIT, subject=seen.id, act=act)) for act, words in papers.items()]


def visit_paper(desk: Desk, subject: int, act: str) -> Drawn:
    """Draw the sheet or settlement of a visit, or the list of trips of a year's period."""
    from desktop.flow.visit_papers import (  # noqa: PLC0415 - not before it is wanted
        draw_settlement,
        draw_visit_sheet,
    )

    if act == TRIPS:
        return _trips(desk, subject)
    seen = visit_picture(desk, subject)
    number, title = seen.visit.number, dict(_titles(seen))
    kinds = {each.kind for each in seen.documents}
    name = number.replace(" ", "-")
    if act in SETTLEMENTS:
        line = (
            tr("Så som det står i dag. Den som sparades ligger bland besökets handlingar.")
            if "settlement" in kinds
            else tr("Så som det står i dag. Den sparas när besöket regleras.")
        )
        content = draw_settlement(desk, seen, SETTLEMENTS[act])
        return Drawn(title=title[act], line=line, name=f"{name}-{act}", content=content)
    line = (
        tr("Så som det står i dag. Det som sparades ligger bland besökets handlingar.")
        if "visit_sheet" in kinds
        else tr("Så som det står i dag. Det sparas när besöket avslutas.")
    )
    content = draw_visit_sheet(desk, seen)
    return Drawn(title=title[SHEET], line=line, name=f"{name}-{SHEET}", content=content)


def _titles(seen: VisitPicture) -> list[tuple[str, str]]:
    number = seen.visit.number
    return [
        (SHEET, tr("Besöksblad {number}", number=number)),
        ("reglering", tr("Reglering {number}", number=number)),
        ("reglering-en", tr("Reglering {number} på engelska", number=number)),
    ]


def _trips(desk: Desk, year: int) -> Drawn:
    from desktop.flow.trip_paper import draw_trip_list  # noqa: PLC0415 - not before it is wanted

    first, last = mandate_period(year or desk.today.year)
    return Drawn(
        title=tr("Besök och resor {years}", years=f"{first}–{last}"),
        line=tr("Hela mandatperioden, så som den står i dag. Listan sparas inte i registret."),
        name=f"besok-{first}-{last}",
        content=draw_trip_list(desk, first),
    )


def agreement_paper(desk: Desk, subject: int, act: str) -> Drawn:
    """Draw an agreement, marked as a draft while it is one."""
    from desktop.flow.agreement_papers import draw_agreement  # noqa: PLC0415 - as above

    del act
    seen = agreement_picture(desk, subject)
    line = (
        tr("Utkast: inget är sparat. Den som skrivs ut för underskrift har inte märket.")
        if seen.state is AgreementState.DRAFT
        else tr("Villkoren på svenska och engelska. Det undertecknade originalet gäller.")
    )
    return Drawn(
        title=tr("Överenskommelse med {name}", name=seen.place.name),
        line=line,
        name=f"overenskommelse-{seen.id}",
        content=draw_agreement(desk, seen),
    )
