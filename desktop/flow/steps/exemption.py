"""An exemption from a rule that gates the payment, with its reason (P8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import Exemption
from desktop.domain.phases import Phase
from desktop.domain.problems import refuse
from desktop.domain.rule import Status
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import in_phase, no_personal_numbers, seen_case

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class Exempt(Command):
    """Lift a requirement in this case, with a written reason."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    rule: str = ask(Kind.CHOICE, "Regel", source="gate_rules")
    reason: str = ask(
        Kind.LINE, "Skäl", limit=500, help="Står på utbetalningsunderlaget och i journalen."
    )


def _exempt(desk: Desk, it: Exempt, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    no_personal_numbers("reason", "Skäl", it.reason)
    in_phase(seen, Phase.DECIDED, Phase.CARRIED_OUT)
    rule = next(
        (each for each in seen.scheme.rules if each.id == it.rule and each.kind == "annual_report"),
        None,
    )
    if rule is None or not rule.overridable:
        raise refuse(
            "rule",
            "Regel – riktlinjen ger inget utrymme att göra undantag från {rule} – vänta in det"
            " som saknas.",
            rule=it.rule,
        )
    if it.rule not in _open(seen):
        raise refuse(
            "rule",
            "Regel – {rule} håller inte kvar några pengar – inget undantag behövs.",
            rule=it.rule,
        )
    work.add(Exemption(case_id=seen.id, rule=it.rule, reason=it.reason, day=desk.today))
    work.about("case", seen.id)
    work.reason = it.reason
    work.said = say("Undantag från {rule} i {number}.", rule=it.rule, number=seen.case.number)


def _open(seen: Picture) -> list[str]:
    """Give the rules that keep the money back and leave room for an exemption."""
    return [
        stop.rule for stop in seen.payment_stops if stop.overridable and stop.status is Status.STOPS
    ]


def _can_exempt(seen: Picture) -> bool:
    return seen.case.phase in (Phase.DECIDED, Phase.CARRIED_OUT) and bool(_open(seen))


STEPS = (
    Step(
        name="exempt",
        command=Exempt,
        about="case",
        title=say("Undantag från krav"),
        button=say("Gör undantag"),
        plan=_exempt,
        applies=_can_exempt,
        prefill=lambda _desk, seen: {
            "case_id": seen.id,
            "rule": next(iter(_open(seen)), ""),
        },
    ),
)
