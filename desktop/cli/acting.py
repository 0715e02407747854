"""One act from one JSON object: read, checked and done by the same rules as in the window."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from desktop import logfile
from desktop.cli.naming import with_ids
from desktop.domain.clean import clean
from desktop.domain.problems import Refusal, refuse
from desktop.flow.ask import File, Kind, asks
from desktop.flow.legal_effect import effect_of
from desktop.flow.reading import read
from desktop.flow.run import run
from desktop.flow.steps import step_named
from desktop.flow.steps.catalogue import STEPS
from desktop.flow.typed import MAX_FILE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from db.change import Event
    from desktop.flow.desk import Desk
    from desktop.flow.step import Step

ENVELOPE = ("act", "uuid", "on")
"""What a line has besides the fields of its act."""
SHOWN = 60
"""Characters shown of a word that is wrong."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """An act that somebody asked for, with its fields as they were given."""

    step: Step
    """The act."""
    uuid: str | None
    """The command's own id: the same id is done once."""
    on: date | None
    """The day it is done; None: today."""
    fields: Mapping[str, Any]
    """Its fields, not read yet."""


def asked_for(given: Mapping[str, Any], folder: Path) -> Asked:
    """Find out what a line asks for; `folder` is where its files are looked for."""
    step = _step(given.get("act"))
    fields = {name: value for name, value in given.items() if name not in ENVELOPE}
    return Asked(
        step=step,
        uuid=_uuid(given.get("uuid")),
        on=_on(given.get("on")),
        fields=with_files(step.command, fields, folder),
    )


def _step(name: object) -> Step:
    if isinstance(name, str):
        try:
            return step_named(name)
        except KeyError:
            pass
    if name is None:
        raise refuse("act", "act – saknas – skriv vad som ska göras, till exempel make_list.")
    raise refuse(
        "act",
        "act – {name} finns inte – välj {names}.",
        name=shown(name),
        names=", ".join(step.name for step in STEPS),
    )


def _uuid(given: object) -> str | None:
    if given is None:
        return None
    try:
        return str(UUID(given if isinstance(given, str) else ""))
    except ValueError:
        raise refuse(
            "uuid", "uuid – {given} är inget uuid – gör ett nytt.", given=shown(given)
        ) from None


def _on(given: object) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given if isinstance(given, str) else "")
    except ValueError:
        raise refuse(
            "on", "on – {given} är ingen dag – skriv som 2026-11-21.", given=shown(given)
        ) from None


def shown(given: object) -> str:
    """Give what was given, short enough for a sentence and fit for any terminal."""
    words = clean(str(given)[: 2 * SHOWN])
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"


def with_files(command: type[Any], fields: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """Give the fields with the files that are named by a path read; refuse what is no file."""
    found = dict(fields)
    for name, asked in asks(command).items():
        given = found.get(name)
        if asked.kind is Kind.FILE and isinstance(given, dict) and "path" in given:
            found[name] = _file(name, str(asked.label), given, folder)
    return found


def _file(name: str, label: str, given: Mapping[str, Any], folder: Path) -> File:
    if "base64" in given:
        raise refuse(name, "{label} – har både path och base64 – ta bort det ena.", label=label)
    path = folder / str(given["path"])
    try:
        if not path.is_file():
            raise FileNotFoundError
        with path.open("rb") as file:
            content = file.read(MAX_FILE + 1)
    except (OSError, ValueError):
        raise refuse(
            name,
            "{label} – {path} går inte att läsa – kontrollera var filen ligger.",
            label=label,
            path=shown(given["path"]),
        ) from None
    return File(name=str(given.get("name") or path.name), content=content)


def do(desk: Desk, asked: Asked) -> Event:
    """Do the act, or raise Refusal or FileTrouble; what was done before is not done again."""
    if asked.uuid and (done := desk.store.event_by_uuid(asked.uuid)):
        if done.name != asked.step.name:
            raise refuse(
                "uuid",
                "uuid – händelse {number} har det redan – gör ett nytt.",
                number=done.id,
            )
        return done
    if asked.on is not None:
        desk = desk.on(asked.on)
    fields = with_ids(desk, asked.step.command, asked.fields)
    outcome = run(desk, read(asked.step.command, fields, desk.today), asked.uuid)
    logfile.act(asked.step.name, outcome.event.id)
    return outcome.event


def answer(event: Event) -> dict[str, Any]:
    """Give what an act did, as the answer to a line."""
    documents = (
        {"id": change.id, "name": change.after["name"]}
        for change in event.changed()
        if change.table == "document" and change.before is None and change.after["outgoing"]
    )
    return {
        "ok": True,
        "text": event.text,
        "event": event.id,
        "subjects": [list(subject) for subject in event.subjects],
        "documents": list(documents),
        **_effect(event),
    }


def _effect(event: Event) -> dict[str, Any]:
    """Say what the act meant in law, when it reopened or replaced what had left the house."""
    effect = effect_of(event.name, json.loads(event.command).get("kind", ""))
    return {"effect": [str(each) for each in effect.said()]} if effect is not None else {}


def refused(refusal: Refusal) -> dict[str, Any]:
    """Give why an act was not done, as the answer to a line."""
    problems = [
        {"field": shown(each.field), "text": clean(str(each.text))} for each in refusal.problems
    ]
    return {"ok": False, "problems": problems}
