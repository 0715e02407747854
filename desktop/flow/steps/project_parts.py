"""A project's money, partners and reporting days are written (U6, B4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.swedish import kr
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.project_view import ProjectPicture, pictured
from desktop.flow.step import Command, Step
from desktop.flow.steps.commitment_about import fields_of, require_entry
from desktop.flow.steps.project_rows import (
    FundingRow,
    PartnerRow,
    ReportDayRow,
    funding_rows,
    fundings,
    partner_rows,
    partners,
    report_day_rows,
    report_days,
)
from desktop.flow.steps.projects import FIELDS, seen_project
from desktop.flow.steps.row_sync import put_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.commitments import Project, ProjectFunding
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class SetProjectFunding(Command):
    """Write who pays what of a project."""

    project_id: int = ask(Kind.REF, "Projekt", ref="project")
    funding: tuple[FundingRow, ...] = ask(Kind.ROWS, "Finansiering", row=FundingRow, default=())


@dataclass(frozen=True, kw_only=True)
class SetProjectPartners(Command):
    """Write who else takes part in a project."""

    project_id: int = ask(Kind.REF, "Projekt", ref="project")
    partners: tuple[PartnerRow, ...] = ask(Kind.ROWS, "Partner", row=PartnerRow, default=())


@dataclass(frozen=True, kw_only=True)
class SetProjectReportDays(Command):
    """Write the days a project is reported on, and which are done."""

    project_id: int = ask(Kind.REF, "Projekt", ref="project")
    report_days: tuple[ReportDayRow, ...] = ask(
        Kind.ROWS, "Redovisningar", row=ReportDayRow, default=()
    )


def judge(desk: Desk, project: Project, funding: Sequence[ProjectFunding]) -> None:
    """Refuse money that a rule of entry stops, with its paragraph (U6)."""
    found = pictured(desk, project, funding=funding).findings
    require_entry(
        (each for each in found if _field(desk, str(each.title)) == "funding"),
        fields_of(desk, "project", FIELDS),
    )


def _field(desk: Desk, title: str) -> str:
    return fields_of(desk, "project", FIELDS).get(title, "")


def put_funding(desk: Desk, work: Work, seen: ProjectPicture, rows: Sequence[FundingRow]) -> None:
    """Bring a project's money to what the rows say, when the rules let it."""
    wanted = fundings(desk, seen.id, rows, seen.funding)
    judge(desk, seen.project, wanted)
    put_rows(desk, work, seen.funding, wanted, lambda it: (it.financier, it.own, it.body_id))


def _fund(desk: Desk, it: SetProjectFunding, work: Work) -> None:
    seen = seen_project(desk, it.project_id)
    put_funding(desk, work, seen, it.funding)
    work.about("project", seen.id)
    total = sum(row.applied or 0 if row.granted is None else row.granted for row in it.funding)
    work.said = say("Finansieringen av {name} är {total}.", name=seen.project.name, total=kr(total))


def _partner(desk: Desk, it: SetProjectPartners, work: Work) -> None:
    seen = seen_project(desk, it.project_id)
    wanted = partners(desk, seen.id, it.partners)
    put_rows(desk, work, seen.partners, wanted, lambda row: (row.name, row.country))
    work.about("project", seen.id)
    work.said = say("Partnerna i {name} är sparade.", name=seen.project.name)


def _report_days(desk: Desk, it: SetProjectReportDays, work: Work) -> None:
    seen = seen_project(desk, it.project_id)
    wanted = report_days(seen.id, it.report_days)
    put_rows(desk, work, seen.report_days, wanted, lambda row: (row.due_on, row.text))
    work.about("project", seen.id)
    work.said = say("Redovisningsdagarna för {name} är sparade.", name=seen.project.name)


STEPS = (
    Step(
        name="set_project_funding",
        command=SetProjectFunding,
        about="project",
        title=say("Finansiering"),
        button=say("Spara finansieringen"),
        plan=_fund,
        prefill=lambda _desk, seen: {
            "project_id": seen.id,
            "funding": funding_rows(seen.funding),
        },
    ),
    Step(
        name="set_project_partners",
        command=SetProjectPartners,
        about="project",
        title=say("Partner"),
        button=say("Spara partnerna"),
        plan=_partner,
        prefill=lambda _desk, seen: {
            "project_id": seen.id,
            "partners": partner_rows(seen.partners),
        },
    ),
    Step(
        name="set_project_report_days",
        command=SetProjectReportDays,
        about="project",
        title=say("Redovisningar"),
        button=say("Spara redovisningarna"),
        plan=_report_days,
        prefill=lambda _desk, seen: {
            "project_id": seen.id,
            "report_days": report_day_rows(seen.report_days),
        },
    ),
)
