"""Acts on the municipality's own letter texts; papers already drawn never change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.letter_text import LONGEST, next_version
from desktop.domain.problems import Problem, Refusal, refuse
from desktop.domain.registers import LetterText
from desktop.domain.text import Text, say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.texts import NAMES, text_of, text_on
from desktop.letters.paper_names import PAPER_NAMES, paper_name

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work
    from desktop.letters.judging import Remark

_PAPERS = {name: str(PAPER_NAMES[name]) for name in NAMES}


@dataclass(frozen=True, kw_only=True)
class EditLetterText(Command):
    """Adopt a wording of the municipality's own, from today or a later day."""

    name: str = ask(Kind.CHOICE, "Brev eller text", choices=_PAPERS)
    text: str = ask(Kind.NOTE, "Texten", limit=LONGEST, help="Som TOML, så som mallen är skriven.")
    valid_from: date | None = ask(Kind.DAY, "Gäller från", default=None)
    note: str = ask(Kind.LINE, "Varför", default="", limit=500)


@dataclass(frozen=True, kw_only=True)
class RestoreLetterText(Command):
    """Go back to an earlier version of a text, or to the program's own."""

    name: str = ask(Kind.CHOICE, "Brev eller text", choices=_PAPERS)
    version: int = ask(Kind.NUMBER, "Version", default=0, help="0 är programmets egen text.")
    valid_from: date | None = ask(Kind.DAY, "Gäller från", default=None)
    note: str = ask(Kind.LINE, "Varför", default="", limit=500)


def _edit(desk: Desk, it: EditLetterText, work: Work) -> None:
    from desktop.letters.judging import sentence  # noqa: PLC0415 - as rare as a new wording

    remarks = _remarks(desk, it.name, it.text)
    stopping = [each.problem for each in remarks if each.stops]
    if stopping:
        raise Refusal(Problem("text", each.text) for each in stopping)
    day = _from(desk, it.valid_from)
    if it.text == text_on(desk, it.name, day):
        raise refuse("text", "Texten – är redan den som gäller – ändra något först.")
    if remarks and not it.note.strip():
        raise Refusal(
            [
                Problem("text", remarks[0].problem.text),
                Problem("note", say("Varför – skriv skälet, så gäller texten ändå.")),
            ]
        )
    _adopt(desk, work, name=it.name, text=it.text, valid_from=day, note=it.note)
    work.reason = f"{it.note} ({sentence(remarks)})" if remarks else it.note
    work.said = say(
        "Texten till {paper} är antagen och gäller från {day}. Brev som är skrivna ändras inte.",
        paper=paper_name(it.name),
        day=day.isoformat(),
    )


def _restore(desk: Desk, it: RestoreLetterText, work: Work) -> None:
    text = text_of(desk, it.name, it.version)
    if text is None:
        raise refuse("version", "Version – finns inte – välj i listan.")
    day = _from(desk, it.valid_from)
    if text == text_on(desk, it.name, day):
        raise refuse("version", "Version – gäller redan – välj en annan.")
    stopping = [each.problem for each in _remarks(desk, it.name, text) if each.stops]
    if it.version and stopping:
        raise Refusal(Problem("version", each.text) for each in stopping)
    kept = text if it.version else ""
    _adopt(desk, work, name=it.name, text=kept, valid_from=day, note=it.note)
    work.reason = it.note
    work.said = _restored(it, day)


def _restored(it: RestoreLetterText, day: date) -> Text:
    paper = paper_name(it.name)
    if it.version:
        return say(
            "Version {version} av texten till {paper} gäller igen från {day}.",
            version=it.version,
            paper=paper,
            day=day.isoformat(),
        )
    return say(
        "Programmets egen text till {paper} gäller igen från {day}.",
        paper=paper,
        day=day.isoformat(),
    )


def _remarks(desk: Desk, name: str, text: str) -> tuple[Remark, ...]:
    from desktop.flow.text_trial import remarks_on  # noqa: PLC0415 - as rare as a new wording

    return remarks_on(desk, name, text)


def _from(desk: Desk, day: date | None) -> date:
    """Give the first day: a day that has been already has its papers."""
    if day is not None and day < desk.today:
        raise refuse(
            "valid_from",
            "Gäller från – {day} har redan varit – skriv i dag eller en senare dag.",
            day=day.isoformat(),
        )
    return day or desk.today


def _adopt(desk: Desk, work: Work, **values: Any) -> None:  # noqa: ANN401 - columns of the record
    every = desk.store.find(LetterText, "name = ?", values["name"], everything=True)
    row = work.add(
        LetterText(
            version=next_version(every, values["name"]),
            adopted_on=desk.today,
            officer=desk.officer().name,
            **values,
        )
    )
    work.about("letter_text", row.id)


def _now(desk: Desk, name: Any) -> dict[str, Any]:  # noqa: ANN401 - name of a text, or None
    if name not in NAMES:
        return {}
    return {"name": name, "text": text_on(desk, name, desk.today), "valid_from": desk.today}


STEPS = (
    Step(
        name="edit_letter_text",
        command=EditLetterText,
        about="letter_text",
        title=say("Ändra brevtext"),
        button=say("Anta texten"),
        plan=_edit,
        prefill=_now,
        consequence=lambda _: say("Brev som är skrivna ändras aldrig."),
    ),
    Step(
        name="restore_letter_text",
        command=RestoreLetterText,
        about="letter_text",
        title=say("Återgå till en tidigare text"),
        button=say("Återgå"),
        plan=_restore,
        consequence=lambda _: say("Det blir en ny version. Brev som är skrivna ändras aldrig."),
    ),
)
