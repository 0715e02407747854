"""Which form stands on the page of a case: the next act, or another that was chosen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from desktop.domain.phases import ACCOUNT_WORDS, AccountKind
from desktop.domain.rules.people import asked_of
from desktop.domain.swedish import kr
from desktop.flow.next_act import next_act, other_acts
from desktop.flow.options import options
from desktop.flow.rounds import round_cases
from desktop.flow.step import Command
from desktop.flow.steps import step_named
from desktop.ui.act_route import OWN_PAGES, act_route
from desktop.ui.i18n import shown, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop.flow.ask import Ask
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.step import Step
    from desktop.ui.page import Route

GIVEN = ("case_id", "round_id", "association_id", "list_id")
"""Fields that the page answers itself."""
PEOPLE = frozenset({"participants", "participant_days"})
"""Fields of an application that only a grant counted by people has."""
EVERYBODY = ("members", "remarks")
"""Fields of a round that stand as proposed here; its own page asks for them."""


@dataclass(frozen=True)
class GoThere(Command):
    """No act: the form only leads to the page where the act is done."""


@dataclass(frozen=True)
class Nothing(Command):
    """No act: the case waits for nothing."""


@dataclass(frozen=True, kw_only=True)
class Acting:
    """What the form on the page is about."""

    name: str
    """Name of the step; "" when nothing is left to do."""
    command: type[Any]
    """The command whose fields are shown."""
    title: str
    """Heading."""
    button: str
    """Verb with its object or sum; "" hides the button."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What is proposed."""
    consequence: str = ""
    """What it leads to."""
    skip: Sequence[str] = ()
    """Fields that are not shown."""
    route: Route | None = None
    """Where the act is done, when that is another page."""
    others: Sequence[tuple[str, str]] = ()
    """Key and words of the other steps."""


def acting(desk: Desk, seen: Picture, wanted: str = "") -> Acting:
    """Give the form of an act, by default the next one; one that no longer fits is left."""
    following = next_act(seen)
    offered = {step.name: step for step in other_acts(seen)}
    name = wanted if wanted in offered or wanted == following else following
    others = [(step.name, shown(step.title)) for step in offered.values() if step.name != name]
    if name != following and following:
        others.insert(0, (following, shown(step_named(following).title)))
    if not name:
        return Acting(
            name="",
            command=Nothing,
            title=tr("Inget mer att göra"),
            button="",
            consequence=tr("Ärendet är avslutat."),
            others=others,
        )
    step = step_named(name)
    if name in OWN_PAGES:
        return _signpost(step, seen, others)
    return _form(desk, seen, step, others)


def _signpost(step: Step, seen: Picture, others: Sequence[tuple[str, str]]) -> Acting:
    said = {
        "decide": tr(
            "Förslaget är {amount} av sökta {asked}. Inget beslutas förrän på nästa sida.",
            amount=kr(min(seen.proposal, seen.draft.ceiling)),
            asked=kr(seen.application.asked),
        ),
        "decide_together": tr(
            "{count} föreningar delar potten och beslutas sida vid sida.",
            count=seen.facts.pot.members,
        ),
        "decide_anew": shown(step.consequence(seen)),
        "reclaim": shown(step.consequence(seen)),
    }
    buttons = {
        "decide": tr("Till beslutet"),
        "decide_together": tr("Till fördelningen"),
        "decide_anew": tr("Till det nya beslutet"),
        "reclaim": tr("Till återkravet"),
    }
    return Acting(
        name=step.name,
        command=GoThere,
        title=shown(step.title),
        button=buttons[step.name],
        consequence=said[step.name],
        route=act_route(step.name, seen.id),
        others=others,
    )


def _form(desk: Desk, seen: Picture, step: Step, others: Sequence[tuple[str, str]]) -> Acting:
    subjects: dict[str, Any] = {
        "case": seen,
        "round": seen.round,
        "association": seen.association,
        "list": seen.unreported or seen.listing,
    }
    subject = subjects.get(step.about)
    consequence = shown(step.consequence(subject))
    if step.name == "close_round" and seen.round is not None:
        consequence = _heard(desk, seen.round.id)
    if step.name == "receive_annual_report" and seen.payment is not None:
        consequence = _opens(seen, seen.payment.amount)
    return Acting(
        name=step.name,
        command=step.command,
        title=shown(step.title),
        button=shown(step.verb(subject)),
        values=step.prefill(desk, subject),
        consequence=consequence,
        skip=(*GIVEN, *EVERYBODY, *(PEOPLE - asked_of(seen.scheme))),
        others=others,
    )


def _heard(desk: Desk, round_id: int) -> str:
    count = len(round_cases(desk, round_id))
    if count == 1:
        return tr("Alla antecknas som hörda, utan erinran. Annat skrivs på sidan Samråd.")
    return tr(
        "Gäller {count} ärenden. Alla antecknas som hörda, utan erinran. Annat skrivs på sidan"
        " Samråd.",
        count=count,
    )


def _opens(seen: Picture, amount: int) -> str:
    account = seen.association.account
    if not account:
        return tr("Öppnar spärren. Kontot saknas ännu på föreningen.")
    kind = shown(ACCOUNT_WORDS[seen.association.account_kind or AccountKind.BANKGIRO]).lower()
    return tr(
        "Öppnar spärren. Sedan kan {amount} betalas ut till {kind} {account}.",
        amount=kr(amount),
        kind=kind,
        account=account,
    )


def choices(desk: Desk, seen: Picture) -> Callable[[Ask], Sequence[tuple[str, str]]]:
    """Give what the fields of a case's forms are chosen from."""

    def offered(asked: Ask) -> Sequence[tuple[str, str]]:
        return [(key, shown(words)) for key, words in options(desk, asked, seen)]

    return offered
