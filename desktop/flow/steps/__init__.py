"""Every act the coordinator can do; one line for each module of acts."""

from __future__ import annotations

from functools import cache
from typing import Any

from desktop.flow.step import Step
from desktop.flow.steps import (
    agreement_end,
    agreement_life,
    agreements,
    annual_report,
    appeal,
    application,
    application_papers,
    associations,
    board,
    board_reclaim,
    bodies,
    budget,
    closing,
    consultation,
    consultation_round,
    contact_persons,
    decision,
    decision_anew,
    decision_together,
    exemption,
    follow_up,
    follow_up_answers,
    follow_up_reading,
    follow_up_sending,
    founding,
    governing_documents,
    guideline_review,
    guidelines,
    letter,
    listing,
    network_life,
    networks,
    notes,
    office,
    papers,
    payment,
    payment_back,
    places,
    plan_life,
    plans,
    preparation,
    project_life,
    project_parts,
    projects,
    reasons,
    reclaim,
    reclaiming,
    reminding,
    report,
    school_application,
    schools,
    texts,
    undo,
    visit_approval,
    visit_close,
    visit_costs,
    visit_extension,
    visit_files,
    visit_plan,
    visit_report,
    visits,
    what_if,
    what_if_adoption,
    yearly_report,
)

STEPS: tuple[Step, ...] = (
    *founding.STEPS,
    *office.STEPS,
    *places.STEPS,
    *associations.STEPS,
    *annual_report.STEPS,
    *schools.STEPS,
    *budget.STEPS,
    *what_if.STEPS,
    *what_if_adoption.STEPS,
    *notes.STEPS,
    *guidelines.STEPS,
    *reasons.STEPS,
    *texts.STEPS,
    *application.STEPS,
    *application_papers.STEPS,
    *school_application.STEPS,
    *preparation.STEPS,
    *consultation.STEPS,
    *consultation_round.STEPS,
    *decision.STEPS,
    *decision_together.STEPS,
    *decision_anew.STEPS,
    *board.STEPS,
    *letter.STEPS,
    *listing.STEPS,
    *appeal.STEPS,
    *payment.STEPS,
    *payment_back.STEPS,
    *exemption.STEPS,
    *report.STEPS,
    *reminding.STEPS,
    *reclaiming.STEPS,
    *board_reclaim.STEPS,
    *reclaim.STEPS,
    *closing.STEPS,
    *agreements.STEPS,
    *agreement_life.STEPS,
    *agreement_end.STEPS,
    *visits.STEPS,
    *visit_approval.STEPS,
    *visit_plan.STEPS,
    *visit_costs.STEPS,
    *visit_report.STEPS,
    *visit_extension.STEPS,
    *visit_files.STEPS,
    *visit_close.STEPS,
    *bodies.STEPS,
    *contact_persons.STEPS,
    *networks.STEPS,
    *network_life.STEPS,
    *projects.STEPS,
    *project_parts.STEPS,
    *project_life.STEPS,
    *plans.STEPS,
    *plan_life.STEPS,
    *governing_documents.STEPS,
    *guideline_review.STEPS,
    *papers.STEPS,
    *follow_up.STEPS,
    *follow_up_sending.STEPS,
    *follow_up_reading.STEPS,
    *follow_up_answers.STEPS,
    *yearly_report.STEPS,
    *undo.STEPS,
)


@cache
def _by_name() -> dict[str, Step]:
    return {step.name: step for step in STEPS}


@cache
def _by_command() -> dict[type[Any], Step]:
    return {step.command: step for step in STEPS}


def step_named(name: str) -> Step:
    """Give an act by name; KeyError when there is none such."""
    return _by_name()[name]


def step_of(command: type[Any]) -> Step:
    """Give the act of a command's class."""
    return _by_command()[command]


def acts_about(subject: str) -> tuple[Step, ...]:
    """Give the acts about a kind of subject, in catalogue order."""
    return tuple(step for step in STEPS if step.about == subject)
