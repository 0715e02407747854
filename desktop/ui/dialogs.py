"""The few dialogs there are: files, the keys, and what the program is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop import __version__
from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.roles import Tone
from desktop.ui.widgets.words import Words, h2

SUFFIX = ".vanbok"


def ask_open(parent: QWidget, folder: Path | None) -> Path | None:
    """Ask for a register to open."""
    filters = tr("Register (*.vanbok)")
    name, _ = QFileDialog.getOpenFileName(
        parent, tr("Öppna ett register"), str(folder or ""), filters
    )
    return Path(name) if name else None


def ask_read(parent: QWidget, title: str, filters: str) -> Path | None:
    """Ask for a file to be read."""
    name, _ = QFileDialog.getOpenFileName(parent, title, "", filters)
    return Path(name) if name else None


def ask_save(parent: QWidget, title: str, proposed: Path, filters: str) -> Path | None:
    """Ask where something is to be saved; the file dialog itself asks before it overwrites."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), filters)
    return Path(name) if name else None


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a folder."""
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None


def all_keys() -> list[tuple[str, str]]:
    """Give every key of the window and what it does."""
    return [
        (tr("Alt+1 … Alt+9"), tr("sidorna i listan, i ordning")),
        (tr("Alt+0, Ctrl+,"), tr("Riktlinjer, Inställningar")),
        ("Ctrl+Shift+B", tr("Bevakningar")),
        (tr("Ctrl+N, Ctrl+Shift+N"), tr("nytt på sidan, allt som går att göra nytt")),
        (tr("Ctrl+F, Ctrl+L"), tr("sök i allt, filtrera sidan")),
        (tr("↑ ↓, Enter"), tr("rader, öppna")),
        (tr("Ctrl+Enter"), tr("nästa steg: gå till formuläret, och i formuläret gör det")),
        (tr("Ctrl+."), tr("andra steg")),
        (tr("Ctrl+P"), tr("skriv ut")),
        (tr("Ctrl+Z, Ctrl+Y"), tr("ångra, gör om")),
        ("Ctrl+H", tr("Historik")),
        (tr("F1, F5, F6"), tr("hjälp om fältet, läs om, nästa kolumn")),
        (tr("Alt+←, Esc"), tr("tillbaka; det du skrivit ligger kvar som utkast")),
        (tr("t, +7, 24 dec"), tr("dagar: i dag, om en vecka, julafton; ↑ ↓ en dag i taget")),
    ]


class TextDialog(QDialog):
    """Something to read, and one button that closes it."""

    def __init__(self, parent: QWidget, title: str, rows: list[tuple[str, str]]) -> None:
        """Show label and words of each row."""
        super().__init__(parent)
        self.setWindowTitle(title)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(8))
        for at, (label, words) in enumerate(rows):
            grid.addWidget(Words(label, "strong"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(words, "body", Tone.TEXT, wrap=True), at, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(rows), 1)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(holder)
        area.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(h2(title))
        column.addWidget(area, 1)
        column.addWidget(buttons)
        self.resize(px(560), px(440))


def show_keys(parent: QWidget) -> None:
    """Show the keys."""
    TextDialog(parent, tr("Tangenter"), all_keys()).exec()


def show_about(parent: QWidget) -> None:
    """Show which program and version this is."""
    rows = [
        (tr("Vänbok"), tr("Register och ärenden för bidrag till föreningar")),
        (tr("Version"), __version__),
        (tr("Licens"), "EUPL-1.2"),
        (tr("Nätet"), tr("Inget lämnar datorn.")),
    ]
    TextDialog(parent, tr("Om Vänbok"), rows).exec()
