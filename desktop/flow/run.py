"""The only way to change the file: one command, one transaction, one event."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from db.change import Act
from desktop.domain.text import Text, plain
from desktop.flow.ask import File
from desktop.flow.derive import refresh
from desktop.flow.similar import noted
from desktop.flow.steps import step_of
from desktop.flow.work import Work

if TYPE_CHECKING:
    from db.change import Event
    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What an act did."""

    text: Text
    """One sentence, for the undo band and the log."""
    event: Event
    """The event in the log."""
    subjects: tuple[tuple[str, int], ...]
    """What it was about."""
    documents: tuple[int, ...]
    """Documents that were made and may be shown or printed."""
    final: bool
    """True when it cannot be taken back."""


def plan(desk: Desk, command: Any) -> Work:  # noqa: ANN401 - any command
    """Look and judge without writing: what a preview shows is what `run` will keep."""
    step = step_of(type(command))
    work = Work(store=desk.store)
    step.plan(desk, command, work)
    return work


def run(desk: Desk, command: Any, uuid: str | None = None) -> Outcome:  # noqa: ANN401
    """Do the act, or raise Refusal and write nothing.

    The same uuid twice gives the first event again: a repeated command is done once.
    """
    step = step_of(type(command))
    store = desk.store
    uuid = uuid or desk.new_uuid()
    done = store.event_by_uuid(uuid)
    if done is not None:
        return _outcome(done, plain(done.text), ())
    work = plan(desk, command)
    said = noted(desk, step.name, command, work.said or step.title)
    event = store.commit(
        Act(
            uuid=uuid,
            name=step.name,
            at=desk.clock(),
            officer=desk.officer().name,
            command=written(command),
            subjects=tuple(work.subjects),
            text=str(said),
            reason=work.reason,
            changes=tuple(work.changes),
            final=work.final,
            undoes=work.undoes,
        ),
        lambda store, derived: refresh(desk, store, derived, work),
    )
    return _outcome(event, said, tuple(work.documents))


def _outcome(event: Event, text: Text, documents: tuple[int, ...]) -> Outcome:
    return Outcome(
        text=text,
        event=event,
        subjects=event.subjects,
        documents=documents,
        final=event.final,
    )


def written(command: Any) -> str:  # noqa: ANN401 - any command
    """Give a command as canonical JSON for the log; a file as its name and size."""
    return json.dumps(_value(command), ensure_ascii=False, sort_keys=True)


def _value(value: Any) -> Any:  # noqa: ANN401 - any value of a command
    if isinstance(value, File):
        return {"name": value.name, "bytes": len(value.content)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if hasattr(value, "__dataclass_fields__"):
        return {each.name: _value(getattr(value, each.name)) for each in fields(value)}
    return value
