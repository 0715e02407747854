"""An association's short cards: contact, account, and the rest that is registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.phases import ACCOUNT_WORDS
from desktop.ui.i18n import shown, tr
from desktop.ui.roles import Tone
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.lists import FactList
from desktop.ui.widgets.words import Words, muted, small

if TYPE_CHECKING:
    from desktop.domain.registers import Association


class AccountCard(QWidget):
    """Where the association is paid, and what the number was taken from."""

    changed = Signal()
    """Another account is to be written in."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self.heading = Heading(tr("Utbetalningskonto"), link=tr("Byt konto"))
        self.heading.link.clicked.connect(self.changed)
        self._number = Words("", "medium")
        self._source = small("", wrap=True)
        self._none = muted(tr("Inget konto än. Det behövs först när något betalas ut."), wrap=True)
        card = Card(spacing=4)
        card.add(self._number, self._source, self._none)
        column = QVBoxLayout(self)
        tight(column, 8)
        column.addWidget(self.heading)
        column.addWidget(card)

    def show_account(self, it: Association) -> None:
        """Show kind, number and source."""
        has = it.account_kind is not None or bool(it.account_string)
        kind = tr("Kontosträng") if it.account_string else ""
        if it.account_kind is not None:
            kind = shown(ACCOUNT_WORDS[it.account_kind])
        self._number.setText(f"{kind} {it.account_string or it.account}")
        source = tr("Enligt {source}", source=it.account_source) if it.account_source else ""
        self._source.setText(source)
        self._number.setVisible(has)
        self._source.setVisible(has and bool(source))
        self._none.setVisible(not has)
        self.heading.link.setText(tr("Byt konto") if has else tr("Skriv in"))


class ContactCard(QWidget):
    """Who answers, and where letters go."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._facts = FactList()
        self._none = Words(
            tr("Ingen kontaktperson och ingen adress. Brev behöver en adress."),
            "body",
            Tone.MUTED,
            wrap=True,
        )
        card = Card()
        card.add(self._facts, self._none)
        column = QVBoxLayout(self)
        tight(column, 8)
        column.addWidget(Heading(tr("Kontakt")))
        column.addWidget(card)

    def show_contact(self, it: Association) -> None:
        """Show name, e-mail, phone and address."""
        town = " ".join(part for part in (it.postcode, it.city) if part)
        facts = [
            (tr("Namn"), it.contact),
            (tr("E-post"), it.email),
            (tr("Telefon"), it.phone),
            (tr("Adress"), "\n".join(part for part in (it.address, town) if part)),
        ]
        known = [(label, words) for label, words in facts if words]
        self._facts.set_facts(known)
        self._facts.setVisible(bool(known))
        self._none.setVisible(not known)


class Advice(QWidget):
    """What can wait, beside the form of a new association."""

    def __init__(self) -> None:
        """Make it."""
        super().__init__()
        card = Card(spacing=10)
        for words in (
            tr("Adressen behövs när ett brev ska skickas."),
            tr("Kontot behövs när något ska betalas ut. Ta det ur ett underlag, inte ur ett mejl."),
            tr("Organisationsnummer saknas ofta i små föreningar. Personnummer sparas aldrig här."),
            tr("Räkenskapsåret avgör vilken verksamhetsberättelse som ska ha kommit in."),
        ):
            card.add(muted(words, wrap=True))
        column = QVBoxLayout(self)
        tight(column, 8)
        column.addWidget(Heading(tr("Det här kan vänta")))
        column.addWidget(card)
