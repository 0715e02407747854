"""The form of an act about a register: a place, an association, the office, a reason."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from desktop.flow.ask import Kind, asks
from desktop.flow.options import options
from desktop.flow.steps import step_named
from desktop.ui.draft import DraftKey
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.forms.similar_names import leads, show_similar
from desktop.ui.i18n import shown, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.flow.ask import Ask
    from desktop.ui.page import Page
    from desktop.ui.widgets.combo import Option


def register_form(  # noqa: PLR0913 - a form has as many sides as its page may choose
    page: Page,
    name: str,
    subject: Any = None,  # noqa: ANN401 - a record of a register, or None
    *,
    layout: Layout = Layout.SIDE,
    rows: Sequence[Sequence[str]] = (),
    others: Sequence[str] = (),
    close: Callable[[], object] | None = None,
) -> FormPanel:
    """Build the form of a step, its values proposed; the window does the act when it is sent.

    Fields that name the subject itself are not shown. `others` are steps in *Andra steg*.
    `close` is called by a second button, when what was typed has been kept as a draft.
    """
    desk = page.session.need()
    step = step_named(name)
    form = FormPanel(
        step.command,
        title=shown(step.title),
        button=shown(step.verb(subject)),
        values=_defaults(step.command) | step.prefill(desk, subject),
        options=_offered(page),
        consequence=shown(step.consequence(subject)),
        layout=layout,
        rows=rows,
        others=[(other, shown(step_named(other).title)) for other in others],
        day=page.session.read_day,
        also=[("close", tr("Stäng"))] if close is not None else [],
        note=getattr(subject, "name", "") or tr("Uppgifter"),
        skip=_own(step.command, step.about),
        drafts=page.session.preferences.drafts,
        draft_key=DraftKey(
            register=desk.store.register_uuid, act=name, subject=getattr(subject, "id", 0)
        ),
    )
    form.submitted.connect(lambda raw: page.asked.emit(step.command, raw))
    leads(show_similar(form, desk, name), page)
    if close is not None:
        form.submitted_also.connect(lambda _key, _raw: form.keep_draft())
        form.submitted_also.connect(lambda _key, _raw: close())
    return form


def _own(command: type[Any], about: str) -> list[str]:
    return [
        name for name, ask in asks(command).items() if ask.kind is Kind.REF and ask.ref == about
    ]


def _defaults(command: type[Any]) -> dict[str, object]:
    """Give what fields hold when nothing is typed, so that it is seen."""
    return {each.name: each.default for each in fields(command) if isinstance(each.default, str)}


def _offered(page: Page) -> Callable[[Ask], Sequence[Option]]:
    def offered(asked: Ask) -> Sequence[Option]:
        desk = page.session.need()
        return [(key, shown(words)) for key, words in options(desk, asked)]

    return offered
