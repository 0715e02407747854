"""What is to be done before the yearly report is signed, with where to do it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.domain.commitments import ActionPlan, Body
from desktop.domain.spoken import MONTHS, counted
from desktop.domain.text import Text, plain, say
from desktop.domain.visit_words import VisitForm
from desktop.domain.visiting import Visit
from desktop.domain.yearly import Remaining, Source
from desktop.flow.lists import unlisted
from desktop.flow.visit_facts import all_visits
from desktop.flow.visit_list import visit_year
from desktop.flow.visit_next import visit_next
from desktop.flow.visit_picture import VisitPicture, pictured
from desktop.flow.yearly_grants import awaited_late, undecided

if TYPE_CHECKING:
    from desktop.flow.follow_up_view import FollowUpPicture
    from desktop.flow.yearly_frame import Frame


def remains(frame: Frame, seen: FollowUpPicture) -> tuple[Remaining, ...]:
    """Give everything that remains, the late first."""
    found = [
        *_round(seen),
        *_late_reports(frame),
        *_visits(frame),
        *_cases(frame),
        *_lists(frame),
        *_plans(frame),
    ]
    return tuple(sorted(found, key=lambda each: not each.late))


def _round(seen: FollowUpPicture) -> Iterator[Remaining]:
    if seen.round is None:
        if seen.terms is not None:
            yield Remaining(
                key="round",
                text=say("Uppföljningen {year} är inte startad", year=seen.year),
                late=False,
                subject=("follow_up", 0),
                act="start_follow_up",
                words=say("Starta"),
            )
        return
    if seen.unsent:
        yield Remaining(
            key="forms",
            text=_many(
                len(seen.unsent),
                say("Ett formulär är inte skickat"),
                lambda count: say("{count} formulär är inte skickade", count=count),
            ),
            late=False,
            subject=("follow_up", seen.round.id),
            act="send_follow_up",
            words=say("Skicka"),
        )
    if seen.missing:
        rows = tuple(
            Source(subject=("asked", each.id), text=plain(each.name), amount=1)
            for each in seen.missing
        )
        yield Remaining(
            key="answers",
            text=_many(
                len(rows),
                say("Ett svar"),
                lambda count: say("{count} svar", count=count),
            ),
            late=bool(seen.days_late),
            subject=("follow_up", seen.round.id),
            act="remind_follow_up",
            words=say("Visa"),
            rows=rows,
        )


def _many(count: int, one: Text, several: Callable[[Text], Text]) -> Text:
    """Say how many in words that begin a sentence."""
    if count == 1:
        return one
    word = str(counted(count))
    return several(_CAPITALS.get(word) or plain(word))


_CAPITALS = {
    "två": say("Två"),
    "tre": say("Tre"),
    "fyra": say("Fyra"),
    "fem": say("Fem"),
    "sex": say("Sex"),
    "sju": say("Sju"),
    "åtta": say("Åtta"),
    "nio": say("Nio"),
    "tio": say("Tio"),
    "elva": say("Elva"),
    "tolv": say("Tolv"),
}


def _late_reports(frame: Frame) -> Iterator[Remaining]:
    rows = awaited_late(frame.desk, frame.year)
    if rows:
        yield _rows(
            "reports",
            rows,
            say("En rapport är sen"),
            lambda count: say("{count} rapporter är sena", count=count),
            late=True,
        )


def _rows(
    key: str,
    rows: Sequence[Source],
    one: Text,
    several: Callable[[Text], Text],
    *,
    late: bool = False,
) -> Remaining:
    """Make one thing that remains of its rows: the row itself when it is alone."""
    return Remaining(
        key=key,
        text=_many(len(rows), one, several),
        late=late,
        subject=rows[0].subject if len(rows) == 1 else (f"{rows[0].subject[0]}s", 0),
        act="",
        words=say("Visa"),
        rows=tuple(rows),
    )


def _visits(frame: Frame) -> Iterator[Remaining]:
    seen = [
        pictured(frame.desk, each)
        for each in all_visits(frame.desk)
        if visit_year(each) == frame.year and not _over(each)
    ]
    for one in seen:
        what = _of_visit(one)
        if what is not None:
            yield Remaining(
                key=f"visit.{one.id}",
                text=what,
                late=bool(one.report_late),
                subject=("visit", one.id),
                act=visit_next(one),
                words=_WORDS.get(visit_next(one), say("Visa")),
            )


_WORDS = {
    "settle_visit": say("Reglera"),
    "record_costs": say("Fyll i"),
    "report_visit": say("Rapportera"),
    "carry_out_visit": say("Visa"),
}


def _over(visit: Visit) -> bool:
    return visit.closed_on is not None or visit.starts_on is None


def _of_visit(seen: VisitPicture) -> Text | None:
    """Say what a visit still needs before the year can be told of."""
    assert seen.visit.starts_on is not None  # noqa: S101 - the caller has looked
    month = MONTHS[seen.visit.starts_on.month - 1]
    what = _lacking(seen)
    return _UNDONE[what][seen.visit.form is VisitForm.OUTGOING](month) if what else None


def _lacking(seen: VisitPicture) -> str:
    if seen.over:
        return "held"
    if seen.to_settle and visit_next(seen) in ("settle_visit", "record_costs"):
        return "settled"
    return "reported" if seen.to_report else ""


_UNDONE: dict[str, tuple[Callable[[Text], Text], Callable[[Text], Text]]] = {
    "held": (
        lambda month: say("Besöket i {month} är inte markerat som genomfört", month=month),
        lambda month: say("Resan i {month} är inte markerad som genomförd", month=month),
    ),
    "settled": (
        lambda month: say("Besöket i {month} är inte reglerat", month=month),
        lambda month: say("Resan i {month} är inte reglerad", month=month),
    ),
    "reported": (
        lambda month: say("Besöket i {month} är inte rapporterat", month=month),
        lambda month: say("Resan i {month} är inte rapporterad", month=month),
    ),
}
"""What a visit lacks: of a visit to us, and of a trip."""


def _cases(frame: Frame) -> Iterator[Remaining]:
    rows = [
        Source(
            subject=("case", each.id),
            text=plain(f"{each.number} {each.applicant}"),
            amount=each.asked,
            day=each.arrived_on,
        )
        for each in undecided(frame.desk, frame.year)
    ]
    if rows:
        yield _rows(
            "proposals",
            rows,
            say("En ansökan är inte beslutad"),
            lambda count: say("{count} ansökningar är inte beslutade", count=count),
        )


def _lists(frame: Frame) -> Iterator[Remaining]:
    waiting = [each for each in unlisted(frame.desk) if each.decided_on.year == frame.year]
    if waiting:
        yield Remaining(
            key="lists",
            text=_many(
                len(waiting),
                say("Ett beslut är inte anmält"),
                lambda count: say("{count} beslut är inte anmälda", count=count),
            ),
            late=False,
            subject=("lists", 0),
            act="make_list",
            words=say("Visa"),
            rows=tuple(
                Source(
                    subject=("case", each.case_id),
                    text=plain(each.number),
                    amount=1,
                    day=each.decided_on,
                )
                for each in waiting
            ),
        )


def _plans(frame: Frame) -> Iterator[Remaining]:
    if frame.work.plans is None:
        return
    names = {each.id: each.name for each in frame.desk.store.find(Body, everything=True)}
    open_still = [
        Source(subject=("plan", each.id), text=plain(names[each.body_id]), amount=1)
        for each in frame.desk.store.find(ActionPlan, "year = ?", frame.year)
        if each.evaluated_on is None
    ]
    if open_still:
        yield _rows(
            "plans",
            open_still,
            say("En handlingsplan är inte utvärderad"),
            lambda count: say("{count} handlingsplaner är inte utvärderade", count=count),
        )
