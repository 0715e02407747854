"""The coat of arms: a chosen picture as the register keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.casework import Document
from desktop.domain.problems import refuse
from desktop.letters.pictures import normal_coat
from desktop.letters.problems import BadPicture

if TYPE_CHECKING:
    from desktop.flow.ask import File
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


def coat_picture(chosen: File, field: str = "coat") -> bytes:
    """Give a chosen coat of arms as the register keeps it; refuses what is no picture."""
    try:
        return normal_coat(chosen.content)
    except BadPicture as trouble:
        raise refuse(
            field, "Kommunvapen – {name} {why}.", name=chosen.name, why=trouble.args[0]
        ) from trouble


def keep_coat(desk: Desk, chosen: File, work: Work, field: str = "coat") -> int:
    """Put a chosen coat of arms on the work, and give its document's id; refuses as above."""
    kept = work.keep(
        Document(
            kind="coat",
            title="Kommunvapen",
            name="kommunvapen.png",
            media="image/png",
            sha256="",
            size=0,
            made_on=desk.today,
            subject="office:1",
        ),
        coat_picture(chosen, field),
    )
    return kept.id
