"""Acts on the office itself: letterhead, officer, committee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.numbers import organisation_number
from desktop.domain.phases import WindowSide
from desktop.domain.problems import refuse
from desktop.domain.registers import Member, Officer
from desktop.domain.text import say
from desktop.flow.ask import File, Kind, ask
from desktop.flow.coat import keep_coat
from desktop.flow.envelope import WINDOWS
from desktop.flow.step import Command, Step

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class SetOffice(Command):
    """Change the letterhead, the board and the court."""

    full_name: str = ask(Kind.LINE, "Kommunens namn i brev")
    department: str = ask(Kind.LINE, "Förvaltning", default="")
    board: str = ask(
        Kind.LINE, "Nämnd", default="kommunstyrelsen", help="Som ordet står mitt i en mening."
    )
    organisation_number: str = ask(Kind.LINE, "Kommunens organisationsnummer", default="")
    address: str = ask(Kind.LINE, "Gatuadress eller box", default="")
    postcode: str = ask(Kind.LINE, "Postnummer", default="", limit=12)
    city: str = ask(Kind.LINE, "Postort", default="")
    phone: str = ask(Kind.LINE, "Telefon", default="", limit=40)
    email: str = ask(Kind.LINE, "E-post", default="")
    website: str = ask(Kind.LINE, "Webbplats med anslagstavlan", default="")
    court: str = ask(Kind.LINE, "Förvaltningsrätt")
    court_address: str = ask(Kind.LINE, "Domstolens adress")
    court_checked: date | None = ask(Kind.DAY, "Adressen kontrollerad", default=None, past=True)
    copies_to: str = ask(Kind.LINE, "Kopia av beslut till", default="")
    coding: str = ask(Kind.LINE, "Kontering", default="", help="Står på utbetalningsunderlaget.")


def _set_office(desk: Desk, it: SetOffice, work: Work) -> None:
    number = organisation_number(it.organisation_number)
    values = {**vars(it), "organisation_number": number}
    work.change(desk.office(), **values)
    work.about("office", 1)
    work.said = say("Brevhuvud och adress är ändrade.")


def _office_now(desk: Desk, _subject: object) -> dict[str, Any]:
    office = desk.office()
    return {name: getattr(office, name) for name in SetOffice.__dataclass_fields__}


@dataclass(frozen=True, kw_only=True)
class SetCoat(Command):
    """Choose the picture of the coat of arms."""

    picture: File = ask(
        Kind.FILE,
        "Kommunvapen",
        help="PNG, JPEG, SVG, PDF eller annan bild, helst minst 400 punkter hög.",
    )


def _set_coat(desk: Desk, it: SetCoat, work: Work) -> None:
    work.change(desk.office(), coat_id=keep_coat(desk, it.picture, work, "picture"))
    work.about("office", 1)
    work.said = say("Kommunvapnet är bytt.")


@dataclass(frozen=True, kw_only=True)
class SetWindow(Command):
    """Choose where the envelopes show the address, and where letters are folded."""

    side: str = ask(
        Kind.CHOICE,
        "Fönster",
        choices={"left": "Till vänster", "right": "Till höger"},
        help="C5 och E65 med fönster till vänster heter V2, till höger H2.",
    )
    left: int = ask(Kind.NUMBER, "Adress från vänster, mm", low=10, high=150)
    top: int = ask(Kind.NUMBER, "Adress från överkanten, mm", low=30, high=90)
    fold_mark: bool = ask(
        Kind.YES, "Vikmärke", default=False, help="Skriv ett streck där brevet viks"
    )
    fold_at: int = ask(Kind.NUMBER, "Vikning från överkanten, mm", default=105, low=70, high=230)


def _set_window(desk: Desk, it: SetWindow, work: Work) -> None:
    low, high = WINDOWS[WindowSide(it.side)].lefts
    if not low <= it.left <= high:
        raise refuse(
            "left",
            "Adress från vänster – {left} mm ligger utanför fönstret – skriv {low} till {high}.",
            left=it.left,
            low=low,
            high=high,
        )
    work.change(
        desk.office(),
        window_side=WindowSide(it.side),
        window_left=it.left,
        window_top=it.top,
        fold_mark=it.fold_mark,
        fold_at=it.fold_at,
    )
    work.about("office", 1)
    work.said = say("Adressens plats för fönsterkuvert är ändrad.")


def _window_now(desk: Desk, _subject: object) -> dict[str, Any]:
    office = desk.office()
    return {
        "side": office.window_side.value,
        "left": office.window_left,
        "top": office.window_top,
        "fold_mark": office.fold_mark,
        "fold_at": office.fold_at,
    }


@dataclass(frozen=True, kw_only=True)
class SetOfficer(Command):
    """Change who decides: name, title and delegation reference."""

    name: str = ask(Kind.LINE, "Ditt namn")
    title: str = ask(Kind.LINE, "Titel", default="internationell samordnare")
    delegation: str = ask(
        Kind.LINE,
        "Delegation",
        help="Till exempel kommunstyrelsens delegationsordning, punkt 4.7.",
    )


def _set_officer(desk: Desk, it: SetOfficer, work: Work) -> None:
    officer = desk.officer()
    if officer.id:
        work.change(officer, name=it.name, title=it.title, delegation=it.delegation)
    else:
        work.add(Officer(name=it.name, title=it.title, delegation=it.delegation))
    work.about("office", 1)
    work.said = say("{name} beslutar.", name=it.name)


def _officer_now(desk: Desk, _subject: object) -> dict[str, Any]:
    officer = desk.officer()
    return {"name": officer.name, "title": officer.title, "delegation": officer.delegation}


@dataclass(frozen=True, kw_only=True)
class AddMember(Command):
    """Add a committee member."""

    name: str = ask(Kind.LINE, "Namn")
    role: str = ask(Kind.LINE, "Roll", default="ledamot")


def _add_member(desk: Desk, it: AddMember, work: Work) -> None:
    last = max((each.place_in_list for each in desk.store.find(Member)), default=0)
    member = work.add(Member(name=it.name, role=it.role, place_in_list=last + 1))
    work.about("member", member.id)
    work.said = say("{name} är med i kommittén.", name=it.name)


@dataclass(frozen=True, kw_only=True)
class ChangeMember(Command):
    """Change a committee member's name or role."""

    member_id: int = ask(Kind.REF, "Ledamot", ref="member")
    name: str = ask(Kind.LINE, "Namn")
    role: str = ask(Kind.LINE, "Roll", default="ledamot")


def _member(desk: Desk, member_id: int) -> Member:
    found = desk.store.first(Member, "id = ?", member_id)
    if found is None:
        raise refuse("member_id", "Ledamot – finns inte i kommittén – välj i listan.")
    return found


def _change_member(desk: Desk, it: ChangeMember, work: Work) -> None:
    work.change(_member(desk, it.member_id), name=it.name, role=it.role)
    work.about("member", it.member_id)
    work.said = say("Uppgifterna om {name} är ändrade.", name=it.name)


@dataclass(frozen=True, kw_only=True)
class RemoveMember(Command):
    """Take a member off the committee; rounds held keep the name."""

    member_id: int = ask(Kind.REF, "Ledamot", ref="member")


def _remove_member(desk: Desk, it: RemoveMember, work: Work) -> None:
    member = _member(desk, it.member_id)
    work.change(member, deleted=desk.today)
    work.about("member", it.member_id)
    work.said = say("{name} är borttagen ur kommittén.", name=member.name)


def _member_now(_desk: Desk, member: Member) -> dict[str, Any]:
    return {"member_id": member.id, "name": member.name, "role": member.role}


STEPS = (
    Step(
        name="set_office",
        command=SetOffice,
        about="office",
        title=say("Brevhuvud och adress"),
        button=say("Ändra brevhuvudet"),
        plan=_set_office,
        prefill=_office_now,
        consequence=lambda _: say("Gäller nya brev. Brev som är skrivna ändras aldrig."),
    ),
    Step(
        name="set_coat",
        command=SetCoat,
        about="office",
        title=say("Kommunvapen"),
        button=say("Byt kommunvapen"),
        plan=_set_coat,
    ),
    Step(
        name="set_window",
        command=SetWindow,
        about="office",
        title=say("Fönsterkuvert"),
        button=say("Flytta adressen"),
        plan=_set_window,
        prefill=_window_now,
        consequence=lambda _: say("Gäller nya brev. Brev som är skrivna ändras aldrig."),
    ),
    Step(
        name="set_officer",
        command=SetOfficer,
        about="office",
        title=say("Du som beslutar"),
        button=say("Ändra vem som beslutar"),
        plan=_set_officer,
        prefill=_officer_now,
    ),
    Step(
        name="add_member",
        command=AddMember,
        about="office",
        title=say("Ny ledamot i kommittén"),
        button=say("Lägg till ledamoten"),
        plan=_add_member,
    ),
    Step(
        name="change_member",
        command=ChangeMember,
        about="member",
        title=say("Ändra ledamot"),
        button=say("Ändra ledamoten"),
        plan=_change_member,
        prefill=_member_now,
    ),
    Step(
        name="remove_member",
        command=RemoveMember,
        about="member",
        title=say("Ta bort ledamot"),
        button=say("Ta bort ledamoten"),
        plan=_remove_member,
        prefill=lambda _desk, member: {"member_id": member.id},
    ),
)
