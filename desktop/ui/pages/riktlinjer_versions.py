"""The adopted versions beside the rules: which is followed when, and by how many cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.swedish import kr
from desktop.flow.guidelines import Version, validity
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.roles import Mark
from desktop.ui.widgets.card import Card, Hairline, Heading, tight
from desktop.ui.widgets.lists import FactList
from desktop.ui.widgets.row_button import RowButton
from desktop.ui.widgets.words import Badge, Words, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.guideline import Guideline, Scheme


def state_words(version: Version) -> tuple[str, Mark | None]:
    """Give badge and symbol of a version."""
    it = version.guideline
    return {
        "now": (tr("Gäller"), Mark.OK),
        "lapsed": (tr("Gick ut {day}", day=str(it.valid_to)), Mark.WARN),
        "later": (tr("Från {day}", day=str(it.valid_from)), Mark.WAITING),
        "past": (tr("Ersatt"), None),
        "copy": (tr("Inte er egen"), Mark.WARN),
    }[version.state]


class _VersionRow(RowButton):
    """One version that can be chosen."""

    def __init__(self, version: Version, *, chosen: bool) -> None:
        super().__init__()
        self.key = version.id
        self.setChecked(chosen)
        words, mark = state_words(version)
        grid = QGridLayout(self)
        grid.setContentsMargins(px(12), px(9), px(12), px(10))
        grid.setVerticalSpacing(px(3))
        grid.setColumnStretch(0, 1)
        grid.addWidget(Words(shown(validity(version.guideline)), "medium", wrap=True), 0, 0)
        grid.addWidget(Badge(words, mark), 0, 1, Qt.AlignmentFlag.AlignTop)
        it = version.guideline
        source = tr("övertagen") if it.copied_from else shown(it.cited())
        cases = _followed(version)
        grid.addWidget(small(source, wrap=True), 1, 0, 1, 2)
        grid.addWidget(small(cases), 2, 0, 1, 2)
        said = (shown(validity(version.guideline)), words, source, cases)
        self.setAccessibleName(", ".join(said))


def _followed(version: Version) -> str:
    cases = (
        tr("ett ärende följer den")
        if version.cases == 1
        else tr("{count} ärenden följer den", count=version.cases)
    )
    visits = tr("ett besök") if version.visits == 1 else tr("{n} besök", n=version.visits)
    if not version.cases and not version.guideline.schemes:
        return tr("{what} följer den", what=visits) if version.visits else tr("inget följer den än")
    if not version.visits:
        return cases
    return f"{visits} · {cases}"


class Versions(QWidget):
    """Every version, the latest first; one is looked at."""

    chosen = Signal(object)
    """Id of a version."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self.rows: list[_VersionRow] = []
        self.heading = Heading(tr("Versioner"))
        self._card = Card(padding=0, spacing=0)
        column = QVBoxLayout(self)
        tight(column, 8)
        column.addWidget(self.heading)
        column.addWidget(self._card)

    def show_versions(self, versions: Sequence[Version], chosen: int) -> None:
        """Show these."""
        while item := self._card.body.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = []
        for at, version in enumerate(versions):
            if at:
                self._card.add(Hairline())
            row = _VersionRow(version, chosen=version.id == chosen)
            self.rows.append(row)
            row.clicked.connect(lambda _on=False, key=version.id: self.chosen.emit(key))
            self._card.add(row)
            # The layout would show it later, and then its words are not laid out.
            row.show()

    def focus(self, version_id: int) -> None:
        """Take the keyboard to a version."""
        for row in self.rows:
            if row.key == version_id:
                row.setFocus()


class Schemes(QWidget):
    """The forms of grant with their highest sums."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._facts = FactList(right=True)
        card = Card()
        card.add(self._facts)
        column = QVBoxLayout(self)
        tight(column, 8)
        self._heading = Heading(tr("Bidrag"), note=tr("högst per ort och år"))
        column.addWidget(self._heading)
        column.addWidget(card)

    def show_schemes(self, guideline: Guideline) -> None:
        """Show each scheme's highest sum."""
        mixed = len({each.per_place for each in guideline.schemes if each.cap}) > 1
        self._facts.set_facts(
            [(tr(each.name), _most(each, mixed=mixed)) for each in guideline.schemes]
        )
        kinds = {each.per_place for each in guideline.schemes if each.cap}
        words = {True: tr("högst per ort och år"), False: tr("högst per år")}
        one = words[kinds.pop()] if len(kinds) == 1 else ""
        self._heading.note.setText(one)
        self._heading.note.setVisible(bool(one))
        self.setVisible(bool(guideline.schemes))


def _most(scheme: Scheme, *, mixed: bool) -> str:
    """Give the highest sum, and what it is for where the forms of grant differ in that."""
    if not scheme.cap:
        return "–"
    if not mixed:
        return kr(scheme.cap)
    whole = tr("{sum} per ort", sum=kr(scheme.cap))
    return whole if scheme.per_place else tr("{sum} om året", sum=kr(scheme.cap))


class Goals(QWidget):
    """The goals that an application can serve, in the guideline's words."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._card = Card(spacing=8)
        self._heading = Heading(tr("Kommunens mål"))
        column = QVBoxLayout(self)
        tight(column, 8)
        column.addWidget(self._heading)
        column.addWidget(self._card)

    def show_goals(self, guideline: Guideline) -> None:
        """Show them, and how many an application needs."""
        while item := self._card.body.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for goal in guideline.goals:
            text = goal.text[:1].upper() + goal.text[1:]
            self._card.add(Words(f"{text}.", wrap=True))
        work = guideline.work
        words = work.areas_title if work is not None else ""
        self._heading.title.setText(words or tr("Kommunens mål"))
        least = guideline.minimum_goals
        self._heading.note.setText(tr("minst {count} i varje ansökan", count=least))
        self._heading.note.setVisible(bool(least) and bool(guideline.schemes))
        self.setVisible(bool(guideline.goals))
