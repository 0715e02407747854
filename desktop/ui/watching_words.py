"""What is said of a register's file that is no longer as it was left, and which ways lead on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from db.backups.difference import Relation
from db.errors import How
from db.standing import UNREADABLE
from desktop.ui.i18n import tr

if TYPE_CHECKING:
    from db.errors import Moved


class Way(StrEnum):
    """What can be done about it."""

    PUT_BACK = "put_back"
    """What is open gets its name back."""
    TAKE_THERE = "take_there"
    """What lies there is opened; what was open is saved beside it first."""
    BACKUPS = "backups"
    """The list of backups is shown."""
    AGAIN = "again"
    """It is looked at once more."""


@dataclass(frozen=True, kw_only=True)
class Telling:
    """A band above the page."""

    strong: str
    """What has happened."""
    text: str
    """What it means: what is kept, when was saved last."""
    ways: tuple[Way, ...]
    """At most two."""


def telling(moved: Moved, name: str, saved: str) -> Telling:
    """Say what has become of a file; `saved` is the time of the last save, "" when unknown."""
    words = {
        How.GONE: _gone,
        How.EXCHANGED: _exchanged,
        How.WRITTEN: _written,
        How.UNREACHABLE: _unreachable,
    }
    return words[moved.how](moved, name, saved)


def way_words(way: Way, how: How) -> str:
    """Give the words of a link."""
    if way is Way.PUT_BACK:
        if how is How.GONE:
            return tr("Lägg tillbaka registret")
        return tr("Fortsätt med det som var öppet")
    if way is Way.TAKE_THERE:
        return tr("Öppna det som ligger där")
    return tr("Visa säkerhetskopiorna") if way is Way.BACKUPS else tr("Försök igen")


def last_saved(saved: str) -> str:
    """Say when was saved last; "" when nobody knows."""
    return tr("Senast sparat {when}.", when=saved) if saved else ""


def _gone(_moved: Moved, name: str, saved: str) -> Telling:
    text = tr(
        "Någon har flyttat, bytt namn på eller tagit bort den. Allt som är sparat är kvar i det som"
        " är öppet, och det du skriver är undanlagt. Inget mer kan sparas förrän filen är tillbaka."
    )
    return Telling(
        strong=tr("Filen {name} ligger inte kvar i mappen.", name=name),
        text=_joined(text, last_saved(saved)),
        ways=(Way.PUT_BACK, Way.AGAIN),
    )


def _exchanged(moved: Moved, name: str, saved: str) -> Telling:
    strong = {
        Relation.BEHIND: tr("En äldre kopia ligger där {name} låg.", name=name),
        Relation.AHEAD: tr("En nyare kopia ligger där {name} låg.", name=name),
        Relation.FORKED: tr("En kopia med andra ändringar ligger där {name} låg.", name=name),
        Relation.STRANGER: tr("Ett annat register ligger där {name} låg.", name=name),
        UNREADABLE: tr("En fil som inte går att läsa ligger där {name} låg.", name=name),
    }.get(moved.there or "", tr("En annan fil ligger där {name} låg.", name=name))
    text = tr(
        "Allt som är sparat är kvar i det som är öppet, och det du skriver är undanlagt. Inget mer"
        " kan sparas förrän du har valt. Vilket du än väljer behålls båda."
    )
    return Telling(
        strong=strong,
        text=_joined(text, last_saved(saved)),
        ways=(Way.PUT_BACK, Way.TAKE_THERE),
    )


def _written(moved: Moved, name: str, saved: str) -> Telling:
    if moved.there == Relation.AHEAD:
        text = tr(
            "Allt som du har sparat är kvar i filen, och det du skriver är undanlagt. Öppna den som"
            " den är nu för att fortsätta."
        )
        return Telling(
            strong=tr("Ett annat program har sparat i {name}.", name=name),
            text=_joined(text, last_saved(saved)),
            ways=(Way.TAKE_THERE,),
        )
    strong = (
        tr("{name} har skrivits över med en äldre kopia.", name=name)
        if moved.there == Relation.BEHIND
        else tr("{name} har skrivits över av ett annat program.", name=name)
    )
    text = tr(
        "Det som var öppet finns inte längre i filen, men i säkerhetskopiorna. Det du skriver är"
        " undanlagt. Inget kan sparas som det är nu."
    )
    return Telling(
        strong=strong,
        text=_joined(text, last_saved(saved)),
        ways=(Way.BACKUPS, Way.TAKE_THERE),
    )


def _unreachable(_moved: Moved, name: str, saved: str) -> Telling:
    text = tr(
        "Det som är sparat ligger kvar där, och det du skriver är undanlagt på den här datorn."
        " Inget mer kan sparas förrän förbindelsen är tillbaka; det märks av sig självt."
    )
    return Telling(
        strong=tr("Disken eller nätverket med {name} svarar inte.", name=name),
        text=_joined(text, last_saved(saved)),
        ways=(Way.AGAIN,),
    )


def _joined(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)
