"""The search of everything: cases, associations, places and visits, by folded words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.registers import Association, Place
from desktop.domain.swedish import fold
from desktop.flow.case_list import Asked, first_by_sql
from desktop.ui.finder import finder_of
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Hit, Route

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.casework import Summary
    from desktop.ui.session import Session

OTHERS = 5
"""The most associations, the most places, and the most visits."""
MOST = 16
"""The most hits in all."""


def find(session: Session, words: str) -> Sequence[Hit]:
    """Give associations, places and visits, then cases, the latest first."""
    if session.desk is None or not fold(words).strip():
        return ()
    places = _places(session, words)
    named = [*_associations(session, words), *places, *_visits(session, words)]
    return [*named, *_cases(session, words, MOST - len(named))]


def _stands(words: str, *parts: str) -> bool:
    folded = fold(" ".join(parts))
    return all(word in folded for word in fold(words).split())


def _associations(session: Session, words: str) -> list[Hit]:
    return [
        Hit(
            word=each.name,
            detail=", ".join(part for part in (tr("Förening"), each.contact) if part),
            route=Route(page="forening", subject=each.id),
        )
        for each in session.need().store.find(Association, order="name")
        if _stands(words, each.name, each.organisation_number, each.contact)
    ][:OTHERS]


def _places(session: Session, words: str) -> list[Hit]:
    return [
        Hit(
            word=each.name,
            detail=", ".join(part for part in (tr("Ort"), each.country) if part),
            route=Route(page="ort", subject=each.id),
        )
        for each in session.need().store.find(Place, order="id")
        if _stands(words, each.name, each.country)
    ][:OTHERS]


def _visits(session: Session, words: str) -> list[Hit]:
    from desktop.flow.visit_list import visit_list  # noqa: PLC0415 - only when something is typed

    return [
        Hit(
            word=f"{each.number} {shown(each.title)}",
            detail=", ".join(part for part in (tr("Besök"), each.purpose[:60]) if part),
            route=Route(page="besok", subject=each.id),
        )
        for each in visit_list(session.need(), text=words).rows
    ][:OTHERS]


def _cases(session: Session, words: str, most: int) -> list[Hit]:
    desk, finder = session.need(), finder_of(session)
    finder.begin()
    index = finder.index()
    ids: Sequence[int]
    if index is None:
        ids = first_by_sql(desk, Asked(text=words), most)
    else:
        ids = index.query(words, limit=most).ids
    return [_hit(each) for each in desk.store.summaries(ids)]


def _hit(case: Summary) -> Hit:
    return Hit(
        word=f"{case.number} {case.applicant}",
        detail=f"{case.place}, {tr(case.scheme_name).lower()}",
        route=Route(page="arende", subject=case.id),
    )
