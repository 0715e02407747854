"""Which form stands on a visit's page: its next act, or another that was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.flow.steps import step_named
from desktop.flow.visit_next import other_visit_acts, visit_next
from desktop.ui.i18n import shown, tr
from desktop.ui.pages.besok_words import missing_words

if TYPE_CHECKING:
    from desktop.flow.step import Step
    from desktop.flow.visit_picture import VisitPicture
    from desktop.ui.widgets.combo import Option

WIDE = (
    "approve_purpose",
    "change_visit",
    "plan_visit",
    "record_costs",
    "report_visit",
    "cancel_visit",
    "send_invitation",
)
"""Acts with a page of their own: they ask for rows, or for much."""


@dataclass(frozen=True, kw_only=True)
class Acting:
    """What the form on the page is about."""

    name: str
    """Name of the step; "" when nothing is left to do."""
    step: Step | None
    """The step; None when nothing is left."""
    wide: bool
    """True when the act has a page of its own, and the form only leads there."""
    others: tuple[Option, ...]
    """Key and words of the other steps."""


def acting(seen: VisitPicture, wanted: str = "") -> Acting:
    """Give the act at hand, by default the next one; one that no longer fits is left."""
    following = visit_next(seen)
    offered = {step.name: step for step in other_visit_acts(seen)}
    name = wanted if wanted in offered or wanted == following else following
    others = [(step.name, shown(step.title)) for step in offered.values() if step.name != name]
    if name != following and following:
        others.insert(0, (following, shown(step_named(following).title)))
    return Acting(
        name=name,
        step=step_named(name) if name else None,
        wide=name in WIDE,
        others=tuple(others),
    )


def sign_button(name: str) -> str:
    """Give the words on the button that leads to an act's own page."""
    return {
        "approve_purpose": tr("Till godkännandet"),
        "change_visit": tr("Till ändringen"),
        "plan_visit": tr("Till planeringen"),
        "record_costs": tr("Till kostnaderna"),
        "report_visit": tr("Till rapporten"),
        "cancel_visit": tr("Till inställandet"),
        "send_invitation": tr("Till inbjudan"),
    }[name]


def sign_words(seen: VisitPicture, name: str) -> str:
    """Say what is done on an act's own page, and what is missing."""
    if name == "approve_purpose":
        missing = missing_words(seen)
        if not missing:
            return tr("Inget saknas. Läs igenom och godkänn.")
        return "\n".join([tr("Det här saknas:"), *(f"• {each}" for each in missing)])
    said = {
        "change_visit": tr("Syfte, dagar, ort och pengar; reglerna prövas på nytt."),
        "plan_visit": tr("Vilka som deltar, vad som händer och vad det kostar."),
        "record_costs": tr("Det som betalats, i vilken valuta och av vem."),
        "report_visit": tr("Vad besöket gav, och vad det till slut kostade."),
        "cancel_visit": tr("Skälet, och kostnader som inte gick att få tillbaka."),
        "send_invitation": tr("Brev till den andra orten med syfte, program och vem som betalar."),
    }
    return said[name]
