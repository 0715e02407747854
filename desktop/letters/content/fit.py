"""A document without anything that cannot be seen, wherever in it the words stand."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from desktop.letters.content.text import plain

if TYPE_CHECKING:
    from desktop.letters.content.document import Document


def fit(document: Document) -> Document:
    """Give the document with every text of it fit for paper; itself when all is.

    Runs are made fit where they are filled in. Headings, names of columns, labels of bars and
    charts may have come straight from a register.
    """
    return cast("Document", _fit(document))


def _fit(value: Any) -> Any:  # noqa: ANN401 - any part of a document
    if type(value) is str:
        return value if value.replace("\u00a0", " ").isprintable() else plain(value)
    if type(value) is tuple:
        parts = tuple(_fit(each) for each in value)
        changed = any(new is not old for new, old in zip(parts, value, strict=True))
        return parts if changed else value
    if is_dataclass(value) and not isinstance(value, type):
        made = {each.name: _fit(getattr(value, each.name)) for each in fields(value) if each.init}
        changes = {name: new for name, new in made.items() if new is not getattr(value, name)}
        return replace(value, **changes) if changes else value
    return value
