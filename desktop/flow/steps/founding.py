"""The first act of a register: municipality, guideline, office, committee, places, reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop import library
from desktop.domain.dates import mandate_period
from desktop.domain.phases import PlaceKind
from desktop.domain.problems import Problem, Refusal, problem, refuse
from desktop.domain.registers import (
    BudgetPeriod,
    Member,
    Office,
    Officer,
    Place,
    Reason,
)
from desktop.domain.text import say
from desktop.flow.ask import File, Kind, ask
from desktop.flow.beginning import FIRST, beginning
from desktop.flow.coat import keep_coat
from desktop.flow.rule_reasons import reasons_for_rules
from desktop.flow.step import Command, Step
from desktop.flow.steps.guidelines import version_row
from desktop.letters.reasons import reasons

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from desktop.flow.beginning import Beginning
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

DELEGATION = "kommunstyrelsens delegationsordning"
"""What is proposed where the municipality's own facts say nothing else."""


@dataclass(frozen=True, kw_only=True)
class NewMember:
    """A committee member at first start."""

    name: str = ask(Kind.LINE, "Namn", default="")
    role: str = ask(Kind.LINE, "Roll", default="")


@dataclass(frozen=True, kw_only=True)
class FoundRegister(Command):
    """Begin a register; everything but the guideline's text can be changed later."""

    guideline: str = ask(
        Kind.CHOICE,
        "Riktlinje",
        source="municipalities",
        default="",
        help="Tomt: kommunens egen.",
    )
    municipality: str = ask(
        Kind.LINE,
        "Kommun",
        default="",
        help="Namn eller kod. Tomt: kommunen som riktlinjen hör till.",
    )
    name: str = ask(Kind.LINE, "Ditt namn")
    title: str = ask(Kind.LINE, "Titel", default="internationell samordnare")
    delegation: str = ask(
        Kind.LINE,
        "Delegation",
        default=DELEGATION,
        help="Med punkt, till exempel kommunstyrelsens delegationsordning, punkt 4.7.",
    )
    department: str = ask(Kind.LINE, "Förvaltning", default="")
    address: str = ask(Kind.LINE, "Gatuadress eller box", default="")
    postcode: str = ask(Kind.LINE, "Postnummer", default="", limit=12)
    city: str = ask(Kind.LINE, "Postort", default="")
    phone: str = ask(Kind.LINE, "Telefon", default="", limit=40)
    email: str = ask(Kind.LINE, "E-post", default="")
    website: str = ask(Kind.LINE, "Webbplats", default="")
    court: str = ask(Kind.LINE, "Förvaltningsrätt", default="")
    court_address: str = ask(Kind.LINE, "Domstolens adress", default="")
    coat: File | None = ask(Kind.FILE, "Kommunvapen", default=None)
    members: tuple[NewMember, ...] = ask(Kind.ROWS, "Kommittén", row=NewMember, default=())
    frame: int | None = ask(
        Kind.KR, "Ram för mandatperioden", default=None, low=1, help="Kan vänta."
    )


def _found(desk: Desk, it: FoundRegister, work: Work) -> None:
    if desk.store.first(Office) is not None:
        raise refuse("", "Registret är redan upplagt – ändra uppgifterna i inställningarna.")
    begun = beginning(it.municipality, it.guideline, desk.today)
    if not it.court and not begun.facts.get("court"):
        raise Refusal([court_missing(begun.name)])
    work.add(_office(desk, it, begun, work))
    delegation = it.delegation
    if delegation == DELEGATION:
        delegation = str(begun.base.get("delegation", DELEGATION))
    work.add(Officer(name=it.name, title=it.title, delegation=delegation))
    work.add(version_row(dict(begun.guideline)))
    members = [each for each in it.members if each.name]
    for at, member in enumerate(members):
        work.add(Member(name=member.name, role=member.role or "ledamot", place_in_list=at + 1))
    for place in begun.facts.get("places", ()):
        work.add(Place(**{**place, "kind": PlaceKind(place["kind"])}))
    for reason in _reasons(begun.guideline):
        work.add(reason)
    if it.frame:
        first, last = mandate_period(desk.today.year)
        work.add(BudgetPeriod(first_year=first, last_year=last, frame=it.frame))
    work.about("office", 1)
    work.final = True
    work.said = say("Registret för {name} är upplagt.", name=begun.name)


def _reasons(data: Mapping[str, Any]) -> Iterator[Reason]:
    """Give the reasons the register begins with: the schemes' own, else those of the program."""
    own = [(scheme, each) for scheme in data["scheme"] for each in scheme.get("reason", ())]
    for scheme, each in own:
        yield Reason(
            key=each["key"],
            title=each["title"],
            text=each["text"],
            outcomes=tuple(each.get("outcomes", ())),
            schemes=(scheme["key"],),
            rule=each.get("rule", ""),
        )
    yield from reasons_for_rules(data)
    if all(scheme.get("reason") for scheme in data["scheme"]):
        return
    for known in reasons(library.letter("reasons")):
        yield Reason(
            key=known.key,
            title=known.title,
            text=known.text,
            outcomes=known.outcomes,
            schemes=known.schemes,
            rule=known.rule,
        )


def _office(desk: Desk, it: FoundRegister, begun: Beginning, work: Work) -> Office:
    given = begun.facts
    coat_id = keep_coat(desk, it.coat, work) if it.coat else None
    return Office(
        municipality=begun.name,
        full_name=begun.full_name,
        code=str(given.get("code", "")),
        department=it.department or str(given.get("department", "")),
        board=str(given.get("board", "kommunstyrelsen")),
        organisation_number=str(given.get("organisation_number", "")),
        address=it.address,
        postcode=it.postcode or str(given.get("postcode", "")),
        city=it.city or str(given.get("city", "")),
        phone=it.phone,
        email=it.email,
        website=it.website,
        court=it.court or str(given.get("court", "")),
        court_address=it.court_address or str(given.get("court_address", "")),
        copies_to="Ekonomienheten. Registrator.",
        coat_id=coat_id,
    )


def court_missing(municipality: str) -> Problem:
    """Say that another municipality's court is not known here."""
    return problem(
        "court",
        "Förvaltningsrätt – saknas för {name} – skriv domstolen som tar emot överklaganden.",
        name=municipality,
    )


def proposed(guideline: str, municipality: str, day: date) -> dict[str, Any]:
    """Give the values first start proposes for a municipality and a guideline."""
    begun = beginning(municipality, guideline, day)
    names = ("department", "postcode", "city", "court", "court_address")
    return {
        "guideline": guideline,
        "municipality": begun.name,
        "title": "internationell samordnare",
        "delegation": begun.base.get("delegation", DELEGATION),
        **{name: begun.facts.get(name, "") for name in names},
        "members": tuple(NewMember(role=role) for role in begun.base.get("roles", ())),
    }


STEPS = (
    Step(
        name="found_register",
        command=FoundRegister,
        about="register",
        title=say("Nytt register"),
        button=say("Lägg upp registret"),
        plan=_found,
        prefill=lambda desk, key: proposed(key or FIRST, "", desk.today),
    ),
)
