"""What stands in the window when a file could not be opened: what it is, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop import __version__
from desktop.ui import dialogs
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.page import Page, Route
from desktop.ui.pages.skadad_parts import Recent, Ways
from desktop.ui.roles import Mark, Tone
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.file import size_words
from desktop.ui.widgets.lists import FactList
from desktop.ui.widgets.words import Symbol, Words, small

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from db.errors import FileTrouble
    from desktop.ui.session import Session

WIDE = 760
"""Pixels of the column at 100 %."""


def heading(trouble: FileTrouble | None, name: str) -> tuple[str, Mark]:
    """Give what happened in five words, and how loud it is."""
    kind = type(trouble).__name__
    words = {
        "NotFound": tr("{name} finns inte där den låg", name=name),
        "NotARegister": tr("{name} är inget register", name=name),
        "Damaged": tr("Registret {name} går inte att läsa", name=name),
        "Newer": tr("{name} är gjort med en nyare version", name=name),
        "Locked": tr("{name} är redan öppet", name=name),
        "ReadOnly": tr("{name} är skrivskyddat", name=name),
        "OutOfReach": tr("{name} går inte att nå", name=name),
    }
    loud = kind == "Damaged"
    return words.get(kind, tr("{name} gick inte att öppna", name=name)), (
        Mark.STOP if loud else Mark.WARN
    )


class TroublePage(Page):
    """Nothing has been written; every way on starts from here."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self.symbol = Symbol(Mark.STOP, 26)
        self.heading = Words("", "h1", wrap=True)
        self.sentence = Words("", "body", Tone.MUTED, wrap=True)
        self.facts = FactList()
        self.recent = Recent()
        self.recent.opened.connect(self._open_path)
        self.again_button = Button(tr("Försök igen"))
        self.open_button = Button(tr("Öppna en annan fil"))
        self.copy_button = Button(tr("Kopiera felbeskrivning"))
        self.new_button = Button(tr("Starta ett nytt register"))
        self.again_button.clicked.connect(self._again)
        self.open_button.clicked.connect(self._open_other)
        self.copy_button.clicked.connect(self._copy)
        self.new_button.clicked.connect(lambda: self.go.emit(Route(page="start", act="new")))
        self._assemble()

    def _assemble(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(px(WIDE))
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(16), px(56), px(16), px(24))
        column.setSpacing(px(16))
        head = QHBoxLayout()
        tight(head, 14)
        head.addWidget(self.symbol, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        tight(words, 4)
        words.addWidget(self.heading)
        words.addWidget(self.sentence)
        head.addLayout(words, 1)
        happened = Card(spacing=10)
        happened.add(Heading(tr("Vad som har hänt")), self.facts)
        column.addLayout(head)
        column.addWidget(self.recent)
        column.addWidget(happened)
        ways = (self.open_button, self.again_button, self.copy_button, self.new_button)
        column.addWidget(Ways(ways))
        column.addWidget(
            small(
                tr(
                    "Felbeskrivningen innehåller inga namn, adresser eller kontonummer. "
                    "Lämna den till kommunens it-stöd om du vill ha hjälp."
                ),
                wrap=True,
            )
        )
        column.addStretch(1)
        holder = QWidget()
        line = QHBoxLayout(holder)
        tight(line)
        line.addStretch(1)
        line.addWidget(inner, 100)
        line.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(scroll)

    def title(self) -> str:
        """Give the title of the window."""
        return self.heading.text() or tr("Registret gick inte att öppna")

    def refresh(self) -> None:
        """Say what the session met."""
        trouble, path = self.session.trouble, self.session.tried
        name = path.name if path is not None else tr("Filen")
        words, mark = heading(trouble, name)
        self.symbol.set_mark(mark)
        self.heading.setText(words)
        self.sentence.setText(shown(trouble.text) if trouble is not None else "")
        self.facts.set_facts(_facts(path))
        others = [each for each in self.session.preferences.recent() if each != path]
        self.recent.show_paths([each for each in others if each.is_file()])
        self.recent.setVisible(bool(self.recent.paths))

    def first_focus(self) -> None:
        """Take the keyboard to the registers opened lately, or to the next try."""
        if self.recent.paths:
            self.recent.table.setFocus()
        else:
            self.again_button.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: open the register that is chosen, or try again."""
        if self.recent.paths:
            self.recent.table.open_current()
        else:
            self._again()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        return (self.recent.table, self.again_button)

    def _open_path(self, path: Path) -> None:
        if self.session.open(path):
            self.session.preferences.opened(path)

    def _again(self) -> None:
        if self.session.tried is not None:
            self._open_path(self.session.tried)

    def _open_other(self) -> None:
        tried = self.session.tried
        chosen = dialogs.ask_open(self, tried.parent if tried is not None else None)
        if chosen is not None:
            self._open_path(chosen)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report())
        self.said.emit(tr("Felbeskrivningen är kopierad."))

    def report(self) -> str:
        """Describe the trouble without names: its kind, the file's size and form, the version."""
        path = self.session.tried
        size, head = "", ""
        try:
            if path is not None and path.is_file():
                size = f"{path.stat().st_size} byte"
                with path.open("rb") as file:
                    head = file.read(16).hex(" ")
        except OSError as error:
            head = type(error).__name__
        kind = type(self.session.trouble).__name__
        lines = (f"Vänbok {__version__}", kind, path.suffix if path else "", size, head)
        return "\n".join(line for line in lines if line)


def _facts(path: Path | None) -> list[tuple[str, str]]:
    if path is None:
        return []
    there = path.is_file()
    facts = [(tr("Fil"), str(path))]
    if there:
        facts.append((tr("Storlek"), size_words(path.stat().st_size)))
        facts.append((tr("Ändrat i filen"), tr("Ingenting. Den ligger kvar som den är.")))
    return facts
