"""One field of a letter's text, with its name, when it is used, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.letters.placeholder_names import coded, name_of, named
from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.pages.brevtexter_field import TextEdit
from desktop.ui.roles import Tone
from desktop.ui.widgets.button import HEIGHT, Button, SymbolButton
from desktop.ui.widgets.card import row, tight
from desktop.ui.widgets.words import Words, small

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.letters.editing import Path

ADD_TEXT, ADD_HEAD, ADD_ITEM = "text", "head", "item"
UP, DOWN, REMOVE = "up", "down", "remove"


class TextRow(QWidget):
    """One field with its name, when it is used, and what can be done with it."""

    edited = Signal(object)
    """Itself: the words were changed."""
    act = Signal(object, str)
    """Itself, and one of ADD_…, UP, DOWN and REMOVE."""
    entered = Signal(object)
    """Itself: the keyboard came here."""

    def __init__(  # noqa: PLR0913 - each says one thing of the field
        self,
        field: str,
        title: str,
        text: str,
        *,
        when: str = "",
        path: Path = (),
        at: int = 0,
        acts: Sequence[str] = (),
        examples: Mapping[str, str] | None = None,
    ) -> None:
        """Make the row; `field` is what remarks call it."""
        super().__init__()
        self.field = field
        self.path, self.at = path, at
        self.edit = TextEdit(named(text), f"{title}. {when}".strip(". "))
        self.edit.textChanged.connect(lambda: self.edited.emit(self))
        self.edit.focused.connect(lambda: self.entered.emit(self))
        self.problem = Words("", "small", Tone.STOP, wrap=True)
        self.doubt = Words("", "small", Tone.WARN, wrap=True)
        column = QVBoxLayout(self)
        tight(column, 2)
        self.tools = self._tools(acts, examples or {})
        head = QWidget()
        head.setLayout(row(Words(title, "smallmedium"), None, self.tools, spacing=8))
        head.setMinimumHeight(px(HEIGHT))
        column.addWidget(head)
        self.when = small(when, wrap=True)
        column.addWidget(self.when)
        self.when.setVisible(bool(when))
        column.addWidget(self.edit)
        for said in (self.problem, self.doubt):
            column.addWidget(said)
            said.hide()
        if ADD_ITEM in acts or ADD_TEXT in acts:
            wish = ADD_ITEM if ADD_ITEM in acts else ADD_TEXT
            self.edit.entered.connect(lambda: self.act.emit(self, wish))

    def _tools(self, acts: Sequence[str], examples: Mapping[str, str]) -> QWidget:
        holder = QWidget()
        size = holder.sizePolicy()
        size.setRetainSizeWhenHidden(True)
        holder.setSizePolicy(size)
        buttons: list[QWidget] = []
        if examples:
            insert = Button(tr("Sätt in"))
            menu = QMenu(insert)
            menu.setAccessibleName(tr("Uppgifter som fylls i"))
            menu.aboutToShow.connect(lambda: self._offer(menu, examples))
            insert.setMenu(menu)
            buttons.append(insert)
        for key, symbol, words in _ACTS():
            if key in acts:
                button = SymbolButton(symbol, words)
                button.clicked.connect(lambda _on=False, key=key: self.act.emit(self, key))
                buttons.append(button)
        line = row(*buttons, spacing=4)
        holder.setLayout(line)
        holder.hide()
        return holder

    def _offer(self, menu: QMenu, examples: Mapping[str, str]) -> None:
        """Fill the menu when it is first opened: fifty lines for each of thirty fields cost."""
        if menu.actions():
            return
        for key, value in sorted(examples.items(), key=lambda each: name_of(each[0]).casefold()):
            words = value if len(value) <= MOST else f"{value[: MOST - 1]}…"
            shown_as = f"{name_of(key)}\t{words}".replace("&", "&&")
            action = menu.addAction(shown_as)
            action.triggered.connect(
                lambda _on=False, key=key: self.edit.insert(f"{{{name_of(key)}}}")
            )

    def text(self) -> str:
        """Give the words with placeholders as the letter keeps them."""
        return coded(self.edit.words())

    def show_when(self, words: str) -> None:
        """Say anew when it is used."""
        self.when.setText(words)
        self.when.setVisible(bool(words))

    def show_problem(self, sentence: str, *, stops: bool) -> None:
        """Say what is wrong under the field; "" for nothing."""
        for said, mine in ((self.problem, stops), (self.doubt, not stops)):
            said.setText(sentence if mine else "")
            said.setVisible(mine and bool(sentence))
        self.edit.set_bad(bool(sentence) and stops)


MOST = 40
"""Characters of an example value in the menu."""


def _ACTS() -> tuple[tuple[str, str, str], ...]:
    return (
        (ADD_TEXT, "plus", tr("Lägg till ett stycke efter")),
        (ADD_ITEM, "plus", tr("Lägg till en punkt efter")),
        (UP, "chevron-up", tr("Flytta upp")),
        (DOWN, "chevron-down", tr("Flytta ned")),
        (REMOVE, "close", tr("Ta bort")),
    )
