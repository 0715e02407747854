"""Acts on own reminders and on how early each kind of deadline is called for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.budgeting import LeadTime, Note
from desktop.domain.problems import refuse
from desktop.domain.spoken import short_day
from desktop.domain.text import Text, say
from desktop.flow.ask import Kind, ask
from desktop.flow.deadlines import KIND_WORDS, LEAD, subject_exists
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

_KINDS = {str(key): str(word) for key, word in KIND_WORDS.items()}


@dataclass(frozen=True, kw_only=True)
class AddNote(Command):
    """Remember something on a day."""

    text: str = ask(Kind.LINE, "Kom ihåg")
    day: date = ask(Kind.DAY, "Dag")
    subject: str = ask(
        Kind.LINE, "Gäller", default="", help="Till exempel case:3 eller place:1; får vara tomt."
    )


def _add(desk: Desk, it: AddNote, work: Work) -> None:
    _require(desk, it.text, it.subject)
    note = work.add(Note(day=it.day, text=it.text, subject=it.subject))
    work.about("note", note.id)
    work.said = say("Bevakningen den {day} är inlagd.", day=short_day(it.day))


@dataclass(frozen=True, kw_only=True)
class ChangeNote(Command):
    """Change a reminder's words, day or what it is about."""

    note_id: int = ask(Kind.REF, "Bevakning", ref="note")
    text: str = ask(Kind.LINE, "Kom ihåg")
    day: date = ask(Kind.DAY, "Dag")
    subject: str = ask(Kind.LINE, "Gäller", default="")


def _change(desk: Desk, it: ChangeNote, work: Work) -> None:
    note = _note(desk, it.note_id)
    _require(desk, it.text, it.subject)
    work.change(note, text=it.text, day=it.day, subject=it.subject)
    work.about("note", note.id)
    work.said = say("Bevakningen är ändrad.")


@dataclass(frozen=True, kw_only=True)
class NoteDone(Command):
    """Tick a reminder off."""

    note_id: int = ask(Kind.REF, "Bevakning", ref="note")


def _done(desk: Desk, it: NoteDone, work: Work) -> None:
    note = _note(desk, it.note_id)
    work.change(note, done_on=desk.today)
    work.about("note", note.id)
    work.said = say("Klart: {text}", text=note.text)


@dataclass(frozen=True, kw_only=True)
class SetLeadTime(Command):
    """Set how many days before its day a kind of deadline is called for."""

    kind: str = ask(Kind.CHOICE, "Slag", choices=_KINDS)
    days: int = ask(Kind.NUMBER, "Dagar före", low=0, high=999)


def _set_lead(desk: Desk, it: SetLeadTime, work: Work) -> None:
    row = desk.store.first(LeadTime, "kind = ?", it.kind)
    if row is None:
        row = work.add(LeadTime(kind=it.kind, days=it.days))
    else:
        work.change(row, days=it.days)
    work.about("lead_time", row.id)
    work.said = _lead_words(it)


def _lead_words(it: SetLeadTime) -> Text:
    kind = KIND_WORDS[it.kind]
    if it.days == 1:
        return say("{kind}: påminns dagen före.", kind=kind)
    if it.days:
        return say("{kind}: påminns {days} dagar före.", kind=kind, days=it.days)
    return say("{kind}: påminns samma dag.", kind=kind)


def _note(desk: Desk, note_id: int) -> Note:
    found = desk.store.first(Note, "id = ?", note_id)
    if found is None:
        raise refuse("note_id", "Bevakning – finns inte i registret – välj i listan.")
    if found.done_on is not None:
        raise refuse("note_id", "Bevakning – är redan klar – lägg in en ny.")
    return found


def _require(desk: Desk, text: str, subject: str) -> None:
    no_personal_numbers("text", "Kom ihåg", text)
    if subject and not subject_exists(desk, subject):
        raise refuse(
            "subject",
            "Gäller – {subject} finns inte i registret – skriv till exempel case:3 eller lämna"
            " tomt.",
            subject=subject[:40],
        )


def _note_now(_desk: Desk, note: Note) -> dict[str, Any]:
    return {"note_id": note.id, "text": note.text, "day": note.day, "subject": note.subject}


def _waits(note: Note) -> bool:
    return note.done_on is None


STEPS = (
    Step(
        name="add_note",
        command=AddNote,
        about="deadlines",
        title=say("Ny bevakning"),
        button=say("Lägg in bevakningen"),
        plan=_add,
        prefill=lambda desk, _: {"day": desk.today},
    ),
    Step(
        name="change_note",
        command=ChangeNote,
        about="note",
        title=say("Ändra bevakningen"),
        button=say("Ändra bevakningen"),
        plan=_change,
        applies=_waits,
        prefill=_note_now,
    ),
    Step(
        name="note_done",
        command=NoteDone,
        about="note",
        title=say("Klart"),
        button=say("Klart"),
        plan=_done,
        applies=_waits,
        prefill=lambda _desk, note: {"note_id": note.id},
    ),
    Step(
        name="set_lead_time",
        command=SetLeadTime,
        about="deadlines",
        title=say("Hur tidigt du påminns"),
        button=say("Ändra"),
        plan=_set_lead,
        prefill=lambda _desk, _: {"kind": "report", "days": LEAD["report"]},
    ),
)
