"""The cost-sharing agreement on paper: drawn as a draft, and kept when printed for signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.visit_words import AgreementState
from desktop.flow.filing import keep_letter
from desktop.flow.papers import base, draw
from desktop.letters.facts import AgreementFacts, ShareRow, Signing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.casework import Document
    from desktop.domain.registers import Office
    from desktop.domain.visiting import Agreement, AgreementLine
    from desktop.flow.agreement_view import AgreementPicture
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

KIND = "agreement_paper"
"""Kind of the document that is printed for signature; the signed scan is "agreement"."""


def draw_agreement(desk: Desk, seen: AgreementPicture) -> bytes:
    """Draw an agreement, marked as a draft while it is one; writes nothing."""
    return draw(desk, "agreement", _facts(desk, seen, draft=seen.state is AgreementState.DRAFT))


def keep_agreement(desk: Desk, work: Work, seen: AgreementPicture) -> Document:
    """Keep an agreement as it goes to signature: these bytes for ever, without the draft mark."""
    printed = sum(each.kind == KIND for each in seen.drawn) + 1
    return keep_letter(
        desk,
        work,
        draw(desk, "agreement", _facts(desk, seen, draft=False)),
        kind=KIND,
        title=f"Överenskommelse med {seen.place.name}, för underskrift",
        name=f"overenskommelse-{seen.id}-{printed}",
        subject=f"agreement:{seen.id}",
    )


def share_rows(lines: Iterable[AgreementLine]) -> tuple[ShareRow, ...]:
    """Give the lines of an agreement as papers show them."""
    return tuple(
        ShareRow(
            cost_type=line.cost_type,
            payer=line.payer,
            guest_share=line.guest_share,
            ceiling_ore=line.ceiling_ore,
            ceiling_unit=line.ceiling_unit,
            note=line.note,
        )
        for line in lines
    )


def _facts(desk: Desk, seen: AgreementPicture, *, draft: bool) -> AgreementFacts:
    it, before = seen.agreement, _before(seen)
    printed = sum(each.kind == KIND for each in seen.drawn) + 1
    known = base(desk, desk.today, f"agreement:{seen.id}:{printed}")
    return AgreementFacts(
        **known,
        ours=_ours(desk, it, known["office"]),
        theirs=Signing(
            name=it.counterpart or seen.place.name,
            called=seen.place.name,
            signatory=it.their_signatory,
        ),
        version=len(before) + 1,
        replaced_on=before[0].signed_on if before else None,
        areas=it.areas,
        arrival_place=it.arrival_place,
        lines=share_rows(seen.lines),
        valid_from=it.valid_from,
        valid_to=it.valid_to,
        notice_months=it.notice_months,
        review_on=it.review_on,
        prevailing=it.prevailing,
        draft=draft,
    )


def _before(seen: AgreementPicture) -> list[Agreement]:
    """Give the agreements that this one replaces, one after the other, the latest first."""
    known = {each.id: each for each in seen.others}
    found: list[Agreement] = []
    at = seen.agreement.replaces_id
    while at in known:
        found.append(known[at])
        at = known[at].replaces_id
    return found


def _ours(desk: Desk, it: Agreement, office: Office) -> Signing:
    officer = desk.officer()
    signs = it.our_signatory or ", ".join(filter(None, (officer.name, officer.title)))
    return Signing(
        name=office.full_name,
        called=office.municipality,
        organisation_number=office.organisation_number,
        signatory=signs,
        authority=officer.delegation if officer.name and signs.startswith(officer.name) else "",
    )
