"""The questions of first start after the first: officer, letterhead and committee."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from desktop.domain.dates import mandate_period
from desktop.domain.problems import Refusal
from desktop.domain.proposal import has_rule
from desktop.flow.ask import File
from desktop.ui.coat_file import drawn_coat
from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.pages.start_question import Fields, Question
from desktop.ui.widgets.file import FileDrop
from desktop.ui.widgets.words import Link

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.guideline import Guideline


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
        drop.set_file(File(name=f"{PurePath(file.name).stem}.png", content=self._coat), drop.path)

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
