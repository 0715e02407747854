"""A tried distribution is adopted: its sums become proposals, never decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.budgeting import WhatIf
from desktop.domain.phases import BEFORE_DECISION, Phase
from desktop.domain.problems import Problem, Refusal, refuse
from desktop.domain.text import Text, say
from desktop.flow.ask import Kind, ask
from desktop.flow.money import frame_of
from desktop.flow.picture import picture
from desktop.flow.rounds import open_round
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.consultation import new_round, proposal_problems, put_in_round
from desktop.flow.steps.what_if import is_open, this_one, tried
from desktop.flow.what_if import amounts_of, column, pending_case

if TYPE_CHECKING:
    from desktop.domain.casework import Round
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work


_FREE = (Phase.RECEIVED, Phase.PREPARATION)
"""Where a proposal can be put to the committee."""


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
    found = tried(desk, it.what_if_id)
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


STEPS = (
    Step(
        name="adopt_what_if",
        command=AdoptWhatIf,
        about="what_if",
        title=say("Använd som förslag"),
        button=say("Använd som förslag"),
        plan=_adopt,
        applies=is_open,
        prefill=this_one,
        consequence=lambda _: say(
            "Ärendena läggs i samrådsomgången med de här beloppen. Inget beslutas."
        ),
    ),
)
