"""The whole data of an adopted version, as the editor and the command line take it."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

from desktop import library
from desktop.domain.guideline_edit import Tree, tree_of
from desktop.domain.problems import Refusal, refuse
from desktop.domain.registers import GuidelineVersion
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from desktop.flow.ask import File
    from desktop.flow.desk import Desk

LEAVES = ("scheme", "goal", "shared", "statement")
"""Lists that every tree has, though they may be empty."""


def tree_of_version(desk: Desk, version_id: int) -> Tree:
    """Give the data of a version with the parts that were written down after it was adopted."""
    row = desk.store.get(GuidelineVersion, version_id)
    tree: Tree = json.loads(row.text)
    known = desk.guideline(version_id)
    head = tree["guideline"]
    if not head.get("complete"):
        for part in library.PARTS:
            later = library.part_of(known.municipality, part, known.valid_from)
            if part not in tree and later:
                tree[part] = dict(later)
    for key in LEAVES:
        tree.setdefault(key, [])
    return tree_of(tree)


def read_tree(file: File, field: str) -> Tree:
    """Read data from a TOML or JSON file; refuse one that is neither, or no guideline."""
    try:
        words = file.content.decode("utf-8-sig")
        found: Any = json.loads(words) if words.lstrip()[:1] == "{" else tomllib.loads(words)
    except ValueError as trouble:
        raise unreadable(field, file.name, str(_where(trouble))) from None
    if not isinstance(found, dict) or not isinstance(found.get("guideline"), dict):
        raise unreadable(field, file.name, str(say("delen guideline saknas")))
    tree = tree_of(found)
    for key in LEAVES:
        tree.setdefault(key, [])
    return tree


def _where(trouble: ValueError) -> Text:
    """Say in Swedish where a file is wrong; Python says it in English."""
    if isinstance(trouble, UnicodeDecodeError):
        return say("den är ingen text")
    line = re.search(r"line (\d+)", str(trouble))
    return (
        say("rad {line} är fel skriven", line=line[1]) if line else say("den tar slut för tidigt")
    )


def unreadable(field: str, name: str, why: str) -> Refusal:
    """Say that a file is no guideline."""
    return refuse(
        field,
        "Riktlinjens regler – {name} går inte att läsa – {why}.",
        name=name,
        why=why[:80],
    )
