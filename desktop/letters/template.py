"""A letter template: a TOML file that lists the blocks of a letter with {placeholders}."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from desktop.letters.problems import BadTemplate
from desktop.paths import resources

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
"""How a placeholder is written; anything else in braces is plain text."""

KINDS = (
    "decision_granted",
    "decision_partly",
    "decision_rejected",
    "decision_dismissed",
    "decision_written_off",
    "confirmation",
    "completion_request",
    "report_reminder",
    "overdue_reminder",
    "report_extension",
    "reclaim_decision",
    "payment_order",
    "board_decision",
    "board_proposal",
    "committee_sheet",
    "delegation_list",
    "journal",
    "dossier",
    "agreement",
    "invitation",
    "invitation_en",
    "visit_sheet",
    "settlement",
    "settlement_en",
    "trip_list",
    "budget_overview",
    "follow_up_form",
    "follow_up_reminder",
    "yearly_report",
    "work_list",
)
"""The papers; each has a template with this name."""

SHARED = ("appeal", "conditions", "reasons")
"""Texts that several papers use."""

_WORDS = ("lead", "head", "text", "note")
_LISTS = ("bullets", "numbered", "clause")
_IN_ENGLISH = "_en"
_KEYS = {*_WORDS, *_LISTS, "fields", "part", "box", "when", "unless", "level", "strong", "include"}


@dataclass(frozen=True, kw_only=True)
class TemplateBlock:
    """One block of a template."""

    what: str
    """"lead", "head", "text", "note", "bullets", "numbered", "fields", "part", "box", "include",
    "clause"."""
    words: tuple[str, ...] = ()
    """Its texts: one, or one for each item; label and value by turns in "fields"; Swedish and
    English by turns in "clause", the titles first."""
    when: tuple[str, ...] = ()
    """Values that must all be filled, or the block is left out."""
    unless: tuple[str, ...] = ()
    """Values that must all be empty, or the block is left out."""
    level: int = 2
    """Level of a heading."""
    strong: bool = False
    """True for the darker frame of a box."""
    inside: tuple[TemplateBlock, ...] = ()
    """The blocks in a box."""


@dataclass(frozen=True, kw_only=True)
class SideRow:
    """A line under the label at the top right."""

    label: str
    """The grey word."""
    value: str
    """Text with placeholders."""
    when: tuple[str, ...] = ()
    """Values that must be filled, or the line is left out."""


@dataclass(frozen=True, kw_only=True)
class Template:
    """A template as read from its file."""

    kind: str
    """Its name."""
    title: str
    """Title of the file, with placeholders."""
    heading: str
    """Heading of level 1, with placeholders."""
    subtitle: str
    """The line under it; empty for none."""
    label: str
    """What the paper is, at the top right; empty for nothing."""
    side: tuple[SideRow, ...]
    """The lines under the label."""
    sender: tuple[SideRow, ...]
    """The lines under the municipality's name; their labels are empty."""
    running: str
    """The line under the municipality's name on later pages."""
    landscape: bool
    """True for wide lists."""
    dense: bool
    """True for sheets with a large heading and smaller text."""
    addressed: bool
    """False for a paper that is about somebody but does not go there."""
    footer: bool
    """False for a paper without the office's address at its foot."""
    blocks: tuple[TemplateBlock, ...]
    """The blocks in order."""
    language: str = "sv-SE"
    """Language tag of the text."""
    mark: SideRow | None = None
    """What stands at the top of every page while its `when` holds; None for nothing."""


def builtin(name: str) -> str:
    """Give the text of a template or shared text that comes with the program.

    "settlement_en" is the English "settlement".
    Raises KeyError for a name that is neither in KINDS nor in SHARED.
    """
    if name not in KINDS and name not in SHARED:
        raise KeyError(name)
    language = "en" if name.endswith(_IN_ENGLISH) else "sv"
    stem = name.removesuffix(_IN_ENGLISH)
    return (resources() / "letters" / language / f"{stem}.toml").read_text("utf-8")


@lru_cache(maxsize=64)
def parse(kind: str, text: str) -> Template:
    """Read the text of a template. Raises BadTemplate saying what is wrong, in Swedish."""
    data = _toml(kind, text)
    try:
        return Template(
            kind=kind,
            title=str(data["title"]),
            heading=str(data["heading"]),
            subtitle=str(data.get("subtitle", "")),
            label=str(data.get("label", "")),
            side=tuple(_side(kind, row) for row in data.get("side", [])),
            sender=tuple(_side(kind, ["", *row]) for row in data.get("sender", [])),
            running=str(data.get("running", "")),
            landscape=bool(data.get("landscape", False)),
            dense=bool(data.get("dense", False)),
            addressed=bool(data.get("addressed", True)),
            footer=bool(data.get("footer", True)),
            blocks=tuple(_block(kind, block) for block in data.get("block", [])),
            language=str(data.get("language", "sv-SE")),
            mark=_side(kind, ["", *data["mark"]]) if "mark" in data else None,
        )
    except KeyError as missing:
        raise BadTemplate(kind, f"{missing.args[0]} saknas") from None


@lru_cache(maxsize=64)
def parse_blocks(name: str, text: str) -> tuple[TemplateBlock, ...]:
    """Read a shared text that is a list of blocks, such as how to appeal."""
    return tuple(_block(name, block) for block in _toml(name, text).get("block", []))


@lru_cache(maxsize=64)
def parse_conditions(text: str) -> tuple[TemplateBlock, ...]:
    """Read the list of conditions; each is a "text" block."""
    found = _toml("conditions", text).get("condition", [])
    return tuple(_block("conditions", condition) for condition in found)


def placeholders(text: str) -> tuple[str, ...]:
    """List the placeholders in a template's or reason's text, each once, in order."""
    return tuple(dict.fromkeys(PLACEHOLDER.findall(text)))


def _toml(kind: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BadTemplate(kind, str(fault)) from None


def _side(kind: str, row: object) -> SideRow:
    match row:
        case [str(label), str(value)]:
            return SideRow(label=label, value=value)
        case [str(label), str(value), str(when)]:
            return SideRow(label=label, value=value, when=tuple(when.split()))
    raise BadTemplate(kind, f"side: {row}")


def _block(kind: str, block: Mapping[str, Any]) -> TemplateBlock:
    unknown = set(block) - _KEYS
    if unknown:
        raise BadTemplate(kind, f"okänt ord {min(unknown)}")
    what = [key for key in block if key not in {"when", "unless", "level", "strong"}]
    if len(what) != 1:
        raise BadTemplate(kind, f"ett block ska säga en sak: {dict(block)}")
    body = block[what[0]]
    level = block.get("level", 2)
    if level not in {2, 3}:
        raise BadTemplate(kind, f"level ska vara 2 eller 3, inte {level}")
    inside = tuple(_block(kind, each) for each in body) if what[0] == "box" else ()
    return TemplateBlock(
        what=what[0],
        words=() if inside else tuple(_flat(body)),
        when=tuple(str(block.get("when", "")).split()),
        unless=tuple(str(block.get("unless", "")).split()),
        level=level,
        strong=bool(block.get("strong", False)),
        inside=inside,
    )


def _flat(body: object) -> Iterator[str]:
    if isinstance(body, list):
        for each in body:
            yield from _flat(each)
    else:
        yield str(body)
