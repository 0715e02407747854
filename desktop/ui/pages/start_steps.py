"""The five questions of first start, each a heading, a line and its fields."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.dates import mandate_period
from desktop.domain.problems import Refusal
from desktop.domain.proposal import has_rule
from desktop.flow.ask import File
from desktop.flow.steps.founding import ANOTHER
from desktop.ui.coat_file import drawn_coat
from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.pages.start_question import Fields, Question
from desktop.ui.spoken import genitive
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import row
from desktop.ui.widgets.file import FileDrop
from desktop.ui.widgets.open_choice import Open, OpenChoice
from desktop.ui.widgets.words import Link, muted, small

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from desktop.domain.guideline import Guideline
    from desktop.domain.problems import Problem
    from desktop.library import Municipality


class GuidelineQuestion(Question):
    """Which guideline: one of the library's, or a copy for another municipality."""

    example = Signal()
    other = Signal()

    def __init__(self) -> None:
        """Make it without choices."""
        self.own = Fields("municipality", "court", "court_address")
        self.own.set_hint("municipality", "")
        super().__init__(
            tr("Vilken riktlinje följer ni?"),
            tr("Riktlinjen bestämmer belopp, spärrar och vad som står i breven."),
        )
        self.choice = OpenChoice(tr("Riktlinje"))
        self.base = OpenChoice(tr("Börja från"))
        self.base_words = muted(tr("Börja från"))
        self.example_button = Button(tr("Titta på ett exempelregister"))
        self.open_button = Button(tr("Öppna ett register"))
        self.example_button.clicked.connect(self.example)
        self.open_button.clicked.connect(self.other)
        self.note = small("", wrap=True)
        self.column.addWidget(self.choice)
        self.column.addSpacing(px(2))
        self.own.setContentsMargins(0, px(14), 0, 0)
        for part in (self.own, self.base_words, self.base):
            self.column.addWidget(part)
        self.column.addSpacing(px(16))
        self.column.addLayout(
            row(muted(tr("Eller")), self.example_button, self.open_button, None, spacing=10)
        )
        self.column.addSpacing(px(8))
        self.column.addWidget(self.note)
        self.note.hide()
        self.choice.chosen.connect(lambda _key: self._choose())
        self.base.chosen.connect(lambda _key: self.edited.emit())
        self.own.edited.connect(self.edited)

    def offer(self, known: Sequence[tuple[Municipality, Guideline]], today: date) -> None:
        """Offer the library's municipalities, and another one."""
        choices = [
            Open(key=one.key, word=one.name, about=tr(one.about), warning=_lapsed(read, today))
            for one, read in known
        ]
        names = [one.name for one, _read in known]
        about = (
            tr("Börja från {name} riktlinje och ändra det som skiljer", name=genitive(names[0]))
            if len(names) == 1
            else tr("Börja från någon av de andra och ändra det som skiljer")
        )
        self.choice.set_choices(
            [*choices, Open(key=ANOTHER, word=tr("En annan kommun"), about=about)]
        )
        self.base.set_choices([Open(key=one.key, word=one.name) for one, _read in known])
        self._several = len(known) > 1
        self._show_own()

    def _choose(self) -> None:
        self._show_own()
        self.edited.emit()

    def _show_own(self) -> None:
        another = self.is_another()
        self.own.setVisible(another)
        for part in (self.base_words, self.base):
            part.setVisible(another and self._several)

    def is_another(self) -> bool:
        """Say whether it is a municipality that the library does not have."""
        return self.choice.key() == ANOTHER

    def key(self) -> str:
        """Give the key of the guideline that is followed."""
        return self.base.key() if self.is_another() else self.choice.key()

    def names(self) -> Collection[str]:
        """Give the fields that are asked for now."""
        return self.own.names() if self.is_another() else ()

    def typed(self) -> Mapping[str, object]:
        """Give key, and name and court of another municipality."""
        return {"guideline": self.key(), **(self.own.typed() if self.is_another() else {})}

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show problems at the fields of another municipality."""
        self.own.clear_problems()
        own = [each for each in problems if each.field in self.own.names()]
        if own:
            self.own.show_problems(own)

    def focus_first(self) -> None:
        """Take the keyboard to the list."""
        self.choice.setFocus()

    def say(self, words: str) -> None:
        """Say how it goes with the example, or what went wrong."""
        self.note.setText(words)
        self.note.setVisible(bool(words))


def _lapsed(guideline: Guideline, today: date) -> str:
    if not guideline.lapsed(today):
        return ""
    return tr("Gick ut {day}, gäller tills en ny är antagen", day=str(guideline.valid_to))


class OfficerQuestion(Question):
    """Who decides or prepares, and within which frame."""

    def __init__(self, today: date) -> None:
        """Make it for an officer who decides by delegation."""
        form = Fields("name", "title", "delegation", "frame")
        first, last = mandate_period(today.year)
        form.fields["frame"].label.setText(tr("Ram {first}–{last}", first=first, last=last))
        form.field("frame").setAccessibleName(tr("Ram {first}–{last}", first=first, last=last))
        super().__init__("", "", form)

    def suit(self, guideline: Guideline) -> None:
        """Ask as a guideline calls for: a board may decide itself, and there may be no frame."""
        schemes = guideline.schemes
        if any(each.decided_by_board for each in schemes):
            self.title.setText(tr("Vem handlägger?"))
            self.line.setText(
                tr(
                    "Namn och titel står i breven. Nämnden beslutar själv, om ingen delegation"
                    " skrivs in."
                )
            )
        else:
            self.title.setText(tr("Vem beslutar?"))
            self.line.setText(
                tr("Namn, titel och delegation står i besluten och på delegationslistan.")
            )
        self.forms[0].show_field("frame", on=not schemes or asks_frame(guideline))


def asks_frame(guideline: Guideline) -> bool:
    """Say whether a guideline rules a frame for the mandate period."""
    return any(has_rule(each, "budget") for each in guideline.schemes)


def hears_committee(guideline: Guideline) -> bool:
    """Say whether a guideline names a committee to hear."""
    return bool(guideline.committee)


class LetterheadQuestion(Question):
    """What stands at the top and foot of letters."""

    def __init__(self) -> None:
        """Make it; what can wait is folded in."""
        first = Fields(
            "department", "address", "postcode", "city", "coat", rows=(("postcode", "city"),)
        )
        self.more = Fields("phone", "email", "website")
        super().__init__(
            tr("Vad står i brevhuvudet?"),
            tr("Så når de sökande er. Gatuadressen behövs i breven."),
            first,
        )
        self.forms = (first, self.more)
        self._coat = b""
        first.edited.connect(lambda: self._show_coat(first))
        self.unfold = Link(tr("Lägg till telefon, e-post och webbplats"), symbol="plus")
        self.unfold.clicked.connect(self._unfold)
        self.more.edited.connect(self.edited)
        self.column.addSpacing(px(10))
        self.column.addWidget(self.unfold)
        self.column.addWidget(self.more)
        self.more.hide()

    def _show_coat(self, form: Fields) -> None:
        """Make a chosen coat of arms the picture that letters show, or say why it is none."""
        drop = form.field("coat")
        file = drop.file() if isinstance(drop, FileDrop) else None
        if file is None or not isinstance(drop, FileDrop) or file.content == self._coat:
            return
        self._coat = file.content
        try:
            self._coat = drawn_coat(file, "coat")
        except Refusal as refusal:
            form.show_problems(refusal.problems)
            return
        drop.set_file(File(name=f"{PurePath(file.name).stem}.png", content=self._coat))

    def _unfold(self) -> None:
        self.unfold.hide()
        self.more.show()
        self.more.focus_first()


def committee_question() -> Question:
    """Ask who sits in the committee."""
    form = Fields("members")
    form.fields["members"].label.setText("")
    return Question(
        tr("Vilka sitter i kommittén?"),
        tr("Rollerna följer riktlinjen. Namnen kan vänta."),
        form,
    )
