"""The form of an act about a visit: its fields, its rows, and places with the nearest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.visit_guideline import visit_rules
from desktop.domain.work_guideline import work_rules
from desktop.flow.offered import offered
from desktop.flow.options import options
from desktop.flow.visit_place import trip_places
from desktop.ui.draft import DraftKey
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.forms.project_names import offer_projects
from desktop.ui.forms.visit_rows import visit_rows
from desktop.ui.i18n import shown, tr
from desktop.ui.pages.ort_words import distance_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from desktop.domain.guideline import Guideline
    from desktop.flow.ask import Ask
    from desktop.flow.desk import Desk
    from desktop.flow.step import Step
    from desktop.flow.visit_picture import VisitPicture
    from desktop.flow.visit_place import TripPlace
    from desktop.ui.page import Page
    from desktop.ui.widgets.combo import Option

PAIRS = (
    ("place_id", "elsewhere"),
    ("starts_on", "ends_on"),
    ("cancelled_on", "reason"),
)
"""Fields that stand beside each other on a page."""
ROWS = ("people", "programme", "costs")
OWN = ("visit_id",)


def quota_rule(guideline: Guideline) -> str:
    """Give the number of the rule that counts trips, "P13"; "" without one."""
    rules = guideline.visits.rules if guideline.visits is not None else ()
    return next((rule.id for rule in rules if rule.kind == "quota"), "")


def place_options(desk: Desk, form: str = "", day: date | None = None) -> list[Option]:
    """Give the places, the nearest first; for a trip with how its quota stands."""
    _, guideline = desk.in_force()
    rule = quota_rule(guideline) if form == "outgoing" else ""
    return [
        (str(each.place.id), _place_words(each, rule))
        for each in trip_places(desk, day)
        if not each.place.destination
    ]


def _place_words(each: TripPlace, rule: str) -> str:
    parts = [each.place.name, distance_words(each.place.distance_km)]
    known = each.quota
    if rule and known.allowed is not None:
        words = tr("{count} av {allowed}", count=len(known.counted), allowed=known.allowed)
        parts.append(tr("{words}, stoppas {rule}", words=words, rule=rule) if known.full else words)
    return " · ".join(part for part in parts if part)


def _not_asked(desk: Desk, seen: VisitPicture | None) -> tuple[str, ...]:
    """Give the fields that the visit's guideline has no use for, unless something stands there."""
    it, guideline = offered(desk), seen.guideline if seen is not None else desk.in_force()[1]
    kinds = {rule.kind for rule in visit_rules(guideline).rules}
    asked = {
        "areas": bool(guideline.goals),
        "agenda_goals": it.agenda_goals,
        "why_not_digital": "not_digital" in kinds,
    }
    return tuple(
        name
        for name, on in asked.items()
        if not on and not (seen is not None and getattr(seen.visit, name))
    )


def visit_form(  # noqa: PLR0913 - a form has as many sides as its page may choose
    page: Page,
    step: Step,
    seen: VisitPicture | None,
    *,
    values: Mapping[str, object] | None = None,
    layout: Layout = Layout.PAGE,
    others: Sequence[Option] = (),
    skip: Sequence[str] = (),
    title: str | None = None,
    note: str = "",
    close: Callable[[], object] | None = None,
    more: str = "",
) -> FormPanel:
    """Build the form of a step about a visit, or about a new one when there is none.

    `more` tells the drafts of new ones from each other.
    """
    desk = page.session.need()
    subject: Any = seen
    proposed = dict(values) if values is not None else step.prefill(desk, subject)
    hidden = (*OWN, *skip, *_not_asked(desk, seen))
    form = FormPanel(
        step.command,
        title=shown(step.title) if title is None else title,
        button=shown(step.verb(subject)) if seen is not None else shown(step.verb(None)),
        values={name: value for name, value in proposed.items() if name not in skip},
        options=_offered(page, seen),
        consequence=shown(step.consequence(subject)) if seen is not None else "",
        layout=layout,
        rows=PAIRS,
        others=others,
        also=[("close", tr("Stäng"))] if close is not None else [],
        day=page.session.read_day,
        note=note,
        skip=hidden,
        drafts=page.session.preferences.drafts,
        draft_key=DraftKey(
            register=desk.store.register_uuid,
            act=step.name,
            subject=seen.id if seen else 0,
            more=more,
        ),
        own=visit_rows(seen, page.session.read_day) if seen is not None else None,
    )
    form.submitted.connect(lambda raw: page.asked.emit(step.command, raw))
    offer_projects(form, desk)
    if close is not None:
        form.submitted_also.connect(lambda _key, _raw: form.keep_draft())
        form.submitted_also.connect(lambda _key, _raw: close())
    title_of_goals = work_rules(seen.guideline if seen else desk.in_force()[1]).areas_title
    if "areas" in form.fields and title_of_goals:
        form.fields["areas"].label.setText(tr(title_of_goals))
        form.inputs["areas"].name(tr(title_of_goals))
    if "place_id" in form.inputs and "form" in form.inputs:
        _follow(page, form)
    return form


def _follow(page: Page, form: FormPanel) -> None:
    """Let the places tell their quota while a trip is chosen, for its own day."""

    def offer() -> None:
        day = page.session.read_day(str(form.inputs["starts_on"].raw() or ""))
        chosen = str(form.inputs["form"].raw() or "")
        marks = (chosen, day)
        if form.property("offered") != repr(marks):
            form.setProperty("offered", repr(marks))
            form.set_options("place_id", place_options(page.session.need(), chosen, day))

    form.edited.connect(offer)
    offer()


def _offered(page: Page, seen: VisitPicture | None) -> Callable[[Ask], Sequence[Option]]:
    def offered(asked: Ask) -> Sequence[Option]:
        desk = page.session.need()
        if asked.ref == "place":
            return place_options(desk)
        return [(key, shown(words)) for key, words in options(desk, asked, seen)]

    return offered
