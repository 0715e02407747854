"""A place: what binds us to it, its pots of the year, its associations and cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.phases import PLACE_WORDS
from desktop.domain.swedish import kr
from desktop.flow.places import PlaceView, place_view
from desktop.ui.form_layout import Layout
from desktop.ui.forms.register_form import register_form
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Page, Route
from desktop.ui.pages.ort_partners import Partners
from desktop.ui.pages.ort_words import council_words, distance_words
from desktop.ui.roles import Mark, Tone
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, Heading, row, tight
from desktop.ui.widgets.cases import CaseTable
from desktop.ui.widgets.figures import Figures
from desktop.ui.widgets.pots import Pot, PotBars
from desktop.ui.widgets.words import Link, Symbol, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.run import Outcome
    from desktop.ui.form import FormPanel
    from desktop.ui.session import Session

ADD, CHANGE, REMOVE = "add_place", "change_place", "remove_place"
ROWS = (("distance_km", "since"), ("council_on", "council_paragraph"))


class PlacePage(Page):
    """One place, or the form of a new one."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self._subject = 0
        self._act = ""
        self._formed = ("", 0, 0)
        self._seen: PlaceView | None = None
        self._new_form: FormPanel | None = None
        self.frame = PageFrame(back=tr("Orter"))
        self.frame.backed.connect(lambda: self.go.emit(Route(page="orter")))
        self.change_button = Button(tr("Ändra"))
        self.change_button.clicked.connect(lambda: self._take(CHANGE))
        self.frame.buttons.addWidget(self.change_button)
        self.about = Figures()
        self.council = _CouncilLine()
        self.council.link.clicked.connect(lambda: self._take(CHANGE, "council_on"))
        self.note = Words("", "body", Tone.MUTED, wrap=True)
        self.about.add(self.council, self.note)
        self.cases = CaseTable("place")
        self.cases.opened.connect(lambda key: self.go.emit(Route(page="arende", subject=key)))
        self.pots = PotBars()
        self.pots_heading = Heading("", note=tr("kvar efter förslag"))
        self.partners = Partners()
        self.partners.opened.connect(lambda key: self.go.emit(Route(page="forening", subject=key)))
        self.partners.added.connect(
            lambda: self.go.emit(Route(page="forening", act="add_association"))
        )
        self._assemble()

    def _assemble(self) -> None:
        pots = QWidget()
        column = QVBoxLayout(pots)
        tight(column, 8)
        card = Card()
        card.add(self.pots)
        column.addWidget(self.pots_heading)
        column.addWidget(card)
        self._pots_part = pots
        listed = QWidget()
        below = QVBoxLayout(listed)
        tight(below, 8)
        below.addWidget(Heading(tr("Ärenden")))
        below.addWidget(self.cases)
        self._cases_part = listed
        self.frame.add(self.about, listed)
        self.frame.add_side(pots, self.partners)
        self.frame.widened.connect(self._fit_form)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    # What is shown

    def title(self) -> str:
        """Give the title of the window."""
        return self._seen.place.name if self._seen is not None else tr("Ny ort")

    def open(self, subject: int, act: str) -> None:
        """Turn to a place, or to a new one."""
        self._subject, self._act = subject, act or ("" if subject else ADD)

    def refresh(self) -> None:
        """Read the place again."""
        desk = self.session.need()
        new = not self._subject
        try:
            self._seen = None if new else place_view(desk, self._subject)
        except LookupError:
            # It was taken away, or the act that made it was taken back.
            QTimer.singleShot(0, lambda: self.go.emit(Route(page="orter")))
            return
        for part in (self.about, self._cases_part, self._pots_part, self.partners):
            part.setVisible(not new)
        if self._seen is not None:
            self._show(self._seen)
        else:
            self.frame.set_title(tr("Ny ort"))
            self.frame.set_line(tr("Bara namnet måste fyllas i."))
        self._form()
        self.change_button.setVisible(self.form is None)

    def _show(self, seen: PlaceView) -> None:
        place = seen.place
        self.frame.set_title(place.name)
        decided = council_words(place)
        facts = [
            (tr("Samverkan"), shown(PLACE_WORDS[place.kind])),
            (tr("Land"), place.country),
            (tr("Sedan"), str(place.since or "")),
            (tr("Fågelvägen"), distance_words(place.distance_km)),
            (tr("Fullmäktiges beslut"), decided),
            (
                tr("Beviljat {year}", year=seen.year),
                kr(sum(each.granted for each in seen.partners)),
            ),
        ]
        self.about.set_facts([(label, words) for label, words in facts if words])
        self.note.setText(place.note)
        self.note.setVisible(bool(place.note))
        self.council.setVisible(seen.lacks_council)
        self.cases.show_cases(self.session.need(), seen.cases)
        self.partners.show_partners(seen.partners, seen.year)
        self.pots_heading.title.setText(tr("Potter {year}", year=seen.year))
        self.pots.set_pots(
            [
                Pot(
                    group="",
                    label=tr(bar.short),
                    decided=bar.decided,
                    proposed=bar.proposed,
                    total=bar.cap,
                )
                for bar in seen.pots
            ]
        )
        self._pots_part.setVisible(bool(seen.pots))

    # The form

    def _take(self, act: str, field: str = "") -> None:
        self._act = act
        self.refresh()
        if self.form is not None:
            self.form.focus_first()
            if field:
                self.form.field(field).setFocus()

    def _form(self) -> None:
        """Make the form anew when another act or another version of the place is at hand."""
        place = self._seen.place if self._seen is not None else None
        key = (self._act, place.id if place else 0, place.rev if place else 0)
        if key == self._formed and (self.form is not None) == bool(self._act):
            return
        self._formed = key
        if self._new_form is not None:
            self._new_form.hide()
            self._new_form.deleteLater()
            self._new_form = None
        self.form = self._made(self._act) if self._act in (ADD, CHANGE) else None
        self.frame.set_act(*([self.form] if self.form is not None and place else []))
        if self.form is not None and place is None:
            self._new_form = self.form
            self.frame.main.insertWidget(0, self.form)
            self.form.show()

    def _made(self, act: str) -> FormPanel:
        place = self._seen.place if self._seen is not None else None
        removable = act == CHANGE and self._seen is not None and not self._seen.cases
        form = register_form(
            self,
            act,
            place,
            layout=self._layout(),
            rows=ROWS,
            others=(REMOVE,) if removable else (),
            close=self._close,
        )
        form.other.connect(self._remove)
        return form

    def _layout(self) -> Layout:
        """Give labels above in the side column, left of the fields on a page of its own."""
        if not self._subject:
            return Layout.PAGE
        return Layout.SIDE if self.frame.two_columns else Layout.WIDE

    def _fit_form(self, _two: bool) -> None:
        if self.form is not None:
            self.form.set_layout(self._layout())

    def _close(self) -> None:
        self._act = ""
        if self._subject:
            self.refresh()
            self.first_focus()
        else:
            self.back.emit()

    def _remove(self, _key: str) -> None:
        from desktop.flow.steps.places import RemovePlace  # noqa: PLC0415 - seldom done

        self.asked.emit(RemovePlace, {"place_id": self._subject})

    def answered(self, outcome: Outcome) -> None:
        """Close the form; go to what was made, or leave what was taken away."""
        super().answered(outcome)
        self._act = ""
        if outcome.event.name == REMOVE:
            self.go.emit(Route(page="orter"))
        elif outcome.event.name == ADD:
            self.go.emit(Route(page="ort", subject=dict(outcome.subjects)["place"]))

    # Keys

    def first_focus(self) -> None:
        """Take the keyboard to the form, the cases, or the way to change."""
        if self.form is not None:
            self.form.focus_first()
        elif self._seen is not None and self._seen.cases:
            self.cases.enter()
        else:
            self.change_button.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: open the case in the list, or do the act of the form."""
        if self.form is not None:
            self.form.next_act()
        else:
            self.cases.open_current()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        form = [self.form.foot.button] if self.form is not None else [self.change_button]
        return (*form, self.cases, self.partners.heading.link)


class _CouncilLine(QWidget):
    """A calm line where a twin town lacks the council's decision."""

    def __init__(self) -> None:
        super().__init__()
        self.link = Link(tr("Skriv in"))
        words = Words(
            tr("Fullmäktiges beslut om vänorten är inte inskrivet."), "body", Tone.WARN, wrap=True
        )
        line = row(Symbol(Mark.WARN), spacing=8)
        line.addWidget(words, 1)
        line.addWidget(self.link)
        self.setLayout(line)
