"""Papers of an application: its confirmation, files kept with the case, the registrar's number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.applicants import nouns
from desktop.domain.phases import BEFORE_DECISION
from desktop.domain.text import say
from desktop.flow.ask import File, Kind, ask
from desktop.flow.filing import file_away, keep_letter
from desktop.flow.papers import confirmation
from desktop.flow.picture import Picture
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import (
    in_phase,
    no_personal_numbers,
    only_case,
    phase_is,
    seen_case,
)

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


def keep_confirmation(desk: Desk, work: Work, seen: Picture) -> None:
    """Write the confirmation that the application has come in."""
    keep_letter(
        desk,
        work,
        confirmation(desk, seen),
        kind="confirmation",
        title=f"Bekräftelse till {nouns(seen.association.kind).definite}",
        name=f"{seen.case.number}-bekraftelse-{desk.today}",
        case_id=seen.id,
    )


@dataclass(frozen=True, kw_only=True)
class WriteConfirmation(Command):
    """Write the confirmation that the application has arrived."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")


def _confirm(desk: Desk, it: WriteConfirmation, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase(seen, *BEFORE_DECISION)
    keep_confirmation(desk, work, seen)
    work.about("case", seen.id)
    work.said = say("Bekräftelsen för {number} är skriven.", number=seen.case.number)


@dataclass(frozen=True, kw_only=True)
class AttachDocument(Command):
    """Keep a file with the case."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    file: File = ask(Kind.FILE, "Fil")
    title: str = ask(Kind.LINE, "Vad det är", default="")
    original: bool = ask(Kind.YES, "Detta är ansökans original", default=False)


def _attach(desk: Desk, it: AttachDocument, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    no_personal_numbers("title", "Vad det är", it.title)
    kind = "application" if it.original else "attachment"
    title = it.title or ("Ansökan, original" if it.original else it.file.name)
    file_away(desk, work, it.file, kind=kind, title=title, case_id=seen.id)
    work.about("case", seen.id)
    work.said = say("{title} ligger i {number}.", title=title, number=seen.case.number)


@dataclass(frozen=True, kw_only=True)
class SetReference(Command):
    """Set the reference number that the registrar gave."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    dnr: str = ask(Kind.LINE, "Diarienummer", limit=60)


def _set_reference(desk: Desk, it: SetReference, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    work.change(seen.case, dnr=it.dnr)
    work.about("case", seen.id)
    work.said = say("{number} har diarienummer {dnr}.", number=seen.case.number, dnr=it.dnr)


STEPS = (
    Step(
        name="write_confirmation",
        command=WriteConfirmation,
        about="case",
        title=say("Bekräfta att ansökan kommit in"),
        button=say("Skriv bekräftelsen"),
        plan=_confirm,
        applies=phase_is(*BEFORE_DECISION),
        prefill=only_case,
    ),
    Step(
        name="attach_document",
        command=AttachDocument,
        about="case",
        title=say("Lägg till handling"),
        button=say("Lägg till handlingen"),
        plan=_attach,
        prefill=only_case,
    ),
    Step(
        name="set_reference",
        command=SetReference,
        about="case",
        title=say("Diarienummer"),
        button=say("Ange diarienummer"),
        plan=_set_reference,
        prefill=lambda _desk, seen: {"case_id": seen.id, "dnr": seen.case.dnr},
    ),
)
