"""What first start proposes for a municipality, written where nobody has written anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.flow.steps.founding import proposed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.pages.start_question import Question

OWN = ("department", "postcode", "city")
"""Fields that are a place's own, and empty for another place."""


class Proposals:
    """Remembers what was proposed last, to tell it from what a person wrote."""

    def __init__(self) -> None:
        """Propose nothing yet."""
        self._filled: dict[str, object] = {}
        self._for = ("", False)

    def fill(self, questions: Sequence[Question], key: str, *, another: bool) -> None:
        """Fill the questions for a guideline's municipality, or for another that follows it."""
        if (key, another) == self._for:
            return
        values = {
            name: "" if another and name in OWN else value for name, value in proposed(key).items()
        }
        for question in questions:
            typed = question.typed()
            untouched = [
                name for name in typed if typed[name] == self._filled.get(name, typed[name])
            ]
            question.fill({name: values[name] for name in untouched if name in values})
        self._filled = {name: raw for each in questions for name, raw in each.typed().items()}
        self._for = (key, another)
