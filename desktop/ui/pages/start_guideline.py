"""The first question of first start: which municipality, and which guideline it begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from desktop.flow.beginning import EMPTY, ready_key
from desktop.flow.sweden import known_municipality
from desktop.ui.i18n import tr
from desktop.ui.inputs import LineInput
from desktop.ui.measure import px
from desktop.ui.pages.start_municipality import MunicipalityEdit, suiting, told
from desktop.ui.pages.start_question import Fields, Question
from desktop.ui.spoken import genitive
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import row
from desktop.ui.widgets.open_choice import Open, OpenChoice
from desktop.ui.widgets.words import muted, small

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.guideline import Guideline
    from desktop.domain.problems import Problem
    from desktop.library import Municipality

ANOTHER = "another"
"""Choice of a municipality that has no guideline of its own here."""


class GuidelineQuestion(Question):
    """One of the municipalities with a ready guideline, or any other with a copy or nothing."""

    example = Signal()
    other = Signal()

    def __init__(self) -> None:
        """Make it without choices."""
        self.field = MunicipalityEdit()
        self.named = Fields("municipality", own={"municipality": lambda _: LineInput(self.field)})
        self.own = Fields("court", "court_address")
        super().__init__(
            tr("Vilken kommun gäller det?"),
            tr("Riktlinjen bestämmer belopp, spärrar och vad som står i breven."),
        )
        self.choice = OpenChoice(tr("Riktlinje"))
        self.choice_words = muted("", wrap=True)
        self.example_button = Button(tr("Titta på ett exempelregister"))
        self.open_button = Button(tr("Öppna ett register"))
        self.example_button.clicked.connect(self.example)
        self.open_button.clicked.connect(self.other)
        self.note = small("", wrap=True)
        self.own.setContentsMargins(0, px(14), 0, 0)
        self.column.addWidget(self.named)
        self.column.addSpacing(px(12))
        self.column.addWidget(self.choice_words)
        self.column.addSpacing(px(6))
        self.column.addWidget(self.choice)
        self.column.addWidget(self.own)
        self.column.addSpacing(px(16))
        self.column.addLayout(
            row(muted(tr("Eller")), self.example_button, self.open_button, None, spacing=10)
        )
        self.column.addSpacing(px(8))
        self.column.addWidget(self.note)
        self.note.hide()
        self._known: Sequence[tuple[Municipality, Guideline]] = ()
        self._ready: list[Open] = []
        self._copies: list[Open] = []
        self._own_shown = False
        self._proposed = ("", "")
        self.choice.chosen.connect(self._choose)
        self.field.chosen.connect(lambda _key: self._named())
        self.named.edited.connect(self._named)
        self.own.edited.connect(self.edited)

    def offer(self, known: Sequence[tuple[Municipality, Guideline]], today: date) -> None:
        """Offer the library's municipalities, and a way to every other one."""
        self._known = known
        self._ready = [
            Open(key=one.key, word=one.name, about=tr(one.about), warning=_lapsed(read, today))
            for one, read in known
        ]
        self._ready.append(
            Open(
                key=ANOTHER,
                word=tr("En annan kommun"),
                about=tr("Skriv namnet ovan. Börja från en kopia eller från en tom riktlinje."),
            )
        )
        self._copies = [
            Open(
                key=one.key,
                word=tr("En kopia av {name} riktlinje", name=genitive(one.name)),
                about=tr(one.about),
            )
            for one, _read in known
        ]
        self._copies.append(
            Open(
                key=EMPTY,
                word=tr("En tom riktlinje"),
                about=tr("Inga belopp och inga regler. Du skriver dem i programmet."),
            )
        )
        self._show(self._ready)

    # What is chosen

    def municipality(self) -> str:
        """Give the name that is written, "" for that of the guideline that is chosen."""
        return self.field.text().strip()

    def is_another(self) -> bool:
        """Say whether the municipality has no ready guideline."""
        if self._own_shown:
            return True
        return self.choice.key() == ANOTHER

    def key(self) -> str:
        """Give the key of the guideline that is followed."""
        chosen = self.choice.key()
        if chosen != ANOTHER:
            return chosen
        return self._known[0][0].key if self._known else ""

    def unfinished(self) -> bool:
        """Say whether what is written is only a part of a municipality's name."""
        words = self.municipality()
        return bool(words) and known_municipality(words) is None and bool(suiting(words))

    def _choose(self, key: str) -> None:
        if not self._own_shown:
            name = next((one.name for one, _read in self._known if one.key == key), "")
            self.field.setText(name)
            self._tell()
        self.edited.emit()

    def _named(self) -> None:
        """Turn to the guideline of what is written, or to copies where it has none."""
        words = self.municipality()
        key = ready_key(words) if words else ""
        if key:
            self._show(self._ready)
            self.choice.set_key(key)
        elif words and not self.unfinished():
            self._show(self._copies)
        elif not words and self._own_shown:
            self._show(self._ready)
        self._tell()
        self.edited.emit()

    def _show(self, choices: Sequence[Open]) -> None:
        own = choices is self._copies
        if own is not self._own_shown or not self.choice.key():
            self.choice.set_choices(choices)
        self._own_shown = own
        self._tell()

    def _tell(self) -> None:
        words = self.municipality()
        self.named.set_hint("municipality", told(words) or tr("Alla 290 kommuner finns."))
        name = words or tr("Kommunen")
        self.choice_words.setText(
            tr("{name} har ingen färdig riktlinje här. Börja från", name=name)
            if self._own_shown
            else tr("Färdiga riktlinjer")
        )
        self.own.setVisible(self._own_shown)

    def propose_court(self, court: str, address: str) -> None:
        """Write the court where nobody has written another."""
        before = dict(zip(("court", "court_address"), self._proposed, strict=True))
        after = {"court": court, "court_address": address}
        typed = self.own.typed()
        self.own.set_values(
            {name: after[name] for name in after if typed[name] in ("", before[name])}
        )
        self._proposed = (court, address)
        hint = tr("Kontrollera domstolen och adressen före det första beslutet.") if court else ""
        self.own.set_hint("court_address", hint)

    def kept(self) -> dict[str, object]:
        """Give what a draft keeps of it."""
        return {"municipality": self.field.text(), "choice": self.choice.key()}

    def put(self, kept: object) -> None:
        """Choose again what `kept` gave."""
        if not isinstance(kept, dict):
            return
        self.field.setText(str(kept.get("municipality", "")))
        self._named()
        self.choice.set_key(str(kept.get("choice", "")))
        self._tell()
        self.edited.emit()

    # What a question does

    def names(self) -> Collection[str]:
        """Give the fields that are asked for now."""
        court = list(self.own.names()) if self._own_shown else []
        return [*self.named.names(), *court]

    def typed(self) -> Mapping[str, object]:
        """Give key and name, and the court of another municipality."""
        own = self.own.typed() if self._own_shown else {}
        name = self.municipality() if self.is_another() else ""
        return {"guideline": self.key(), "municipality": name, **own}

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show problems at the fields."""
        for form in (self.own, self.named):
            form.clear_problems()
            own = [each for each in problems if each.field in form.names()]
            if own:
                form.show_problems(own)

    def focus_first(self) -> None:
        """Take the keyboard to the list; letters typed there are written in the field."""
        self.choice.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write letters that are typed in the list into the field of municipalities."""
        if event.text().strip() and event.text().isprintable() and not self.field.hasFocus():
            self.field.setFocus()
            self.field.selectAll()
            QApplication.sendEvent(self.field, event)
        else:
            super().keyPressEvent(event)

    def say(self, words: str) -> None:
        """Say how it goes with the example, or what went wrong."""
        self.note.setText(words)
        self.note.setVisible(bool(words))


def _lapsed(guideline: Guideline, today: date) -> str:
    if not guideline.lapsed(today):
        return ""
    return tr("Gick ut {day}, gäller tills en ny är antagen", day=str(guideline.valid_to))
