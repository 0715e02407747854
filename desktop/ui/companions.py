"""What goes on beside the pages for as long as the window is open, made once with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


def accompany(window: MainWindow) -> None:
    """Make the companions, after the first paint and before a register is opened."""
    if window.companions:
        return
    window.companions = []
