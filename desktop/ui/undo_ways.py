"""What to do when Ctrl+Z was refused: see what stands in the way, undo it first, or do it right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.i18n import shown, tr
from desktop.ui.page import Page, Route

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from db.change import Event
    from desktop.flow.desk import Desk
    from desktop.flow.undoing import Hindrance
    from desktop.ui.main_window import MainWindow

HISTORY = "historik"


class UndoWays(QObject):
    """Offers ways on in the band at the bottom, for as long as the refusal is said there."""

    def __init__(self, window: MainWindow) -> None:
        """Listen to the answers of a window."""
        super().__init__(window)
        self._window = window
        window.answers.hindered.connect(self._offer)

    def _offer(self, hindrance: Hindrance) -> None:
        session, go = self._window.session, self._window.go
        ways: dict[str, Callable[[], object]] = {}
        if hindrance.undoable:
            ways[tr("Ångra det först")] = partial(session.take_back, hindrance.event_id)
        else:
            found = lawful(session.need(), session.need().store.event(hindrance.event_id))
            if found is not None:
                ways[found[0]] = partial(go, found[1])
        ways[tr("Visa i historiken")] = partial(go, Route(page=HISTORY, subject=hindrance.event_id))
        self._window.undo_band.offer(ways)


def lawful(desk: Desk, event: Event) -> tuple[str, Route] | None:
    """Give words and place of the act that goes the lawful way on from what left the house."""
    from desktop.flow.legal_undoing import act_on  # noqa: PLC0415 - not before it is asked
    from desktop.flow.steps import step_named  # noqa: PLC0415 - as above
    from desktop.ui.act_route import act_route  # noqa: PLC0415 - as above

    found = act_on(desk, event)
    if found is None:
        return None
    name, subject = found
    return shown(step_named(name).title), act_route(name, subject)


def page_around(widget: QWidget) -> Page | None:
    """Give the page that a part stands on."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, Page):
        around = around.parentWidget()
    return around


def may_undo(desk: Desk, event_id: int) -> int | None:
    """Give the event to take back when an act can be undone now; None when it cannot."""
    from desktop.flow.event_log import Undoings, read_rows  # noqa: PLC0415 - as above
    from desktop.flow.verdicts import Standing, verdict  # noqa: PLC0415 - as above

    (row,) = read_rows(desk.store, [event_id])
    if row.undoes is not None:
        return None
    found = verdict(desk, row, Undoings(desk.store))
    return found.target if found.standing is Standing.STANDS else None


def take_back(page: Page, event_id: int) -> None:
    """Have the page ask for an act to be taken back."""
    from desktop.flow.steps.undo import TakeBack  # noqa: PLC0415 - as above

    page.asked.emit(TakeBack, {"event_id": str(event_id)})
