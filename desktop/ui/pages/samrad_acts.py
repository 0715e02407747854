"""Which act stands in the form of rounds and lists, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.domain.casework import DecisionList, Round
from desktop.flow.options import options
from desktop.flow.picture import picture
from desktop.flow.rounds_view import next_of, possible
from desktop.flow.steps import step_named
from desktop.ui.i18n import shown, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.flow.ask import Ask
    from desktop.flow.desk import Desk
    from desktop.flow.rounds_view import RoundsView

Act: TypeAlias = tuple[str, int]
"""Name of a step, and the id of the round, list or case that it is about."""
NONE: Act = ("", 0)


def act_now(desk: Desk, seen: RoundsView, wanted: Act) -> Act:
    """Give the act whose form is shown: what was chosen, as long as it can be done."""
    name, subject = wanted
    for act in possible(seen):
        if act == wanted or (act[0] == name and not subject):
            return act
    if name == "take_from_round" and subject in {each.case.id for each in seen.proposed}:
        return wanted
    return next_of(seen, desk.today)


def about(desk: Desk, act: Act) -> Any:  # noqa: ANN401 - what a step is about
    """Read what an act is about."""
    name, subject = act
    if name == "take_from_round":
        return picture(desk, subject)
    if name == "make_list":
        return None
    return desk.store.get(DecisionList if "list" in name else Round, subject)


def title_of(seen: RoundsView, act: Act) -> str:
    """Give the heading of an act's form, with the number of what it is about."""
    name, subject = act
    if name == "take_from_round":
        case = next(each.case for each in seen.proposed if each.case.id == subject)
        return tr("Ta {number} ur omgången", number=case.number)
    title, number = shown(step_named(name).title), _number(seen, act)
    return f"{title} · {number}" if number else title


def _number(seen: RoundsView, act: Act) -> str:
    name, subject = act
    if name in ("make_sheet", "close_round"):
        return f"{seen.open.number}/{seen.open.year}" if seen.open else ""
    line = next((each.list for each in seen.lists if each.list.id == subject), None)
    return f"{line.number}/{line.year}" if line is not None else ""


def consequence_of(act: Act, subject: object) -> str:
    """Say what an act leads to: in its own words, or in the page's."""
    name = act[0]
    own = {
        "make_sheet": tr("Underlaget sparas och öppnas, så att du kan skriva ut eller skicka det."),
        "take_from_round": tr("Ärendet bereds igen. Beloppet är inte längre reserverat."),
        "report_list": tr("Paragrafen står i nämndens protokoll."),
    }
    return shown(step_named(name).consequence(subject)) or own.get(name, "")


def others_of(seen: RoundsView, act: Act) -> list[tuple[str, str]]:
    """Give the other acts of the page as choices; `act_of` reads their keys."""
    return [
        (f"{each[0]}:{each[1]}", title_of(seen, each)) for each in possible(seen) if each != act
    ]


def act_of(key: str) -> Act:
    """Give the act that a choice stands for."""
    name, _, subject = key.partition(":")
    return name, int(subject)


def choices(desk: Desk, seen: RoundsView) -> Callable[[Ask], Sequence[tuple[str, str]]]:
    """Give what the fields of the forms are chosen from."""

    def offered(ask: Ask) -> Sequence[tuple[str, str]]:
        if ask.ref == "case":
            return [(str(each.case.id), each.case.number) for each in seen.proposed]
        return [(key, shown(words)) for key, words in options(desk, ask)]

    return offered
