"""A file is kept with a visit: a programme, a list, a photo permission."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.text import say
from desktop.flow.ask import File, Kind, ask
from desktop.flow.filing import file_away
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.visit_about import done, only_visit, seen_visit

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class AttachToVisit(Command):
    """Keep a file with a visit, exactly as it is."""

    visit_id: int = ask(Kind.REF, "Besök", ref="visit")
    file: File = ask(Kind.FILE, "Fil")
    title: str = ask(
        Kind.LINE, "Vad det är", default="", help="Program, förteckning, fotomedgivande."
    )


def _attach(desk: Desk, it: AttachToVisit, work: Work) -> None:
    seen = seen_visit(desk, it.visit_id)
    title = it.title or it.file.name
    no_personal_numbers("title", "Vad det är", title)
    file_away(desk, work, it.file, kind="attachment", title=title, subject=f"visit:{seen.id}")
    done(work, seen.visit)
    work.said = say("{title} ligger i {number}.", title=title, number=seen.visit.number)


STEPS = (
    Step(
        name="attach_to_visit",
        command=AttachToVisit,
        about="visit",
        title=say("Lägg till handling"),
        button=say("Lägg till handlingen"),
        plan=_attach,
        prefill=only_visit,
    ),
)
