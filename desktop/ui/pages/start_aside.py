"""The right edge of first start: what follows from the answers so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.dates import mandate_period
from desktop.domain.guideline import parse
from desktop.domain.proposal import has_rule
from desktop.domain.swedish import definite_title
from desktop.flow.headlines import headlines
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em, px
from desktop.ui.spoken import genitive, list_of
from desktop.ui.widgets.card import Card, row, tight
from desktop.ui.widgets.letterhead import LetterheadCard
from desktop.ui.widgets.lists import FactList
from desktop.ui.widgets.words import Link, Words, body, h2, muted, small

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from desktop.domain.guideline import Guideline
    from desktop.flow.beginning import Beginning

TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What has been answered so far, as it was typed."""

    begun: Beginning
    """The municipality and what its register begins with, as far as it is known."""
    own: bool = False
    """True for a municipality without a ready guideline."""
    unfinished: bool = False
    """True while only a part of a municipality's name is written."""
    raw: Mapping[str, object]
    """Everything typed, by field of FoundRegister."""
    today: date
    """The day it is."""

    def line(self, name: str) -> str:
        """Give one line that was typed, trimmed."""
        found = self.raw.get(name, "")
        return found.strip() if isinstance(found, str) else ""

    @property
    def name(self) -> str:
        """Name of the municipality."""
        return self.begun.name

    @property
    def full_name(self) -> str:
        """Name in letters."""
        return self.begun.full_name

    @property
    def court(self) -> str:
        """The court of appeal."""
        return self.line("court") if self.own else str(self.begun.facts.get("court", ""))

    def members(self) -> list[Mapping[str, str]]:
        """Give the rows of the committee."""
        rows = self.raw.get("members", [])
        return [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []

    def guideline(self) -> Guideline:
        """Give the guideline that is followed."""
        return parse(self.begun.guideline)


class StartAside(QWidget):
    """One column; filled anew for each step and each answer."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._column = QVBoxLayout(self)
        tight(self._column, 8)
        self._all = False
        self._last: tuple[int, Answers] | None = None

    def show_step(self, step: int, answers: Answers) -> None:
        """Show what belongs to a step."""
        self._last = (step, answers)
        while item := self._column.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        parts = (_rules, _signature, _letterhead, _committee, _summary)[step]
        for part in parts(self, answers):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def shows_all(self) -> bool:
        """Say whether every rule is listed."""
        return self._all

    def show_all(self) -> None:
        """List every rule."""
        self._all = True
        if self._last is not None:
            self.show_step(*self._last)


def _rules(aside: StartAside, answers: Answers) -> Sequence[QWidget]:
    guideline = answers.guideline()
    lines = headlines(guideline)
    told = lines if aside.shows_all() else [line for line in lines if line.lead]
    holder = QWidget()
    grid = QGridLayout(holder)
    tight(grid)
    grid.setVerticalSpacing(px(11))
    grid.setContentsMargins(0, px(8), 0, px(10))
    grid.setColumnMinimumWidth(0, em(3.2))
    grid.setColumnStretch(1, 1)
    for at, line in enumerate(told):
        grid.addWidget(muted(line.rule), at, 0, TOP)
        grid.addWidget(body(shown(line.text), wrap=True), at, 1)
    left = len(lines) - len(told)
    if left:
        more = Link(tr("Läs alla"))
        more.clicked.connect(aside.show_all)
        words = (
            tr("och en regel till.") if left == 1 else tr("och {count} regler till.", count=left)
        )
        grid.addLayout(row(muted(words), more, None, spacing=4), len(told), 1)
    first, last = mandate_period(answers.today.year)
    period = tr("Mandatperioden är {first}–{last}.", first=first, last=last)
    court = tr("{court} står i överklagandetexten.", court=answers.court) if answers.court else ""
    source = ", ".join(part for part in (shown(guideline.cited()), guideline.dnr) if part)
    title = tr("Det här följer med {name} riktlinje", name=genitive(_source(answers)))
    if not lines:
        title = tr("En tom riktlinje")
        source = tr("Mål, bidrag och regler skriver du i programmet, under Riktlinjer.")
    found: list[QWidget] = [Words(title, "h2", wrap=True), small(source, wrap=True), holder]
    return [*found, small("\n".join(words for words in (court, period) if words), wrap=True)]


def _source(answers: Answers) -> str:
    """Give the municipality whose guideline it is."""
    return answers.begun.copied_from or answers.name


def _followed(answers: Answers) -> str:
    """Say which guideline the register begins with."""
    if answers.begun.copied_from:
        return tr("En kopia av {name} riktlinje", name=genitive(answers.begun.copied_from))
    return tr("En tom riktlinje") if answers.own else shown(answers.guideline().cited())


def _signature(_aside: StartAside, answers: Answers) -> Sequence[QWidget]:
    name, title = answers.line("name"), answers.line("title")
    who = definite_title(title) or title
    decider = f"{who[:1].upper()}{who[1:]}" if who else tr("Du")
    paper = Card(spacing=4)
    boards = any(each.decided_by_board for each in answers.guideline().schemes)
    if boards and not answers.line("delegation"):
        sentence = tr("Kommunstyrelsen har beviljat …")
    else:
        sentence = tr("{decider} beviljar, på kommunstyrelsens vägnar, …", decider=decider)
    paper.add(small(tr("Så står det i besluten")), body(sentence, wrap=True))
    paper.body.addSpacing(px(18))
    paper.add(Words(name or tr("Ditt namn"), "medium", wrap=True), small(title, wrap=True))
    if answers.line("delegation"):
        paper.add(
            small(tr("Enligt {delegation}", delegation=answers.line("delegation")), wrap=True)
        )
    first, last = mandate_period(answers.today.year)
    frame = tr(
        "Ramen är pengarna för internationellt arbete {first}–{last}. "
        "Vänbok räknar vad som återstår och säger till när den inte räcker.",
        first=first,
        last=last,
    )
    found: list[QWidget] = [h2(tr("Ditt namn i breven")), paper]
    asked = any(has_rule(each, "budget") for each in answers.guideline().schemes)
    return [*found, small(frame, wrap=True)] if asked else found


def head_lines(answers: Answers) -> list[str]:
    """Give the lines under the municipality's name."""
    town = " ".join(part for part in (answers.line("postcode"), answers.line("city")) if part)
    return [answers.line("department"), answers.line("address"), town]


def _letterhead(_aside: StartAside, answers: Answers) -> Sequence[QWidget]:
    head = LetterheadCard()
    coat = answers.raw.get("coat", "")
    content = getattr(coat, "content", b"")
    foot = [answers.line(name) for name in ("phone", "email", "website")]
    fits = head.show_head(answers.full_name, head_lines(answers), foot, content)
    words = tr("Kommunvapnet är en bild: PNG, JPEG, SVG eller PDF. Utan bild står bara namnet.")
    if not fits:
        words = tr("Filen går inte att läsa som bild. Välj en PNG, JPEG, SVG eller PDF.")
    return [h2(tr("Brevhuvudet")), head, small(words, wrap=True)]


def _committee(_aside: StartAside, answers: Answers) -> Sequence[QWidget]:
    named = [each["name"].strip() for each in answers.members() if each.get("name", "").strip()]
    heard = tr(
        "Kommittén hörs före beslut och beslutar aldrig själv. "
        "Namnen står på underlaget till varje samråd."
    )
    parts: list[QWidget] = [h2(tr("Kommittén hörs")), muted(heard, wrap=True)]
    if named:
        words = tr("I kommittén: {names}.", names=list_of(named))
        parts.append(body(words, wrap=True))
    rule = next(
        (each for one in answers.guideline().schemes for each in one.rules
         if each.kind == "consultation"), None
    )  # fmt: skip
    if rule is not None:
        quoted = Card(spacing=4)
        quoted.add(small(f"{rule.id}  {rule.paragraph}"), body(rule.text, wrap=True))
        parts.append(quoted)
    return parts


def _summary(_aside: StartAside, answers: Answers) -> Sequence[QWidget]:
    named = [each for each in answers.members() if each.get("name", "").strip()]
    members = _count(len(named), tr("en ledamot"), tr("{count} ledamöter"))
    places = answers.begun.facts.get("places", ())
    facts = [
        (tr("Kommun"), answers.full_name),
        (tr("Riktlinje"), _followed(answers)),
        (_who(answers), answers.line("name")),
        (tr("Kommittén"), members if answers.guideline().committee else ""),
        (tr("Orter"), list_of([str(place["name"]) for place in places]) or tr("inga än")),
        (tr("Domstol"), answers.court),
    ]
    card = Card()
    listed = FactList()
    listed.set_facts([(label, value) for label, value in facts if value])
    card.add(listed)
    words = tr("Registret är en enda fil. Den går att kopiera, flytta och läsa om trettio år.")
    return [h2(tr("Det här läggs upp")), card, small(words, wrap=True)]


def _who(answers: Answers) -> str:
    boards = any(each.decided_by_board for each in answers.guideline().schemes)
    return tr("Handlägger") if boards and not answers.line("delegation") else tr("Beslutar")


def _count(number: int, one: str, many: str) -> str:
    if not number:
        return tr("ingen än")
    return one if number == 1 else many.format(count=number)
