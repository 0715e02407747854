"""What is said of a register's file that is no longer as it was left, and which ways lead on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from db.backups.difference import Relation
from db.errors import UNREADABLE, How
from desktop.ui.i18n import tr

if TYPE_CHECKING:
    from pathlib import Path

    from db.errors import Moved
    from desktop.ui.parting import Left


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
        How.HELD: _held,
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
    text = tr(
        "Det som var öppet finns inte längre i filen. Det som har säkerhetskopierats finns i"
        " säkerhetskopiorna, och det du skriver är undanlagt. Inget kan sparas som det är nu."
    )
    if moved.there == UNREADABLE:
        strong = tr(
            "{name} går inte att läsa längre: filen är skadad eller överskriven.", name=name
        )
        text = tr(
            "Det som har säkerhetskopierats finns i säkerhetskopiorna, och det du skriver är"
            " undanlagt. Inget kan sparas som det är nu."
        )
    elif moved.there == Relation.BEHIND:
        strong = tr("{name} har skrivits över med en äldre kopia.", name=name)
    else:
        strong = tr("{name} har skrivits över av ett annat program.", name=name)
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


def _held(_moved: Moved, name: str, saved: str) -> Telling:
    text = tr(
        "Det som är sparat ligger kvar i filen, och det du skriver är undanlagt. Inget mer kan"
        " sparas förrän det programmet har släppt filen; det märks av sig självt."
    )
    return Telling(
        strong=tr("Ett annat program använder {name} just nu.", name=name),
        text=_joined(text, last_saved(saved)),
        ways=(Way.AGAIN,),
    )


def parted(left: Left, moved: Moved) -> Telling:
    """Say of a register that was closed what had become of its file, and where what was open is."""
    strong = telling(moved, left.path.name, "").strong
    if left.kept is not None:
        return Telling(strong=strong, text=_kept(left.path, left.kept, moved.how), ways=())
    words = {
        How.WRITTEN: tr("Det som var öppet finns inte längre i filen. Se efter i den senaste"
                        " säkerhetskopian."),
        How.UNREACHABLE: tr("Det du har sparat skrevs där. Om allt ligger kvar går inte att säga"
                            " förrän det svarar igen."),
        How.HELD: tr("Det du har sparat skrevs i den filen."),
    }  # fmt: skip
    text = words.get(moved.how, "") or tr(
        "Det som var öppet kunde inte sparas någon annanstans. Se efter i den senaste"
        " säkerhetskopian."
    )
    if moved.how is How.WRITTEN and moved.there == Relation.AHEAD:
        text = tr("Allt som du har sparat är kvar i filen.")
    return Telling(
        strong=strong, text=_joined(text, tr("Ingen säkerhetskopia gjordes nu.")), ways=()
    )


def _kept(path: Path, kept: Path, how: How) -> str:
    where = (
        tr("Det som var öppet är sparat och kontrollerat bredvid, som {kept}.", kept=kept.name)
        if kept.parent == path.parent
        else tr(
            "Det som var öppet är sparat och kontrollerat som {kept} i {folder}.",
            kept=kept.name,
            folder=str(kept.parent),
        )
    )
    return _joined(where, tr("Båda finns kvar.") if how is How.EXCHANGED else "")


def _joined(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)
