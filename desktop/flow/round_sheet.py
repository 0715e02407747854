"""The committee sheet of a consultation round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.casework import Round, RoundCase
from desktop.domain.registers import GuidelineVersion, Member
from desktop.domain.rule import Limit
from desktop.domain.swedish import count_word, kr
from desktop.flow.deciding import explained
from desktop.flow.headlines import in_order, said_of
from desktop.flow.money import frame_of, pots
from desktop.flow.papers import base, draw
from desktop.flow.picture import Picture, picture
from desktop.flow.rounds import round_cases
from desktop.flow.waiting import late_words
from desktop.letters.content import Pot as PotShown
from desktop.letters.facts import CommitteeFacts, PotRow, ProposalRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from desktop.domain.guideline import Guideline, Scheme
    from desktop.flow.desk import Desk

MOST_POTS = 3
"""Columns of pots that fit side by side on the sheet."""


def committee_sheet(desk: Desk, found: Round, meets_on: date | None) -> bytes:
    """Draw the sheet the committee reads. Nothing on it says that the committee decides."""
    rows = round_cases(desk, found.id)
    seen = [picture(desk, row.case_id) for row in rows]
    version_id, guideline = desk.in_force()
    frame = frame_of(desk, desk.today.year)
    proposed = sum(row.proposal for row in rows)
    year = max((each.case.year for each in seen), default=desk.today.year)
    with_pot = _with_pot(guideline, {each.case.scheme for each in seen})
    number = f"{found.number}/{found.year}"
    facts = CommitteeFacts(
        **base(desk, desk.today, f"committee_sheet:{number}:{desk.today}"),
        number=number,
        meets_on=meets_on,
        year=year,
        committee=guideline.committee,
        rows=tuple(_row(each, row) for each, row in zip(seen, rows, strict=True)),
        schemes=tuple(scheme.name for scheme in with_pot),
        pots=_pot_rows(desk, year, [scheme.key for scheme in with_pot]),
        frame_before=frame.left if frame else None,
        frame_after=frame.left - proposed if frame else None,
        members=tuple(
            (member.name, member.role)
            for member in desk.store.find(Member, order="place_in_list, id")
        ),
        rules=_rules(seen),
        guideline=desk.store.get(GuidelineVersion, version_id),
        lapsed=guideline.lapsed(desk.today),
    )
    return draw(desk, "committee_sheet", facts)


def _row(seen: Picture, row: RoundCase) -> ProposalRow:
    deciding = next((each for each in seen.draft.limits if each.deciding), None)
    about = f"{seen.scheme.name}, {seen.place.name}."
    if seen.application.purpose:
        purpose = seen.application.purpose
        about = f"{about} {purpose[:1].upper()}{purpose[1:].rstrip('.')}."
    late = f" Rapporten är {late_words(seen.report_late)}." if seen.report_late else ""
    return ProposalRow(
        applicant=seen.association.name,
        about=about,
        deciding=(_why(deciding) if deciding and deciding.rule else "") + late,
        deviation=row.deviation,
        asked=seen.application.asked,
        proposal=row.proposal,
        rule=deciding.rule if deciding else "",
    )


def _why(limit: Limit) -> str:
    """Say the ceiling that decides, short enough for one line of the sheet."""
    if limit.kind == "sharing" and limit.parts[-1].sign == "÷":
        pot, among = limit.parts[0].amount, limit.parts[-1].amount
        return f"En av {count_word(among)} som delar {kr(pot)} lika."
    if limit.kind in ("cap", "sharing"):
        return f"Potten, {kr(limit.amount)} kvar, avgör."
    if limit.said.template:
        return f"Avgör: {explained(limit)}."
    return f"{explained(limit)} avgör."


def _rules(seen: list[Picture]) -> tuple[tuple[str, str], ...]:
    named: dict[str, str] = {}
    for each in seen:
        for limit in each.draft.limits:
            if limit.rule and limit.deciding:
                words = f"{said_of(limit.rule, each.scheme)} ({limit.short})"
                named.setdefault(limit.rule, words)
    return tuple(sorted(named.items(), key=lambda each: in_order(each[0])))


def _with_pot(guideline: Guideline, wanted: Collection[str]) -> list[Scheme]:
    """Give the schemes whose pots the sheet has room for: when they are many, the round's own."""
    found = [scheme for scheme in guideline.schemes if scheme.cap]
    if len(found) <= MOST_POTS:
        return found
    return [scheme for scheme in found if scheme.key in wanted][:MOST_POTS]


def _pot_rows(desk: Desk, year: int, schemes: Sequence[str]) -> tuple[PotRow, ...]:
    by_place: dict[str, dict[str, PotShown]] = {}
    for bar in pots(desk, year):
        if bar.scheme in schemes:
            by_place.setdefault(bar.place.name, {})[bar.scheme] = PotShown(
                cap=bar.cap, decided=bar.decided, proposed=bar.proposed, left=bar.left
            )
    return tuple(
        PotRow(place=name, pots=tuple(bars.get(key) for key in schemes))
        for name, bars in by_place.items()
    )
