"""Parts of the shorter letters and of the payment order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.phases import ACCOUNT_WORDS
from desktop.letters.content import (
    Block,
    Bullets,
    Fields,
    Numbered,
    Signature,
    Signatures,
)
from desktop.letters.fill import hold, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.letters.content import Runs
    from desktop.letters.facts import CompletionFacts, ConfirmationFacts, PaymentOrderFacts
    from desktop.letters.fill import Filler


def items(facts: CompletionFacts, _filler: Filler) -> Iterator[Block]:
    """What is missing, numbered so that the answer can refer to it."""
    yield Numbered(items=tuple((run(item),) for item in facts.items))


def missing(facts: ConfirmationFacts, _filler: Filler) -> Iterator[Block]:
    """What is seen to be missing when the application is confirmed."""
    yield Bullets(items=tuple((run(item),) for item in facts.missing))


def gates(facts: PaymentOrderFacts, _filler: Filler) -> Iterator[Block]:
    """What had to come in before the payment, and that it did."""
    yield Bullets(items=tuple((run(gate),) for gate in facts.gates))


def order_fields(facts: PaymentOrderFacts, filler: Filler) -> Iterator[Block]:
    """What the finance unit needs: sum, account, payee, coding and decision."""
    source = f" ({facts.account_source})" if facts.account_source else ""
    text = f"Beslut {facts.number}, {facts.matter.scheme} {facts.matter.year}"
    rows: list[tuple[str, Runs]] = [
        ("Belopp", filler.runs("**{amount_kr}**")),
        ("Mottagare", (run(facts.recipient.name, bold=True),)),
        ("Ansvarig rektor", (run(facts.principal, bold=True),)),
        ("Organisationsnummer", (run(_organisation_number(facts)),)),
        (
            str(ACCOUNT_WORDS[facts.account_kind]) if facts.account_kind else "Kontosträng",
            (run(facts.account, bold=True), run(source, muted=True)),
        ),
        ("Text till mottagaren", (run(text),)),
        ("Kontering", (run(facts.coding or facts.office.coding),)),
    ]
    yield Fields(rows=tuple((label, _filled(runs)) for label, runs in rows if _told(label, runs)))


def _organisation_number(facts: PaymentOrderFacts) -> str:
    # A municipal school is a part of the municipality and has no number of its own.
    absent = "" if facts.account_kind is None else "saknas"
    return facts.recipient.organisation_number or absent


def _told(label: str, runs: Runs) -> bool:
    """Say whether a row is printed: what no applicant of the kind has is left out."""
    return label not in ("Ansvarig rektor", "Organisationsnummer") or any(run.text for run in runs)


def _filled(runs: Runs) -> Runs:
    return tuple(each for each in runs if each.text)


def attestation(facts: PaymentOrderFacts, _filler: Filler) -> Iterator[Block]:
    """Lines for who prepared the order and who attests it: never the same person."""
    officer = facts.officer
    yield Signatures(
        each=(
            Signature(name=hold(officer.name), title=f"{hold(officer.title)}, upprättat"),
            Signature(name=hold(facts.attestor), title="beslutsattest, datum"),
        )
    )
