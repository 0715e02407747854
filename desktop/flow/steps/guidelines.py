"""Adopting a new version of the guideline; the old one stays and old cases keep it (P1)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.guideline import amended, from_json, to_json
from desktop.domain.problems import refuse
from desktop.domain.registers import GuidelineVersion
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class Cap:
    """The highest sum of one scheme."""

    scheme: str = ask(Kind.CHOICE, "Bidrag", source="schemes")
    cap: int = ask(Kind.KR, "Högst per ort och år", low=1)


@dataclass(frozen=True, kw_only=True)
class AdoptGuideline(Command):
    """Adopt a new version: its dates, its paragraph and its sums."""

    valid_from: date = ask(Kind.DAY, "Gäller från")
    valid_to: date | None = ask(
        Kind.DAY, "Gäller till", default=None, help="Lämna tomt om den gäller tills vidare."
    )
    body: str = ask(Kind.LINE, "Antagen av", default="Kommunstyrelsen")
    adopted_on: date = ask(Kind.DAY, "Antagen den", past=True)
    paragraph: str = ask(Kind.LINE, "Paragraf", default="", limit=40)
    dnr: str = ask(Kind.LINE, "Riktlinjens diarienummer", default="", limit=60)
    caps: tuple[Cap, ...] = ask(Kind.ROWS, "Högsta belopp", row=Cap, default=())


def _adopt(desk: Desk, it: AdoptGuideline, work: Work) -> None:
    _, current = desk.in_force(it.valid_from)
    versions = desk.store.find(GuidelineVersion, order="valid_from, id")
    if any(row.valid_from == it.valid_from for row in versions):
        raise refuse(
            "valid_from",
            "Gäller från – en version gäller redan från {day} – välj en annan dag.",
            day=it.valid_from.isoformat(),
        )
    if it.valid_to and it.valid_to < it.valid_from:
        raise refuse(
            "valid_to",
            "Gäller till – {day} är före första dagen – skriv en senare dag eller lämna tomt.",
            day=it.valid_to.isoformat(),
        )
    if it.valid_from < versions[0].valid_from:
        raise refuse(
            "valid_from",
            "Gäller från – {day} är före den första antagna versionen – välj en senare dag.",
            day=it.valid_from.isoformat(),
        )
    base_id, _ = desk.in_force(it.valid_from)
    base = next(row for row in versions if row.id == base_id)
    known = {scheme.key for scheme in current.schemes}
    for cap in it.caps:
        if cap.scheme not in known:
            raise refuse(
                "caps", "Högsta belopp – {scheme} finns inte – välj i listan.", scheme=cap.scheme
            )
    head = {
        "valid_from": it.valid_from.isoformat(),
        "valid_to": it.valid_to.isoformat() if it.valid_to else None,
        "body": it.body,
        "adopted_on": it.adopted_on.isoformat(),
        "paragraph": it.paragraph,
        "dnr": it.dnr,
    }
    data = amended(json.loads(base.text), head, {cap.scheme: cap.cap for cap in it.caps})
    work.add(version_row(data))
    work.about("guideline", work.store.next_id(GuidelineVersion) - 1)
    work.said = say(
        "Riktlinjen som gäller från {day} är antagen. Äldre ärenden följer den gamla.",
        day=it.valid_from.isoformat(),
    )


def version_row(data: dict[str, Any]) -> GuidelineVersion:
    """Make the register's row of a guideline's data."""
    words = to_json(data)
    read = from_json(words)
    return GuidelineVersion(
        municipality=read.municipality,
        title=read.title,
        body=read.body,
        adopted_on=read.adopted_on or read.valid_from,
        adopted_known=read.adopted_on is not None,
        paragraph=read.paragraph,
        dnr=read.dnr,
        valid_from=read.valid_from,
        valid_to=read.valid_to,
        text=words,
    )


def _now(desk: Desk, _subject: object) -> dict[str, Any]:
    _, current = desk.in_force()
    begins = date(desk.today.year + 1, 1, 1)
    ends = current.valid_to
    if ends is not None and ends > desk.today:
        begins = ends + timedelta(days=1)
    return {
        "valid_from": begins,
        "body": current.body,
        "adopted_on": desk.today,
        "caps": tuple(Cap(scheme=each.key, cap=each.cap) for each in current.schemes),
    }


STEPS = (
    Step(
        name="adopt_guideline",
        command=AdoptGuideline,
        about="guideline",
        title=say("Anta ny version av riktlinjen"),
        button=say("Anta versionen"),
        plan=_adopt,
        prefill=_now,
        consequence=lambda _: say(
            "Ansökningar som kommer in från den dagen följer den nya. Äldre ärenden ändras inte."
        ),
    ),
)
