"""The form of an act about a network, project, plan, body, contact person or document."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from desktop.domain.commitment_words import PROJECT_KIND_WORDS
from desktop.domain.work_guideline import work_rules
from desktop.flow.ask import Kind, asks
from desktop.flow.offered import offered
from desktop.flow.options import options
from desktop.ui.draft import DraftKey
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.forms.commitment_rows import commitment_rows
from desktop.ui.forms.similar_names import leads, show_similar
from desktop.ui.i18n import shown, tr
from desktop.ui.inputs import Input, ManyInput
from desktop.ui.widgets.choose import CheckList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop.flow.ask import Ask
    from desktop.flow.desk import Desk
    from desktop.flow.step import Step
    from desktop.ui.page import Page
    from desktop.ui.widgets.combo import Option

PAIRS = (
    ("body_id", "year", "adopted_on"),
    ("fee", "body_id"),
    ("member_since", "next_review_on"),
    ("programme", "dnr"),
    ("starts_on", "ends_on"),
    ("adopted_on", "decision"),
    ("e_mail", "phone"),
    ("body", "owner"),
    ("decided_on", "paragraph"),
    ("valid_from", "valid_to"),
)
"""Fields that stand beside each other on a page; a field goes with the first it is found in."""


def commitment_form(  # noqa: PLR0913 - a form has as many sides as its page may choose
    page: Page,
    step: Step,
    subject: Any,  # noqa: ANN401 - the picture of what the act is about, or None for a new one
    *,
    values: Mapping[str, object] | None = None,
    layout: Layout = Layout.SIDE,
    others: Sequence[Option] = (),
    title: str | None = None,
    close: Callable[[], object] | None = None,
    more: str = "",
) -> FormPanel:
    """Build the form of a step; the window does the act when it is sent.

    Fields that the guideline has no use for are not shown while they are empty. `close` is
    called by a second button, when what was typed has been kept as a draft. `more` tells the
    drafts of new ones from each other.
    """
    desk = page.session.need()
    proposed = {**_defaults(step.command), **step.prefill(desk, subject), **(values or {})}
    own: dict[str, Callable[[Ask], Input]] = {
        **commitment_rows(
            desk, step.name, _bodies(desk, proposed), page.session.read_day, proposed
        ),
        "agenda_goals": _agenda,
    }
    form = FormPanel(
        step.command,
        title=shown(step.title) if title is None else title,
        button=shown(step.verb(subject)),
        values=proposed,
        options=lambda asked: _options(desk, asked, proposed),
        consequence=shown(step.consequence(subject)),
        layout=layout,
        rows=_pairs(step) if layout is Layout.PAGE else (),
        others=others,
        also=[("close", tr("Stäng"))] if close is not None else [],
        day=page.session.read_day,
        skip=[*_own(step), *_not_asked(desk, proposed)],
        drafts=page.session.preferences.drafts,
        draft_key=DraftKey(
            register=desk.store.register_uuid,
            act=step.name,
            subject=getattr(subject, "id", 0),
            more=more,
        ),
        own=own,
    )
    form.submitted.connect(lambda raw: page.asked.emit(step.command, raw))
    leads(show_similar(form, desk, step.name), page)
    _fit(desk, form, proposed)
    if close is not None:
        form.submitted_also.connect(lambda _key, _raw: form.keep_draft())
        form.submitted_also.connect(lambda _key, _raw: close())
    return form


def _pairs(step: Step) -> list[Sequence[str]]:
    """Give the pairs whose fields the form has, each field once."""
    left = set(asks(step.command))
    found: list[Sequence[str]] = []
    for names in PAIRS:
        if left.issuperset(names):
            left.difference_update(names)
            found.append(names)
    return found


def _own(step: Step) -> list[str]:
    """Give the field that names what the act is about."""
    return [
        name
        for name, ask in asks(step.command).items()
        if ask.kind is Kind.REF and ask.ref == step.about
    ]


def _defaults(command: type[Any]) -> dict[str, object]:
    """Give what fields hold when nothing is typed, so that it is seen."""
    return {each.name: each.default for each in fields(command) if isinstance(each.default, str)}


def _not_asked(desk: Desk, proposed: Mapping[str, object]) -> list[str]:
    it = offered(desk)
    use = {"areas": it.areas, "agenda_goals": it.agenda_goals}
    return [name for name, on in use.items() if not on and not proposed.get(name)]


def _bodies(desk: Desk, proposed: Mapping[str, object]) -> list[Option]:
    """Give the bodies in being, and those that are chosen already."""
    from desktop.flow.bodies import all_bodies, in_being  # noqa: PLC0415 - only for a form

    rows = proposed.get("funding")
    chosen = {proposed.get("body_id"), proposed.get("parent_id")}
    chosen |= {getattr(row, "body_id", None) for row in rows} if isinstance(rows, tuple) else set()
    return [
        (str(key), body.name)
        for key, body in all_bodies(desk).items()
        if in_being(desk, body) or key in chosen
    ]


def _options(desk: Desk, asked: Ask, proposed: Mapping[str, object]) -> list[Option]:
    if asked.ref == "body":
        return _bodies(desk, proposed)
    return [(key, shown(words)) for key, words in options(desk, asked)]


def _agenda(asked: Ask) -> Input:
    checks = ManyInput(CheckList(columns=3))
    checks.offer([(key, shown(words)) for key, words in asked.choices])
    return checks


def _fit(desk: Desk, form: FormPanel, proposed: Mapping[str, object]) -> None:
    """Call goals what the guideline calls them, and offer the kinds of project that it names."""
    work = work_rules(desk.in_force()[1])
    if "areas" in form.fields and work.areas_title:
        words = tr(work.areas_title)
        form.fields["areas"].label.setText(words)
        form.inputs["areas"].name(words)
    if "body_id" in form.inputs and not _bodies(desk, proposed):
        form.set_hint("body_id", tr("Inga verksamheter än. Lägg in dem under Kontaktpersoner."))
    if "kind" in form.inputs and "planned_development" in form.inputs and work.projects:
        known = (*work.projects.kinds, proposed.get("kind"))
        form.set_options(
            "kind",
            [(str(key), shown(each)) for key, each in PROJECT_KIND_WORDS.items() if key in known],
        )
        if proposed.get("kind"):
            form.set_values({"kind": proposed["kind"]})
