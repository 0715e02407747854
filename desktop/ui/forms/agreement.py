"""The form of an act about a cost-sharing agreement; who pays what is a matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.flow.options import options
from desktop.ui.draft import DraftKey
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.forms.matrix_input import MatrixInput
from desktop.ui.i18n import shown, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.flow.ask import Ask
    from desktop.flow.step import Step
    from desktop.ui.page import Page
    from desktop.ui.widgets.combo import Option

PAIRS = (
    ("our_signatory", "their_signatory"),
    ("valid_from", "valid_to"),
    ("notice_months", "review_on"),
    ("arrival_place", "prevailing"),
)
"""Fields that stand beside each other on a page."""
OWN = ("agreement_id", "place_id")


def agreement_form(  # noqa: PLR0913 - a form has as many sides as its page may choose
    page: Page,
    step: Step,
    subject: Any,  # noqa: ANN401 - an AgreementPicture, or a Place for a new one
    *,
    layout: Layout,
    title: str | None = None,
    others: Sequence[Option] = (),
    close: Callable[[], object] | None = None,
) -> FormPanel:
    """Build the form of a step; the window does the act when it is sent."""
    desk = page.session.need()
    form = FormPanel(
        step.command,
        title=shown(step.title) if title is None else title,
        button=shown(step.verb(subject)),
        values=step.prefill(desk, subject),
        options=lambda asked: _offered(page, asked),
        consequence=shown(step.consequence(subject)),
        layout=layout,
        rows=PAIRS,
        others=others,
        also=[("close", tr("Stäng"))] if close is not None else [],
        day=page.session.read_day,
        skip=OWN,
        drafts=page.session.preferences.drafts,
        draft_key=DraftKey(
            register=desk.store.register_uuid, act=step.name, subject=getattr(subject, "id", 0)
        ),
        own={"lines": lambda _ask: MatrixInput()},
    )
    if "lines" in form.inputs:
        # The matrix shows the guideline's proposal itself.
        form.set_hint("lines", "")
    form.submitted.connect(lambda raw: page.asked.emit(step.command, raw))
    if close is not None:
        form.submitted_also.connect(lambda _key, _raw: form.keep_draft())
        form.submitted_also.connect(lambda _key, _raw: close())
    return form


def _offered(page: Page, asked: Ask) -> Sequence[Option]:
    return [(key, shown(words)) for key, words in options(page.session.need(), asked)]
