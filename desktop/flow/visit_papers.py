"""The papers of a visit: invitation, visit sheet and settlement, drawn and kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.problems import refuse
from desktop.domain.visit_words import Party, PeopleRole, Side, VisitForm, VisitStage
from desktop.flow.agreement_papers import share_rows
from desktop.flow.filing import keep_letter
from desktop.flow.papers import base, draw
from desktop.flow.visit_sheet import sheet_facts
from desktop.letters.compose import kind_of
from desktop.letters.facts import InvitationFacts, Recipient, SettlementFacts
from desktop.letters.facts.visits import SettledRow
from desktop.letters.tongue import tongue

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.casework import Document
    from desktop.domain.settlement import Row
    from desktop.domain.visiting import Visit
    from desktop.flow.desk import Desk
    from desktop.flow.visit_picture import VisitPicture
    from desktop.flow.work import Work

LANGUAGES = {"sv": "Svenska", "en": "Engelska"}
"""Languages of invitations and settlements."""


@dataclass(frozen=True, kw_only=True)
class Inviting:
    """What an invitation says besides what the register knows."""

    answer_by: date
    """Last day to answer."""
    language: str = "sv"
    """"sv" or "en"."""
    purpose: str = ""
    """The purpose in that language; empty takes the visit's."""
    contact: str = ""
    """Who it goes to; empty takes the other side's project leader."""
    programme: tuple[tuple[date, str], ...] | None = None
    """The programme in that language; None takes the visit's."""


def draw_invitation(
    desk: Desk,
    seen: VisitPicture,
    answer_by: date,
    language: str = "sv",
    more: Inviting | None = None,
) -> bytes:
    """Draw an invitation to the other town; refuses a visit without days. Writes nothing."""
    wanted = more or Inviting(answer_by=answer_by, language=language)
    facts = _invitation(desk, seen, wanted)
    return draw(desk, kind_of(facts), facts)


def keep_invitation(desk: Desk, work: Work, seen: VisitPicture, wanted: Inviting) -> Document:
    """Keep an invitation as it is sent."""
    facts = _invitation(desk, seen, wanted)
    town = seen.where
    return _keep(
        desk,
        work,
        seen,
        draw(desk, kind_of(facts), facts),
        kind="invitation",
        title=f"Inbjudan till {town}" + (" på engelska" if tongue(wanted.language).english else ""),
        word="inbjudan",
    )


def draw_visit_sheet(desk: Desk, seen: VisitPicture) -> bytes:
    """Draw the page that answers why, who, who paid, what it gave and why not digitally."""
    return draw(desk, "visit_sheet", sheet_facts(desk, seen))


def keep_visit_sheet(desk: Desk, work: Work, seen: VisitPicture, visit: Visit) -> Document:
    """Keep the visit sheet of a visit as it is after an act."""
    after = with_visit(seen, visit)
    return _keep(
        desk,
        work,
        seen,
        draw_visit_sheet(desk, after),
        kind="visit_sheet",
        title=f"Besöksblad {visit.number}",
        word="besoksblad",
    )


def draw_settlement(desk: Desk, seen: VisitPicture, language: str = "sv") -> bytes:
    """Draw who should have paid, who did, and who owes whom; marked until it is settled."""
    facts = _settlement(desk, seen, tongue(language).tag)
    return draw(desk, kind_of(facts), facts)


def keep_settlements(desk: Desk, work: Work, seen: VisitPicture, visit: Visit) -> None:
    """Keep the settlement in Swedish for us and in English for the other party."""
    after = with_visit(seen, visit)
    for language, word in (("sv", "reglering"), ("en", "settlement")):
        added = " på engelska" if language == "en" else ""
        _keep(
            desk,
            work,
            seen,
            draw_settlement(desk, after, language),
            kind="settlement",
            title=f"Reglering {visit.number}{added}",
            word=word,
        )


def with_visit(seen: VisitPicture, visit: Visit) -> VisitPicture:
    """Give a visit as an act is about to leave it."""
    return replace(seen, facts=replace(seen.facts, visit=visit))


def _keep(  # noqa: PLR0913 - the columns of the document
    desk: Desk,
    work: Work,
    seen: VisitPicture,
    content: bytes,
    *,
    kind: str,
    title: str,
    word: str,
) -> Document:
    nth = sum(each.kind == kind for each in seen.documents) + 1
    number = seen.visit.number.replace(" ", "-")
    return keep_letter(
        desk,
        work,
        content,
        kind=kind,
        title=title,
        name=f"{number}-{word}-{nth}",
        subject=f"visit:{seen.id}",
    )


def _invitation(desk: Desk, seen: VisitPicture, wanted: Inviting) -> InvitationFacts:
    visit, agreement = seen.visit, seen.agreement
    first, last = visit.starts_on, visit.ends_on
    if first is None or last is None:
        raise refuse("visit_id", "Inbjudan – besökets dagar saknas – skriv dem först.")
    language = tongue(wanted.language)
    guests = [each for each in seen.people if each.side is Side.GUEST]
    leads = (each.name for each in guests if each.role is PeopleRole.PROJECT_LEADER and each.name)
    town = agreement.counterpart if agreement and agreement.counterpart else seen.where
    nth = sum(each.kind == "invitation" for each in seen.documents) + 1
    return InvitationFacts(
        **base(desk, desk.today, f"{visit.number}:invitation:{wanted.language}:{nth}"),
        language=language.tag,
        recipient=Recipient(name=town, called="", contact=wanted.contact or next(leads, "")),
        number=visit.number,
        purpose=wanted.purpose or visit.purpose,
        starts_on=first,
        ends_on=last,
        guests=sum(each.count for each in guests),
        young=sum(each.young for each in guests),
        lines=share_rows(seen.lines),
        agreed_on=agreement.valid_from if agreement else None,
        arrival_place=agreement.arrival_place if agreement else "",
        programme=(
            tuple((each.day, each.text) for each in seen.programme)
            if wanted.programme is None
            else wanted.programme
        ),
        answer_by=wanted.answer_by,
    )


def _settlement(desk: Desk, seen: VisitPicture, language: str) -> SettlementFacts:
    visit, settled = seen.visit, seen.settlement
    day = visit.settled_on or desk.today
    nth = sum(each.kind == "settlement" for each in seen.documents) + 1
    outgoing = visit.form is VisitForm.OUTGOING
    guest, host = (seen.ours, seen.where) if outgoing else (seen.where, seen.ours)
    return SettlementFacts(
        **base(desk, day, f"{visit.number}:settlement:{language}:{nth}"),
        language=language,
        number=visit.number,
        incoming=not outgoing,
        starts_on=visit.starts_on,
        ends_on=visit.ends_on,
        guest=guest,
        host=host,
        ours=seen.our_party,
        agreed_from=seen.agreement.valid_from if seen.agreement else None,
        cancelled=seen.stage is VisitStage.CANCELLED,
        rows=tuple(map(_settled, settled.rows)),
        should=tuple(settled.should.items()),
        paid=tuple(settled.paid.items()),
        debts=tuple((each.debtor, each.creditor, each.ore) for each in settled.owes),
        deviation=visit.deviation,
        lacking=tuple(each.cost_type for each in settled.open),
        settled=visit.settled_on is not None,
    )


def _settled(row: Row) -> SettledRow:
    cost = row.cost
    return SettledRow(
        cost_type=cost.cost_type,
        detail=cost.detail,
        amount=cost.amount or 0,
        currency=cost.currency,
        rate=cost.rate,
        rate_on=cost.rate_on,
        sek_ore=cost.sek_ore or 0,
        should=tuple(row.should.items()),
        paid_by=cost.paid_by or Party.OTHER,
        over_ore=row.over_ore,
        exempted=row.exempted,
        unnamed=row.unnamed,
    )
