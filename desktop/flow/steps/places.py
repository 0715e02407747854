"""Acts on places: the towns the municipality cooperates with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Case
from desktop.domain.phases import PLACE_WORDS, PlaceKind
from desktop.domain.problems import refuse
from desktop.domain.registers import Place
from desktop.domain.swedish import fold
from desktop.domain.text import say
from desktop.domain.visiting import Agreement, Visit
from desktop.domain.work_guideline import work_rules
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

_KINDS = {str(kind): str(word) for kind, word in PLACE_WORDS.items()}


@dataclass(frozen=True, kw_only=True)
class AddPlace(Command):
    """Register a place the municipality cooperates with."""

    name: str = ask(Kind.LINE, "Ort")
    kind: str = ask(Kind.CHOICE, "Samverkan", choices=_KINDS, default="twin_town")
    country: str = ask(Kind.LINE, "Land", default="")
    distance_km: int | None = ask(
        Kind.NUMBER, "Avstånd i km", default=None, high=20_040, help="Fågelvägen."
    )
    since: int | None = ask(Kind.NUMBER, "Sedan år", default=None, low=1850, high=2199)
    council_on: date | None = ask(Kind.DAY, "Fullmäktiges beslut", default=None, past=True)
    council_paragraph: str = ask(Kind.LINE, "Paragraf", default="", limit=40)
    note: str = ask(Kind.NOTE, "Anteckning", default="")


@dataclass(frozen=True, kw_only=True)
class ChangePlace(AddPlace):
    """Change what is registered of a place."""

    place_id: int = ask(Kind.REF, "Ort", ref="place")


@dataclass(frozen=True, kw_only=True)
class RemovePlace(Command):
    """Take a place away that no case uses."""

    place_id: int = ask(Kind.REF, "Ort", ref="place")


def _known(desk: Desk, place_id: int) -> Place:
    found = desk.store.first(Place, "id = ?", place_id)
    if found is None:
        raise refuse("place_id", "Ort – finns inte i registret – välj i listan.")
    return found


def _unique(desk: Desk, name: str, own: int = 0) -> None:
    for each in desk.store.find(Place):
        if each.id != own and fold(each.name) == fold(name):
            raise refuse("name", "Ort – {name} finns redan – öppna den i stället.", name=each.name)


def _destination(desk: Desk, name: str) -> Place | None:
    """Give the town of that name that is only known as where a school goes (S8)."""
    towns = desk.store.find(Place, "destination = 1")
    return next((each for each in towns if fold(each.name) == fold(name)), None)


def _decided(desk: Desk, it: AddPlace, before: Place | None = None) -> None:
    """Refuse a new twin town without the council's decision, where the guideline asks (U7).

    One that was a twin town before may go on without: its finding says what is missing.
    """
    rule = work_rules(desk.in_force()[1]).rule("council_decision", "place")
    was = before is not None and before.kind is PlaceKind.TWIN_TOWN and not before.destination
    known = it.council_on is not None and it.council_paragraph
    undone = was and before is not None and before.council_on is not None and not known
    if rule is None or rule.gate != "entry" or it.kind != PlaceKind.TWIN_TOWN or known:
        return
    if not was or undone:
        raise refuse(
            "council_on" if it.council_on is None else "council_paragraph",
            "Fullmäktiges beslut – saknas, och fullmäktige beslutar om vänorter ({rule} {where}) –"
            " skriv dag och paragraf, eller välj en annan samverkan.",
            rule=rule.id,
            where=rule.short,
        )


def _columns(it: AddPlace) -> dict[str, Any]:
    values = {name: getattr(it, name) for name in AddPlace.__dataclass_fields__}
    return {**values, "kind": PlaceKind(it.kind)}


def _add(desk: Desk, it: AddPlace, work: Work) -> None:
    no_personal_numbers("note", "Anteckning", it.note)
    known = _destination(desk, it.name)
    _decided(desk, it, known)
    _unique(desk, it.name, known.id if known else 0)
    if known is not None:
        work.change(known, **_columns(it), destination=False)
    place = known or work.add(Place(**_columns(it)))
    work.about("place", place.id)
    work.said = say("{name} är tillagd.", name=it.name)


def _change(desk: Desk, it: ChangePlace, work: Work) -> None:
    place = _known(desk, it.place_id)
    no_personal_numbers("note", "Anteckning", it.note)
    _unique(desk, it.name, place.id)
    _decided(desk, it, place)
    work.change(place, **_columns(it), destination=False)
    work.about("place", place.id)
    work.said = say("Uppgifterna om {name} är ändrade.", name=it.name)


def _remove(desk: Desk, it: RemovePlace, work: Work) -> None:
    place = _known(desk, it.place_id)
    if desk.store.first(Case, "place_id = ?", place.id):
        raise refuse(
            "place_id",
            "Ort – {name} har ärenden – behåll den, ärendena pekar på den.",
            name=place.name,
        )
    if desk.store.first(Visit, "place_id = ?", place.id) or desk.store.first(
        Agreement, "place_id = ?", place.id
    ):
        raise refuse(
            "place_id",
            "Ort – {name} har besök eller en överenskommelse – behåll den, de pekar på den.",
            name=place.name,
        )
    work.change(place, deleted=desk.today)
    work.about("place", place.id)
    work.said = say("{name} är borttagen.", name=place.name)


def _now(_desk: Desk, place: Place) -> dict[str, Any]:
    values = {name: getattr(place, name) for name in AddPlace.__dataclass_fields__}
    return {**values, "kind": str(place.kind), "place_id": place.id}


STEPS = (
    Step(
        name="add_place",
        command=AddPlace,
        about="places",
        title=say("Ny ort"),
        button=say("Lägg till orten"),
        plan=_add,
    ),
    Step(
        name="change_place",
        command=ChangePlace,
        about="place",
        title=say("Ändra ort"),
        button=say("Ändra orten"),
        plan=_change,
        prefill=_now,
    ),
    Step(
        name="remove_place",
        command=RemovePlace,
        about="place",
        title=say("Ta bort ort"),
        button=say("Ta bort orten"),
        plan=_remove,
        prefill=lambda _desk, place: {"place_id": place.id},
    ),
)
