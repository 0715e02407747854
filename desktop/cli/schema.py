"""Every act as JSON Schema (draft 2020-12): what a line of `act` may hold."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from typing import TYPE_CHECKING, Any

from desktop.cli.naming import alias
from desktop.flow.ask import Ask, Kind
from desktop.flow.legal_effect import effects_of
from desktop.flow.steps.catalogue import STEPS

if TYPE_CHECKING:
    from desktop.flow.step import Step

DRAFT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

FILE: Schema = {
    "title": "Fil",
    "description": "Fil med namn och innehåll, eller sökväg från mappen som raderna ligger i.",
    "oneOf": [
        {
            "type": "object",
            "properties": {
                "name": {"type": "string"},
                "base64": {"type": "string", "contentEncoding": "base64"},
            },
            "required": ["name", "base64"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "properties": {"path": {"type": "string", "minLength": 1}, "name": {"type": "string"}},
            "required": ["path"],
            "additionalProperties": False,
        },
    ],
}


def schema() -> Schema:
    """Give the schema of one line: any of the acts."""
    return {
        "$schema": DRAFT,
        "title": "Vänbok: en åtgärd per rad",
        "oneOf": [{"$ref": f"#/$defs/{step.name}"} for step in STEPS],
        "$defs": {**{step.name: act_schema(step) for step in STEPS}, "file": FILE},
    }


def act_schema(step: Step) -> Schema:
    """Give the schema of one act."""
    found = _object(step.command)
    return {
        "title": str(step.title),
        "description": inspect.getdoc(step.command) or "",
        **_effect(step),
        "x-about": step.about,
        **found,
        "properties": {
            "act": {"const": step.name},
            "uuid": {
                "type": "string",
                "format": "uuid",
                "description": "Samma uuid görs en gång.",
            },
            "on": {
                "type": "string",
                "format": "date",
                "description": "Dagen det görs. Tomt: i dag.",
            },
            **found["properties"],
        },
        "required": ["act", *found["required"]],
    }


def _effect(step: Step) -> Schema:
    """Say what an act means in law that reopens or replaces what has left the house."""
    said = dict.fromkeys(str(each) for effect in effects_of(step.name) for each in effect.said())
    return {"x-legal-effect": list(said)} if said else {}


def _object(command: type[Any]) -> Schema:
    """Give the fields of a command or of a row; one that is a reference may be named instead."""
    properties: Schema = {}
    required: list[str] = []
    either: list[Schema] = []
    for each in fields(command):
        asked: Ask = each.metadata["ask"]
        properties[each.name] = _property(asked, each)
        other = alias(each.name, asked)
        if other:
            properties[other] = _named(asked)
        if asked.required and other:
            either.append({"oneOf": [{"required": [each.name]}, {"required": [other]}]})
        elif asked.required:
            required.append(each.name)
    found = {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
    return {**found, "allOf": either} if either else found


def _property(asked: Ask, declared: Field[Any]) -> Schema:
    found = {"title": str(asked.label), **_of_kind(asked)}
    if asked.help:
        found["description"] = str(asked.help)
    if isinstance(declared.default, str | int) and declared.default != "":
        found["default"] = declared.default
    elif asked.kind is Kind.YES and declared.default is MISSING:
        found["default"] = False
    return found


def _of_kind(asked: Ask) -> Schema:
    """Give what values of a kind look like; the rules of the act judge them further."""
    return _KINDS[asked.kind](asked)


def _words(asked: Ask) -> Schema:
    least = {"minLength": 1} if asked.required else {}
    return {"type": "string", **least, "maxLength": asked.limit}


def _number(asked: Ask) -> Schema:
    unit = {"x-unit": "kr"} if asked.kind is Kind.KR else {}
    return {"type": "integer", "minimum": asked.low, "maximum": asked.high, **unit}


def _day(asked: Ask) -> Schema:
    late = {"x-not-after": "today"} if asked.past else {}
    return {"type": "string", "format": "date", **late}


def _id(asked: Ask) -> Schema:
    return {"type": "integer", "minimum": 1, "x-ref": asked.ref}


def _choice(asked: Ask) -> Schema:
    if not asked.choices:
        return {"type": "string", "minLength": 1, "x-choices": asked.source}
    return {"oneOf": [{"const": key, "title": str(word)} for key, word in asked.choices]}


def _named(asked: Ask) -> Schema:
    """Give how a row is named instead of by its id."""
    words = "Nummer, som 2026-014." if asked.ref == "case" else "Namn eller nummer i registret."
    one = {"type": "string", "minLength": 1, "x-ref": asked.ref}
    if asked.kind is Kind.REFS:
        return {"title": str(asked.label), "description": words, "type": "array", "items": one}
    return {"title": str(asked.label), "description": words, **one}


_KINDS: dict[Kind, Callable[[Ask], Schema]] = {
    Kind.LINE: _words,
    Kind.NOTE: _words,
    Kind.KR: _number,
    Kind.NUMBER: _number,
    Kind.DAY: _day,
    Kind.YES: lambda _asked: {"type": "boolean"},
    Kind.CHOICE: _choice,
    Kind.CHOICES: lambda asked: {"type": "array", "items": _choice(asked), "uniqueItems": True},
    Kind.REF: _id,
    Kind.REFS: lambda asked: {"type": "array", "items": _id(asked)},
    Kind.FILE: lambda _asked: {"$ref": "#/$defs/file"},
    Kind.ROWS: lambda asked: {"type": "array", "items": _object(asked.row) if asked.row else {}},
}
