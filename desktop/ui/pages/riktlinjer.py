"""The guideline: its versions, every rule with its paragraph, and the adoption of a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.problems import Refusal
from desktop.flow.guidelines import Version, preview, rules_of, validity, version_list
from desktop.flow.lapsing import lapsed_words
from desktop.flow.reading import read
from desktop.flow.steps.guidelines import AdoptGuideline
from desktop.ui.form_layout import Layout
from desktop.ui.forms.register_form import register_form
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Page
from desktop.ui.pages.riktlinjer_changes import Changes
from desktop.ui.pages.riktlinjer_rules import RuleCards
from desktop.ui.pages.riktlinjer_versions import Goals, Schemes, Versions, state_words
from desktop.ui.roles import Mark
from desktop.ui.widgets.band import MessageBand
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import tight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.run import Outcome
    from desktop.ui.session import Session

ADOPT = "adopt_guideline"
SHORT_WAIT = 120
"""Milliseconds after a key until the preview is worked out."""


class GuidelinesPage(Page):
    """A route's subject is a version, its act a rule's id or the adoption."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self._chosen = 0
        self._told = 0
        self._rule = ""
        self._adopting = False
        self.frame = PageFrame()
        self.adopt_button = Button(tr("Anta ny version"), "plus")
        self.adopt_button.clicked.connect(self._adopt)
        self.frame.buttons.addWidget(self.adopt_button)
        self.changes = Changes()
        self.rules = RuleCards()
        self.versions = Versions()
        self.versions.chosen.connect(self._choose)
        self.schemes = Schemes()
        self.goals = Goals()
        self.frame.add(self.changes, self.rules)
        self.frame.add_side(self.versions, self.schemes, self.goals)
        self.frame.widened.connect(self._fit_form)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHORT_WAIT)
        self._timer.timeout.connect(self._preview)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Riktlinjer")

    def open(self, subject: int, act: str) -> None:
        """Turn to a version, a rule of it, or the adoption of a new one."""
        self._chosen = subject
        self._adopting = act == ADOPT
        self._rule = "" if self._adopting else act

    def refresh(self) -> None:
        """Read the versions again."""
        desk = self.session.need()
        versions = version_list(desk)
        ids = [version.id for version in versions]
        if self._chosen not in ids:
            self._chosen = desk.in_force()[0]
        version = versions[ids.index(self._chosen)]
        self._show(version, versions)
        self._form()

    def _show(self, version: Version, versions: Sequence[Version]) -> None:
        it = version.guideline
        words, mark = state_words(version)
        self.frame.set_title(tr(it.title))
        self.frame.set_badge(words, mark)
        parts = (shown(it.cited()), it.dnr, shown(validity(it)), it.owner)
        self.frame.set_line(" · ".join(part for part in parts if part))
        bands = self._bands(version)
        self.frame.show_bands(bands)
        self.adopt_button.setVisible(not self._adopting and not bands)
        if version.id != self._told:
            # A version never changes, and the rule that has the keyboard keeps it.
            self.rules.show_rules(rules_of(it))
            self._told = version.id
        self.versions.show_versions(versions, self._chosen)
        self.schemes.show_schemes(it)
        self.goals.show_goals(it)
        self.rules.light(self._rule)

    def _bands(self, version: Version) -> list[MessageBand]:
        it = version.guideline
        said = lapsed_words(it, self.session.need().today)
        if version.state != "lapsed" or said is None or self._adopting:
            return []
        band = MessageBand(
            Mark.WARN,
            shown(said.strong),
            shown(said.more),
            [("adopt", tr("Anta ny version"))],
        )
        band.followed.connect(lambda _key: self._adopt())
        return [band]

    def _choose(self, version_id: int) -> None:
        self._chosen, self._rule = version_id, ""
        self.refresh()
        self.versions.focus(version_id)

    # Adopting

    def _adopt(self) -> None:
        self._adopting = True
        self.refresh()
        self.first_focus()

    def _form(self) -> None:
        self.changes.setVisible(self._adopting)
        if self._adopting == (self.form is not None):
            return
        if not self._adopting:
            self.form = None
            self.frame.set_act()
            return
        two = self.frame.two_columns
        self.form = register_form(
            self, ADOPT, layout=Layout.SIDE if two else Layout.WIDE, close=self._close
        )
        self.form.edited.connect(self._timer.start)
        self.frame.set_act(self.form)
        self._preview()

    def _fit_form(self, two: bool) -> None:
        if self.form is not None:
            self.form.set_layout(Layout.SIDE if two else Layout.WIDE)

    def _close(self) -> None:
        self._adopting = False
        self.refresh()
        self.first_focus()

    def _preview(self) -> None:
        """Show what the version would change, by planning it as it stands."""
        desk = self.session.desk
        if self.form is None or desk is None:
            return
        try:
            command = read(AdoptGuideline, self.form.raw(), desk.today)
            lines = preview(desk, command)
        except Refusal as refusal:
            self.changes.say(shown(refusal.problems[0].text))
            return
        count = sum(version.cases for version in version_list(desk))
        note = tr(
            "Ärenden som kom in före {day} följer sin gamla version: {count} i registret nu.",
            day=str(command.valid_from),
            count=count,
        )
        self.changes.show_changes(lines, note)

    def answered(self, outcome: Outcome) -> None:
        """Show the version that was adopted."""
        super().answered(outcome)
        self._adopting = False
        self._chosen = dict(outcome.subjects).get("guideline", 0)

    # Keys

    def first_focus(self) -> None:
        """Take the keyboard to the form, the rule that was asked for, or the versions."""
        lit = next((each for each in self.rules.rows if each.lit), None)
        self.frame.show_part(self.frame.header)
        if self.form is not None:
            self.form.focus_first()
        elif lit is not None:
            lit.setFocus()
            QTimer.singleShot(0, lambda: self._reveal(self._rule))
        elif self.rules.rows:
            self.rules.rows[0].setFocus()

    def _reveal(self, rule_id: str) -> None:
        found = next((each for each in self.rules.rows if each.rule_id == rule_id), None)
        if found is not None:
            self.frame.show_part(found)

    def next_act(self) -> None:
        """Answer Ctrl+Enter: adopt, or open the form for it."""
        if self.form is not None:
            self.form.next_act()
        else:
            self._adopt()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        form = self.form.foot.button if self.form is not None else self.adopt_button
        return (form, *self.rules.rows[:1], *self.versions.rows[:1])
