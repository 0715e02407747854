"""Draw the whole window with every widget into PNG files: python -m tests.ui.gallery [folder]."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from desktop.domain.problems import problem
from desktop.ui import theme
from desktop.ui.main_window import MainWindow
from desktop.ui.page import Route
from desktop.ui.preferences import Preferences
from tests.ui import demo_case, demo_pages
from tests.ui.office import Office

LOOKS = (
    ("light", 100, QSize(1440, 870)),
    ("dark", 100, QSize(1440, 870)),
    ("contrast", 100, QSize(1440, 870)),
    ("light", 100, QSize(1024, 670)),
    ("light", 200, QSize(1440, 870)),
    ("dark", 200, QSize(1440, 870)),
)
ROUTES = ("idag", "arenden", "arende", "ansokan")


def settle(app: QApplication) -> None:
    for _ in range(8):
        app.processEvents()


def window(folder: Path) -> MainWindow:
    made = MainWindow(Office(Preferences(folder)), demo_pages.PAGES, demo_pages.find)
    made.status.show_backup("Säkerhetskopia 21.46 på två ställen")
    return made


LATE = "Kom in – 2026-12-19 har inte varit än – skriv dagen ansökan kom, till exempel 2026-11-19."
DEAR = "Kostnad – 4 000 kr är mer än ramen – sänk den."
DONE = "Ansökan 2026-019 är registrerad. Bekräftelsen ligger klar att skicka."


def arrange(made: MainWindow) -> None:
    """Bring the page into the state of its picture."""
    page = made.shelf.page()
    if isinstance(page, demo_pages.CasesPage):
        page.filter.setText("grind")
        made.undo_band.show_done(DONE)
    elif isinstance(page, demo_case.ApplicationPage) and page.form is not None:
        page.form.raw()
        page.form.show_problems([problem("came_on", LATE), problem("guests.1.cost", DEAR)])
    elif isinstance(page, demo_case.CasePage):
        page.act.field("came_on").setFocus()


def draw(app: QApplication, folder: Path) -> list[Path]:
    drawn = []
    for look, per_cent, size in LOOKS:
        theme.wear(app, theme.Look(look), per_cent)
        made = window(Path(tempfile.mkdtemp()))
        made.resize(size)
        made.show()
        made.activateWindow()
        settle(app)
        made.begin()
        for key in ROUTES:
            made.go(Route(page=key))
            arrange(made)
            settle(app)
            path = folder / f"{key}-{look}-{per_cent}-{size.width()}.png"
            made.grab().save(str(path))
            drawn.append(path)
        made.close()
        made.deleteLater()
        settle(app)
    return drawn


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    for path in draw(QApplication([]), folder):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
