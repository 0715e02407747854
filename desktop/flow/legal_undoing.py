"""Taking back: what it means where others may know already, and the lawful way where it is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import Case
from desktop.domain.text import Text, say
from desktop.flow.legal_effect import APPEAL, SAME, Effect

if TYPE_CHECKING:
    from db.change import Event
    from desktop.flow.desk import Desk

_UNDOING: dict[str, Effect] = {
    "report_list": Effect(
        law=say("7 kap. 8 § och 6 kap. 40 § kommunallagen"),
        sentences=(
            say(
                "Listan blir oanmäld igen och ska anmälas på nytt. Har nämnden redan fått den är"
                " den anmäld: ta bara tillbaka det för att rätta mötesdag eller paragraf."
            ),
            say("Besluten på listan ändras inte."),
        ),
    ),
    "announce_list": Effect(
        law=say("13 kap. 5 § och 8 kap. 12 § kommunallagen"),
        sentences=(
            say(
                "Registret slutar räkna tiden att överklaga. Har anslaget verkligen suttit uppe"
                " löper den ändå: skriv in rätt dag igen."
            ),
        ),
    ),
    "announce_board_decision": Effect(
        law=say("13 kap. 5 § och 8 kap. 12 § kommunallagen"),
        sentences=(
            say(
                "Registret slutar räkna tiden att överklaga. Har anslaget verkligen suttit uppe"
                " löper den ändå: skriv in rätt dag igen."
            ),
        ),
    ),
    "make_list": Effect(
        law=say("7 kap. 8 § kommunallagen"),
        sentences=(
            say(
                "Besluten på listan blir oanmälda igen och kommer med på nästa lista. De gäller som"
                " förut."
            ),
        ),
    ),
    "close_case": Effect(
        law=APPEAL,
        sentences=(SAME, say("Journalen från avslutet tas tillbaka, och nästa avslut får en ny.")),
    ),
    "hand_to_finance": Effect(
        law=APPEAL,
        sentences=(
            SAME,
            say("Säg till ekonomi: registret kan inte stoppa deras betalning."),
        ),
    ),
    "receive_appeal": Effect(
        law=say("13 kap. 4 och 5 §§ kommunallagen"),
        sentences=(
            say(
                "Har överklagandet kommit in prövas det av domstolen, vad registret än säger. Ta"
                " bara tillbaka det om det skrevs in av misstag."
            ),
        ),
    ),
}
"""By the name of an act that is taken back, where others may already know of it."""

for _name in ("decide", "decide_together", "decide_anew", "reclaim"):
    _UNDOING[_name] = Effect(
        law=APPEAL,
        sentences=(
            say(
                "Beslutet är inte skickat och tas tillbaka helt. Har någon redan fått veta det på"
                " annat sätt gäller det: rätta eller ändra det då i stället."
            ),
            say("Numret används inte igen."),
        ),
    )


def effect_of_undoing(act: str) -> Effect | None:
    """Give what it means to take an act back, where others may already know of it."""
    return _UNDOING.get(act)


@dataclass(frozen=True, kw_only=True)
class Way:
    """The lawful way on from what has left the house."""

    words: Text
    """One sentence."""
    acts: tuple[str, ...] = ()
    """Acts that go that way, the first that applies before the others."""


_WAYS: dict[str, Way] = {
    "send_letter": Way(
        words=say(
            "Rätta eller ändra beslutet med ett nytt, eller skriv in att brevet kom tillbaka."
        ),
        acts=("decide_anew", "record_new_board_decision", "letter_came_back", "reopen_case"),
    ),
    "mark_paid": Way(
        words=say("Återför utbetalningen med en rad med minus, eller besluta om återkrav."),
        acts=("reverse_payment", "reclaim", "reopen_case"),
    ),
    "claim_sent": Way(
        words=say("Skriv in att kravet kom tillbaka, eller skriv av återkravet."),
        acts=("claim_came_back", "drop_reclaim", "reopen_case"),
    ),
    "found_register": Way(words=say("Uppgifterna ändras under Inställningar.")),
}
"""By the name of an act that leaves the house."""
_OTHERWISE = Way(words=say("Rätta med ett nytt beslut eller en ny åtgärd."))


def way_on(act: str) -> Text:
    """Say what is lawful to do instead of taking an act back."""
    return _WAYS.get(act, _OTHERWISE).words


def act_on(desk: Desk, event: Event) -> tuple[str, int] | None:
    """Give the act that goes the lawful way now, and its case; None when there is none now."""
    from desktop.flow.picture import picture  # noqa: PLC0415 - only when somebody asks
    from desktop.flow.steps import step_named  # noqa: PLC0415 - the steps import this module

    case_id = dict(event.subjects).get("case")
    if case_id is None or desk.store.first(Case, "id = ?", case_id) is None:
        return None
    seen = picture(desk, case_id)
    for name in _WAYS.get(event.name, _OTHERWISE).acts:
        if step_named(name).applies(seen):
            return name, case_id
    return None


FINAL = frozenset(_WAYS)
"""Acts that leave the house."""
