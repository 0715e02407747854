"""The year in a handful of sentences, each made of figures that the report shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.spoken import counted
from desktop.domain.swedish import capital, kr

if TYPE_CHECKING:
    from desktop.domain.yearly import Figure, Section, Yearly

Sentence: TypeAlias = "Callable[[Yearly], str]"
"""Says one thing of a year; "" when there is nothing to say."""

WANTED = (
    "agreements_due",
    "agreements_missing",
    "agreements_endless",
    "networks_due",
    "documents_due",
    "plans_missing",
    "offices_without_contact",
    "answers_missing",
)
"""Figures whose rows need a decision or an act, the weightiest first."""


def _found(yearly: Yearly, key: str) -> Figure | None:
    try:
        return yearly.figure(key)
    except KeyError:
        return None


def _now(yearly: Yearly, key: str) -> int:
    figure = _found(yearly, key)
    return (figure.now or 0) if figure is not None else 0


def wanted_rows(yearly: Yearly) -> tuple[tuple[Section, Figure], ...]:
    """Give the figures that call for a decision, those with rows alone, each with its section."""
    found = {
        figure.key: (section, figure)
        for section in yearly.sections
        for figure in section.figures
        if figure.rows
    }
    return tuple(found[key] for key in WANTED if key in found)


def brief(yearly: Yearly) -> tuple[str, ...]:
    """Give the sentences, the empty ones left out."""
    return tuple(words for sentence in _SENTENCES for words in (sentence(yearly),) if words)


def _number(count: int) -> str:
    return str(counted(count))


def _many(count: int, one: str, several: str) -> str:
    return one if count == 1 else f"{_number(count)} {several}"


def _contacts(yearly: Yearly) -> str:
    figure = _found(yearly, "contacts")
    if figure is None or not figure.now:
        return ""
    words = capital(_many(figure.now, "en kontakt", "kontakter")) + " med andra orter"
    if digital := _now(yearly, "contacts.digital"):
        share = _found(yearly, "contacts_digital")
        percent = f" ({share.now} procent)" if share is not None and share.now else ""
        words += f", varav {_number(digital)} digitala{percent}"
    if figure.before is not None:
        words += f". Året innan var de {_number(figure.before)}"
    return f"{words}."


def _people(yearly: Yearly) -> str:
    people, youth = _now(yearly, "people"), _found(yearly, "youth")
    if not people:
        return ""
    words = f"{capital(_number(people))} deltog i besök och resor"
    if youth is not None and youth.share is not None and youth.share.part:
        words += f", {_number(youth.share.part)} av dem 25 år eller yngre ({youth.now} procent)"
    return f"{words}."


def _costs(yearly: Yearly) -> str:
    whole = _now(yearly, "costs")
    if not whole:
        return ""
    own = _now(yearly, "costs.own")
    words = f"Kostnaderna var {kr(whole)}"
    if own != whole:
        words += f", varav {kr(whole - own)} betalades med projektmedel eller av andra"
    return f"{words}."


def _grants(yearly: Yearly) -> str:
    asked = _now(yearly, "asked")
    if not asked:
        return ""
    words = f"{kr(asked)} söktes i bidrag. {kr(_now(yearly, 'decided'))} beviljades"
    words += f" och {kr(_now(yearly, 'paid'))} betalades ut"
    if late := _now(yearly, "late_reports"):
        words += f". {capital(_many(late, 'en rapport', 'rapporter'))} kom för sent eller saknas"
    return f"{words}."


def _networks(yearly: Yearly) -> str:
    count = _now(yearly, "networks")
    if not count:
        return ""
    words = f"Kommunen är med i {_many(count, 'ett nätverk', 'nätverk')}"
    if fees := _now(yearly, "network_fees"):
        words += f" för {kr(fees)} om året"
    return f"{words}."


def _projects(yearly: Yearly) -> str:
    count = _now(yearly, "projects")
    if not count:
        return ""
    words = capital(_many(count, "ett projekt", "projekt"))
    if outside := _now(yearly, "project_external"):
        words += f" med {kr(outside)} från andra"
        own = _now(yearly, "project_own")
        words += f" och {kr(own)} av egna medel" if own else ""
    return f"{words}."


def _plans(yearly: Yearly) -> str:
    count = _now(yearly, "plans")
    if not count:
        return ""
    done = _now(yearly, "plans_evaluated")
    words = capital(_many(count, "en handlingsplan", "handlingsplaner"))
    return f"{words}, varav {_number(done)} utvärderade."


def _answers(yearly: Yearly) -> str:
    asked = [each for each in yearly.answers if each.state != "excused"]
    if not asked:
        return ""
    done = sum(1 for each in asked if each.state == "answered")
    words = f"{capital(_number(done))} av {_number(len(asked))} verksamheter"
    return f"{words} har svarat på uppföljningen."


_SENTENCES: tuple[Sentence, ...] = (
    _contacts,
    _people,
    _costs,
    _grants,
    _networks,
    _projects,
    _plans,
    _answers,
)
