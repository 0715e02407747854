"""Where a form of grant is added: one of the five municipalities', or one's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import library
from desktop.domain.guideline_edit import Tree, empty_scheme, whole_scheme, with_scheme
from desktop.ui.i18n import tr
from desktop.ui.widgets.button import menu_button
from desktop.ui.widgets.card import row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu


class AddScheme(QWidget):
    """A button with a menu; the menu is filled when it is first opened."""

    chosen = Signal(object)
    """The change of the tree."""

    def __init__(self) -> None:
        """Make it."""
        super().__init__()
        self.button, self.menu = menu_button(tr("Lägg till bidrag"), symbol="plus")
        self.menu.aboutToShow.connect(partial(self.fill, self.menu))
        self.setLayout(row(self.button, None))

    def fill(self, menu: QMenu) -> None:
        """Offer one's own first, then the others' by municipality."""
        if menu.actions():
            return
        own = menu.addAction(tr("Ett eget, från början"))
        own.setData("")
        own.triggered.connect(lambda: self._add(empty_scheme()))
        for one in library.municipalities():
            for scheme in one.guideline["scheme"]:
                words = tr("Som {scheme} i {name}", scheme=scheme["name"], name=one.name)
                action = menu.addAction(words.replace("&", "&&"))
                action.setData(f"{one.key}:{scheme['key']}")
                action.triggered.connect(
                    lambda _on=False, one=one, key=scheme["key"]: self._add(
                        whole_scheme(one.guideline, key)
                    )
                )

    def _add(self, scheme: Tree) -> None:
        self.chosen.emit(lambda tree: with_scheme(tree, scheme))
