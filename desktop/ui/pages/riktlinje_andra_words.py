"""What the page where a guideline is written says of its beginning, its followers, its gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import capital
from desktop.ui.i18n import shown, tr
from desktop.ui.spoken import genitive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.guideline import Guideline
    from desktop.domain.problems import Problem


def beginning_words(it: Guideline, *, found: bool) -> tuple[str, str] | None:
    """Say what the page begins from, where that is not the municipality's own in force."""
    if it.copied_from == it.name:
        more = tr("Skriv det som er egen säger och anta den sedan.")
        return tr("Riktlinjen är tom."), more
    if it.copied_from:
        strong = tr("Början är {name} riktlinje.", name=genitive(it.copied_from))
        more = tr("Ändra det som skiljer och anta den sedan med er egen dag och paragraf.")
        return strong, more
    if found:
        more = tr("Du kan gå vidare där du var, eller kasta det under Andra steg.")
        return tr("Utkastet är kvar."), more
    return None


def kept_words(cases: int, visits: int) -> str:
    """Say how much of the register keeps the version it has."""
    one_case = tr("ett ärende") if cases == 1 else tr("{count} ärenden", count=cases)
    one_visit = tr("ett besök") if visits == 1 else tr("{count} besök", count=visits)
    if cases and visits:
        return capital(
            tr("{cases} och {visits} behåller sin version.", cases=one_case, visits=one_visit)
        )
    if cases or visits:
        return capital(tr("{kept} behåller sin version.", kept=one_case if cases else one_visit))
    return ""


def left_words(problems: Sequence[Problem]) -> str:
    """Say the one thing that is left, or how many."""
    if len(problems) == 1:
        return shown(problems[0].text)
    return tr("{count} saker är kvar att rätta.", count=len(problems))
