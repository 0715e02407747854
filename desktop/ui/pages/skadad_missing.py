"""What is gone with a damaged file, and what is to be done about it, in sentences."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from db.backups.difference import Relation
from desktop.ui import kept_words
from desktop.ui.i18n import tr
from desktop.ui.pages.skadad_words import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.backups.difference import Happened
    from desktop.ui.kept import Gathered, Kept

SHOWN = 4
"""Events that are said in full."""


def missing_words(found: Gathered, kept: Kept, state: State, now: datetime) -> str:
    """Say what the register had and a backup lacks."""
    when = kept_words.within(kept.backup.made_at, now)
    if kept.least and kept.track is not None:
        return _by_sight(kept.track.missing, when)
    since = found.since(kept)
    if kept.track is None or since is None:
        return _unknown(state, when)
    if kept.track.relation is Relation.SAME:
        return tr("Ingen händelse saknas: allt som är gjort finns i kopian.")
    if not since:
        return ""
    return _listed(since, kept.track.missing, now)


def _by_sight(missing: int, when: str) -> str:
    if not missing:
        return tr("Kopian har allt som fanns när registret senast var öppet på den här datorn.")
    return tr(
        "Minst {events} saknas efter {when}. Vilka går inte att läsa ur filen: jämför med "
        "din e-post och dina brev.",
        events=kept_words.events(missing),
        when=when,
    )


def _unknown(state: State, when: str) -> str:
    if state in (State.MISSING, State.AWAY):
        return tr("Vad som hänt efter {when} är okänt, för registret finns inte här att läsa. "
                  "Jämför med din e-post och dina brev.", when=when)  # fmt: skip
    return tr("Vad som saknas efter {when} är okänt, för händelserna i filen går inte att läsa. "
              "Jämför med din e-post och dina brev.", when=when)  # fmt: skip


def _listed(since: Sequence[Happened], missing: int, now: datetime) -> str:
    said = [_said(each, now) for each in since[:SHOWN]]
    if missing == 1:
        return tr("Händelsen som saknas: {what}. Gör om den när registret är öppet.", what=said[0])
    rest = missing - len(said)
    head = tr("Händelser som saknas, den senaste först:")
    lines = [head, *(f"• {each}" for each in said)]
    if rest:
        lines.append(tr("och {count} till. Gör om dem när registret är öppet.", count=rest))
    else:
        lines.append(tr("Gör om dem när registret är öppet."))
    return "\n".join(lines)


def _said(happened: Happened, now: datetime) -> str:
    words = happened.text.rstrip(". ")
    try:
        at = datetime.fromisoformat(happened.at).replace(tzinfo=None)
    except ValueError:
        return words
    return f"{words} ({kept_words.within(at, now)})"


def note_words(found: Gathered) -> str:
    """Say how well the list was checked, and which places did not answer."""
    if found.away:
        return tr("{folder} svarar inte", folder=str(found.away[0].chosen))
    return tr("kontrollerade nyss, hela") if found.checked else tr("kontrolleras …")


def found_none(found: Gathered) -> str:
    """Say where was looked in vain, and what to do."""
    if found.away:
        return tr("Inga säkerhetskopior hittades. {folder} svarar inte: anslut disken och försök "
                  "igen.", folder=str(found.away[0].chosen))  # fmt: skip
    if found.unfit:
        return tr("Säkerhetskopiorna i {folder} går inte att använda. Behåll dem och be "
                  "kommunens it-stöd om hjälp.", folder=str(found.places[0].folder))  # fmt: skip
    return tr("Inga säkerhetskopior hittades i {folder}. Har du en kopia på en sticka eller i en "
              "annan mapp, öppna den med Öppna en annan fil.",
              folder=str(found.places[0].folder))  # fmt: skip
