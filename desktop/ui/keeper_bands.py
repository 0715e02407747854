"""Bands about backups: what failed and since when, and once that there is one place only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.text import Text, plain, say
from desktop.ui.i18n import shown, tr
from desktop.ui.keeper_state import Keeping, passing
from desktop.ui.keeper_words import age, place_name
from desktop.ui.page import Route
from desktop.ui.roles import Mark

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from db.backups.making import Outcome
    from db.errors import FileTrouble
    from desktop.ui.keeper import Keeper
    from desktop.ui.keeper_work import Report

FAILED, ALONE = "backup", "second"
"""Keys of the two bands."""
CHECK = "kontroll"
"""Key of the page that checks a register."""


class KeeperBands:
    """Tells of trouble until a backup succeeds; nobody has to answer."""

    def __init__(self, keeper: Keeper) -> None:
        """Belong to a keeper."""
        self._keeper = keeper

    def drop(self) -> None:
        """Take both bands away."""
        self._keeper.window.notices.drop(FAILED)
        self._keeper.window.notices.drop(ALONE)

    def show(self, report: Report) -> None:
        """Tell what failed, or that all is well again by saying nothing."""
        troubles = [
            (each, each.trouble)
            for each in report.outcomes
            if each.trouble is not None and not passing(each.trouble)
        ]
        if troubles:
            self._tell_failed(report, troubles)
        elif _settled(report):
            self._keeper.window.notices.drop(FAILED)
        self._tell_alone(report)

    # What failed

    def _tell_failed(self, report: Report, troubles: list[tuple[Outcome, FileTrouble]]) -> None:
        keeper, register = self._keeper, report.task.register
        beside = report.places[0]
        first = next((trouble for each, trouble in troubles if each.place == beside), None)
        all_failed = not any(each.backup is not None for each in report.outcomes)
        state, now = keeper.state, keeper.now()
        trouble = first or troubles[0][1]
        if first is not None and all_failed:
            mark, strong = Mark.STOP, tr("Ingen säkerhetskopia gjordes.")
            since = _since(_newest(state), now)
        elif first is not None:
            mark, strong = Mark.WARN, tr("Ingen säkerhetskopia bredvid registret.")
            since = _since(state.last.made_at if state.last is not None else None, now)
        else:
            mark, where = Mark.WARN, _where(report, register)
            strong = tr("Ingen säkerhetskopia {where}.", where=shown(where))
            since = _since(state.second_at, now)
        words = f"{shown(trouble.text)} {shown(since)}"
        told = keeper.window.notices.bands.get(FAILED)
        if told is not None and told.accessibleName() == f"{strong} {words}":
            # Telling it again would take the keyboard from its links.
            return
        keeper.window.notices.tell(FAILED, mark, strong, words, self._ways(first, trouble))

    def _ways(
        self, first: FileTrouble | None, trouble: FileTrouble
    ) -> dict[str, Callable[[], object]]:
        from db.backups.trouble import Spoilt  # noqa: PLC0415 - not before the first paint
        from db.errors import Damaged  # noqa: PLC0415 - as above

        keeper = self._keeper
        ways: dict[str, Callable[[], object]] = {tr("Försök igen"): keeper.again}
        if isinstance(trouble, (Spoilt, Damaged)) and keeper.window.has_page(CHECK):
            ways[tr("Kontrollera registret …")] = self._go(Route(page=CHECK))
        elif first is None:
            ways[tr("Välj plats …")] = keeper.ask_second
        else:
            ways[tr("Välj plats …")] = self._go(Route(page="installningar", act="backups"))
        return ways

    def _go(self, route: Route) -> Callable[[], object]:
        return lambda: self._keeper.window.go(route)

    # One place only

    def _tell_alone(self, report: Report) -> None:
        """Say once that a broken disk would take register and backups alike."""
        keeper, uuid = self._keeper, report.task.uuid
        preferences = keeper.session.preferences
        if keeper.register is None or report.task.second is not None or not uuid:
            return
        if preferences.second_asked(uuid):
            return
        preferences.asked_second(uuid)
        keeper.window.notices.tell(
            ALONE,
            Mark.INFO,
            tr("Säkerhetskopiorna ligger på samma disk som registret."),
            tr("Går disken sönder försvinner båda. Välj gärna en plats till, på en annan disk."),
            {
                tr("Välj plats …"): keeper.ask_second,
                tr("Inte nu"): lambda: keeper.window.notices.drop(ALONE),
            },
        )


def _settled(report: Report) -> bool:
    """Tell whether every place now has the register as it stands."""
    stands = [last.facts.stand for last in report.lasts if last is not None and last.facts]
    return report.stand is not None and stands.count(report.stand) == len(report.places)


def _where(report: Report, register: Path) -> Text:
    chosen = report.task.second
    return place_name(chosen, register) if chosen is not None else say("på den andra platsen")


def _newest(state: Keeping) -> datetime | None:
    known = [each.made_at for each in (state.last,) if each is not None]
    if state.second_at is not None:
        known.append(state.second_at)
    return max(known, default=None)


def _since(at: datetime | None, now: datetime) -> Text:
    if at is None:
        return say("Ingen är gjord där än.")
    if at.date() == now.date():
        return say("Den senaste är från i dag {clock}.", clock=plain(f"{at:%H.%M}"))
    return say("Den senaste är från {when}.", when=age(at, now))
