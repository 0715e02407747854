"""A letter's text as parts that a person edits, read from TOML and written back without loss."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from desktop.letters.problems import BadTemplate
from desktop.letters.template import (
    SHARED,
    SideRow,
    Template,
    TemplateBlock,
    parse,
    parse_blocks,
    parse_conditions,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

CONDITIONS = "conditions"
LISTS = ("bullets", "numbered")
FIXED = ("part", "include")
"""Blocks that the program fills in whole; they have no words of their own."""
_HEAD = ("label", "title", "heading", "subtitle", "running")
_ALWAYS = ("title", "heading")
_FLAGS = {"landscape": False, "dense": False, "addressed": True, "footer": True}

Item = TypeVar("Item")
Path: TypeAlias = tuple[int, ...]
"""Where a block is: its number, and within a box the number inside it."""


@dataclass(frozen=True, kw_only=True)
class Wording:
    """The text of one paper, or of a text that papers share."""

    name: str
    """A kind of paper, "appeal" or "conditions"."""
    template: Template | None = None
    """What stands around the blocks of a paper; None for a shared text."""
    blocks: tuple[TemplateBlock, ...]
    """The blocks in order."""


def read(name: str, text: str) -> Wording:
    """Read a text. Raises BadTemplate, also for what is TOML and no letter."""
    try:
        wording = _read(name, text)
    except (AttributeError, TypeError, ValueError) as fault:
        raise BadTemplate(name, str(fault)) from None
    for block in _all(wording.blocks):
        wanting = not block.inside if block.what == "box" else not block.words
        if wanting or (block.what == "fields" and len(block.words) % 2):
            raise BadTemplate(name, f"{block.what} saknar ord")
    return wording


def _all(blocks: tuple[TemplateBlock, ...]) -> Iterator[TemplateBlock]:
    for block in blocks:
        yield block
        yield from _all(block.inside)


def _read(name: str, text: str) -> Wording:
    if name == CONDITIONS:
        return Wording(name=name, blocks=parse_conditions(text))
    if name in SHARED:
        return Wording(name=name, blocks=parse_blocks(name, text))
    template = parse(name, text)
    return Wording(name=name, template=template, blocks=template.blocks)


def write(wording: Wording) -> str:
    """Write a text as TOML; `read` gives the same wording back."""
    key = "condition" if wording.name == CONDITIONS else "block"
    parts = list(_head(wording.template)) if wording.template is not None else []
    parts += [_block(block, key) for block in wording.blocks]
    return "\n".join(parts)


def _head(template: Template) -> Iterator[str]:
    for name in _HEAD:
        value = getattr(template, name)
        if value or name in _ALWAYS:
            yield f"{name} = {_quoted(value)}"
    for name, usual in _FLAGS.items():
        if getattr(template, name) is not usual:
            yield f"{name} = {str(not usual).lower()}"
    if template.language != Template.language:
        yield f"language = {_quoted(template.language)}"
    if template.mark is not None:
        yield f"mark = [{', '.join(map(_quoted, _sender(template.mark)))}]"
    if template.sender:
        yield _rows("sender", [_sender(row) for row in template.sender])
    if template.side:
        yield _rows("side", [_side(row) for row in template.side])


def _sender(row: SideRow) -> list[str]:
    return _side(row)[1:]


def _side(row: SideRow) -> list[str]:
    return [row.label, row.value, *([" ".join(row.when)] if row.when else [])]


def _rows(name: str, rows: list[list[str]]) -> str:
    lines = "".join(f"    [{', '.join(map(_quoted, row))}],\n" for row in rows)
    return f"{name} = [\n{lines}]"


def _block(block: TemplateBlock, key: str) -> str:
    lines = [f"\n[[{key}]]"]
    if block.what != "box":
        lines.append(f"{block.what} = {_words(block)}")
    lines += [
        f"{name} = {_quoted(' '.join(names))}"
        for name, names in (("when", block.when), ("unless", block.unless))
        if names
    ]
    if block.level != TemplateBlock.level:
        lines.append(f"level = {block.level}")
    if block.strong:
        lines.append("strong = true")
    if block.what == "box":
        lines += [_block(each, f"{key}.box").strip() for each in block.inside]
    return "\n".join(lines)


def _words(block: TemplateBlock) -> str:
    if block.what == "fields":
        pairs = zip(block.words[::2], block.words[1::2], strict=True)
        return f"[{', '.join(f'[{_quoted(one)}, {_quoted(two)}]' for one, two in pairs)}]"
    if block.what in (*LISTS, "clause"):
        return f"[{', '.join(map(_quoted, block.words))}]"
    return _quoted(block.words[0])


def _quoted(text: str) -> str:
    # A JSON string is a TOML string but for DEL, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


# Changes, each giving the wording anew


def block_at(wording: Wording, path: Path) -> TemplateBlock:
    """Give the block at a path."""
    block = wording.blocks[path[0]]
    return block if len(path) == 1 else block.inside[path[1]]


def with_block(wording: Wording, path: Path, *blocks: TemplateBlock) -> Wording:
    """Put others (or none) in the place of the block at a path; an emptied box goes with it."""
    first = wording.blocks[path[0]]
    if len(path) > 1:
        inside = (*first.inside[: path[1]], *blocks, *first.inside[path[1] + 1 :])
        blocks = (replace(first, inside=inside),) if inside else ()
    return _with(wording, (*wording.blocks[: path[0]], *blocks, *wording.blocks[path[0] + 1 :]))


def _with(wording: Wording, blocks: tuple[TemplateBlock, ...]) -> Wording:
    template = wording.template
    if template is not None:
        template = replace(template, blocks=blocks)
    return replace(wording, blocks=blocks, template=template)


def with_head(wording: Wording, name: str, words: str) -> Wording:
    """Change the heading, the subtitle, the label or the title of a paper."""
    if wording.template is None:
        raise ValueError(name)
    return replace(wording, template=replace(wording.template, **{name: words}))  # type: ignore[arg-type]


def with_side(wording: Wording, at: int, label: str) -> Wording:
    """Change the grey word of a line at the top right."""
    if wording.template is None:
        raise ValueError(at)
    side = list(wording.template.side)
    side[at] = replace(side[at], label=label)
    return replace(wording, template=replace(wording.template, side=tuple(side)))


def with_words(wording: Wording, path: Path, at: int, words: str) -> Wording:
    """Change the words of a block: the only ones (0), or those of one item."""
    block = block_at(wording, path)
    changed = (*block.words[:at], words, *block.words[at + 1 :])
    return with_block(wording, path, replace(block, words=changed))


def added(wording: Wording, path: Path, what: str) -> tuple[Wording, Path]:
    """Put an empty block after the one at a path; give its path too."""
    block = TemplateBlock(what=what, words=("",))
    if not wording.blocks:
        return _with(wording, (block,)), (0,)
    changed = with_block(wording, path, block_at(wording, path), block)
    return changed, (*path[:-1], path[-1] + 1)


def with_item(wording: Wording, path: Path, at: int) -> Wording:
    """Put an empty item after item `at` of a list."""
    block = block_at(wording, path)
    words = (*block.words[: at + 1], "", *block.words[at + 1 :])
    return with_block(wording, path, replace(block, words=words))


def without(wording: Wording, path: Path, at: int = 0) -> Wording:
    """Take a block away, or one item of a list that has more than one."""
    block = block_at(wording, path)
    if block.what in LISTS and len(block.words) > 1:
        words = (*block.words[:at], *block.words[at + 1 :])
        return with_block(wording, path, replace(block, words=words))
    return with_block(wording, path)


def moved(wording: Wording, path: Path, at: int, steps: int) -> tuple[Wording, Path, int]:
    """Move an item within its list, or a block one place up (-1) or down (1).

    What cannot go further stays where it is.
    """
    block = block_at(wording, path)
    if block.what in LISTS and 0 <= at + steps < len(block.words):
        words = _swapped(block.words, at, at + steps)
        return with_block(wording, path, replace(block, words=words)), path, at + steps
    beside = wording.blocks if len(path) == 1 else wording.blocks[path[0]].inside
    to = path[-1] + steps
    if block.what in LISTS or not 0 <= to < len(beside):
        return wording, path, at
    order = _swapped(beside, path[-1], to)
    if len(path) == 1:
        return _with(wording, order), (to,), at
    box = replace(wording.blocks[path[0]], inside=order)
    return with_block(wording, path[:1], box), (path[0], to), at


def _swapped(each: tuple[Item, ...], one: int, other: int) -> tuple[Item, ...]:
    order = list(each)
    order[one], order[other] = order[other], order[one]
    return tuple(order)
