"""The kinds of rule that a guideline can be made of; one line each."""

from desktop.domain.rule import Apply
from desktop.domain.rules.allowed_costs import allowed_costs
from desktop.domain.rules.annual_report import annual_report
from desktop.domain.rules.application import goals, place_link, written_application
from desktop.domain.rules.base_amount import base_amount
from desktop.domain.rules.budget import budget
from desktop.domain.rules.cap import cap
from desktop.domain.rules.complete import complete
from desktop.domain.rules.consultation import consultation
from desktop.domain.rules.cost_share import cost_share
from desktop.domain.rules.funding import funding
from desktop.domain.rules.late_deduction import late_deduction
from desktop.domain.rules.per_person_day import per_person_day
from desktop.domain.rules.per_pupil import per_pupil
from desktop.domain.rules.prior_report import prior_report
from desktop.domain.rules.report import report
from desktop.domain.rules.school import payee, school
from desktop.domain.rules.sharing import sharing
from desktop.domain.rules.validity import validity
from desktop.domain.rules.window import window
from desktop.domain.rules.yearly_frame import yearly_frame
from desktop.domain.rules.yearly_share import yearly_share

RULES: dict[str, Apply] = {
    "allowed_costs": allowed_costs,
    "annual_report": annual_report,
    "base_amount": base_amount,
    "budget": budget,
    "cap": cap,
    "complete": complete,
    "consultation": consultation,
    "cost_share": cost_share,
    "funding": funding,
    "goals": goals,
    "late_deduction": late_deduction,
    "payee": payee,
    "per_person_day": per_person_day,
    "per_pupil": per_pupil,
    "place_link": place_link,
    "prior_report": prior_report,
    "report": report,
    "school": school,
    "sharing": sharing,
    "validity": validity,
    "window": window,
    "written_application": written_application,
    "yearly_frame": yearly_frame,
    "yearly_share": yearly_share,
}
