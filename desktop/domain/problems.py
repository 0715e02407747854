"""Expected trouble: what is wrong with a field, and the refusal that carries it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Problem:
    """One thing that stands in the way, said beside the field it concerns."""

    field: str
    """The command's field name, or "" when the whole act is concerned."""
    text: Text
    """Field – what – do so, in one Swedish sentence."""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """The act was not done, and nothing was written; `problems` says why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems; there is always at least one."""
        self.problems = tuple(problems)
        super().__init__(" ".join(str(problem.text) for problem in self.problems))


def refuse(field: str, template: str, /, **values: object) -> Refusal:
    """Make the refusal with one problem. The template is extracted for translation."""
    return Refusal([Problem(field, say(template, **values))])


def problem(field: str, template: str, /, **values: object) -> Problem:
    """Make one problem. The template is extracted for translation."""
    return Problem(field, say(template, **values))
