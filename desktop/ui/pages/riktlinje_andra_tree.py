"""The guideline while it is written: its tree, its draft, what is wrong and what differs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.domain.guideline_diff import Difference, differences
from desktop.domain.guideline_edit import Path, Tree, value_at, with_value, written
from desktop.domain.guideline_judging import judge
from desktop.flow.ask import File
from desktop.flow.guideline_data import tree_of_version
from desktop.ui.draft import DraftKey

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain.problems import Problem
    from desktop.flow.desk import Desk
    from desktop.ui.draft import Draft
    from desktop.ui.drafts import Drafts

QUOTED = ("short", "text")
"""Keys of a rule that quote the place where it stands."""
MOST_STEPS = 100
"""Changes that can be taken back."""


class Editing:
    """One guideline as it is being written; nothing of it counts before it is adopted."""

    def __init__(self, desk: Desk, drafts: Drafts) -> None:
        """Take the version in force, or the draft that was left."""
        self.version, self.guideline = desk.in_force()
        self.before: Tree = tree_of_version(desk, self.version)
        self.tree = self.before
        self._drafts = drafts
        self._key = DraftKey(register=desk.store.register_uuid, act="guideline")
        drafts.watch(self)
        self._past: list[tuple[Path, Tree]] = []
        self.touched: set[str] = set()
        kept = drafts.get(self._key) or {}
        self.found = kept.get("version") == self.version and isinstance(kept.get("tree"), str)
        if self.found:
            self.tree = json.loads(str(kept["tree"]))
        self._kept = self.tree

    @property
    def changed(self) -> bool:
        """Say whether anything differs from the version in force."""
        return self.tree != self.before

    @property
    def dirty(self) -> bool:
        """Say whether there is a draft of it."""
        return self.changed

    def put(self, path: Path, value: object) -> None:
        """Write a value; keys after each other in one field are one change to take back."""
        if value_at(self.tree, path) == value:
            return
        if not self._past or self._past[-1][0] != path:
            self._remember(path)
        self.touched.add(written(path))
        self.tree = with_value(self.tree, path, value)

    def forget_quote(self, rule: Path) -> tuple[Path, ...]:
        """Take away what a rule quotes of another place than it now names; gives what was taken.

        What somebody has written on this page stays.
        """
        quoted = tuple((*rule, key) for key in QUOTED)
        gone = tuple(
            path
            for path in quoted
            if written(path) not in self.touched and value_at(self.tree, path)
        )
        for path in gone:
            self.tree = with_value(self.tree, path, None)
        return gone

    def act(self, change: Callable[[Tree], Tree]) -> None:
        """Let a part come, go or move."""
        self._remember(())
        self.tree = change(self.tree)

    def _remember(self, path: Path) -> None:
        self._past = [*self._past[-MOST_STEPS:], (path, self.tree)]

    def can_undo(self) -> bool:
        """Say whether there is a change to take back."""
        return bool(self._past)

    def undo(self) -> None:
        """Take the latest change back."""
        if self._past:
            _path, self.tree = self._past.pop()

    def problems(self) -> Sequence[Problem]:
        """Give what is wrong, by path."""
        return judge(self.tree)

    def differences(self) -> Sequence[Difference]:
        """Give what the new version says otherwise."""
        return differences(self.before, self.tree)

    def file(self) -> File:
        """Give all of it as the act takes it."""
        words = json.dumps(self.tree, ensure_ascii=False)
        return File(name="riktlinje.json", content=words.encode())

    def is_of(self, draft: Draft) -> bool:
        """Say whether a draft is of the guideline."""
        return draft.key == self._key

    def keep(self) -> None:
        """Keep the draft; what is as before leaves none."""
        if self.tree == self._kept:
            return
        self._kept = self.tree
        if self.changed:
            words = json.dumps(self.tree, ensure_ascii=False)
            self._drafts.keep(self._key, {"version": self.version, "tree": words})
        else:
            self._drafts.drop(self._key)

    def drop(self) -> None:
        """Throw the draft away."""
        self._drafts.drop(self._key)
        self.tree = self._kept = self.before
        self._past.clear()
        self.touched.clear()
