"""The kinds of rule that a guideline can be made of; one line each."""

from desktop.domain.rule import Apply
from desktop.domain.rules.allowed_costs import allowed_costs
from desktop.domain.rules.annual_report import annual_report
from desktop.domain.rules.application import goals, place_link, written_application
from desktop.domain.rules.budget import budget
from desktop.domain.rules.cap import cap
from desktop.domain.rules.complete import complete
from desktop.domain.rules.consultation import consultation
from desktop.domain.rules.funding import funding
from desktop.domain.rules.report import report
from desktop.domain.rules.school import payee, school
from desktop.domain.rules.sharing import sharing
from desktop.domain.rules.validity import validity
from desktop.domain.rules.yearly_frame import yearly_frame

RULES: dict[str, Apply] = {
    "allowed_costs": allowed_costs,
    "annual_report": annual_report,
    "budget": budget,
    "cap": cap,
    "complete": complete,
    "consultation": consultation,
    "funding": funding,
    "goals": goals,
    "payee": payee,
    "place_link": place_link,
    "report": report,
    "school": school,
    "sharing": sharing,
    "validity": validity,
    "written_application": written_application,
    "yearly_frame": yearly_frame,
}
