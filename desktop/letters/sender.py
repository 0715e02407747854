"""What stands round a letter: the address in the window and the columns at the foot."""

from __future__ import annotations

from desktop.letters.content import Align, FooterColumn
from desktop.letters.facts import Facts, InvitationFacts, LetterFacts
from desktop.letters.fill import hold
from desktop.letters.tongue import SWEDISH, Tongue


def address(facts: Facts) -> tuple[str, ...]:
    """Give the recipient's lines, the empty ones left out; none for a paper without recipient."""
    if not isinstance(facts, LetterFacts | InvitationFacts):
        return ()
    who = facts.recipient
    return _filled(who.name, who.organisation_number, who.contact, *who.address)


def footer(facts: Facts, words: Tongue = SWEDISH) -> tuple[FooterColumn, ...]:
    """Give who to turn to, in up to three columns; the renderer adds the Kontrolltal."""
    office = facts.office
    post = " ".join(_filled(office.postcode, office.city))
    number = office.organisation_number
    found = (
        _filled(
            ", ".join(_filled(office.full_name, office.address, post)),
            f"{words.say('Organisationsnummer', 'Registration number')} {number}" if number else "",
        ),
        _filled(
            f"{words.say('Telefon', 'Telephone')} {office.phone}" if office.phone else "",
            office.email,
        ),
        _filled(office.website),
    )
    columns = [FooterColumn(lines=lines) for lines in found if lines]
    if not facts.checksum and len(columns) > 1:
        columns[-1] = FooterColumn(lines=columns[-1].lines, align=Align.RIGHT)
    return tuple(columns)


def _filled(*lines: str) -> tuple[str, ...]:
    cleaned = (hold(line).strip() for line in lines)
    return tuple(line for line in cleaned if line)
