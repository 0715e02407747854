"""The field of first start in which one of the 290 municipalities is found by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from desktop.domain.sweden import plainest
from desktop.domain.swedish import fold
from desktop.flow.sweden import court_for, every_municipality, known_municipality
from desktop.ui.form_layout import QWIDGETSIZE_MAX
from desktop.ui.i18n import tr
from desktop.ui.widgets.combo import SearchableCombo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent

    from desktop.domain.sweden import Municipality
    from desktop.ui.widgets.combo import Option


class MunicipalityEdit(SearchableCombo):
    """Names that begin with what is typed come first; å, ä and ö can be typed as a and o."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__((each.code, each.name) for each in every_municipality())
        self.setMaximumWidth(QWIDGETSIZE_MAX)
        self.setPlaceholderText(tr("Skriv kommunens namn"))

    def set_options(self, options: Iterable[Option]) -> None:
        """Offer municipalities; this field itself says which of them suit what is typed."""
        super().set_options(options)
        self._model = QStringListModel(list(self._options), self)
        completer = self.completer()
        completer.setModel(self._model)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        # Before the field's own handling of the key shows the list.
        self.textEdited.connect(self._suit)

    def _suit(self, typed: str) -> None:
        self._model.setStringList([each.name for each in suiting(typed)])

    def _open(self, prefix: str) -> None:
        self._suit(prefix)
        super()._open(prefix)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Complete what only one municipality can be."""
        super().focusOutEvent(event)
        found = suiting(self.text()) if self.text().strip() else []
        if len(found) == 1 and self.text() != found[0].name:
            self.setText(found[0].name)
            self.chosen.emit(found[0].code)


def suiting(typed: str) -> list[Municipality]:
    """Give the municipalities that what is typed can be, the likeliest first; all for nothing.

    A beginning goes before a part, and å, ä, ö as typed before a and o typed for them.
    """
    words, bare = " ".join(fold(typed).split()), " ".join(plainest(typed).split())
    if not words:
        return sorted(every_municipality(), key=_in_order)
    ranked = [(_rank(each, words, bare), each) for each in every_municipality()]
    found = [pair for pair in ranked if pair[0] is not None]
    return [each for _, each in sorted(found, key=lambda pair: (pair[0], _in_order(pair[1])))]


def _rank(each: Municipality, words: str, bare: str) -> int | None:
    name, plain = fold(each.full_name), plainest(each.full_name)
    short, short_plain = fold(each.name), plainest(each.name)
    tests = (
        words in (short, name, each.code),
        bare in (short_plain, plain),
        short.startswith(words) or each.code.startswith(words),
        short_plain.startswith(bare),
        name.startswith(words) or plain.startswith(bare),
        words in short,
        bare in short_plain,
    )
    return tests.index(True) if any(tests) else None


def _in_order(each: Municipality) -> str:
    return fold(each.name).translate(_LAST)


_LAST = str.maketrans("åäö", "{|}")
"""The signs after z, so that å, ä and ö come last."""


def told(written: str) -> str:
    """Say what is known of a municipality: code, county and court; "" for one not in the list."""
    known = known_municipality(written)
    if known is None:
        return ""
    court = court_for(known.code)
    return tr(
        "Kommunkod {code}, {county}. {court}.",
        code=known.code,
        county=known.county,
        court=court.name if court else "",
    )
