"""A cost-sharing agreement is drafted, changed as a draft, and drawn up in a new version (P12)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.agreements import endless
from desktop.domain.problems import refuse
from desktop.domain.registers import Place
from desktop.domain.text import say
from desktop.domain.visit_guideline import visit_rules
from desktop.domain.visit_words import AgreementState
from desktop.domain.visiting import Agreement
from desktop.flow.agreement_view import AgreementPicture, agreement_picture
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.agreement_lines import LineRow, lines_now, put_lines, row_of
from desktop.flow.visit_facts import agreements_of

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

_LANGUAGES = {"sv": "Svenska", "en": "Engelska"}


@dataclass(frozen=True, kw_only=True)
class _Terms(Command):
    """What an agreement says besides its place."""

    counterpart: str = ask(Kind.LINE, "Motpart", default="", help="Kommunens namn där.")
    our_signatory: str = ask(Kind.LINE, "Vi undertecknar", default="", help="Namn och titel.")
    their_signatory: str = ask(Kind.LINE, "De undertecknar", default="", help="Namn och titel.")
    valid_from: date | None = ask(Kind.DAY, "Gäller från", default=None)
    valid_to: date | None = ask(Kind.DAY, "Gäller till", default=None)
    notice_months: int | None = ask(Kind.NUMBER, "Uppsägning, månader", default=None, high=120)
    review_on: date | None = ask(Kind.DAY, "Ses över", default=None)
    arrival_place: str = ask(
        Kind.LINE, "Ankomstort", default="", help="Dit gästen reser, i värdens land."
    )
    prevailing: str = ask(Kind.CHOICE, "Språk som gäller", choices=_LANGUAGES, default="sv")
    areas: str = ask(
        Kind.NOTE, "Samarbetsområden", default="", help="Efter // skriver du det på engelska."
    )
    note: str = ask(Kind.NOTE, "Anteckning", default="")
    lines: tuple[LineRow, ...] | None = ask(
        Kind.ROWS, "Vem betalar vad", row=LineRow, default=None, help="Tomt: riktlinjens förslag."
    )


@dataclass(frozen=True, kw_only=True)
class DraftAgreement(_Terms):
    """Draft a cost-sharing agreement with a place; who pays what is proposed by the guideline."""

    place_id: int = ask(Kind.REF, "Ort", ref="place")


@dataclass(frozen=True, kw_only=True)
class ChangeAgreement(_Terms):
    """Change a draft; what is signed never changes."""

    agreement_id: int = ask(Kind.REF, "Överenskommelse", ref="agreement")


@dataclass(frozen=True, kw_only=True)
class NewAgreementVersion(_Terms):
    """Draft a new version of a signed agreement; the old one holds until the new one begins."""

    agreement_id: int = ask(Kind.REF, "Överenskommelse", ref="agreement")


@dataclass(frozen=True, kw_only=True)
class DropAgreement(Command):
    """Take away a draft that was never signed."""

    agreement_id: int = ask(Kind.REF, "Överenskommelse", ref="agreement")


_TERMS = tuple(field.name for field in fields(_Terms) if field.name != "lines")


def seen_agreement(desk: Desk, agreement_id: int) -> AgreementPicture:
    """Give the agreement whole, or refuse one that is not in the register."""
    if desk.store.first(Agreement, "id = ?", agreement_id) is None:
        raise refuse("agreement_id", "Överenskommelse – finns inte i registret – välj i listan.")
    return agreement_picture(desk, agreement_id)


def spanned(first: date | None, last: date | None) -> None:
    """Refuse a last day before the first."""
    if first and last and last < first:
        raise refuse(
            "valid_to",
            "Gäller till – {last} är före {first} – skriv en senare dag eller lämna tomt.",
            last=last.isoformat(),
            first=first.isoformat(),
        )


def _terms(it: _Terms) -> dict[str, Any]:
    spanned(it.valid_from, it.valid_to)
    no_personal_numbers("note", "Anteckning", it.note)
    return {name: getattr(it, name) for name in _TERMS}


def _no_draft(desk: Desk, field: str, place: Place) -> None:
    drafts = [each for each in agreements_of(desk, place.id) if each.state is AgreementState.DRAFT]
    if drafts:
        raise refuse(
            field,
            "Överenskommelse – det finns redan ett utkast med {name} – ändra det i stället.",
            name=place.name,
        )


def _draft(desk: Desk, it: DraftAgreement, work: Work) -> None:
    place = desk.store.first(Place, "id = ?", it.place_id)
    if place is None:
        raise refuse("place_id", "Ort – finns inte i registret – välj i listan.")
    _no_draft(desk, "place_id", place)
    made = work.add(Agreement(place_id=place.id, **_terms(it)))
    rows = lines_now(desk) if it.lines is None else it.lines
    put_lines(desk, work, made, (), rows)
    _said(desk, work, made, place)


def _change(desk: Desk, it: ChangeAgreement, work: Work) -> None:
    seen = seen_agreement(desk, it.agreement_id)
    _only_draft(seen)
    after = work.change(seen.agreement, **_terms(it))
    if it.lines is not None:
        put_lines(desk, work, seen.agreement, seen.lines, it.lines)
    _said(desk, work, after, seen.place)


def _version(desk: Desk, it: NewAgreementVersion, work: Work) -> None:
    seen = seen_agreement(desk, it.agreement_id)
    if not seen.lives:
        raise refuse(
            "agreement_id",
            "Överenskommelse – den gäller inte längre, eller är ett utkast – gör ett nytt utkast.",
        )
    _no_draft(desk, "agreement_id", seen.place)
    made = work.add(Agreement(place_id=seen.place.id, replaces_id=seen.id, **_terms(it)))
    rows = tuple(map(row_of, seen.lines)) if it.lines is None else it.lines
    put_lines(desk, work, made, (), rows)
    work.about("agreement", seen.id)
    _said(desk, work, made, seen.place)


def _drop(desk: Desk, it: DropAgreement, work: Work) -> None:
    seen = seen_agreement(desk, it.agreement_id)
    _only_draft(seen)
    for line in seen.lines:
        work.change(line, deleted=desk.today)
    work.change(seen.agreement, deleted=desk.today)
    work.about("agreement", seen.id)
    work.about("place", seen.place.id)
    work.said = say("Utkastet med {name} är borttaget.", name=seen.place.name)


def _only_draft(seen: AgreementPicture) -> None:
    if seen.state is not AgreementState.DRAFT:
        raise refuse(
            "agreement_id",
            "Överenskommelse – den är undertecknad och ändras inte – gör en ny version.",
        )


def _said(desk: Desk, work: Work, it: Agreement, place: Place) -> None:
    work.about("agreement", it.id)
    work.about("place", place.id)
    if endless(it, visit_rules(desk.in_force()[1])):
        work.said = say(
            "Utkastet med {name} är sparat. Obs: det har varken slutdag eller uppsägning.",
            name=place.name,
        )
    else:
        work.said = say("Utkastet med {name} är sparat.", name=place.name)


def _proposed(desk: Desk, place: Place | None) -> dict[str, Any]:
    officer = desk.officer()
    found: dict[str, Any] = {
        "our_signatory": ", ".join(filter(None, (officer.name, officer.title))),
        "lines": lines_now(desk),
    }
    return found | ({"place_id": place.id, "counterpart": place.name} if place else {})


def _now(_desk: Desk, seen: AgreementPicture) -> dict[str, Any]:
    values = {name: getattr(seen.agreement, name) for name in _TERMS}
    return {**values, "agreement_id": seen.id, "lines": tuple(map(row_of, seen.lines))}


def _next_version(desk: Desk, seen: AgreementPicture) -> dict[str, Any]:
    proposed = {**_now(desk, seen), "valid_to": None, "review_on": None, "note": ""}
    begins = seen.last_day
    tomorrow = date.fromordinal(max(begins or desk.today, desk.today).toordinal() + 1)
    return {**proposed, "valid_from": tomorrow}


def _is_draft(seen: AgreementPicture) -> bool:
    return seen.state is AgreementState.DRAFT


STEPS = (
    Step(
        name="draft_agreement",
        command=DraftAgreement,
        about="agreements",
        title=say("Ny överenskommelse"),
        button=say("Spara utkastet"),
        plan=_draft,
        prefill=_proposed,
    ),
    Step(
        name="change_agreement",
        command=ChangeAgreement,
        about="agreement",
        title=say("Ändra utkastet"),
        button=say("Spara utkastet"),
        plan=_change,
        applies=_is_draft,
        prefill=_now,
    ),
    Step(
        name="new_agreement_version",
        command=NewAgreementVersion,
        about="agreement",
        title=say("Ny version av överenskommelsen"),
        button=say("Spara utkastet"),
        plan=_version,
        applies=lambda seen: seen.lives and seen.draft is None,
        prefill=_next_version,
        consequence=lambda _: say(
            "Den nya ersätter den gamla först när den är undertecknad. Gamla besök ändras inte."
        ),
    ),
    Step(
        name="drop_agreement",
        command=DropAgreement,
        about="agreement",
        title=say("Ta bort utkastet"),
        button=say("Ta bort utkastet"),
        plan=_drop,
        applies=_is_draft,
        prefill=lambda _desk, seen: {"agreement_id": seen.id},
    ),
)
