"""Acts on distributions that are tried: new, changed, dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.domain.budgeting import WhatIf, WhatIfRow
from desktop.domain.problems import refuse
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers, seen_case
from desktop.flow.what_if import amounts_of, pending

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class NewWhatIf(Command):
    """Try a distribution among a year's pending cases: a copy of the proposals, or of another."""

    year: int = ask(Kind.NUMBER, "Bidragsår", low=2000, high=2199)
    name: str = ask(Kind.LINE, "Fördelningens namn", limit=60)
    copy_of: int | None = ask(
        Kind.REF, "Kopiera", ref="what_if", default=None, help="Tomt: förslagen som de är."
    )
    note: str = ask(Kind.NOTE, "Anteckning", default="")


def _new(desk: Desk, it: NewWhatIf, work: Work) -> None:
    no_personal_numbers("note", "Anteckning", it.note)
    _require_new_name(desk, it.year, it.name, 0)
    cases, _ = pending(desk, it.year)
    if not cases:
        raise refuse(
            "year",
            "Bidragsår – inga ansökningar för {year} väntar på beslut – välj ett annat år.",
            year=it.year,
        )
    if it.copy_of is not None:
        _what_if(desk, it.copy_of, "copy_of")
        sums = amounts_of(desk, it.copy_of)
    else:
        sums = {case.case_id: case.proposed for case in cases if case.stop is None}
    made = work.add(WhatIf(name=it.name, year=it.year, note=it.note))
    for case in cases:
        if case.case_id in sums:
            work.add(WhatIfRow(what_if_id=made.id, case_id=case.case_id, amount=sums[case.case_id]))
    work.about("what_if", made.id)
    work.said = say("Fördelningen {name} är gjord. Inget är beslutat.", name=it.name)


@dataclass(frozen=True, kw_only=True)
class WhatIfAmount:
    """The sum of one case."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    amount: int | None = ask(
        Kind.KR, "Belopp", default=None, help="Tomt: fördelningen rör inte ärendet."
    )


@dataclass(frozen=True, kw_only=True)
class ChangeWhatIf(Command):
    """Change the name of a distribution, or some of its sums; the others stay."""

    what_if_id: int = ask(Kind.REF, "Fördelning", ref="what_if")
    name: str = ask(Kind.LINE, "Fördelningens namn", limit=60, default="", help="Tomt: som förut.")
    rows: tuple[WhatIfAmount, ...] = ask(Kind.ROWS, "Belopp", row=WhatIfAmount, default=())


def _change(desk: Desk, it: ChangeWhatIf, work: Work) -> None:
    found = tried(desk, it.what_if_id)
    if it.name:
        _require_new_name(desk, found.year, it.name, found.id)
    kept = {row.case_id: row for row in desk.store.find(WhatIfRow, "what_if_id = ?", found.id)}
    for at, row in enumerate(it.rows):
        field = f"rows.{at}.case_id"
        case = seen_case(desk, row.case_id).case
        if case.year != found.year:
            raise refuse(
                field,
                "Ärende – {number} gäller ett annat år – välj ett ärende för {year}.",
                number=case.number,
                year=found.year,
            )
        old = kept.get(row.case_id)
        if old is not None and row.amount is not None:
            work.change(old, amount=row.amount)
        elif old is not None:
            work.change(old, deleted=desk.today)
        elif row.amount is not None:
            kept[row.case_id] = work.add(
                WhatIfRow(what_if_id=found.id, case_id=row.case_id, amount=row.amount)
            )
    changed = work.change(found, name=it.name or found.name)
    work.about("what_if", found.id)
    work.said = say("Fördelningen {name} är ändrad. Inget är beslutat.", name=changed.name)


@dataclass(frozen=True, kw_only=True)
class DropWhatIf(Command):
    """Take a distribution away; the proposals stay as they are."""

    what_if_id: int = ask(Kind.REF, "Fördelning", ref="what_if")


def _drop(desk: Desk, it: DropWhatIf, work: Work) -> None:
    found = _what_if(desk, it.what_if_id)
    for row in desk.store.find(WhatIfRow, "what_if_id = ?", found.id):
        work.change(row, deleted=desk.today)
    work.change(found, deleted=desk.today)
    work.about("what_if", found.id)
    work.said = say("Fördelningen {name} är borttagen.", name=found.name)


def _what_if(desk: Desk, what_if_id: int, field: str = "what_if_id") -> WhatIf:
    found = desk.store.first(WhatIf, "id = ?", what_if_id)
    if found is None:
        raise refuse(field, "Fördelning – finns inte – välj i listan.")
    return found


def tried(desk: Desk, what_if_id: int) -> WhatIf:
    """Give a distribution that can still be changed, or refuse."""
    found = _what_if(desk, what_if_id)
    if found.adopted_on is not None:
        raise refuse(
            "what_if_id",
            "Fördelning – {name} är redan använd – gör en ny som kopia av den.",
            name=found.name,
        )
    return found


def _require_new_name(desk: Desk, year: int, name: str, own: int) -> None:
    same = desk.store.first(WhatIf, "year = ? and name = ? and id <> ?", year, name, own)
    if same is not None:
        raise refuse(
            "name", "Fördelningens namn – {name} finns redan – skriv ett annat.", name=name
        )


def _free_name(desk: Desk, year: int) -> str:
    names = {each.name for each in desk.store.find(WhatIf, "year = ?", year)}
    numbers = range(1, len(names) + 2)
    return next(name for at in numbers if (name := f"Fördelning {at}") not in names)


def _new_now(desk: Desk, subject: object) -> dict[str, Any]:
    year = subject.year if isinstance(subject, WhatIf) else desk.today.year
    return {"year": year, "name": _free_name(desk, year)}


def this_one(_desk: Desk, found: WhatIf) -> dict[str, Any]:
    """Propose just the distribution."""
    return {"what_if_id": found.id}


def is_open(found: WhatIf) -> bool:
    """Say whether a distribution can still be changed or adopted."""
    return found.adopted_on is None


STEPS = (
    Step(
        name="new_what_if",
        command=NewWhatIf,
        about="budget",
        title=say("Ny fördelning att pröva"),
        button=say("Gör fördelningen"),
        plan=_new,
        prefill=_new_now,
        consequence=lambda _: say("Kopierar förslagen som de är. Inget beslutas."),
    ),
    Step(
        name="change_what_if",
        command=ChangeWhatIf,
        about="what_if",
        title=say("Ändra fördelningen"),
        button=say("Ändra fördelningen"),
        plan=_change,
        applies=is_open,
        prefill=lambda _desk, found: {"what_if_id": found.id, "name": found.name},
    ),
    Step(
        name="drop_what_if",
        command=DropWhatIf,
        about="what_if",
        title=say("Ta bort fördelningen"),
        button=say("Ta bort fördelningen"),
        plan=_drop,
        prefill=this_one,
    ),
)
