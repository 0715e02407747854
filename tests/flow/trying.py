"""Acts tried without being done: what each would say and write, or why it is refused."""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from db.change import Content, Insert
from desktop.domain.casework import Case
from desktop.domain.problems import Refusal
from desktop.flow.ask import Ask, Kind, asks
from desktop.flow.desk import Desk
from desktop.flow.options import options
from desktop.flow.reading import read
from desktop.flow.registers import open_register
from desktop.flow.run import plan
from tests.flow import commitment_stage, follow_up_stage, school_stage, stage, visit_stage
from tests.flow.coordinator import TYPED, Clock, Coordinator
from tests.flow.telling import LEFT_OUT, in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from db.store import Store
    from desktop.domain.record import Record
    from desktop.flow.step import Step
    from desktop.flow.work import Work

NOBODY = 999_999
"""A row that is not in any register."""
PERSONAL_NUMBER = "811228-9874"
OTHER_WORDS = "andra ord"
BEFORE_ALL, LONG_AFTER = date(1999, 12, 31), date(2031, 6, 1)
MOST_CHOICES = 4
"""Choices tried of one field; very long lists are told where they are listed."""

MOST_LETTERS = 600
"""Letters told of one column."""

Rows = dict[tuple[str, int], dict[str, str]]
"""The rows that a plan writes, by table and id: the columns that change."""


@contextmanager
def open_copy(kept: Path, folder: Path) -> Iterator[Store]:
    """Open a copy of a register that acts are only tried in."""
    path = folder / "påhittat.vanbok"
    shutil.copy(kept, path)
    with open_register(path, clock=Clock(datetime(2026, 3, 2, 9, 30))).store as store:
        yield store


def sits_down(store: Store, day: date = stage.DAY) -> Coordinator:
    """Give somebody at a desk of her own, who remembers nothing of what others looked at."""
    clock = Clock(datetime(day.year, day.month, day.day, 9, 30))
    return Coordinator(Desk(store=store, clock=clock), clock)


def subjects(it: Coordinator, about: str) -> list[tuple[str, Any]]:
    """Give everything that acts can be about, with what it is called."""
    store = it.desk.store
    if about == "case":
        seen = [it.sees(each.id) for each in store.find(Case, order="id")]
        return [(f"{each.case.number} {each.case.phase}", each) for each in seen]
    if about in visit_stage.KINDS:
        found = visit_stage.pictures(it, about)
    elif about in commitment_stage.KINDS:
        found = commitment_stage.pictures(it, about)
    elif about in follow_up_stage.KINDS:
        found = follow_up_stage.pictures(it, about)
    elif about in stage.KINDS:
        found = list(store.find(stage.KINDS[about], order="id"))
    else:
        return [("", None)]
    return [(f"{about} {at}", each) for at, each in enumerate(found, 1)]


def first_of(step: Step, known: list[tuple[str, Any]]) -> Any:
    """Give the first of those known that an act about cases can be done with; None without any."""
    fits = stage.FITS.get(step.name, step.applies)
    return next((seen for _, seen in known if step.applies(seen) and fits(seen)), None)


def filled(it: Coordinator, step: Step, seen: Any = None) -> dict[str, Any]:
    """What the form of the first thing an act applies to proposes, with what a person adds."""
    raw = stage.proposed(it, step, seen or stage.subject_of(it, step))
    known = asks(step.command)
    typed = {name: value for name, value in TYPED.items() if name in known}
    if known.get("deviation") and known["deviation"].kind is Kind.KR:
        del typed["deviation"]
    return {**typed, **{name: value for name, value in raw.items() if value not in (None, "", ())}}


def tried(it: Coordinator, step: Step, raw: Mapping[str, Any]) -> Work | Refusal:
    """Plan an act, as a preview does; what it would do, or why not."""
    store = it.desk.store
    # What was only tried leaves no gap in the numbers of the next.
    store._given.clear()
    try:
        return plan(it.desk, read(step.command, raw, it.today))
    except Refusal as refusal:
        return refusal


def refused(refusal: Refusal) -> str:
    """Give the problems of a refusal with their fields."""
    said = (f"[{each.field}] {in_one_line(each.text)}" for each in refusal.problems)
    return "refused " + " ".join(said)


def rows(work: Work) -> Rows:
    """Give what a plan writes; of a file's bytes nothing, and of a digest only that it is there."""
    found: Rows = {}
    for each in work.changes:
        if isinstance(each, Content):
            continue
        if isinstance(each, Insert):
            found[type(each.record).__name__, each.record.id] = _columns(each.record)
        else:
            before, after = _columns(each.before), _columns(each.after)
            changed = {name: value for name, value in after.items() if value != before[name]}
            found[type(each.after).__name__, each.after.id] = changed
    return found


def _columns(record: Record) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in fields(record):
        value = getattr(record, each.name)
        if each.name == "snapshot" and value:
            parts = json.loads(value)
            found |= {f"snapshot {name}": in_one_line(part) for name, part in parts.items()}
        elif each.name not in (*LEFT_OUT, "rev"):
            found[each.name] = in_one_line(value)
    return found


def outcome(work: Work, known: Work | None = None) -> Iterator[str]:
    """Say what a plan does, or what it does otherwise than one that is known."""
    said = _said(work)
    same = known is not None and work is not known and said == _said(known)
    yield "the same is said" if same else said
    old_rows, new_rows = rows(known) if known else {}, rows(work)
    for key in old_rows:
        if key not in new_rows:
            yield f"  - {key[0]} {key[1]}"
    for key, columns in new_rows.items():
        old = old_rows.get(key, {})
        news = {name: value for name, value in columns.items() if old.get(name) != value}
        lost = [name for name in old if name not in columns]
        if news or lost:
            sign = "~" if key in old_rows else "+"
            words = [
                f"{name}={value[:MOST_LETTERS]}" for name, value in news.items() if old or value
            ]
            yield f"  {sign} {key[0]} {key[1]}: " + "; ".join([*words, *(f"no {x}" for x in lost)])


def _said(work: Work) -> str:
    about = ", ".join(f"{kind} {number}" for kind, number in work.subjects)
    end = "; final" if work.final else ""
    why = f"; because {work.reason}" if work.reason else ""
    return f"{in_one_line(work.said or '(its title)')} ({about}{end}{why})"


def others(it: Coordinator, asked: Ask, given: Any, seen: Any) -> Iterator[tuple[str, Any]]:
    """Give what else somebody might put in a field of a form about `seen`, with a word for each."""
    if given not in (None, "", (), []) and not asked.required:
        yield "nothing", ""
    today = it.today
    match asked.kind:
        case Kind.LINE | Kind.NOTE:
            if given != OTHER_WORDS:
                yield "other words", OTHER_WORDS
            yield "a personal number", f"om {PERSONAL_NUMBER}"
        case Kind.KR | Kind.NUMBER:
            yield from _sums(asked, given)
        case Kind.DAY:
            days = [BEFORE_ALL, today - timedelta(days=1), today + timedelta(days=1)]
            days += [] if asked.past else [LONG_AFTER]
            yield from ((day.isoformat(), day) for day in days if day != given)
        case Kind.YES:
            yield ("no", False) if given else ("yes", True)
        case Kind.CHOICE:
            found = [key for key, _ in options(it.desk, asked, seen) if key != given]
            found = [*found[:MOST_CHOICES], *([] if asked.choices else ["P99"])]
            yield from ((key, key) for key in found)
        case Kind.CHOICES:
            keys = [key for key, _ in options(it.desk, asked, seen)][:2]
            yield ", ".join(keys), keys
            yield "P99", ["P99"]
        case Kind.REF | Kind.REFS:
            yield from _rows_of(asked, given)
        case Kind.ROWS:
            yield from _rows(it, asked, given, seen)


def _sums(asked: Ask, given: Any) -> Iterator[tuple[str, int]]:
    figure = int(given) if str(given or "").isdigit() else None
    found = [asked.low, 1] if figure is None else [asked.low, figure - 1, figure + 1]
    for each in dict.fromkeys(found):
        if asked.low <= each <= asked.high and each != figure:
            yield str(each), each


def _rows_of(asked: Ask, given: Any) -> Iterator[tuple[str, Any]]:
    many = asked.kind is Kind.REFS
    yield "nobody", (NOBODY,) if many else NOBODY
    if many or (asked.ref in ("place", "body", "association") and given != 1):
        yield "the first", (1,) if many else 1


def _rows(it: Coordinator, asked: Ask, given: Any, seen: Any) -> Iterator[tuple[str, Any]]:
    """Give the first row twice, and the first with each of its own fields otherwise."""
    assert asked.row is not None
    kept = [_as_typed(each) for each in given or ()]
    if not kept:
        kept = [_some(it, asked.row, seen)]
        yield "a row", kept
    yield "the first row twice", (kept[0], kept[0])
    for name, inner in asks(asked.row).items():
        for what, value in others(it, inner, kept[0].get(name), seen):
            yield f"{name}: {what}", [{**kept[0], name: value}, *kept[1:]]


def _as_typed(row: Any) -> dict[str, Any]:
    return (
        dict(row)
        if isinstance(row, dict)
        else {each.name: getattr(row, each.name) for each in fields(row)}
    )


def _some(it: Coordinator, row: type[Any], seen: Any) -> dict[str, Any]:
    """Give a row with something in each of its fields that must be filled in."""
    found: dict[str, Any] = {}
    for name, asked in asks(row).items():
        if asked.required:
            keys = [key for key, _ in options(it.desk, asked, seen)]
            words = {Kind.DAY: it.today, Kind.LINE: "en rad", Kind.NOTE: "en rad"}
            found[name] = keys[0] if keys else words.get(asked.kind, 100)
    return found


def is_of_schools(step: Step) -> bool:
    """Tell whether only a register with a school fund knows an act."""
    return step.name in school_stage.ACTS
