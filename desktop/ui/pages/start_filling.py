"""What first start proposes for a municipality, written where nobody has written anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.ui.pages.start_question import Question


class Proposals:
    """Remembers what was proposed last, to tell it from what a person wrote."""

    def __init__(self) -> None:
        """Propose nothing yet."""
        self._filled: dict[str, object] = {}
        self._for = ("", "")

    def fill(self, questions: Sequence[Question], values: Mapping[str, object]) -> None:
        """Fill the questions with what is proposed for a municipality and its guideline."""
        about = (str(values.get("guideline", "")), str(values.get("municipality", "")))
        if about == self._for:
            return
        for question in questions:
            typed = question.typed()
            untouched = [
                name for name in typed if typed[name] == self._filled.get(name, typed[name])
            ]
            question.fill({name: values[name] for name in untouched if name in values})
        self._filled = {name: raw for each in questions for name, raw in each.typed().items()}
        self._for = about
