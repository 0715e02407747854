"""What stands above the page until it is seen to: a failed backup, an exchanged file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.card import tight

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.ui.roles import Mark


class Notices(QWidget):
    """Bands by key, the latest told first; telling the same key again changes its band."""

    def __init__(self) -> None:
        """Make it empty, and without height."""
        super().__init__()
        self.bands: dict[str, MessageBand] = {}
        """What is told now."""
        self._column = QVBoxLayout(self)
        tight(self._column, 2)
        self.hide()

    def tell(
        self,
        key: str,
        mark: Mark,
        strong: str,
        text: str = "",
        ways: Mapping[str, Callable[[], object]] | None = None,
    ) -> None:
        """Show a band until it is dropped; `ways` are at most two links, by their words."""
        self.drop(key)
        on = dict(ways or {})
        band = MessageBand(mark, strong, text, [(words, words) for words in on])
        band.followed.connect(lambda words: on[words]())
        self.bands[key] = band
        self._column.insertWidget(0, band)
        self.show()

    def drop(self, key: str) -> None:
        """Take a band away; nothing happens when there is none."""
        band = self.bands.pop(key, None)
        if band is not None:
            self._column.removeWidget(band)
            # It may be the band whose link was just followed.
            band.hide()
            band.deleteLater()
        self.setVisible(bool(self.bands))
