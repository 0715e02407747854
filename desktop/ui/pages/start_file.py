"""The last question of first start: where the register lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui import dialogs
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.pages.start_place import (
    chosen_path,
    is_shared,
    local_path,
    problem_with,
    proposed_path,
    synced_by,
)
from desktop.ui.pages.start_second import SecondPlace
from desktop.ui.roles import Mark, Tone
from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import row, tight
from desktop.ui.widgets.field import LineEdit
from desktop.ui.widgets.words import Words, muted, small

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from desktop.domain.problems import Problem


class FilePlace(QWidget):
    """A path, a way to choose another, and a calm word where the folder is a risk."""

    edited = Signal()

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._proposed = ""
        self.field = LineEdit()
        self.field.setAccessibleName(tr("Fil"))
        self.field.textEdited.connect(lambda _text: self._changed())
        self.browse = Button(tr("Välj mapp …"))
        self.browse.clicked.connect(self._browse)
        self.problem = Words("", "small", Tone.STOP, wrap=True)
        self.hint = small(
            tr("Allt som hör till registret, också breven och det som kommer in, ligger i filen."),
            wrap=True,
        )
        self.second = SecondPlace()
        self.second.edited.connect(self.edited)
        self._warning = QVBoxLayout()
        tight(self._warning)
        label = muted(tr("Fil"))
        label.setBuddy(self.field)
        grid = QGridLayout(self)
        tight(grid)
        grid.setVerticalSpacing(px(3))
        grid.addWidget(label, 0, 0)
        grid.addLayout(row(self.field, self.browse), 1, 0)
        grid.addWidget(self.problem, 2, 0)
        grid.addWidget(self.hint, 3, 0)
        grid.addLayout(self._warning, 4, 0)
        grid.addWidget(self.second, 5, 0)
        self.problem.hide()

    def propose(self, name: str) -> None:
        """Propose a place, unless another was written."""
        if self.field.text() in ("", self._proposed):
            self._proposed = str(proposed_path(name))
            self.field.setText(self._proposed)
            self._warn()

    def is_proposed(self) -> bool:
        """Say whether the place is the proposed one."""
        return self.field.text() in ("", self._proposed)

    def write(self, words: str) -> None:
        """Write a place that was written before."""
        self.field.setText(words)
        self._changed()

    def path(self) -> Path | None:
        """Give the file that is written, None for nothing."""
        return chosen_path(self.field.text())

    def problems(self) -> list[Problem]:
        """Give what keeps the register, or its backups, from being made there."""
        found = problem_with(self.path())
        return [found] if found is not None else self.second.problems(self.path())

    def showEvent(self, event: QShowEvent) -> None:
        """Look for places for the backups once they are asked about."""
        super().showEvent(event)
        self.second.look(self.path())

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong beside the field."""
        if problem is not None and problem.field == "second":
            self.second.show_problem(problem)
            return
        self.second.show_problem(None)
        self.problem.setText(shown(problem.text) if problem is not None else "")
        self.problem.setVisible(problem is not None)
        self.field.set_bad(problem is not None)
        self.field.setAccessibleDescription(self.problem.text())
        if problem is not None:
            self.field.setFocus()

    def _changed(self) -> None:
        self.show_problem(None)
        self._warn()
        self.edited.emit()

    def put(self, path: Path) -> None:
        """Write another place."""
        self.field.setText(str(path))
        self._changed()

    def _browse(self) -> None:
        at = self.path() or proposed_path("")
        folder = next((each for each in at.parents if each.is_dir()), at.parent)
        chosen = dialogs.ask_folder(self, tr("Var ska registret ligga?"), folder)
        if chosen is not None:
            self.put(chosen / at.name)

    def warning(self) -> tuple[str, str]:
        """Give what speaks against the folder, short and long; "" when nothing does."""
        path = self.path()
        program = synced_by(path) if path is not None else ""
        if program:
            return (
                tr("Mappen synkas av {program}.", program=program),
                tr("Ett register som synkas medan det är öppet kan skadas. Det går, men en mapp"
                   " bara på datorn är säkrare."),
            )  # fmt: skip
        if path is not None and is_shared(path):
            return (
                tr("Mappen ligger på en nätverksdisk."),
                tr("När förbindelsen bryts går det inte att spara. Det går, men en mapp på datorn"
                   " är säkrare."),
            )  # fmt: skip
        return "", ""

    def _warn(self) -> None:
        while item := self._warning.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        strong, words = self.warning()
        path = self.path()
        if not words or path is None:
            return
        better = local_path(path)
        band = MessageBand(Mark.WARN, strong, words, [("local", tr("Lägg den på datorn"))])
        band.followed.connect(lambda _key: self.put(better))
        self._warning.addSpacing(px(10))
        self._warning.addWidget(band)
