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
    from desktop.ui.keeper import Keeper  # noqa: PLC0415 - after the first paint
    from desktop.ui.looking import Looking  # noqa: PLC0415 - as above

    window.companions.append(Keeper(window))
    window.companions.append(Looking(window))
    from desktop.ui.unfinished import Unfinished  # noqa: PLC0415 - after the first paint
    from desktop.ui.watching import Watching  # noqa: PLC0415 - as above

    window.companions += [Unfinished(window), Watching(window)]
    from desktop.ui.found_beside import FoundBeside  # noqa: PLC0415 - after the first paint
    from desktop.ui.lying import Lying  # noqa: PLC0415 - as above
    from desktop.ui.returned import Returned  # noqa: PLC0415 - as above
    from desktop.ui.second_start import Forward  # noqa: PLC0415 - as above
    from desktop.ui.seen_band import Seen  # noqa: PLC0415 - as above
    from desktop.ui.verifying import Verifying  # noqa: PLC0415 - as above

    window.companions += [Verifying(window), Seen(window), Returned(window)]
    window.companions += [FoundBeside(window), Lying(window), Forward(window)]
    from desktop.ui.undo_ways import UndoWays  # noqa: PLC0415 - after the first paint

    window.companions.append(UndoWays(window))
