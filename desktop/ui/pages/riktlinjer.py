"""The guideline: its versions, every rule in plain words, and who follows which version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.flow.document_view import guideline_review
from desktop.flow.guidelines import Version, followers, sections, validity, version_list
from desktop.flow.lapsing import lapsed_words
from desktop.ui.forms.register_form import register_form
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import shown, tr
from desktop.ui.page import Offer, Page, Route
from desktop.ui.pages.riktlinjer_followers import Followers
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

ADOPT, REVIEW = "adopt_guideline", "review_guideline"
EDIT = "riktlinje_andra"
"""Key of the page where a new version is written."""


class GuidelinesPage(Page):
    """A route's subject is a version, its act a rule's id or the adoption."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self._chosen = 0
        self._told = 0
        self._rule = ""
        self._adopting = False
        self._reviewing = False
        self.frame = PageFrame()
        self.adopt_button = Button(tr("Ändra och anta ny version"), "plus")
        self.adopt_button.clicked.connect(self._adopt)
        self.frame.buttons.addWidget(self.adopt_button)
        self.rules = RuleCards()
        self.followers = Followers()
        self.followers.went.connect(self.go)
        self.versions = Versions()
        self.versions.chosen.connect(self._choose)
        self.schemes = Schemes()
        self.goals = Goals()
        self.frame.add(self.rules, self.followers)
        self.frame.add_side(self.versions, self.schemes, self.goals)
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
        self._reviewing = act == REVIEW
        self._rule = "" if act in (ADOPT, REVIEW) else act

    def refresh(self) -> None:
        """Read the versions again."""
        desk = self.session.need()
        versions = version_list(desk)
        ids = [version.id for version in versions]
        if self._chosen not in ids:
            self._chosen = desk.in_force()[0]
        self._show(versions[ids.index(self._chosen)], versions)
        self._show_form()
        if self._adopting:
            self._adopting = False
            QTimer.singleShot(0, self, self._adopt)

    def _show(self, version: Version, versions: Sequence[Version]) -> None:
        it = version.guideline
        words, mark = state_words(version)
        self.frame.set_title(tr(it.title))
        self.frame.set_badge(words, mark)
        cited = "" if it.copied_from else shown(it.cited())
        parts = (cited, it.dnr, shown(validity(it)), it.owner)
        self.frame.set_line(" · ".join(part for part in parts if part))
        bands = self._bands(version)
        self.frame.show_bands(bands)
        if version.id != self._told:
            # A version never changes, and the rule that has the keyboard keeps it.
            self.rules.show_rules(sections(it))
            self._told = version.id
        count = version.cases + version.visits
        self.followers.show_followers(followers(self.session.need(), version.id), count)
        self.versions.show_versions(versions, self._chosen)
        self.schemes.show_schemes(it)
        self.goals.show_goals(it)
        self.rules.light(self._rule)

    def _bands(self, version: Version) -> list[MessageBand]:
        it = version.guideline
        said = lapsed_words(it, self.session.need().today)
        links = [("adopt", tr("Ändra och anta"))]
        if version.state == "copy":
            strong = tr("Er egen riktlinje är inte antagen här än.")
            more = tr("Tills dess följs {name}.", name=it.copied_from)
            if it.copied_from == it.name:
                more = tr("Skriv in det den säger.")
            band = MessageBand(Mark.WARN, strong, more, links)
        elif version.state == "lapsed" and said is not None:
            band = MessageBand(Mark.WARN, shown(said.strong), shown(said.more), links)
        else:
            return self._review_band()
        band.followed.connect(lambda _key: self._adopt())
        return [band, *self._review_band()]

    def _review_band(self) -> list[MessageBand]:
        """Tell when the guideline asks to be looked over, and the day is near or past (U1, S9)."""
        desk = self.session.need()
        stands = guideline_review(desk).stands
        if stands is None or stands.done:
            return []
        years = f"{stands.period[0]}–{stands.period[1]}"
        band = MessageBand(
            Mark.WARN if stands.due < desk.today else Mark.INFO,
            tr("Riktlinjen ska omprövas varje mandatperiod."),
            tr("Ingen omprövning är inskriven för {years}.", years=years),
            [(REVIEW, tr("Skriv in omprövningen"))],
        )
        band.followed.connect(lambda _key: self._review())
        return [band]

    def _show_form(self) -> None:
        """Show the form of the review while it is asked for."""
        if self._reviewing == (self.form is not None):
            return
        self.form = register_form(self, REVIEW, close=self._close) if self._reviewing else None
        self.frame.set_act(*([self.form] if self.form is not None else []))

    def _review(self) -> None:
        self._reviewing = True
        self._show_form()
        if self.form is not None:
            self.form.focus_first()
            self.frame.show_part(self.form)

    def _close(self) -> None:
        self._reviewing = False
        self._show_form()

    def answered(self, outcome: Outcome) -> None:
        """Close the form of the review."""
        super().answered(outcome)
        self._reviewing = False

    def _choose(self, version_id: int) -> None:
        self._chosen, self._rule = version_id, ""
        self.refresh()
        self.versions.focus(version_id)

    def _adopt(self) -> None:
        self.go.emit(Route(page=EDIT))

    # Keys

    def first_focus(self) -> None:
        """Take the keyboard to the rule that was asked for, or the first one."""
        lit = next((each for each in self.rules.rows if each.lit), None)
        self.frame.show_part(self.frame.header)
        if lit is not None:
            lit.setFocus()
            QTimer.singleShot(0, self, lambda: self._reveal(self._rule))
        elif self.rules.rows:
            self.rules.rows[0].setFocus()
        else:
            self.adopt_button.setFocus()

    def _reveal(self, rule_id: str) -> None:
        found = next((each for each in self.rules.rows if each.rule_id == rule_id), None)
        if found is not None:
            self.frame.show_part(found)

    def next_act(self) -> None:
        """Answer Ctrl+Enter: do the review that is open, or go to where a version is written."""
        if self.form is not None:
            self.form.next_act()
        else:
            self._adopt()

    def offers(self, menu: str) -> Sequence[Offer]:
        """Offer a new version, and the review where the guideline asks for one."""
        if menu != "arende":
            return ()
        adopting = Offer(word=tr("Ändra och anta ny version"), do=self._adopt)
        if guideline_review(self.session.need()).stands is None:
            return (adopting,)
        return (adopting, Offer(word=tr("Skriv in omprövningen"), do=self._review))

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        return (self.adopt_button, *self.rules.rows[:1], *self.versions.rows[:1])
