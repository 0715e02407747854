"""A person's hand on the page where a guideline is written: real widgets, and a count of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.ui.widgets.choose import CheckList
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.tick import CheckBox
from tests.ui.pages.register_window import write

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from desktop.ui.pages.riktlinje_andra import EditPage
    from desktop.ui.pages.riktlinje_andra_part import PartCard
    from desktop.ui.pages.riktlinje_andra_rule import RuleBlock


class Hand:
    """Writes, ticks, chooses and clicks on the page, and counts each."""

    def __init__(self, page: EditPage) -> None:
        self.page = page
        self.typed = 0
        self.acts = 0

    def card(self, key: str) -> PartCard:
        """Give a section."""
        found = self.page.body.card(key)
        assert found is not None, key
        return found

    def set(self, path: str, value: object) -> None:
        """Write a value in the field of a path."""
        blocks = [
            block
            for card in self.page.body.cards
            for block in (*card.blocks, *(each for rule in card.rules for each in rule.blocks))
        ]
        field = next(block.input for block in blocks if block.name == path)
        if isinstance(field, CheckBox):
            assert field.isChecked() is not value
            field.click()
        elif isinstance(field, ComboBox):
            field.set_key(str(value))
            field.chosen.emit(str(value))
        elif isinstance(field, CheckList):
            assert isinstance(value, list)
            for key, box in field._boxes.items():
                if box.isChecked() is not (key in value):
                    box.click()
        else:
            write(field, str(value))
        self.typed += 1
        QTest.qWait(1)

    def rule(self, section: str, kind: str) -> RuleBlock:
        """Give the rule of a kind in a section."""
        return next(
            rule for rule in self.card(section).rules if rule.kind and rule.kind.key == kind
        )

    def remove(self, section: str, kind: str) -> None:
        """Take a rule away."""
        self.rule(section, kind).remover.click()
        self._done()

    def add_rule(self, section: str, kind: str, paragraph: str, **figures: object) -> None:
        """Choose a kind in the menu, and write where it stands and its figures."""
        card = self.card(section)
        next(each for each in card.menu.actions() if each.data() == kind).trigger()
        self._done()
        rule = self.card(section).rules[-1]
        self.set(f"{rule.name}.paragraph", paragraph)
        for key, value in figures.items():
            self.set(f"{rule.name}.{key}", value)

    def add_scheme(self, which: str) -> str:
        """Choose a form of grant in the menu; gives the key of its section."""
        adding = self.page.body.adding
        adding.fill(adding.menu)
        next(each for each in adding.menu.actions() if each.data() == which).trigger()
        self._done()
        return [card.key for card in self.page.body.cards if card.key.startswith("scheme.")][-1]

    def click(self, button: QAbstractButton) -> None:
        """Press a button."""
        button.click()
        self._done()

    def pay(self, cost: str, payer: str, ceiling: str = "", unit: str = "") -> None:
        """Say who pays a kind of cost."""
        card = self.card("matrix")
        line = next(each for each in card.matrix.rows if each.key == cost)  # type: ignore[attr-defined]
        line.payer.set_key(payer)
        line.payer.chosen.emit(payer)
        self.typed += 1
        if ceiling:
            write(line.ceiling, ceiling)
            line.unit.set_key(unit)
            line.unit.chosen.emit(unit)
            self.typed += 2

    def adopt(self, **values: str) -> None:
        """Fill the form of the act and press its button."""
        form = self.page.form
        assert form is not None
        for name, words in values.items():
            field = form.field(name)
            assert isinstance(field, QLineEdit)
            write(field, words)
            self.typed += 1
        form.foot.button.click()
        self._done()
        QTest.qWait(20)

    def _done(self) -> None:
        self.acts += 1
        QTest.qWait(1)
