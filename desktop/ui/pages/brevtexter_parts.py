"""The parts of a letter's text as fields, in the order they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.letters.editing import CONDITIONS, FIXED, LISTS
from desktop.letters.paper_names import PART_NAMES, states
from desktop.letters.placeholder_names import named
from desktop.letters.template import SHARED
from desktop.ui.i18n import shown, tr
from desktop.ui.pages.brevtexter_row import (
    ADD_HEAD,
    ADD_ITEM,
    ADD_TEXT,
    DOWN,
    REMOVE,
    UP,
    TextRow,
)
from desktop.ui.roles import Tone
from desktop.ui.widgets.card import Card, Heading, row, tight
from desktop.ui.widgets.words import Link, Words, small

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.letters.editing import Path, Wording
    from desktop.letters.template import TemplateBlock

HEAD = ("heading", "subtitle")
FRAME = ("label", "title", "running")


class FixedPart(Card):
    """A part that the program fills in whole."""

    went = Signal(str)
    """Name of the shared text it is."""

    def __init__(self, block: TemplateBlock) -> None:
        """Make it."""
        super().__init__(padding=8, spacing=2)
        name = block.words[0]
        said = PART_NAMES.get(name)
        words = Words(shown(said) if said is not None else name, "small", Tone.MUTED, wrap=True)
        line = QWidget()
        parts: list[QWidget] = [words]
        if block.what == "include" and name in SHARED:
            link = Link(tr("Öppna"), "small")
            link.setAccessibleName(tr("Öppna {name}", name=words.text()))
            link.clicked.connect(lambda: self.went.emit(name))
            parts.append(link)
        laid = row(*parts)
        laid.setStretch(0, 1)
        line.setLayout(laid)
        self.add(line)
        if when := when_words(block):
            self.add(small(when, wrap=True))


def when_words(block: TemplateBlock) -> str:
    """Say when a part is used; nothing when it always is."""
    said = [shown(each) for each in states(block.when, block.unless)]
    if not said:
        return ""
    joined = tr(" och ").join(said)
    return tr("Visas när {what}", what=joined)


class Parts(QWidget):
    """All fields of one text."""

    edited = Signal(object)
    """A TextRow whose words were changed."""
    act = Signal(object, str)
    """A TextRow and what to do with it."""
    went = Signal(str)
    """A shared text to open."""
    added = Signal(str)
    """A part to put last: ADD_TEXT or ADD_HEAD."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self.rows: list[TextRow] = []
        self._current: TextRow | None = None
        self._examples: Mapping[str, str] = {}
        self._column = QVBoxLayout(self)
        tight(self._column, 8)

    def show_wording(self, wording: Wording, examples: Mapping[str, str]) -> None:
        """Make the fields anew."""
        self._examples = examples
        self._current = None
        self.rows = []
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for part in self._made(wording):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _made(self, wording: Wording) -> Iterator[QWidget]:
        template = wording.template
        if template is not None:
            titles = {"heading": tr("Rubrik"), "subtitle": tr("Under rubriken")}
            for name in HEAD:
                if words := getattr(template, name):
                    yield self._row(name, titles[name], words)
        yield from self._blocks(wording)
        yield self._adders(wording)
        if template is not None:
            yield Heading(tr("Runt brevet"))
            titles = {
                "label": tr("Slag av brev, uppe till höger"),
                "title": tr("Filens titel"),
                "running": tr("Överst på följande sidor"),
            }
            for name in FRAME:
                if words := getattr(template, name):
                    yield self._row(name, titles[name], words)
            for at, each in enumerate(template.side):
                when = tr("Uppe till höger, framför {value}", value=named(each.value))
                yield self._row(f"side.{at}", tr("Ledord"), each.label, when=when, at=at)

    def _blocks(self, wording: Wording) -> Iterator[QWidget]:
        for number, block in enumerate(wording.blocks):
            if block.what == "box":
                for inner, each in enumerate(block.inside):
                    yield from self._block(wording, (number, inner), each, within=block)
            else:
                yield from self._block(wording, (number,), block)

    def _block(
        self,
        wording: Wording,
        path: Path,
        block: TemplateBlock,
        within: TemplateBlock | None = None,
    ) -> Iterator[QWidget]:
        if block.what in FIXED:
            part = FixedPart(block)
            part.went.connect(self.went)
            yield part
            return
        field = ".".join(map(str, ("block", *path)))
        title = self._title(wording, path, block)
        when = ". ".join(filter(None, (when_words(within) if within else "", when_words(block))))
        for at, words in enumerate(block.words):
            acts: tuple[str, ...] = (
                ADD_ITEM if block.what in LISTS else ADD_TEXT,
                UP,
                DOWN,
                REMOVE,
            )
            if block.what == "lead":
                acts = (ADD_TEXT,)
            yield self._row(field, title, words, when=when, path=path, at=at, acts=acts)

    def _title(self, wording: Wording, path: Path, block: TemplateBlock) -> str:
        if wording.name == CONDITIONS:
            return tr("Villkor {number}", number=path[0] + 1)
        titles = {
            "lead": tr("Första meningen"),
            "head": tr("Mellanrubrik"),
            "note": tr("Finstilt"),
            "bullets": tr("Punkt"),
            "numbered": tr("Numrerad punkt"),
            "fields": tr("Uppgift"),
        }
        title = titles.get(block.what, tr("Stycke"))
        return tr("{title} i ruta", title=title) if len(path) > 1 else title

    def _row(  # noqa: PLR0913 - as TextRow
        self,
        field: str,
        title: str,
        text: str,
        *,
        when: str = "",
        path: Path = (),
        at: int = 0,
        acts: Sequence[str] = (),
    ) -> TextRow:
        examples = {} if field.startswith("side") else self._examples
        made = TextRow(
            field, title, text, when=when, path=path, at=at, acts=acts, examples=examples
        )
        made.edited.connect(self.edited)
        made.act.connect(self.act)
        made.entered.connect(self._enter)
        self.rows.append(made)
        return made

    def _adders(self, wording: Wording) -> QWidget:
        holder = QWidget()
        words = tr("Lägg till villkor") if wording.name == CONDITIONS else tr("Lägg till stycke")
        text = Link(words, "small", symbol="plus")
        text.clicked.connect(lambda: self.added.emit(ADD_TEXT))
        parts: list[QWidget | None] = [text]
        if wording.name != CONDITIONS:
            head = Link(tr("Lägg till mellanrubrik"), "small", symbol="plus")
            head.clicked.connect(lambda: self.added.emit(ADD_HEAD))
            parts.append(head)
        holder.setLayout(row(*parts, None, spacing=16))
        return holder

    def _enter(self, here: TextRow) -> None:
        """Show the tools of the field that has the keyboard, and of no other."""
        if self._current is here:
            return
        if self._current is not None:
            self._current.tools.hide()
        self._current = here
        here.tools.show()

    def focus(self, path: Path, at: int = 0) -> TextRow | None:
        """Take the keyboard to a block's field."""
        for each in self.rows:
            if (each.path, each.at) == (path, at):
                each.edit.setFocus()
                return each
        return None

    def show_problems(self, problems: Sequence[tuple[str, str, bool]]) -> None:
        """Say what is wrong under its field: field, sentence, whether it stops."""
        for each in self.rows:
            mine = [(words, stops) for field, words, stops in problems if field == each.field]
            stopping = [words for words, stops in mine if stops]
            first = stopping[:1] or [words for words, _ in mine[:1]]
            each.show_problem(first[0] if first else "", stops=bool(stopping))
