"""What belongs to a project as rows of a form: money by financier, partners, reporting days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.commitments import ProjectFunding, ProjectPartner, ProjectReportDay
from desktop.domain.problems import refuse
from desktop.domain.registers import Place
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.commitment_about import same_or_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class FundingRow(Command):
    """What one financier pays."""

    financier: str = ask(Kind.LINE, "Finansiär")
    own: bool = ask(Kind.YES, "Kommunens egna pengar", default=False)
    body_id: int | None = ask(
        Kind.REF, "Bärs av", ref="body", default=None, help="Bara för kommunens egna pengar."
    )
    applied: int | None = ask(Kind.KR, "Budget", default=None)
    granted: int | None = ask(Kind.KR, "Beviljat", default=None)


@dataclass(frozen=True, kw_only=True)
class PartnerRow(Command):
    """Somebody else who takes part."""

    name: str = ask(Kind.LINE, "Partner")
    country: str = ask(Kind.LINE, "Land", default="")
    place_id: int | None = ask(Kind.REF, "Ort", ref="place", default=None)
    role: str = ask(Kind.LINE, "Roll", default="")


@dataclass(frozen=True, kw_only=True)
class ReportDayRow(Command):
    """A day to report on."""

    due_on: date = ask(Kind.DAY, "Senast")
    text: str = ask(Kind.LINE, "Vad som redovisas")
    done_on: date | None = ask(Kind.DAY, "Klart", default=None, past=True)


def funding_rows(rows: Iterable[ProjectFunding]) -> tuple[FundingRow, ...]:
    """Give the money as rows of a form."""
    return tuple(
        FundingRow(
            financier=each.financier,
            own=each.own,
            body_id=each.body_id,
            applied=each.applied,
            granted=each.granted,
        )
        for each in rows
    )


def partner_rows(rows: Iterable[ProjectPartner]) -> tuple[PartnerRow, ...]:
    """Give the partners as rows of a form."""
    return tuple(
        PartnerRow(name=each.name, country=each.country, place_id=each.place_id, role=each.role)
        for each in rows
    )


def report_day_rows(rows: Iterable[ProjectReportDay]) -> tuple[ReportDayRow, ...]:
    """Give the reporting days as rows of a form."""
    return tuple(
        ReportDayRow(due_on=each.due_on, text=each.text, done_on=each.done_on) for each in rows
    )


def fundings(
    desk: Desk,
    project_id: int,
    rows: Iterable[FundingRow],
    known: Sequence[ProjectFunding] = (),
) -> list[ProjectFunding]:
    """Give the rows of a form as money of a project; refuse a bearer of others' money."""
    before = {each.body_id for each in known}
    found = []
    for at, row in enumerate(rows):
        if row.body_id is not None and not row.own:
            raise refuse(
                f"funding.{at}.body_id",
                "Bärs av – {name} är inte kommunens pengar – lämna tomt, eller kryssa i egna"
                " pengar.",
                name=row.financier,
            )
        same_or_known(desk, row.body_id, row.body_id if row.body_id in before else None)
        found.append(
            ProjectFunding(
                project_id=project_id,
                financier=row.financier,
                own=row.own,
                body_id=row.body_id,
                applied=row.applied,
                granted=row.granted,
            )
        )
    return found


def partners(desk: Desk, project_id: int, rows: Iterable[PartnerRow]) -> list[ProjectPartner]:
    """Give the rows of a form as partners of a project."""
    found = []
    for at, row in enumerate(rows):
        if row.place_id is not None and desk.store.first(Place, "id = ?", row.place_id) is None:
            raise refuse(f"partners.{at}.place_id", "Ort – finns inte i registret – välj i listan.")
        found.append(
            ProjectPartner(
                project_id=project_id,
                name=row.name,
                country=row.country,
                place_id=row.place_id,
                role=row.role,
            )
        )
    return found


def report_days(project_id: int, rows: Iterable[ReportDayRow]) -> list[ProjectReportDay]:
    """Give the rows of a form as reporting days of a project."""
    found = []
    for at, row in enumerate(rows):
        no_personal_numbers(f"report_days.{at}.text", "Vad som redovisas", row.text)
        found.append(
            ProjectReportDay(
                project_id=project_id, due_on=row.due_on, text=row.text, done_on=row.done_on
            )
        )
    return found
