"""What can truthfully be said of the register and the forms when the program has gone wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.ui.i18n import tr
from desktop.ui.roles import Mark

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.flow.desk import Desk
    from desktop.ui.session import Session


@dataclass(frozen=True, kw_only=True)
class Saved:
    """What was found when the register was asked."""

    mark: Mark
    """OK when the register answers and has been checked, and nothing of it is lost."""
    strong: str
    """The sentence that matters."""
    text: str
    """What was saved last, what became of the act under way, and what was typed."""


def what_is_saved(session: Session, under_way: str = "") -> Saved:
    """Ask the register, and the forms; never raises. `under_way` is the uuid of an act."""
    typed = _typed(session)
    desk = session.desk
    if desk is None:
        strong = tr("Inget register var öppet, så inget sparat är berört.")
        return Saved(mark=Mark.OK, strong=strong, text=typed)
    try:
        last, done = _asked(desk, under_way)
        checked = desk.store.verified.done
    except Exception:  # noqa: BLE001 - it is asked because something unforeseen has happened
        return Saved(
            mark=Mark.WARN,
            strong=tr("Registret går inte att läsa just nu."),
            text=_joined(tr("Om allt som var sparat finns kvar går inte att säga än."), typed),
        )
    words = [tr("Senast sparat {when}.", when=_when(last, session))] if last is not None else []
    if under_way:
        words.append(
            tr("Åtgärden du gjorde hann sparas. Läs om (F5) så syns den.")
            if done
            else tr("Åtgärden du gjorde är inte sparad. Den kan göras om.")
        )
    strong = tr("Inget som var sparat är förlorat: registret svarar och slutar där det ska.")
    if not checked:
        strong = tr("Registret svarar och slutar där det ska.")
        words.insert(0, tr("Filens sidor kontrolleras fortfarande. Finns det fel visas det strax."))
    return Saved(mark=Mark.OK if checked else Mark.INFO, strong=strong, text=_joined(*words, typed))


def _asked(desk: Desk, under_way: str) -> tuple[datetime | None, bool]:
    """Give when was saved last, and whether an act is in the file; raises when it is not whole."""
    store = desk.store
    moved = store.standing()
    if moved is not None:
        raise moved
    if store.verified.trouble is not None:
        raise store.verified.trouble
    store.require_head()
    latest = store.events(limit=1)
    done = bool(under_way) and store.event_by_uuid(under_way) is not None
    return (latest[0].at if latest else None), done


def _typed(session: Session) -> str:
    """Keep what is typed, and say whether that went well; "" when nothing is."""
    drafts = session.preferences.drafts
    try:
        typing = drafts.typing()
        drafts.keep_all()
    except Exception:  # noqa: BLE001 - a form may be what went wrong
        return tr("Det du skriver just nu kunde inte läggas undan. Kopiera det som är viktigt.")
    if not typing:
        return ""
    if drafts.failing:
        return tr("Det du skrev står kvar i fälten, men kunde inte läggas undan på disken.")
    return tr("Det du skrev är undanlagt och finns kvar.")


def _when(at: datetime, session: Session) -> str:
    same = at.date() == session.today
    return at.strftime("%H.%M" if same else "%Y-%m-%d %H.%M")


def _joined(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)
