"""The follow-up of a year whole: who is asked, who has answered, what was sent and made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.domain.casework import Case, Document
from desktop.domain.commitment_words import BodyKind
from desktop.domain.commitments import Body, ContactPerson
from desktop.domain.follow_up import FollowUpAsked, FollowUpRound, YearlyReport
from desktop.domain.spoken import short_day
from desktop.domain.swedish import fold
from desktop.domain.text import Text, say
from desktop.domain.visiting import Visit
from desktop.domain.work_guideline import FollowUpTerms, work_rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.guideline import Guideline
    from desktop.flow.desk import Desk

ANSWERED, MISSING, EXCUSED, UNSENT = "answered", "missing", "excused", "unsent"
"""Where an answer stands: it came, it has not, none is needed, nobody has asked yet."""
BOARD = "kommunstyrelsen"
"""Who gets the report where the guideline does not say."""


@dataclass(frozen=True, kw_only=True)
class AskedPicture:
    """One board, office or company of a round."""

    asked: FollowUpAsked
    """Its row, with the answer."""
    body: Body
    """Who it is."""
    contact: ContactPerson | None
    """Its contact person, when one is named."""
    round: FollowUpRound
    """The round."""
    documents: tuple[Document, ...]
    """Forms, reminders and answers, the oldest first."""
    guideline: Guideline
    """What the areas come from."""
    today: date
    """The day it is seen."""

    @property
    def id(self) -> int:
        """Its id."""
        return self.asked.id

    @property
    def name(self) -> str:
        """Name of the body."""
        return self.body.name

    @property
    def e_mail(self) -> str:
        """Where it is reached: the contact person, or the body."""
        return (self.contact.e_mail if self.contact else "") or self.body.e_mail

    @property
    def state(self) -> str:
        """ANSWERED, MISSING, EXCUSED or UNSENT."""
        if self.asked.answered_on is not None:
            return ANSWERED
        if self.asked.excused:
            return EXCUSED
        return UNSENT if self.asked.sent_on is None else MISSING

    @property
    def days_late(self) -> int:
        """Days since the last day while the answer is missing; 0 otherwise."""
        if self.state != MISSING:
            return 0
        return max(0, (self.today - self.round.answer_by).days)

    @property
    def label(self) -> Text:
        """Where it stands, in words: "8 dagar sen", "20 okt", "behöver inte svara"."""
        answered, late = self.asked.answered_on, self.days_late
        if answered is not None:
            return short_day(answered)
        if self.state == EXCUSED:
            return say("behöver inte svara")
        if self.state == UNSENT:
            return say("inte skickat")
        if late:
            return say("1 dag sen") if late == 1 else say("{days} dagar sen", days=late)
        return say("senast {day}", day=short_day(self.round.answer_by))


@dataclass(frozen=True, kw_only=True)
class FollowUpPicture:
    """The follow-up of one year, before its round is begun too."""

    year: int
    """The year."""
    today: date
    """The day it is seen."""
    guideline: Guideline
    """The version that the year follows."""
    round: FollowUpRound | None
    """The round; None before it is begun."""
    asked: tuple[AskedPicture, ...]
    """Everybody who is asked: the late first, then those who have answered, by day."""
    bodies: tuple[Body, ...]
    """Those in being that the guideline asks, or all where it does not say; by name."""
    reports: tuple[YearlyReport, ...]
    """The reports of the year, the oldest first."""
    documents: tuple[Document, ...]
    """Papers of the round, the oldest first."""

    @property
    def terms(self) -> FollowUpTerms | None:
        """What the guideline says of the follow-up; None when it says nothing."""
        return work_rules(self.guideline).follow_up

    @property
    def report(self) -> YearlyReport | None:
        """The newest report of the year."""
        return self.reports[-1] if self.reports else None

    @property
    def reported_to(self) -> str:
        """Who gets the report."""
        return self.terms.reported_to if self.terms else BOARD

    @property
    def answer_by(self) -> date | None:
        """Last day for the answers: the round's, or as the guideline proposes."""
        if self.round is not None:
            return self.round.answer_by
        return self.terms.answer_by.within(self.year + 1) if self.terms else None

    @property
    def report_by(self) -> date | None:
        """The day the report is to be there: the round's, or as the guideline says."""
        if self.round is not None and self.round.board_on is not None:
            return self.round.board_on
        return self.terms.report_by.within(self.year + 1) if self.terms else None

    @property
    def sent(self) -> bool:
        """True when forms have gone out."""
        return self.round is not None and self.round.sent_on is not None

    @cached_property
    def answered(self) -> tuple[AskedPicture, ...]:
        """Those who have answered."""
        return self._in(ANSWERED)

    @cached_property
    def missing(self) -> tuple[AskedPicture, ...]:
        """Those who have got a form and not answered."""
        return self._in(MISSING)

    @cached_property
    def unsent(self) -> tuple[AskedPicture, ...]:
        """Those who have got no form yet."""
        return self._in(UNSENT)

    @cached_property
    def excused(self) -> tuple[AskedPicture, ...]:
        """Those who need not answer."""
        return self._in(EXCUSED)

    @property
    def wanted(self) -> int:
        """How many are to answer."""
        return len(self.asked) - len(self.excused)

    @property
    def days_late(self) -> int:
        """Days since the last day while any answer is missing; 0 otherwise."""
        return max((each.days_late for each in self.missing), default=0)

    @property
    def done(self) -> bool:
        """True when the board has noted the newest report."""
        return self.report is not None and self.report.board_on is not None

    def one(self, asked_id: int) -> AskedPicture:
        """Give one of those asked; LookupError when there is none such."""
        for each in self.asked:
            if each.id == asked_id:
                return each
        raise LookupError(asked_id)

    def _in(self, state: str) -> tuple[AskedPicture, ...]:
        return tuple(each for each in self.asked if each.state == state)


def follow_up(desk: Desk, year: int) -> FollowUpPicture:
    """Read the follow-up of a year."""
    return desk.keep(("follow up", year, desk.today), lambda: _read(desk, year))


def _read(desk: Desk, year: int) -> FollowUpPicture:
    guideline = guideline_of(desk, year)
    found = desk.store.first(FollowUpRound, "year = ?", year)
    terms = work_rules(guideline).follow_up
    return FollowUpPicture(
        year=year,
        today=desk.today,
        guideline=guideline,
        round=found,
        asked=_asked(desk, found, guideline) if found else (),
        bodies=in_being(desk, terms.asked if terms else tuple(BodyKind)),
        reports=tuple(desk.store.find(YearlyReport, "year = ?", year, order="version")),
        documents=_papers(desk, f"follow_up:{found.id}") if found else (),
    )


def guideline_of(desk: Desk, year: int) -> Guideline:
    """Give the version that a year's report follows: in force on its last day, or today."""
    return desk.in_force(day_of(desk, year))[1]


YEARS = range(1900, 2200)
"""The years that a follow-up or a report can be about; others are typing mistakes."""


def day_of(desk: Desk, year: int) -> date:
    """Give the day a year is looked at: its last, or today while it lasts.

    Raises LookupError for a year outside YEARS, as for any other subject that there is none of.
    """
    if year not in YEARS:
        raise LookupError(f"year {year}")
    return min(desk.today, date(year, 12, 31))


def in_being(desk: Desk, kinds: Iterable[str]) -> tuple[Body, ...]:
    """Give the bodies of some kinds that are in being today, by name."""
    wanted = set(kinds)
    found = [
        each
        for each in desk.store.find(Body)
        if each.kind in wanted and (each.active_until is None or each.active_until >= desk.today)
    ]
    return tuple(sorted(found, key=lambda each: fold(each.name)))


def _asked(desk: Desk, found: FollowUpRound, guideline: Guideline) -> tuple[AskedPicture, ...]:
    store = desk.store
    seen = [
        AskedPicture(
            asked=each,
            body=store.get(Body, each.body_id, everything=True),
            contact=_contact(desk, each.body_id),
            round=found,
            documents=_papers(desk, f"asked:{each.id}"),
            guideline=guideline,
            today=desk.today,
        )
        for each in store.find(FollowUpAsked, "round_id = ?", found.id)
    ]
    order = (MISSING, UNSENT, ANSWERED, EXCUSED)
    return tuple(
        sorted(
            seen,
            key=lambda one: (
                order.index(one.state),
                str(one.asked.answered_on or ""),
                fold(one.name),
            ),
        )
    )


def _contact(desk: Desk, body_id: int) -> ContactPerson | None:
    for each in desk.store.find(ContactPerson, "body_id = ?", body_id, order="id desc"):
        if each.until is None or each.until >= desk.today:
            return each
    return None


def _papers(desk: Desk, subject: str) -> tuple[Document, ...]:
    return tuple(desk.store.find(Document, "subject = ?", subject, order="id"))


def asked_picture(desk: Desk, asked_id: int) -> AskedPicture:
    """Read one of those asked; LookupError when there is none with that id."""
    asked = desk.store.get(FollowUpAsked, asked_id)
    found = desk.store.get(FollowUpRound, asked.round_id)
    return follow_up(desk, found.year).one(asked_id)


def first_year(desk: Desk) -> int:
    """Give the first year that the register knows anything of."""
    return desk.keep(("first year", desk.today), lambda: _first(desk))


def _first(desk: Desk) -> int:
    years = [desk.today.year]
    years += [each.starts_on.year for each in desk.store.find(Visit) if each.starts_on]
    years += [each.year for each in desk.store.find(Case, order="year", limit=1)]
    years += [each.year for each in desk.store.find(FollowUpRound)]
    return min(years)


def follow_up_years(desk: Desk) -> tuple[int, ...]:
    """Give the years to choose from, the latest first."""
    return tuple(range(desk.today.year, min(first_year(desk), desk.today.year) - 1, -1))


def latest_year(desk: Desk) -> int:
    """Give the year that is worked with: last year until its report is noted, else this year."""
    last = desk.today.year - 1
    if desk.store.first(FollowUpRound, "year = ?", desk.today.year) is not None:
        return desk.today.year
    before = follow_up(desk, last)
    begun = before.round is not None or (before.terms is not None and first_year(desk) <= last)
    open_still = before.report_by is not None and desk.today <= before.report_by
    return last if begun and not before.done and (before.round or open_still) else desk.today.year
