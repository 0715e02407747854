"""The optional part of the last question: a second place for the backups."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui import dialogs
from desktop.ui.beside import Beside
from desktop.ui.i18n import shown, tr
from desktop.ui.keeper_words import place_name
from desktop.ui.measure import px
from desktop.ui.roles import Tone
from desktop.ui.second_place import proposals, second_problem
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import row, tight
from desktop.ui.widgets.field import LineEdit
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.words import Link, Words, muted, small

if TYPE_CHECKING:
    from desktop.domain.problems import Problem


class SecondPlace(QWidget):
    """A folder that may be left empty, with what was found as links."""

    edited = Signal()

    def __init__(self) -> None:
        """Make it empty; what can be proposed is looked for in a thread."""
        super().__init__()
        self._beside = Beside(self)
        self._asked = False
        self.field = LineEdit()
        self.field.setAccessibleName(tr("Säkerhetskopior också i"))
        self.field.textEdited.connect(lambda _text: self._changed())
        self.browse = Button(tr("Välj mapp …"))
        self.browse.clicked.connect(self._browse)
        self.problem = Words("", "small", Tone.STOP, wrap=True)
        self.hint = small(
            tr("Registret säkerhetskopieras av sig självt i en mapp bredvid filen. Går disken"
               " sönder är båda borta: välj gärna ett USB-minne, en annan disk eller en mapp som"
               " synkas. Du kan göra det senare också, under Inställningar."),
            wrap=True,
        )  # fmt: skip
        self.found = FlowLayout(16)
        self.links: list[Link] = []
        label = muted(tr("Säkerhetskopior också i (om du vill)"))
        label.setBuddy(self.field)
        grid = QGridLayout(self)
        tight(grid)
        grid.setContentsMargins(0, px(14), 0, 0)
        grid.setVerticalSpacing(px(3))
        grid.addWidget(label, 0, 0)
        grid.addLayout(row(self.field, self.browse), 1, 0)
        grid.addWidget(self.problem, 2, 0)
        grid.addWidget(self.hint, 3, 0)
        grid.addLayout(self.found, 4, 0)
        self.problem.hide()

    def look(self, register: Path | None) -> None:
        """Look for folders that would do, once."""
        if self._asked or register is None:
            return
        self._asked = True
        self._beside.ask(partial(proposals, register), partial(self._offer, register))

    def _offer(self, register: Path, folders: tuple[Path, ...]) -> None:
        for folder in folders:
            name = shown(place_name(folder, register))
            link = Link(tr("Lägg dem {where}", where=name))
            link.setToolTip(str(folder))
            link.clicked.connect(partial(self._take, folder))
            self.links.append(link)
            self.found.addWidget(link)

    def _take(self, folder: Path, _on: bool = False) -> None:
        self.put(folder)

    def folder(self) -> Path | None:
        """Give the folder that is written, None for nothing."""
        words = self.field.text().strip().strip('"')
        # Path.expanduser raises for a user who does not exist, and every path is one while typed.
        return Path(os.path.expanduser(words)).absolute() if words else None  # noqa: PTH111

    def problems(self, register: Path | None) -> list[Problem]:
        """Give what keeps backups from being made there; nothing chosen is no problem."""
        folder = self.folder()
        if folder is None or register is None:
            return []
        found = second_problem(register, folder)
        return [found] if found is not None else []

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong beside the field."""
        self.problem.setText(shown(problem.text) if problem is not None else "")
        self.problem.setVisible(problem is not None)
        self.field.set_bad(problem is not None)
        self.field.setAccessibleDescription(self.problem.text())
        if problem is not None:
            self.field.setFocus()

    def put(self, folder: Path) -> None:
        """Write another place."""
        self.field.setText(str(folder))
        self._changed()

    def _changed(self) -> None:
        self.show_problem(None)
        self.edited.emit()

    def _browse(self) -> None:
        at = self.folder() or Path.home()
        folder = next((each for each in (at, *at.parents) if each.is_dir()), at)
        words = tr("Var ska säkerhetskopiorna också ligga?")
        chosen = dialogs.ask_folder(self, words, folder)
        if chosen is not None:
            self.put(chosen)
