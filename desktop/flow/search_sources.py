"""Which words each register is found by in the search of everything; cases have their own index."""

from __future__ import annotations

from db.words import Source
from desktop.domain.budgeting import Note
from desktop.domain.casework import Application, Decision, Document, Report
from desktop.domain.commitments import (
    ActionPlan,
    Body,
    ContactPerson,
    GoverningDocument,
    Network,
    NetworkActivity,
    PlanGoal,
    Project,
    ProjectPartner,
)
from desktop.domain.registers import Association, Place
from desktop.domain.visiting import Agreement, Visit, VisitPeople

_PLACE = '(SELECT p.name FROM place AS p WHERE p.id = "{table}".place_id)'
_BODY = '(SELECT b.name FROM body AS b WHERE b.id = "{table}".body_id)'
_CASE = '(SELECT c.number FROM grant_case AS c WHERE c.id = "{table}".case_id)'

SOURCES: dict[str, Source] = {
    "place": Source(record=Place, columns=("name", "country", "council_paragraph", "note")),
    "association": Source(
        record=Association,
        columns=(
            "name",
            "organisation_number",
            "contact",
            "email",
            "phone",
            "city",
            "principal",
            "note",
        ),
    ),
    "visit": Source(
        record=Visit,
        columns=(
            "number",
            "purpose",
            "elsewhere",
            "bearer",
            "project",
            "why_not_digital",
            "approval_reason",
            "outcome",
            "lessons",
            "deviation",
            "cancel_reason",
            "note",
        ),
        joined=(_PLACE.format(table="visit"),),
        depends=(Place,),
    ),
    "visit_people": Source(record=VisitPeople, columns=("name",)),
    "agreement": Source(
        record=Agreement,
        columns=(
            "counterpart",
            "our_signatory",
            "their_signatory",
            "areas",
            "original_at",
            "end_reason",
            "note",
        ),
        joined=(_PLACE.format(table="agreement"),),
        depends=(Place,),
    ),
    "document": Source(
        record=Document, columns=("title", "name"), joined=(_CASE.format(table="document"),)
    ),
    "application": Source(
        record=Application,
        columns=(
            "purpose",
            "aims",
            "theme",
            "work_before",
            "work_during",
            "work_after",
            "support",
            "arrival_note",
        ),
    ),
    "decision": Source(record=Decision, columns=("ground", "deviation", "paragraph")),
    "report": Source(record=Report, columns=("note",)),
    "note": Source(record=Note, columns=("text",)),
    "network": Source(record=Network, columns=("name", "purpose", "delegates", "decision", "note")),
    "network_activity": Source(record=NetworkActivity, columns=("text",)),
    "project": Source(
        record=Project,
        columns=(
            "name",
            "purpose",
            "planned_development",
            "programme",
            "dnr",
            "result",
            "note",
        ),
    ),
    "project_partner": Source(record=ProjectPartner, columns=("name", "country", "role")),
    "plan": Source(
        record=ActionPlan,
        columns=("year", "decision", "evaluation", "note"),
        joined=(_BODY.format(table="action_plan"),),
        depends=(Body,),
    ),
    "plan_goal": Source(record=PlanGoal, columns=("text", "measure", "result")),
    "body": Source(record=Body, columns=("name", "e_mail", "note")),
    "contact": Source(
        record=ContactPerson,
        columns=("name", "role", "e_mail", "phone"),
        joined=(_BODY.format(table="contact_person"),),
        depends=(Body,),
    ),
    "governing_document": Source(
        record=GoverningDocument,
        columns=("name", "body", "paragraph", "dnr", "owner", "original_at", "note"),
    ),
}
"""By the kind of what is found."""
