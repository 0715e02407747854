"""From a page's wish to the session, and the answer back to the page that wished."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.ui.i18n import shown, tr
from desktop.ui.roles import Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain.problems import Problem
    from desktop.flow.run import Outcome
    from desktop.ui.page import Page
    from desktop.ui.session import Session


class Answers(QObject):
    """Gives each refusal to the form it belongs to, and tells the window of each act done."""

    done = Signal(object)
    """Outcome: pages, counts and bands are to be shown anew."""
    said = Signal(str, object)
    """A sentence for the band at the bottom, and its Mark."""
    hindered = Signal(object)
    """The Hindrance that was just said, to offer ways on from."""

    def __init__(self, session: Session, page: Callable[[], Page | None]) -> None:
        """Listen to the session; `page` gives the page that is shown."""
        super().__init__()
        self._session = session
        self._page = page
        self._asking: Page | None = None
        session.changed.connect(self._changed)
        session.refused.connect(self._refused)

    def ask(self, command: type[Any], raw: dict[str, object]) -> None:
        """Have the session do what the page at hand asks for."""
        self._asking = page = self._page()
        try:
            outcome = self._session.submit(command, raw)
        finally:
            self._asking = None
        if outcome is not None and page is not None:
            page.answered(outcome)
            self.done.emit(outcome)

    def _changed(self, outcome: Outcome) -> None:
        if self._asking is None:
            self.done.emit(outcome)

    def _refused(self, problems: Sequence[Problem]) -> None:
        # Without a register the page at hand is the one that tries to make or open one.
        page = self._asking or (self._page() if self._session.desk is None else None)
        if page is not None:
            page.show_problems(problems)
        else:
            self.said.emit(" ".join(shown(problem.text) for problem in problems), Mark.STOP)
            for problem in problems:
                if getattr(problem, "event_id", 0):
                    self.hindered.emit(problem)

    def undo(self) -> None:
        """Take the latest act back."""
        if self._session.can_undo():
            self._session.undo()
        else:
            self.said.emit(tr("Det finns inget att ångra."), Mark.INFO)

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._session.can_redo():
            self._session.redo()
        else:
            self.said.emit(tr("Det finns inget att göra om."), Mark.INFO)
