"""Whether a form that was begun can still be sent: is what it is about there, is it done since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.budgeting import Note, WhatIf
from desktop.domain.casework import Case, DecisionList, Round
from desktop.domain.commitments import (
    ActionPlan,
    Body,
    ContactPerson,
    GoverningDocument,
    Network,
    Project,
)
from desktop.domain.follow_up import FollowUpAsked
from desktop.domain.registers import Association, Member, Place, Reason
from desktop.domain.visiting import Agreement, Visit
from desktop.ui.i18n import tr
from desktop.ui.roles import Mark

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.record import Record
    from desktop.flow.desk import Desk
    from desktop.flow.step import Step
    from desktop.ui.draft import Draft

KINDS: dict[str, type[Record]] = {
    "agreement": Agreement,
    "asked": FollowUpAsked,
    "association": Association,
    "body": Body,
    "case": Case,
    "contact": ContactPerson,
    "governing_document": GoverningDocument,
    "list": DecisionList,
    "member": Member,
    "network": Network,
    "note": Note,
    "place": Place,
    "plan": ActionPlan,
    "project": Project,
    "reason": Reason,
    "round": Round,
    "visit": Visit,
    "what_if": WhatIf,
}
"""What an act can be about, by its name in Step.about, where the subject is a row's id."""
NEW = ("add_", "new_", "draft_", "log_")
"""How acts begin that make something new: their subject is what it belongs to, or nothing."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How it stands with a draft."""

    words: str = ""
    """What has happened since; "" when nothing has."""
    mark: Mark = Mark.MINE
    """Its symbol."""
    open: bool = True
    """True when it can be gone on with."""


def standing(desk: Desk | None, draft: Draft) -> Standing:
    """Look in the register whether the form of a draft can still be sent."""
    if desk is None or not draft.key.register:
        return Standing()
    step = _step(draft.key.act)
    if step is not None and _is_gone(desk, step, draft):
        words = tr("Det som formuläret gällde finns inte längre.")
        return Standing(words=words, mark=Mark.STOP, open=False)
    if step is not None and not _applies(desk, step, draft.key.subject):
        words = done_since(desk, draft) or tr("Åtgärden går inte att göra som det är nu.")
        return Standing(words=words, mark=Mark.STOP, open=False)
    since = done_since(desk, draft)
    return Standing(words=since, mark=Mark.WARN) if since else Standing()


def done_since(desk: Desk, draft: Draft) -> str:
    """Say that the same act has been done about the same thing since the draft was begun."""
    done = _done_at(desk, draft)
    if done is None:
        return ""
    when = done.strftime("%Y-%m-%d %H.%M")
    if draft.key.subject:
        return tr("Samma sak gjordes {when}, sedan du började. Se efter först.", when=when)
    return tr("Något av samma slag gjordes {when}, sedan du började. Se efter först.", when=when)


def _done_at(desk: Desk, draft: Draft) -> datetime | None:
    act, since, store = draft.key.act, draft.spot.event, desk.store
    if not since:
        return None
    found = store.rows(
        "SELECT id FROM event WHERE id > ? AND name = ? AND NOT EXISTS "
        "(SELECT 1 FROM event AS later WHERE later.undoes = event.id) ORDER BY id DESC LIMIT 50",
        since,
        act,
    )
    for (key,) in found:
        event = store.event(key)
        about = {row_id for _kind, row_id in event.subjects}
        if not draft.key.subject or draft.key.subject in about:
            return event.at
    return None


def _step(act: str) -> Step | None:
    from desktop.flow.steps import step_named  # noqa: PLC0415 - every act, slow to load

    try:
        return step_named(act)
    except KeyError:
        return None


def _is_gone(desk: Desk, step: Step, draft: Draft) -> bool:
    subject = draft.key.subject
    kind = KINDS.get(step.about)
    if not subject or kind is None or step.name.startswith(NEW):
        return False
    return desk.store.first(kind, "id = ?", subject) is None


def _applies(desk: Desk, step: Step, subject: int) -> bool:
    """Say whether the act can be done now; what is not a case or a visit is seen on its page."""
    from desktop.flow.picture import picture  # noqa: PLC0415 - slow to load
    from desktop.flow.visit_picture import visit_picture  # noqa: PLC0415 - as above

    look = {"case": picture, "visit": visit_picture}.get(step.about)
    if look is None or not subject or step.name.startswith(NEW):
        return True
    try:
        return step.applies(look(desk, subject))
    except LookupError:
        return False
