"""What it means in law, and for the recipient, to reopen or replace what has left the house.

The sections of förvaltningslagen on correcting, changing and reconsidering (36–39 §§) do not
apply to a decision that is appealed by laglighetsprövning (2 §), as a grant is. They are the
pattern that is followed, and no sentence here says more than that.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.domain.text import Text, say


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What one act means, said before it is done."""

    sentences: tuple[Text, ...]
    """What follows for the decision, for the recipient and for the time to appeal."""
    law: Text | None = None
    """Where the law or its pattern stands: "13 kap. 5 § kommunallagen"; None without any."""

    def said(self) -> tuple[Text, ...]:
        """Give all of it, the law last."""
        return (*self.sentences, self.law) if self.law is not None else self.sentences


def _pattern(sections: str) -> Text:
    return say(
        "{sections} förvaltningslagen är mönstret, men gäller inte direkt för beslut som överklagas"
        " enligt 13 kap. kommunallagen (2 §).",
        sections=sections,
    )


APPEAL = say("13 kap. kommunallagen")
"""Where laglighetsprövning stands."""
_STAYS = say("Det gamla beslutet ändras inte: det står kvar i registret med sitt brev och ersätts.")
_BEGINS = say(
    "Mottagaren får ett nytt brev, beslutet anmäls för sig, och en ny tid att överklaga på tre"
    " veckor räknas från att protokollet med det har anslagits."
)
_BEGINS_BY_BOARD = say(
    "Mottagaren får ett nytt brev, och en ny tid att överklaga på tre veckor räknas från att"
    " nämndens protokoll har anslagits."
)
_WORSE = say(
    "Till mottagarens nackdel får ett gynnande beslut ändras bara om beslutet självt har det"
    " förbehållet, om tvingande säkerhetsskäl kräver det eller om felet beror på oriktiga eller"
    " vilseledande uppgifter från mottagaren. Skriv vilken grund det är."
)
SAME = say("Beslutet ändras inte och gäller som förut. Ingen ny tid att överklaga börjar.")

_OF_DECISION: dict[str, Effect] = {
    "correction": Effect(
        law=_pattern("36 §"),
        sentences=(
            say(
                "En rättelse är bara för uppenbara fel, som skrivfel och räknefel. Är det något"
                " annat som ska bli annorlunda är det en ändring."
            ),
            _STAYS,
            _BEGINS,
        ),
    ),
    "change": Effect(
        law=_pattern("37 och 38 §§"),
        sentences=(
            say(
                "Ett beslut som är oriktigt kan ändras. Är felet väsentligt och uppenbart, och går"
                " det att rätta enkelt och utan nackdel för någon enskild, bör det ändras."
            ),
            _WORSE,
            _STAYS,
            _BEGINS,
        ),
    ),
    "review": Effect(
        law=_pattern("37–39 §§"),
        sentences=(
            say(
                "Saken prövas på nytt med det som nu är känt. Är beslutet överklagat prövar"
                " domstolen det gamla: ändra då bara ett uppenbart fel, innan handlingarna finns"
                " hos domstolen."
            ),
            _WORSE,
            _STAYS,
            _BEGINS,
        ),
    ),
    "after_court": Effect(
        law=say("13 kap. 8 § kommunallagen"),
        sentences=(
            say(
                "Domstolen kan bara upphäva ett beslut, inte sätta något i stället. Ansökan väntar"
                " därför på ett nytt beslut, som måste rätta det som domstolen fann."
            ),
            say(
                "Är pengar utbetalda efter det upphävda beslutet ska det ställas till rätta så"
                " långt det går."
            ),
            _STAYS,
            _BEGINS,
        ),
    ),
}
"""By the kind of new decision."""

_EFFECTS: dict[str, Effect] = {
    "settle_appeal": Effect(
        law=say("13 kap. 8 § kommunallagen"),
        sentences=(
            say(
                "Upphäver domstolen beslutet gäller det inte längre, och ett nytt måste fattas:"
                " domstolen sätter inget i stället. Det upphävda står kvar i registret."
            ),
            say("Avslås eller avvisas överklagandet står beslutet fast, och inget nytt brev går."),
        ),
    ),
    "letter_came_back": Effect(
        law=say("13 kap. 5 § kommunallagen"),
        sentences=(
            SAME,
            say(
                "Tiden att överklaga räknas från anslaget, inte från brevet, och löper vidare även"
                " om mottagaren inte har fått det."
            ),
            say("Samma brev skickas igen, så som det är sparat. Det skrivs inte om."),
        ),
    ),
    "recall_payment": Effect(
        law=APPEAL,
        sentences=(
            SAME,
            say(
                "Mottagaren har kvar sin rätt till pengarna, och beloppet planeras om. Säg till"
                " ekonomi: registret kan inte stoppa deras betalning."
            ),
        ),
    ),
    "reverse_payment": Effect(
        law=APPEAL,
        sentences=(
            SAME,
            say(
                "Betalningen stryks inte: den står kvar, och en rad med minus läggs till. Det som"
                " är beviljat och inte betalt planeras om."
            ),
            say(
                "Ska mottagaren betala tillbaka är det ett återkrav, ett eget beslut som behöver"
                " stöd i villkoren i det första."
            ),
        ),
    ),
    "claim_came_back": Effect(
        law=APPEAL,
        sentences=(
            SAME,
            say("Kravet måste nå mottagaren innan det kan vara obetalt. Samma brev skickas igen."),
        ),
    ),
    "drop_reclaim": Effect(
        law=_pattern("37 §"),
        sentences=(
            say(
                "Beslutet om återkrav står kvar, men resten behöver inte betalas. Det är till"
                " mottagarens fördel och binder: det tas inte upp igen utan ny grund."
            ),
            say("Tala om det för mottagaren och för ekonomi. Registret skickar inget själv."),
        ),
    ),
    "extend_report": Effect(
        law=_pattern("37 §"),
        sentences=(
            say(
                "Dagen i beslutet ersätts till mottagarens fördel och gäller i övrigt som förut."
                " Den första dagen står kvar i registret, och ingen ny tid att överklaga börjar."
            ),
        ),
    ),
    "waive_report": Effect(
        law=_pattern("37 §"),
        sentences=(
            say(
                "Ett villkor i beslutet efterges till mottagarens fördel. Det binder: rapporten"
                " kan inte krävas igen utan grund. Beslutet gäller i övrigt som förut."
            ),
        ),
    ),
    "reopen_case": Effect(
        law=APPEAL,
        sentences=(
            SAME,
            say(
                "Bara handläggningen öppnas: rapport, utbetalning och återkrav. Ska själva beslutet"
                " bli ett annat, rätta eller ändra det i stället."
            ),
            say(
                "Journalen från avslutet står kvar, och nästa avslut får en egen. Mottagaren får"
                " inget brev av att ärendet öppnas."
            ),
        ),
    ),
    "reopen_visit": Effect(
        sentences=(
            say(
                "Rapporten och regleringen som har lämnats står kvar som de var, också om besöket"
                " rapporteras på nytt. De som har fått dem behöver få veta vad som blev annorlunda."
            ),
        ),
    ),
    "new_agreement_version": Effect(
        sentences=(
            say(
                "Överenskommelsen binder båda parter tills en ny är undertecknad av båda. Den nya"
                " versionen är ett utkast och ändrar inget förrän då."
            ),
            say("Den undertecknade står kvar i registret."),
        ),
    ),
    "resume_agreement": Effect(
        sentences=(
            say(
                "Samma överenskommelse gäller igen på oförändrade villkor. Motparten måste vara med"
                " på det: registret underrättar ingen."
            ),
        ),
    ),
}
"""By the name of the act."""

_BY_BOARD = {
    kind: replace(
        each,
        sentences=tuple(_BEGINS_BY_BOARD if said is _BEGINS else said for said in each.sentences),
    )
    for kind, each in _OF_DECISION.items()
}
_ANEW = {
    "decide_anew": (_OF_DECISION, "correction"),
    "record_new_board_decision": (_BY_BOARD, "change"),
}
"""Acts that put a new decision in place of another: their effects by kind, and the usual kind."""


def effect_of(act: str, kind: object = "") -> Effect | None:
    """Give what an act means in law, for the kind that is chosen; None where nothing has left."""
    if act not in _ANEW:
        return _EFFECTS.get(act)
    effects, usual = _ANEW[act]
    return effects.get(str(kind), effects[usual])


def effects_of(act: str) -> tuple[Effect, ...]:
    """Give every effect that an act may have, for a description of it."""
    if act in _ANEW:
        return tuple(_ANEW[act][0].values())
    found = _EFFECTS.get(act)
    return (found,) if found is not None else ()


REOPENING = frozenset({*_EFFECTS, *_ANEW})
"""Every act that reopens or replaces what has left the house."""
