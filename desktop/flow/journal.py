"""The journal of a case: everything that happened in it, drawn from the log and the register."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.casework import RoundCase, RoundMember
from desktop.domain.phases import (
    ANSWER_WORDS,
    CHANNEL_WORDS,
    DECISION_WORDS,
    OUTCOME_WORDS,
    PHASE_WORDS,
    DecisionKind,
    Phase,
)
from desktop.domain.registers import GuidelineVersion
from desktop.domain.rule import STATUS_WORDS
from desktop.domain.swedish import capital, kr, long_date, period
from desktop.flow.case_documents import documents_of, rounds_of
from desktop.flow.journal_events import event_rows
from desktop.flow.journal_tracks import tracks
from desktop.flow.papers import base, draw
from desktop.letters.facts import JournalFacts
from desktop.letters.facts.journal import (
    DecisionRow,
    DeviationRow,
    DocumentRow,
    EventRow,
    HeardRow,
    RuleRow,
)
from desktop.letters.legible import legible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.casework import Decision, Round
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture

_FORMS = {"meeting": "möte", "email": "e-post", "phone": "telefon"}


def journal(desk: Desk, seen: Picture) -> bytes:
    """Draw the journal of a case as it stands today; it is not kept."""
    return draw(desk, "journal", journal_facts(desk, seen))


def closing_journal(desk: Desk, seen: Picture, nth: int) -> bytes:
    """Draw the journal that is kept when the case is closed, with the closing as its last line."""
    closed = replace(seen, case=replace(seen.case, phase=Phase.CLOSED, phase_since=desk.today))
    facts = journal_facts(desk, closed)
    last = EventRow(at=None, day=desk.today, who=desk.officer().name, what="Ärendet avslutades.")
    case_id = f"{seen.case.number}:journal:closing:{nth}"
    return draw(
        desk,
        "journal",
        replace(
            legible(replace(facts, closed=True, events=(*facts.events, last))),
            document_id=f"{desk.store.register_uuid}:{case_id}",
        ),
    )


def journal_facts(desk: Desk, seen: Picture, *, digests: bool = True) -> JournalFacts:
    """Gather what the journal says; without `digests`, nothing that letters could be guessed by.

    A character that no letter shows is written by its number, so that a journal can always be
    drawn.
    """
    case = seen.case
    return legible(
        JournalFacts(
            **base(desk, desk.today, f"{case.number}:journal:{desk.today}"),
            number=case.number,
            dnr=case.dnr,
            applicant=seen.association.name,
            subject=subject(seen),
            head=_head(desk, seen),
            sums=_sums(seen),
            tracks=tracks(seen),
            decisions=tuple(_decisions(seen)),
            consultations=tuple(_heard(desk, seen)),
            rules=tuple(_rules(seen)),
            deviations=tuple(_deviations(desk, seen)),
            events=tuple(event_rows(desk, seen)),
            documents=tuple(_documents(desk, seen, digests=digests)),
        )
    )


def subject(seen: Picture) -> str:
    """Say in a line what the case is about."""
    return f"{seen.scheme.name} {seen.case.year}, {seen.place.name}"


def _head(desk: Desk, seen: Picture) -> tuple[tuple[str, str], ...]:
    application, who = seen.application, seen.association
    number = f", {who.organisation_number}" if who.organisation_number else ""
    days = ""
    if application.starts_on and application.ends_on:
        days = period(application.starts_on, application.ends_on)
    how = str(CHANNEL_WORDS[application.channel]).lower()
    version = desk.store.get(GuidelineVersion, seen.case.guideline_id)
    adopted = str(version.adopted_on) if version.adopted_known else ""
    source = " ".join(filter(None, (version.body, adopted, version.paragraph)))
    return (
        ("Sökande", f"{who.name}{number}"),
        ("Bidrag", subject(seen)),
        ("Ändamål", capital(application.purpose)),
        ("Aktivitetens dagar", days),
        ("Inkom", f"{long_date(seen.versions[0].arrived_on)}, {how}"),
        ("Riktlinjer", f"{version.title} ({source})"),
        ("Läge", f"{PHASE_WORDS[seen.case.phase]} sedan {seen.case.phase_since}"),
    )


def _sums(seen: Picture) -> tuple[tuple[str, int], ...]:
    sums = [("Sökt", seen.application.asked)]
    if seen.decision is None:
        return tuple(sums)
    sums.append(("Beviljat", seen.granted or 0))
    if seen.with_money or seen.paid or seen.repaid:
        sums += [("Utbetalt", seen.paid), ("Återbetalt", seen.repaid)]
    return tuple(sums)


def _decisions(seen: Picture) -> Iterator[DecisionRow]:
    later = {each.replaces_id: each for each in seen.decisions if each.replaces_id}
    for each in seen.decisions:
        outcome = str(OUTCOME_WORDS[each.outcome])
        if each.kind is not DecisionKind.FIRST:
            outcome = f"{DECISION_WORDS[each.kind]}: {outcome.lower()}"
        yield DecisionRow(
            number=_number(each),
            day=each.decided_on,
            outcome=outcome,
            granted=each.granted,
            officer=capital(each.board) or f"{each.officer}, {each.officer_title}",
            note=_replacing(seen, each, later.get(each.id)),
        )
    by_board = (seen.reclaim,) if seen.reclaim and seen.reclaim.board else ()
    for claim in (*(each for each, _ in seen.reclaim_lists), *by_board):
        yield DecisionRow(
            number=claim.cited,
            day=claim.decided_on,
            outcome=f"Återkrav av {kr(claim.amount)}",
            granted=0,
            officer=claim.board.capitalize() or f"{claim.officer}, {claim.officer_title}",
            note=claim.reason,
        )


def _number(decision: Decision) -> str:
    return decision.cited


def _replacing(seen: Picture, decision: Decision, later: Decision | None) -> str:
    old = next((each for each in seen.decisions if each.id == decision.replaces_id), None)
    words = [f"Ersätter {_number(old)}: {decision.ground}".rstrip(": ")] if old else []
    if later is not None:
        words.append(f"Ersatt av {_number(later)}")
    return ". ".join(word.rstrip(".") for word in words) + ("." if words else "")


def _heard(desk: Desk, seen: Picture) -> Iterator[HeardRow]:
    rounds = {each.id: each for each in rounds_of(desk, seen.id)}
    for row in desk.store.find(RoundCase, "case_id = ?", seen.id):
        found = rounds[row.round_id]
        members = desk.store.find(RoundMember, "round_id = ?", found.id)
        yield HeardRow(
            round=_round(found),
            proposal=f"förslag {kr(row.proposal)}",
            answers=tuple(
                f"{each.name}, {each.role} ({str(ANSWER_WORDS[each.answer]).lower()})"
                for each in members
            ),
            remark=row.outcome,
        )


def _round(found: Round) -> str:
    number = f"Omgång {found.number}/{found.year}"
    if found.held_on is None:
        return f"{number}, inte hållen"
    how = f", {_FORMS[found.form]}" if found.form in _FORMS else ""
    return f"{number} {long_date(found.held_on)}{how}"


def _rules(seen: Picture) -> Iterator[RuleRow]:
    for each in seen.findings:
        value, limit = str(each.value), str(each.limit)
        told = ", ".join(part for part in (value, limit) if part)
        yield RuleRow(
            rule=each.rule,
            title=f"{each.title}: {told}" if told else str(each.title),
            result=str(STATUS_WORDS[each.status]),
            paragraph=each.paragraph,
        )


def _deviations(desk: Desk, seen: Picture) -> Iterator[DeviationRow]:
    yield from _before_deciding(desk, seen)
    yield from _in_deciding(seen)


def _before_deciding(desk: Desk, seen: Picture) -> Iterator[DeviationRow]:
    if seen.case.unconsulted:
        yield DeviationRow(what="Utan samråd", reason=seen.case.unconsulted)
    for version in seen.versions:
        if version.arrival_note:
            yield DeviationRow(
                day=version.arrived_on, what="Annan ankomstdag", reason=version.arrival_note
            )
    for row in desk.store.find(RoundCase, "case_id = ?", seen.id):
        if row.deviation:
            yield DeviationRow(what="Annat förslag än reglerna ger", reason=row.deviation)
    for asked in seen.completions:
        if asked.ended_reason:
            what = "Fortsatt utan komplettering"
            yield DeviationRow(what=what, reason=asked.ended_reason)


def _in_deciding(seen: Picture) -> Iterator[DeviationRow]:
    for each in seen.decisions:
        if each.deviation:
            what = f"Beslut {_number(each)} avviker från reglerna"
            yield DeviationRow(day=each.decided_on, what=what, reason=each.deviation)
    for lifted in seen.exemptions:
        yield DeviationRow(
            day=lifted.day, what=f"Undantag från {lifted.rule}", reason=lifted.reason
        )
    for longer in seen.extensions:
        what = f"Rapportdagen flyttad till {longer.new_on}, beslutat"
        yield DeviationRow(day=longer.day, what=what, reason=longer.reason)


def _documents(desk: Desk, seen: Picture, *, digests: bool) -> Iterator[DocumentRow]:
    for each in documents_of(desk, seen):
        yield DocumentRow(
            day=each.made_on,
            way="Ut" if each.outgoing else "In",
            title=each.title,
            sha256=each.sha256 if digests else "",
        )
