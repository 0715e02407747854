"""Acts on distributions that are tried: new, changed, made the proposals, dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.domain.budgeting import WhatIf, WhatIfRow
from desktop.domain.phases import BEFORE_DECISION, Phase
from desktop.domain.problems import Problem, Refusal, refuse
from desktop.domain.text import Text, say
from desktop.flow.ask import Kind, ask
from desktop.flow.money import frame_of
from desktop.flow.picture import picture
from desktop.flow.rounds import open_round
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers, seen_case
from desktop.flow.steps.consultation import new_round, proposal_problems, put_in_round
from desktop.flow.what_if import amounts_of, column, pending, pending_case

if TYPE_CHECKING:
    from desktop.domain.casework import Round
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work

_FREE = (Phase.RECEIVED, Phase.PREPARATION)
"""Where a proposal can be put to the committee."""


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
    found = _tried(desk, it.what_if_id)
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
class AdoptWhatIf(Command):
    """Make a distribution the proposals of its cases; the decisions are made later, one by one."""

    what_if_id: int = ask(Kind.REF, "Fördelning", ref="what_if")
    deviation: str = ask(
        Kind.LINE,
        "Skäl att avvika",
        default="",
        limit=500,
        help="Behövs när ett belopp inte är det som reglerna ger. Står på underlaget.",
    )
    leave_out: bool = ask(
        Kind.YES, "Gått vidare", default=False, help="Lämna utanför de ärenden som gått vidare"
    )


def _adopt(desk: Desk, it: AdoptWhatIf, work: Work) -> None:
    found = _tried(desk, it.what_if_id)
    no_personal_numbers("deviation", "Skäl att avvika", it.deviation)
    sums = amounts_of(desk, found.id)
    seen = [picture(desk, case_id) for case_id in sums]
    past = [(each, words) for each in seen if (words := _moved_on(each, sums[each.id]))]
    if past and not it.leave_out:
        raise Refusal([_named(each, words) for each, words in past])
    gone = {each.id for each, _ in past}
    left = [each for each in seen if each.id not in gone and not _stays(each, sums[each.id])]
    if not left:
        raise refuse(
            "what_if_id",
            "Fördelning – inget ärende får ett nytt förslag av den – ändra ett belopp först.",
        )
    _require_room(desk, found, seen, sums)
    _require_rules(left, sums, it.deviation)
    round_ = open_round(desk) or work.add(new_round(desk))
    for each in left:
        _propose(desk, work, each, round_, amount=sums[each.id], deviation=it.deviation)
    work.change(found, adopted_on=desk.today)
    work.about("what_if", found.id)
    work.reason = it.deviation
    work.said = say(
        "{name} gäller som förslag i samrådsomgång {round}. Inget är beslutat.",
        name=found.name,
        round=f"{round_.number}/{round_.year}",
    )


def _stays(seen: Picture, amount: int) -> bool:
    """Say whether the sum is what the committee is, or was, asked about."""
    return seen.case.phase in (Phase.CONSULTATION, Phase.READY) and seen.proposal == amount


def _moved_on(seen: Picture, amount: int) -> Text | None:
    """Say why a case can no longer, or not yet, have another proposal; None when it can."""
    phase = seen.case.phase
    if phase not in BEFORE_DECISION:
        return say("är redan beslutat")
    if phase in _FREE or _stays(seen, amount):
        return None
    if phase is Phase.COMPLETION:
        return say("väntar på komplettering")
    if phase is Phase.READY:
        return say("är redan klart för beslut")
    if seen.round is not None and seen.round.sent_on is not None:
        return say("står redan på ett skrivet samrådsunderlag")
    return None


def _named(seen: Picture, words: Text) -> Problem:
    return Problem(
        "what_if_id",
        say(
            "Fördelning – {number} {applicant} {words} – lämna ärendet utanför.",
            number=seen.case.number,
            applicant=seen.association.name,
            words=words,
        ),
    )


def _require_room(desk: Desk, found: WhatIf, seen: list[Picture], sums: dict[int, int]) -> None:
    """Refuse sums that pots or frame have no room for together."""
    frame = frame_of(desk, found.year)
    cases = [pending_case(each) for each in seen if each.undecided]
    judged = column(cases, sums, frame.left if frame is not None else None, found)
    problems = [
        Problem(
            "what_if_id",
            say(
                "Fördelning – {number} {applicant}: {words} – sänk beloppet.",
                number=case.number,
                applicant=case.applicant,
                words=judged.cells[case.case_id].words or say("går inte"),
            ),
        )
        for case in cases
        if judged.cells[case.case_id].mark == "stop"
    ]
    if judged.stop is not None:
        problems.append(
            Problem("what_if_id", say("Fördelning – {words} – sänk beloppen.", words=judged.stop))
        )
    if problems:
        raise Refusal(problems)


def _require_rules(seen: list[Picture], sums: dict[int, int], deviation: str) -> None:
    """Refuse sums as a proposal typed in the case itself would be refused, naming the case."""
    problems = [
        Problem(each.field, say("{number}: {words}", number=one.case.number, words=each.text))
        for one in seen
        for each in proposal_problems(one, sums[one.id], deviation, "what_if_id")
    ]
    if problems:
        raise Refusal(problems)


def _propose(  # noqa: PLR0913 - what a proposal is
    desk: Desk, work: Work, seen: Picture, round_: Round, *, amount: int, deviation: str
) -> None:
    row = seen.round_case
    why = deviation if amount != pending_case(seen).given else ""
    if seen.case.phase is Phase.CONSULTATION and row is not None:
        work.change(row, proposal=amount, deviation=why)
        work.about("case", seen.id)
        work.about("round", row.round_id)
    else:
        put_in_round(desk, work, seen, round_, proposal=amount, deviation=why)


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


def _tried(desk: Desk, what_if_id: int) -> WhatIf:
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


def _this(_desk: Desk, found: WhatIf) -> dict[str, Any]:
    return {"what_if_id": found.id}


def _open(found: WhatIf) -> bool:
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
        applies=_open,
        prefill=lambda _desk, found: {"what_if_id": found.id, "name": found.name},
    ),
    Step(
        name="adopt_what_if",
        command=AdoptWhatIf,
        about="what_if",
        title=say("Använd som förslag"),
        button=say("Använd som förslag"),
        plan=_adopt,
        applies=_open,
        prefill=_this,
        consequence=lambda _: say(
            "Ärendena läggs i samrådsomgången med de här beloppen. Inget beslutas."
        ),
    ),
    Step(
        name="drop_what_if",
        command=DropWhatIf,
        about="what_if",
        title=say("Ta bort fördelningen"),
        button=say("Ta bort fördelningen"),
        plan=_drop,
        prefill=_this,
    ),
)
