"""Changes of a guideline's data tree: values, parts that come and go, copies to begin from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.domain.guideline import to_json
from desktop.domain.swedish import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

Tree: TypeAlias = dict[str, Any]
"""The data of a guideline as JSON has it: days are ISO strings."""
Path: TypeAlias = tuple[str | int, ...]
"""Keys and places from the root of the tree: ("scheme", 0, "rule", 2, "cap")."""

HEAD = ("guideline",)
"""Where the document's own facts stand."""
ADOPTION = ("valid_from", "valid_to", "body", "adopted_on", "paragraph", "dnr")
"""Keys of the head that the adoption itself gives."""


def tree_of(data: Mapping[str, Any]) -> Tree:
    """Give data as a tree of its own that can be kept as JSON."""
    tree: Tree = json.loads(to_json(data))
    return tree


def written(path: Path) -> str:
    """Give a path as problems name it: "scheme.0.rule.2.cap"."""
    return ".".join(str(part) for part in path)


def value_at(tree: Tree, path: Path, default: Any = None) -> Any:  # noqa: ANN401 - any leaf
    """Give what stands at a path; the default where nothing does."""
    found: Any = tree
    for part in path:
        known = part in found if isinstance(found, dict) else isinstance(found, list)
        try:
            found = found[part] if known else default
        except IndexError:
            known = False
        if not known:
            return default
    return found


def with_value(tree: Tree, path: Path, value: object) -> Tree:
    """Give the tree with another value at a path; None takes the key away."""
    changed: Tree = _changed(tree, path, value)
    return changed


def _changed(part: Any, path: Path, value: object) -> Any:  # noqa: ANN401 - any branch
    key, rest = path[0], path[1:]
    if isinstance(part, list):
        at = int(key)
        new = _changed(part[at], rest, value) if rest else value
        return [*part[:at], new, *part[at + 1 :]]
    kept = dict(part or {})
    if rest:
        kept[str(key)] = _changed(kept.get(str(key), {}), rest, value)
    elif value is None:
        kept.pop(str(key), None)
    else:
        kept[str(key)] = value
    return kept


def with_item(tree: Tree, path: Path, item: object, at: int | None = None) -> Tree:
    """Give the tree with one more item in a list, last unless a place is named."""
    items = list(value_at(tree, path, []))
    items.insert(len(items) if at is None else at, item)
    return with_value(tree, path, items)


def without(tree: Tree, path: Path) -> Tree:
    """Give the tree without the item of a list, or the key of a table, that a path names."""
    last = path[-1]
    if isinstance(last, int):
        items = list(value_at(tree, path[:-1], []))
        del items[last]
        return with_value(tree, path[:-1], items)
    return with_value(tree, path, None)


def moved(tree: Tree, path: Path, steps: int) -> Tree:
    """Give the tree with an item some steps down its list, or up; the ends hold it."""
    items = list(value_at(tree, path[:-1], []))
    at = int(path[-1])
    to = min(max(0, at + steps), len(items) - 1)
    items.insert(to, items.pop(at))
    return with_value(tree, path[:-1], items)


def free_key(words: str, taken: Iterable[str]) -> str:
    """Give a key made of words that none of the taken ones is: "ungas_resor", "ungas_resor_2"."""
    plain = fold(words).translate(_PLAIN)
    letters = "".join(each if each.isascii() and each.isalnum() else " " for each in plain)
    base = "_".join(letters.split())[:40] or "ny"
    used = set(taken)
    key, number = base, 1
    while key in used:
        number += 1
        key = f"{base}_{number}"
    return key


_PLAIN = str.maketrans("åäö", "aao")


def keys_of(items: Sequence[Mapping[str, Any]]) -> list[str]:
    """Give the keys of goals, schemes or application types."""
    return [str(each.get("key", "")) for each in items]


def with_goal(tree: Tree) -> Tree:
    """Give the tree with one more goal, still without words."""
    goals = value_at(tree, ("goal",), [])
    key = free_key("mål", keys_of(goals))
    return with_item(tree, ("goal",), {"key": key, "short": "", "text": ""})


def with_scheme(tree: Tree, scheme: Mapping[str, Any]) -> Tree:
    """Give the tree with one more form of grant, under a key that is free.

    A rule of a kind that every grant has already is not taken along.
    """
    taken = keys_of(value_at(tree, ("scheme",), []))
    common = {rule.get("kind") for rule in value_at(tree, ("shared",), [])}
    kept = tree_of(scheme)
    kept["key"] = free_key(str(kept.get("key") or kept["name"]), taken)
    kept["rule"] = [rule for rule in kept["rule"] if rule.get("kind") not in common]
    return with_item(tree, ("scheme",), kept)


def empty_scheme() -> Tree:
    """Give a form of grant that has no name and no rule yet."""
    return {
        "key": "bidrag",
        "name": "",
        "short": "",
        "definite": "",
        "activity": True,
        "per_place": False,
        "applicants": ["association"],
        "rule": [],
    }


def whole_scheme(data: Mapping[str, Any], key: str) -> Tree:
    """Give a form of grant with the rules its guideline has for all of them: to copy elsewhere."""
    tree = tree_of(data)
    scheme: Tree = next(each for each in tree["scheme"] if each["key"] == key)
    return {**scheme, "rule": [*scheme["rule"], *tree.get("shared", ())]}


def copied(data: Mapping[str, Any], key: str, name: str, day: date) -> Tree:
    """Give a guideline for another municipality to begin from; it has not adopted it."""
    tree = tree_of(data)
    head = {word: value for word, value in tree["guideline"].items() if word not in _OWN}
    head |= {
        "municipality": key,
        "name": name,
        "copied_from": tree["guideline"]["name"],
        "complete": True,
        "valid_from": day.isoformat(),
    }
    return {**tree, "guideline": head}


_OWN = ("adopted_on", "paragraph", "dnr", "valid_to", "owner")
"""What is another municipality's own of a head."""


def empty(key: str, name: str, day: date) -> Tree:
    """Give a guideline that says nothing yet, for a municipality that writes its own."""
    head = {
        "municipality": key,
        "name": name,
        "title": "Riktlinjer för internationellt arbete",
        "body": "Kommunstyrelsen",
        "committee": "",
        "minimum_goals": 0,
        "copied_from": name,
        "complete": True,
        "valid_from": day.isoformat(),
    }
    return {"guideline": head, "goal": [], "shared": [], "scheme": [], "statement": []}


def adopted(tree: Tree, head: Mapping[str, object]) -> Tree:
    """Give the tree as it is adopted: with the adoption's own facts, whole and one's own."""
    kept = {
        word: value
        for word, value in tree["guideline"].items()
        if word not in ("copied_from", *ADOPTION)
    }
    given = {word: value for word, value in head.items() if value not in (None, "")}
    return {**tree, "guideline": {**kept, **given, "complete": True}}


_ENDINGS = (("stipendium", "stipendiet"), ("fond", "fonden"), ("pott", "potten"))
_NEUTER = ("bidrag", "stöd", "anslag", "stipendium")


def running_name(name: str) -> str:
    """Give a form of grant as running text has it: "resebidraget"; the name itself when unsure."""
    words = name.strip()
    small = words[:1].lower() + words[1:]
    if small.endswith(_NEUTER[:3]):
        return f"{small}et"
    for ending, definite in _ENDINGS:
        if small.endswith(ending):
            return f"{small.removesuffix(ending)}{definite}"
    return small


def short_name(name: str) -> str:
    """Give a form of grant as bars have it: "Rese" for "Resebidrag", else the first word."""
    words = name.strip()
    for ending in _NEUTER:
        stem = words.removesuffix(ending)
        if stem != words and stem.strip() and " " not in words:
            return stem.strip()
    return words.split(" ", maxsplit=1)[0]
