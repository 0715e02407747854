"""A ceiling for each pupil, which may be another for another form of school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.applicants import FORM_WORDS, SCHOOLS, SchoolForm
from desktop.domain.rule import CaseFacts, Draft, Limit, Part, Status, amount, finding
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData

_FIGURES = {
    SchoolForm.COMPULSORY: "cap_compulsory",
    SchoolForm.UPPER_SECONDARY: "cap_upper_secondary",
    SchoolForm.OTHER: "cap_other",
}
_IN_FORM = {
    SchoolForm.COMPULSORY: say("Per elev i grundskolan"),
    SchoolForm.UPPER_SECONDARY: say("Per elev i gymnasieskolan"),
    SchoolForm.OTHER: say("Per elev i annan skolform"),
}
_PER_PUPIL = {
    SchoolForm.COMPULSORY: say("per elev i grundskolan"),
    SchoolForm.UPPER_SECONDARY: say("per elev i gymnasieskolan"),
    SchoolForm.OTHER: say("per elev i annan skolform"),
}


def per_pupil(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Lower the sum to so much for each pupil; stop while pupils or school form are unknown."""
    school, pupils = facts.association, facts.application.pupils
    if school.kind not in SCHOOLS:
        return draft.found(
            finding(rule, Status.NOT_APPLICABLE, plain(""), say("sökanden är ingen skola"))
        )
    if school.school_form is None:
        return _stopped(rule, draft, say("skolform behövs"))
    if pupils is None:
        return _stopped(rule, draft, say("antal elever behövs"))
    form = FORM_WORDS[school.school_form]
    each = rule.figures.get(_FIGURES[school.school_form])
    if each is None:
        return draft.found(finding(rule, Status.NOT_APPLICABLE, form, say("inget högsta belopp")))
    room = int(each) * pupils
    counted = say("1 elev") if pupils == 1 else say("{count} elever", count=pupils)
    limit = Limit(
        rule=rule.id,
        kind=rule.kind,
        title=say("Högst per elev"),
        parts=(
            Part(sign="", label=_IN_FORM[school.school_form], amount=int(each)),
            Part(sign="×", label=say("Elever"), amount=pupils),
        ),
        said=say(
            "{each} {per_pupil} för {pupils}",
            each=amount(int(each)),
            per_pupil=_PER_PUPIL[school.school_form],
            pupils=counted,
        ),
        amount=room,
        paragraph=rule.paragraph,
        short=rule.short,
    )
    status = Status.LOWERED if room < draft.amount else Status.MET
    words = say("{each} per elev, {pupils}", each=amount(int(each)), pupils=counted)
    return draft.limited(limit).found(finding(rule, status, amount(min(room, draft.amount)), words))


def _stopped(rule: RuleData, draft: Draft, wanted: Text) -> Draft:
    return draft.found(finding(rule, Status.STOPS, say("saknas"), wanted))
