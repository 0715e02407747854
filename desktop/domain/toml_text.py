"""A data tree as TOML that a person can read and a program can read back."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


def to_toml(data: Mapping[str, Any]) -> str:
    """Give a tree of tables, lists of tables, words, numbers and days; None is left out."""
    return "\n".join(_table(data, ())).strip() + "\n"


def _table(data: Mapping[str, Any], path: Sequence[str]) -> Iterator[str]:
    inside = {key: value for key, value in data.items() if _is_table(value) or _is_list(value)}
    for key, value in data.items():
        if key not in inside and value is not None:
            yield f"{_key(key)} = {_value(value)}"
    for key, value in inside.items():
        name = (*path, key)
        head = ".".join(map(_key, name))
        for each in [value] if _is_table(value) else value:
            yield f"\n[{head}]" if _is_table(value) else f"\n[[{head}]]"
            yield from _table(each, name)


def _is_table(value: object) -> bool:
    return isinstance(value, dict)


def _is_list(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_table, value))


def _key(key: str) -> str:
    return key if key and set(key) <= _BARE else _words(key)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | date):
        return str(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(each) for each in value)}]"
    if isinstance(value, dict):
        pairs = ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items())
        return f"{{ {pairs} }}"
    return _words(str(value))


def _words(words: str) -> str:
    """Quote as TOML does: the same escapes as JSON has, and none for letters."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
