"""A cost-sharing agreement whole: its place, matrix, how it stands and what follows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.agreements import (
    about_to_end,
    endless,
    last_day,
    last_day_of_notice,
    latest,
    status,
)
from desktop.domain.casework import Document
from desktop.domain.registers import Place
from desktop.domain.visit_guideline import VisitRules, visit_rules
from desktop.domain.visit_words import AgreementState, AgreementStatus
from desktop.domain.visiting import Agreement, AgreementLine, Visit
from desktop.flow.visit_facts import agreements_of, lines_of

if TYPE_CHECKING:
    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class AgreementPicture:
    """Everything about one agreement; read once, never changed."""

    today: date
    """The day it is seen."""
    agreement: Agreement
    """The agreement."""
    place: Place
    """Its place."""
    lines: tuple[AgreementLine, ...]
    """Who pays what."""
    others: tuple[Agreement, ...]
    """Every agreement with the place, this one too, the oldest first."""
    rules: VisitRules
    """What the guideline in force today says of agreements."""
    document: Document | None
    """The scan of the signed text."""
    drawn: tuple[Document, ...]
    """Papers and files about it, the oldest first."""
    visits: int
    """Visits that were split by it: they keep it."""

    @property
    def id(self) -> int:
        """Its id."""
        return self.agreement.id

    @property
    def state(self) -> AgreementState:
        """What has been done with it."""
        return self.agreement.state

    @property
    def status(self) -> AgreementStatus:
        """How it stands today."""
        return status(self.agreement, self.today, self.others)

    @property
    def last_day(self) -> date | None:
        """Its last day; None when nothing ends it."""
        return last_day(self.agreement, self.others)

    @property
    def ending_on(self) -> date | None:
        """Its last day when that is near and nothing follows; None otherwise."""
        return about_to_end(self.agreement, self.today, self.rules, self.others)

    @property
    def notice_by(self) -> date | None:
        """The last day on which notice ends it by its own last day."""
        return last_day_of_notice(self.agreement)

    @property
    def endless(self) -> bool:
        """True when it cannot be ended and the guideline warns of it (U3)."""
        return endless(self.agreement, self.rules)

    @property
    def draft(self) -> Agreement | None:
        """A draft with the same place, this one included."""
        drafts = (each for each in self.others if each.state is AgreementState.DRAFT)
        return next(drafts, None)

    @property
    def lives(self) -> bool:
        """True when it is signed and has not come to its end."""
        gone = (AgreementStatus.DRAFT, AgreementStatus.ENDED, AgreementStatus.REPLACED)
        return self.status not in gone


def agreement_picture(desk: Desk, agreement_id: int) -> AgreementPicture:
    """Read an agreement whole; LookupError when there is none with that id."""
    return _pictured(desk, desk.store.get(Agreement, agreement_id))


def place_agreement(desk: Desk, place_id: int) -> AgreementPicture | None:
    """Give the agreement that a place's page shows: in force, or else the newest."""
    found = latest(agreements_of(desk, place_id), desk.today)
    return _pictured(desk, found) if found else None


def agreement_pictures(desk: Desk, place_id: int | None = None) -> list[AgreementPicture]:
    """Give the agreements of a place, or all, the oldest first."""
    kept = [
        each
        for each in desk.store.find(Agreement, order="id")
        if place_id is None or each.place_id == place_id
    ]
    return [_pictured(desk, each) for each in kept]


def _pictured(desk: Desk, it: Agreement) -> AgreementPicture:
    store = desk.store
    document = store.get(Document, it.document_id, everything=True) if it.document_id else None
    return AgreementPicture(
        today=desk.today,
        agreement=it,
        place=store.get(Place, it.place_id, everything=True),
        lines=lines_of(desk, it),
        others=agreements_of(desk, it.place_id),
        rules=visit_rules(desk.in_force()[1]),
        document=document,
        drawn=tuple(store.find(Document, "subject = ?", f"agreement:{it.id}", order="id")),
        visits=store.count(Visit, "agreement_id = ?", it.id),
    )
