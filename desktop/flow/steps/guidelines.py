"""Adopting a new version of the guideline; the old one stays and old cases keep it (P1)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.applicants import SCHOOLS
from desktop.domain.errors import BrokenGuideline
from desktop.domain.guideline import amended, from_json, parse, to_json
from desktop.domain.guideline_edit import Tree, adopted
from desktop.domain.guideline_judging import judge
from desktop.domain.problems import Problem, Refusal, problem, refuse
from desktop.domain.registers import GuidelineVersion
from desktop.domain.text import say
from desktop.flow.ask import File, Kind, ask
from desktop.flow.guideline_data import read_tree, tree_of_version, unreadable
from desktop.flow.scheme_reasons import new_reasons
from desktop.flow.step import Command, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    data: File | None = ask(
        Kind.FILE,
        "Riktlinjens regler",
        default=None,
        help="Allt som riktlinjen säger, som TOML eller JSON. Tomt: bara beloppen ändras.",
    )


def _adopt(desk: Desk, it: AdoptGuideline, work: Work) -> None:
    _judge_days(desk, it)
    base_id, current = desk.in_force(it.valid_from)
    head = {
        "valid_from": it.valid_from.isoformat(),
        "valid_to": it.valid_to.isoformat() if it.valid_to else None,
        "body": it.body,
        "adopted_on": it.adopted_on.isoformat(),
        "paragraph": it.paragraph,
        "dnr": it.dnr,
    }
    caps = {cap.scheme: cap.cap for cap in it.caps}
    if it.data is None and not current.copied_from:
        _judge_caps(it, {scheme.key for scheme in current.schemes})
        row = desk.store.get(GuidelineVersion, base_id)
        data = amended(json.loads(row.text), head, caps)
    else:
        data = _whole(desk, it, base_id, head)
        _judge_caps(it, {str(scheme["key"]) for scheme in data["scheme"]})
        data = amended(data, data["guideline"], caps)
        for reason in new_reasons(desk, data):
            work.add(reason)
    work.add(version_row(data))
    work.about("guideline", work.store.next_id(GuidelineVersion) - 1)
    work.said = say(
        "Riktlinjen som gäller från {day} är antagen. Äldre ärenden följer den gamla.",
        day=it.valid_from.isoformat(),
    )


def _judge_days(desk: Desk, it: AdoptGuideline) -> None:
    own = [guideline for _, guideline in desk.versions() if not guideline.copied_from]
    if any(each.valid_from == it.valid_from for each in own):
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
    if own and it.valid_from < min(each.valid_from for each in own):
        raise refuse(
            "valid_from",
            "Gäller från – {day} är före den första antagna versionen – välj en senare dag.",
            day=it.valid_from.isoformat(),
        )


def _judge_caps(it: AdoptGuideline, known: set[str]) -> None:
    for cap in it.caps:
        if cap.scheme not in known:
            raise refuse(
                "caps", "Högsta belopp – {scheme} finns inte – välj i listan.", scheme=cap.scheme
            )


def _whole(desk: Desk, it: AdoptGuideline, base_id: int, head: dict[str, Any]) -> Tree:
    """Give the edited data with the adoption's facts; every problem of it refuses the act."""
    base = tree_of_version(desk, base_id)
    tree = read_tree(it.data, "data") if it.data is not None else base
    own = {key: base["guideline"][key] for key in ("municipality", "name")}
    tree = {**tree, "guideline": {**tree["guideline"], **own}}
    data = adopted(tree, head)
    if it.data is not None:
        try:
            parse(data)
        except BrokenGuideline as trouble:
            raise unreadable("data", it.data.name, str(trouble)) from None
    problems = [*judge(data), *_kept_apart(desk, data)]
    if problems:
        raise Refusal([Problem(f"data.{each.field}".rstrip("."), each.text) for each in problems])
    return data


def _kept_apart(desk: Desk, data: Tree) -> Iterator[Problem]:
    """Refuse to turn a known form of grant into another kind: its old cases share its key."""
    known = {scheme.key: scheme for _, each in desk.versions() for scheme in each.schemes}
    for at, scheme in enumerate(data["scheme"]):
        old = known.get(str(scheme["key"]))
        if old is None or not desk.store.rows(
            "select 1 from grant_case where scheme = ? limit 1", old.key
        ):
            continue
        schools = any(each in SCHOOLS for each in scheme.get("applicants", ("association",)))
        if old.per_place is not scheme.get("per_place", True):
            yield problem(
                f"scheme.{at}.per_place",
                "En egen pott för varje ort – {name} har ärenden – lägg till ett nytt bidrag.",
                name=old.name,
            )
        if old.for_schools is not schools:
            yield problem(
                f"scheme.{at}.applicants",
                "Vem kan söka – {name} har ärenden – lägg till ett nytt bidrag.",
                name=old.name,
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
