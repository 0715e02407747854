"""Under a field in which a new name is typed: what is registered already that it is like (S8)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.errors import FileTrouble
from desktop.flow.established import KINDS
from desktop.flow.similar import field_of, rule_of, similar
from desktop.ui.deadline_route import deadline_route
from desktop.ui.i18n import shown, tr
from desktop.ui.widgets.card import row, tight
from desktop.ui.widgets.words import Link, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.desk import Desk
    from desktop.flow.similar import Like
    from desktop.ui.form import FormPanel
    from desktop.ui.page import Page

WAIT = 150
"""Milliseconds after the last key until it is looked for."""


class SimilarNames(QWidget):
    """Nothing while nothing is alike; never in the way of the act."""

    chosen = Signal(object)
    """The Like whose name was clicked."""

    def __init__(self, desk: Desk, act: str) -> None:
        """Make it empty, for the form of an act."""
        super().__init__()
        self._desk, self._act = desk, act
        self.found: Sequence[Like] = ()
        self._typed = ""
        self._column = QVBoxLayout(self)
        tight(self._column, 3)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self.look)
        self.hide()

    def typed(self, words: str) -> None:
        """Hear what is typed; look a moment later."""
        self._typed = words
        self._timer.start()

    def look(self) -> None:
        """Look at once."""
        self._timer.stop()
        try:
            found = similar(self._desk, self._act, self._typed)
        except FileTrouble:
            # The register was closed, or is out of reach, since she typed: the band says which.
            return
        if found != self.found:
            self.found = found
            self._show()

    def _show(self) -> None:
        while item := self._column.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        rule = rule_of(self._desk, self._act)
        words = tr("Finns redan något liknande?")
        if rule is not None:
            words = tr(
                "{rule} {title} ({paragraph})",
                rule=rule.id,
                title=tr(rule.title),
                paragraph=rule.paragraph,
            )
        self._column.addWidget(small(words, wrap=True))
        for each in self.found:
            self._column.addWidget(self._line(each))
        self.setAccessibleName(words)
        self.setVisible(bool(self.found))

    def _line(self, like: Like) -> QWidget:
        line = QWidget()
        link = Link(shown(like.words), "small")
        said = ", ".join(part for part in (shown(like.words), like.known.detail) if part)
        link.setAccessibleName(tr("Liknande: {name}", name=said))
        link.clicked.connect(partial(self._choose, like))
        line.setLayout(row(link, small(like.known.detail), None, spacing=6))
        return line

    def _choose(self, like: Like, _on: bool = False) -> None:
        self.chosen.emit(like)


def show_similar(form: FormPanel, desk: Desk, act: str) -> SimilarNames | None:
    """Hang it under the name of a form; None for an act that names nothing new."""
    name = field_of(act)
    if act not in KINDS or name not in form.inputs:
        return None
    below = SimilarNames(desk, act)
    made = form.inputs[name]
    made.on_edit(lambda: below.typed(str(made.raw())))
    form.add_below(name, below)
    return below


def leads(below: SimilarNames | None, page: Page) -> None:
    """Let a name that is clicked lead to its page; what is typed is kept as a draft."""
    if below is not None:
        below.chosen.connect(lambda like: _go(page, like))


def _go(page: Page, like: Like) -> None:
    route = deadline_route(page.session.need(), (like.known.kind, like.known.id))
    if route is not None:
        page.go.emit(route)
