"""Parts of the cost-sharing agreement, and who pays what in an invitation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.cost_types import CostType
from desktop.domain.visit_words import Payer
from desktop.letters.content import Block, Column, Paragraph, Run, Signature, Signatures, Table
from desktop.letters.fill import hold, run
from desktop.letters.parts.table import facts_table, lines
from desktop.letters.tongue import EN, IN_ENGLISH, SWEDISH, tongue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.letters.content import Cell, Runs
    from desktop.letters.facts import AgreementFacts, InvitationFacts, ShareRow
    from desktop.letters.fill import Filler
    from desktop.letters.tongue import Tongue

_INVITED = {
    Payer.GUEST: ("Ni betalar", "You pay"),
    Payer.HOST: ("Vi betalar", "We pay"),
    Payer.SHARED: ("Vi delar", "We share"),
    Payer.OWN: ("Var och en sitt", "Each its own"),
    Payer.OTHER: ("Någon annan", "Somebody else"),
}
"""What an invitation calls those who pay."""


def english_title(_facts: AgreementFacts, filler: Filler) -> Iterator[Block]:
    """What the paper is, in English."""
    said = filler.text("Cost-sharing agreement between {our_name} and {their_name}.")
    yield Paragraph(runs=(Run(said, lang=EN),))


def cost_table(facts: AgreementFacts, _filler: Filler) -> Iterator[Block]:
    """Who pays what, each cell in Swedish and in English."""
    told = [_limits(row) for row in facts.lines]
    limited = any(map(any, told))
    columns = [_column("Kostnad", "Cost", 7), _column("Betalas av", "Paid by", 4.2)]
    columns += [_column("Högst, anmärkning", "At most, note", 4.2)] if limited else []
    rows = [
        (
            _both(SWEDISH.cost(row.cost_type), IN_ENGLISH.cost(row.cost_type)),
            _both(
                SWEDISH.payer(row.payer, row.guest_share),
                IN_ENGLISH.payer(row.payer, row.guest_share),
            ),
            *((_both(*limit),) if limited else ()),
        )
        for row, limit in zip(facts.lines, told, strict=True)
    ]
    yield Table(columns=tuple(columns), rows=tuple(rows), small=True, row_heads=True)


def _column(swedish: str, english: str, weight: float) -> Column:
    return Column(title=swedish, second=_english(english), weight=weight)


def _english(said: str) -> Runs:
    return (Run(hold(said), muted=True, lang=EN),) if said else ()


def _both(swedish: str, english: str) -> Cell:
    return lines((run(swedish),), _english(english))


def _limits(row: ShareRow) -> tuple[str, str]:
    """Give ceiling and note in Swedish and in English."""
    swedish = (SWEDISH.ceiling(row.ceiling_ore, row.ceiling_unit), SWEDISH.own_part(row.note))
    english = (IN_ENGLISH.ceiling(row.ceiling_ore, row.ceiling_unit), IN_ENGLISH.only(row.note))
    return "; ".join(filter(None, swedish)), "; ".join(filter(None, english))


def agreement_signatures(facts: AgreementFacts, _filler: Filler) -> Iterator[Block]:
    """A place and a day, and a line to sign on, for each party."""
    place = Signature(name="", title="Ort och datum", second=(Run("Place and date", lang=EN),))
    yield Signatures(each=(place, place))
    yield Signatures(
        each=tuple(
            Signature(name=hold(name), title=hold(", ".join(filter(None, (title, party.name)))))
            for party in (facts.ours, facts.theirs)
            for name, _, title in (party.signatory.partition(", "),)
        )
    )


def invited_costs(facts: InvitationFacts, _filler: Filler) -> Iterator[Block]:
    """Who pays what, a row for each payer, in the language of the letter."""
    words = tongue(facts.language)
    by_payer: dict[str, list[str]] = {}
    for row in sorted(facts.lines, key=lambda each: list(Payer).index(each.payer)):
        said = words.cost(row.cost_type)
        begun = by_payer.setdefault(words.say(*_INVITED[row.payer]), [])
        about = ", ".join(filter(None, _about(row, facts, words)))
        first = said if not begun else said[:1].lower() + said[1:]
        begun.append(f"{first} ({about})" if about else first)
    yield facts_table((payer, f"{'; '.join(each)}.") for payer, each in by_payer.items())


def _about(row: ShareRow, facts: InvitationFacts, words: Tongue) -> Iterator[str]:
    """Give what stands in brackets after a cost: where to, our shares, and the most."""
    if row.cost_type is CostType.TRAVEL:
        yield words.own_part(facts.arrival_place)
    if row.payer is Payer.SHARED:
        host = 100 - row.guest_share
        yield words.say(
            f"ni {row.guest_share} %, vi {host} %", f"you {row.guest_share}%, we {host}%"
        )
    ceiling = words.ceiling(row.ceiling_ore, row.ceiling_unit)
    yield words.say(f"högst {ceiling}", f"at most {ceiling}") if ceiling else ""
