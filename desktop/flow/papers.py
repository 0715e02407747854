"""The papers of a case: facts gathered from the register, composed and drawn once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desktop.domain.applicants import ApplicantKind, nouns
from desktop.domain.dates import FinancialYear, last_closed_year
from desktop.domain.phases import AccountKind
from desktop.domain.problems import Problem, Refusal, problem
from desktop.domain.proposal import has_rule
from desktop.domain.registers import GuidelineVersion
from desktop.domain.swedish import long_date
from desktop.domain.text import plain, say
from desktop.flow.standing import missing
from desktop.flow.texts import texts_on
from desktop.letters.compose import compose, fill_text
from desktop.letters.content import Window
from desktop.letters.facts import (
    CompletionFacts,
    ConfirmationFacts,
    Facts,
    Matter,
    PaymentPlan,
    Recipient,
)
from desktop.letters.placeholder_names import name_of
from desktop.letters.problems import BadTemplate, Finding, IncompleteLetter, MissingGlyph

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop.domain.casework import Application
    from desktop.domain.registers import Association, Office
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture


def draw(desk: Desk, kind: str, facts: Facts, field: str = "") -> bytes:
    """Compose and draw a paper in the wording that counts on its day.

    Refuses with what is missing in it, or what cannot be printed. The one path for preview,
    print and store: the same facts and wording always give the same bytes.
    """
    from desktop.letters.render import render  # noqa: PLC0415 - ReportLab only when drawing

    own = texts_on(desk, facts.made_on)
    try:
        return render(compose(kind, facts, own.get(kind), shared=own))
    except IncompleteLetter as trouble:
        raise Refusal(_missing(one, field) for one in trouble.findings) from trouble
    except MissingGlyph as trouble:
        raise Refusal(
            [
                Problem(
                    field,
                    say(
                        "Brevet – tecknet {sign} i ”{words}” går inte att skriva ut – byt det.",
                        sign=trouble.character,
                        words=trouble.field[:60],
                    ),
                )
            ]
        ) from trouble
    except BadTemplate as trouble:
        raise Refusal([Problem(field, plain(str(trouble)))]) from trouble


_SETTINGS = {
    "court": say("förvaltningsrätt"),
    "court_address": say("domstolens adress"),
    "delegation": say("delegation"),
    "officer": say("namn på den som beslutar"),
}
"""What a letter cannot do without and Settings keep, by placeholder."""


def _missing(one: Finding, field: str) -> Problem:
    """Say what is missing, and where it is filled in: in Settings, or in the form."""
    kept = _SETTINGS.get(one.placeholder)
    if kept is not None:
        return problem("", "Brevet – {name} saknas – fyll i under Inställningar.", name=kept)
    return problem(
        field, "Brevet – uppgiften {name} saknas – fyll i den först.", name=name_of(one.placeholder)
    )


def base(desk: Desk, made_on: date, document_id: str) -> dict[str, Any]:
    """Give what every paper knows."""
    office = desk.office()
    return {
        "office": office,
        "officer": desk.officer(),
        "made_on": made_on,
        "document_id": f"{desk.store.register_uuid}:{document_id}",
        "coat": desk.store.content(office.coat_id) if office.coat_id else None,
        "checksum": desk.store.head[:12],
        "window": window(office),
    }


def window(office: Office) -> Window:
    """Give where the office's envelopes show the address, and where its letters are folded."""
    return Window(
        left=float(office.window_left),
        top=float(office.window_top),
        fold=float(office.fold_at) if office.fold_mark else 0.0,
    )


def letter_base(
    desk: Desk,
    seen: Picture,
    made_on: date,
    document_id: str,
    application: Application | None = None,
) -> dict[str, Any]:
    """Give what every letter to an applicant knows."""
    case = seen.case
    return {
        **base(desk, made_on, f"{case.number}:{document_id}"),
        "recipient": recipient(seen.association),
        "matter": matter(seen, application or seen.application),
        "guideline": rules_document(desk, seen),
        "lapsed": seen.guideline.lapsed(made_on) and not seen.scheme.document,
        "committee": seen.guideline.committee,
    }


def rules_document(desk: Desk, seen: Picture) -> GuidelineVersion:
    """Give the document a letter says it follows: the guideline, or the scheme's own rules."""
    version = desk.store.get(GuidelineVersion, seen.case.guideline_id)
    if not seen.scheme.document:
        return version
    return replace(version, title=seen.scheme.document, dnr="")


def recipient(association: Association) -> Recipient:
    """Give the address block of an association."""
    town = " ".join(part for part in (association.postcode, association.city) if part)
    return Recipient(
        name=association.name,
        organisation_number=association.organisation_number,
        called=nouns(association.kind).definite,
        contact=association.contact or association.principal,
        address=tuple(line for line in (association.address, town) if line),
    )


def matter(seen: Picture, application: Application) -> Matter:
    """Give what a letter says of the application."""
    goals = {goal.key: goal.text for goal in seen.guideline.goals}
    return Matter(
        number=seen.case.number,
        dnr=seen.case.dnr,
        scheme=seen.scheme.grant or seen.scheme.name.lower(),
        place=seen.place.name,
        year=seen.case.year,
        purpose=application.purpose,
        starts_on=application.starts_on,
        ends_on=application.ends_on,
        asked=application.asked,
        arrived_on=application.arrived_on,
        goals=tuple(goals[key] for key in application.goals if key in goals),
    )


def year_in_letter(year: FinancialYear) -> str:
    """Give a financial year as a letter says it: "2025", "1 september 2025–31 augusti 2026"."""
    if (year.first.month, year.first.day) == (1, 1):
        return str(year.last.year)
    first = long_date(year.first).removeprefix("den\u00a0")
    last = long_date(year.last).removeprefix("den\u00a0")
    return f"{first}–{last}"


def payment_plan(seen: Picture) -> PaymentPlan:
    """Give how the grant will be paid, and what is missing for it today."""
    if seen.scheme.for_schools:
        return _school_plan(seen.association)
    year = last_closed_year(seen.today, seen.association.year_end)
    missing = (f"verksamhetsberättelsen för {year_in_letter(year)}",) if seen.payment_stops else ()
    kind = seen.association.account_kind
    return PaymentPlan(
        account_kind=AccountKind(kind) if kind else None,
        account=seen.association.account,
        missing=missing,
    )


def _school_plan(school: Association) -> PaymentPlan:
    municipal = school.kind is ApplicantKind.MUNICIPAL_SCHOOL
    return PaymentPlan(
        account_kind=None if municipal else school.account_kind,
        account=school.account_string if municipal else school.account,
        wanted="skolans kontosträng" if municipal else "skolans bankgiro eller plusgiro",
    )


def confirmation(desk: Desk, seen: Picture) -> bytes:
    """Draw the confirmation that an application has arrived."""
    facts = ConfirmationFacts(
        **letter_base(desk, seen, desk.today, f"confirmation:{desk.today}"),
        consulted=has_rule(seen.scheme, "consultation"),
        board=seen.board,
        missing=tuple(missing(seen)) if seen.scheme.for_schools else (),
    )
    return draw(desk, "confirmation", facts)


def completion_request(desk: Desk, seen: Picture, items: Iterable[str], due_on: date) -> bytes:
    """Draw the request for what is missing."""
    nth = len(seen.completions) + 1
    facts = CompletionFacts(
        **letter_base(desk, seen, desk.today, f"completion_request:{nth}"),
        items=tuple(items),
        due_on=due_on,
    )
    return draw(desk, "completion_request", facts, "items")


def filled(text: str, facts: Facts, field: str) -> str:
    """Fill the placeholders of a reason; refuses with what is missing."""
    try:
        return fill_text(text, facts)
    except IncompleteLetter as trouble:
        raise Refusal(
            Problem(
                field,
                say(
                    "Skäl – uppgiften {name} saknas i det här ärendet – välj ett annat skäl.",
                    name=name_of(one.placeholder),
                ),
            )
            for one in trouble.findings
        ) from trouble
