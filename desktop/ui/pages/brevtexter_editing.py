"""The text being edited: its wording, its draft, and each change of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.flow.text_trial import example_of
from desktop.flow.texts import text_of, text_on
from desktop.letters.editing import (
    CONDITIONS,
    Wording,
    added,
    block_at,
    moved,
    read,
    with_block,
    with_head,
    with_item,
    with_side,
    with_words,
    without,
    write,
)
from desktop.letters.judging import may_be_empty
from desktop.letters.placeholder_names import NAMES
from desktop.letters.problems import BadTemplate
from desktop.letters.template import PLACEHOLDER, TemplateBlock
from desktop.letters.words import values
from desktop.ui.draft import DraftKey
from desktop.ui.pages.brevtexter_row import ADD_HEAD, ADD_ITEM, ADD_TEXT, DOWN, REMOVE, UP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.flow.desk import Desk
    from desktop.letters.editing import Path
    from desktop.letters.facts import Facts
    from desktop.ui.draft import Draft
    from desktop.ui.drafts import Drafts
    from desktop.ui.pages.brevtexter_row import TextRow


class Edited:
    """One text as it is being written."""

    def __init__(self, desk: Desk, name: str, drafts: Drafts) -> None:
        """Take the text in force, or the draft that was left."""
        self.name = name
        self._drafts = drafts
        self._key = draft_key(desk, name)
        self.facts: Facts = example_of(desk, name)
        self._drafts.watch(self)
        self.before = write(read(name, text_on(desk, name, desk.today)))
        kept = drafts.get(self._key) or {}
        self.wording = self._read(str(kept.get("text", "")))
        self._kept = self.text
        self._own: set[Path] = set()

    def _read(self, text: str) -> Wording:
        try:
            return read(self.name, text or self.before)
        except BadTemplate:
            # A draft of a version whose texts were written in another way.
            return read(self.name, self.before)

    @property
    def text(self) -> str:
        """Give the text as it would be adopted."""
        return write(self.wording)

    @property
    def changed(self) -> bool:
        """Say whether anything was changed."""
        return self.text != self.before

    @property
    def dirty(self) -> bool:
        """Say whether there is a draft of it."""
        return self.changed

    def examples(self) -> Mapping[str, str]:
        """Give what can be filled in, with its value in the example."""
        found = values(self.facts)
        return {key: found[key] for key in NAMES if key in found}

    def keep(self) -> None:
        """Keep the draft; what is as before leaves none."""
        text = self.text
        if text == self._kept:
            return
        self._kept = text
        if self.changed:
            self._drafts.keep(self._key, {"text": text})
        else:
            self._drafts.drop(self._key)

    def drop(self) -> None:
        """Throw the draft away."""
        self._drafts.drop(self._key)
        self._kept = self.before
        self.wording = read(self.name, self.before)
        self._own.clear()

    def is_of(self, draft: Draft) -> bool:
        """Say whether a draft is what is being written here."""
        return draft.key == self._key and draft.values.get("text") == self.text

    def take(self, desk: Desk, version: int) -> None:
        """Begin from an earlier version."""
        text = text_of(desk, self.name, version)
        if text is not None:
            self.wording = read(self.name, text)
            self._own.clear()

    def write_row(self, row: TextRow) -> TemplateBlock | None:
        """Take what was written in a field; give its paragraph if its use follows the words."""
        words, field = row.text(), row.field
        if field.startswith("side."):
            self.wording = with_side(self.wording, row.at, words)
        elif not field.startswith("block"):
            self.wording = with_head(self.wording, field, words)
        else:
            self.wording = with_words(self.wording, row.path, row.at, words)
            return self._guard(row.path)
        return None

    def _guard(self, path: Path) -> TemplateBlock | None:
        """Show a paragraph written here only where all that it fills in is known."""
        if path not in self._own:
            return None
        block = block_at(self.wording, path)
        risky = may_be_empty(self.name)
        used = [name for each in block.words for name in PLACEHOLDER.findall(each)]
        when = tuple(dict.fromkeys(name for name in used if name in risky))
        block = replace(block, when=when)
        self.wording = with_block(self.wording, path, block)
        return block

    def act(self, row: TextRow, what: str) -> tuple[Path, int]:
        """Add, move or take away; give where the keyboard goes."""
        path, at = row.path, row.at
        if what == ADD_ITEM:
            self.wording = with_item(self.wording, path, at)
            return path, at + 1
        if what in (ADD_TEXT, ADD_HEAD):
            return self._added(path, what), 0
        if what == REMOVE:
            return self._removed(path, at)
        if what in (UP, DOWN):
            self.wording, to, at = moved(self.wording, path, at, -1 if what == UP else 1)
            if to != path:
                swap = {path: to, to: path}
                self._own = {swap.get(each, each) for each in self._own}
            return to, at
        raise ValueError(what)

    def append(self, what: str) -> Path:
        """Add a part after the last one."""
        return self._added((len(self.wording.blocks) - 1,), what)

    def _added(self, path: Path, what: str) -> Path:
        kind = "head" if what == ADD_HEAD and self.name != CONDITIONS else "text"
        self.wording, to = added(self.wording, path, kind)
        self._shift(to, 1)
        self._own.add(to)
        return to

    def _removed(self, path: Path, at: int) -> tuple[Path, int]:
        before = len(block_at(self.wording, path).words)
        self.wording = without(self.wording, path, at)
        if before > 1:
            return path, max(0, at - 1)
        self._own.discard(path)
        self._shift(path, -1)
        return (*path[:-1], max(0, path[-1] - 1)), 0

    def _shift(self, path: Path, steps: int) -> None:
        """Follow the paragraphs written here when others come or go before them."""
        self._own = {
            (*each[:-1], each[-1] + steps)
            if each[:-1] == path[:-1] and each[-1] >= path[-1]
            else each
            for each in self._own
        }


def draft_key(desk: Desk, name: str) -> DraftKey:
    """Give what the draft of a text is kept under."""
    return DraftKey(register=desk.store.register_uuid, act="letter_text", more=name)
