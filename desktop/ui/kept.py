"""The backups of a register from every place, as one list with the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from db.backups.conflicts import Elsewhere, elsewhere
from db.backups.difference import Relation
from db.backups.listing import Backup, Standing, listing, sound
from db.backups.place import Place, beside, name_of, named
from db.backups.track import Track, happened_after, tracks, uuid_in
from desktop.ui.seen import DIGITS, Sights

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from db.backups.difference import Happened
    from db.backups.facts import Facts
    from desktop.ui.seen import Sight
    from desktop.ui.session import Session

READ_WHOLE = 3
"""How many of the newest are read byte by byte when a register is in trouble."""


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One state of the register that can be had back."""

    backup: Backup
    """The copy that is used, the nearest one."""
    places: tuple[Place, ...]
    """Where it lies, the nearest first."""
    track: Track | None
    """How it stands to the register; None when that cannot be told."""
    least: bool = False
    """True when the register cannot be read, and what was last seen here is all that is known."""


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """What was found in all places."""

    kept: tuple[Kept, ...]
    """Those that can be used, the newest first."""
    unfit: tuple[Backup, ...]
    """Files that look like backups and cannot be used."""
    places: tuple[Place, ...]
    """Where was looked."""
    away: tuple[Place, ...]
    """Places that did not answer."""
    register_uuid: str | None
    """The register's own name, when it was found."""
    checked: int
    """How many of the first were read byte by byte just now."""
    log: tuple[Happened, ...] | None
    """The register's last events, newest first; None when they cannot be read."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """For a register that is not where it lay: files in that folder with it in them."""

    def since(self, kept: Kept) -> tuple[Happened, ...] | None:
        """Give what has happened in the register since a backup parted from it, newest first."""
        if self.log is None or kept.track is None or kept.least:
            return None
        common = kept.track.common
        return tuple(each for each in self.log if each.id > common)


@dataclass(frozen=True, kw_only=True)
class Search:
    """Where the backups of a register are looked for."""

    register: Path
    """Its file; it may be missing, damaged, or open in this window."""
    places_of: Callable[[str], Sequence[Place]]
    """The places for backups of a register by its own name; the first is beside the file."""
    sights: Sights
    """What was last seen on this computer, for a register that cannot be read."""
    thorough: bool = False
    """True to read the newest byte by byte, as when one of them is about to be worked in."""


def search_for(session: Session, register: Path) -> Search:
    """Make the search for a register's backups, as this computer knows its places."""
    return Search(
        register=register,
        places_of=partial(session.care.places, register),
        sights=Sights(session.preferences.folder),
    )


def gather(search: Search) -> Gathered:
    """Look in every place; slow where a disk is, so call it in a thread. Raises nothing."""
    register, near = search.register, beside(search.register)
    sight = search.sights.at(register)
    uuid = uuid_in(register) or (sight.uuid if sight is not None else None)
    first = _of(near, uuid, register)
    if uuid is None:
        uuid = next((each.facts.register_uuid for each in first if each.facts), None)
    places = tuple(search.places_of(uuid)) if uuid is not None else (near,)
    lists = [first, *(_of(place, uuid, register) for place in places[1:])]
    unfit = [each for found in lists for each in found if not each.usable]
    merged = merge(
        [
            (place, [each for each in found if each.usable])
            for place, found in zip(places, lists, strict=True)
        ]
    )
    checked = 0
    if search.thorough:
        bad = [at for at, (one, _) in enumerate(merged[:READ_WHOLE]) if not _whole(one)]
        unfit += [merged[at][0] for at in bad]
        merged = [each for at, each in enumerate(merged) if at not in bad]
        checked = min(READ_WHOLE - len(bad), len(merged))
    return Gathered(
        kept=_tracked(register, merged, sight),
        unfit=tuple(unfit),
        places=places,
        away=tuple(place for place in places if not _answers(place)),
        register_uuid=uuid,
        checked=checked,
        log=happened_after(register, 0),
        elsewhere=elsewhere(register, uuid) if uuid is not None and _is_gone(register) else (),
    )


def _is_gone(register: Path) -> bool:
    try:
        return not register.exists()
    except OSError:
        # A disk that is away has it still.
        return False


def _answers(place: Place) -> bool:
    try:
        return place.chosen.is_dir()
    except OSError:
        return False


def _of(place: Place, uuid: str | None, register: Path) -> Sequence[Backup]:
    """Give a place's backups of a register; of one whose own name is lost, by its file's name."""
    found = listing(place, uuid)
    if uuid is not None:
        return found
    alike = [each for each in found if _named_as(each, register)]
    uuids = {each.facts.register_uuid for each in alike if each.facts is not None}
    # Two registers may have had the name, and only one of them can be the right one.
    return alike if len(uuids) <= 1 else [each for each in alike if _is_newest(each, alike)]


def _named_as(backup: Backup, register: Path) -> bool:
    said = named(backup.path.name)
    if said is None:
        return False
    wanted = name_of(register, said.tag, said.number, said.made_at)
    return wanted == backup.path.name


def _is_newest(backup: Backup, among: Sequence[Backup]) -> bool:
    newest = max((each for each in among if each.facts), key=lambda each: each.made_at)
    return (
        backup.facts is not None
        and newest.facts is not None
        and backup.facts.register_uuid == newest.facts.register_uuid
    )


def merge(lists: Sequence[tuple[Place, list[Backup]]]) -> list[tuple[Backup, tuple[Place, ...]]]:
    """Make one list of several: the same copy stands once; each list keeps its own order."""
    merged: list[tuple[Backup, tuple[Place, ...]]] = []
    for place, found in lists:
        at = 0
        for backup in found:
            same = next((n for n, (one, _) in enumerate(merged) if _same(one, backup)), None)
            if same is not None:
                one, where = merged[same]
                merged[same] = (one, where if place in where else (*where, place))
                at = same + 1
                continue
            while at < len(merged) and merged[at][0].made_at > backup.made_at:
                at += 1
            merged.insert(at, (backup, (place,)))
            at += 1
    return merged


def _same(one: Backup, other: Backup) -> bool:
    return (
        one.made_at == other.made_at
        and one.facts is not None
        and other.facts is not None
        and one.facts.stand == other.facts.stand
        and one.path.parent != other.path.parent
    )


def _whole(backup: Backup) -> bool:
    return backup.standing is Standing.OPENED or sound(backup)


def _tracked(
    register: Path, merged: Sequence[tuple[Backup, tuple[Place, ...]]], sight: Sight | None
) -> tuple[Kept, ...]:
    usable = [(one, where, one.facts) for one, where in merged if one.facts is not None]
    found = tracks(register, [(one.path, facts) for one, _where, facts in usable])
    kept = []
    for (one, where, facts), track in zip(usable, found, strict=True):
        seen = _by_sight(facts, sight) if track is None and sight is not None else None
        kept.append(Kept(backup=one, places=where, track=track or seen, least=seen is not None))
    return tuple(kept)


def _by_sight(facts: Facts, sight: Sight) -> Track | None:
    """Tell how a backup stands to what was last seen of the register on this computer."""
    behind = sight.events - facts.events
    if facts.register_uuid != sight.uuid or not 0 <= behind < len(sight.trail):
        return None
    if sight.trail[behind] != facts.head[:DIGITS]:
        return None
    relation = Relation.BEHIND if behind else Relation.SAME
    return Track(relation=relation, missing=behind, extra=0, common=facts.events)
