"""What one part of the page *Nätverk och projekt* is: its rows, columns, sums and ways on."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from desktop.domain.text import Text, say
from desktop.ui.i18n import shown
from desktop.ui.page import Route
from desktop.ui.pages.natverk_words import TONES
from desktop.ui.table import Cell, Column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.flow.desk import Desk


class Part(ABC):
    """One register of the page; it holds nothing and reads when it is asked."""

    key = ""
    """Name in Offered and in routes."""
    word = say("")
    """Name of the part."""
    filter_words = say("Filtrera")
    """What stands in its filter while that is empty."""
    new_words = say("Ny")
    """Words of the button that makes one."""
    empty_words = say("")
    """What stands there without rows."""
    page = ""
    """Key of the page of one."""
    new = ""
    """Name of the act that makes one."""
    rests = say("avslutade")
    """What the rows that are hidden at first are called, in the plural."""
    yearly = False
    """True when the rows are those of one year."""

    @abstractmethod
    def columns(self) -> list[Column]:
        """Give the columns but the last, which leads to the next act."""

    @abstractmethod
    def rows(self, desk: Desk, text: str, year: int) -> Sequence[Any]:
        """Give the rows whose words hold a text; the year is for a part that is yearly."""

    def resting(self, row: Any) -> bool:  # noqa: ANN401 - a row of the part
        """Say whether a row is hidden until everything is asked for."""
        del row
        return False

    def sums(self, rows: Sequence[Any]) -> Mapping[str, str]:
        """Give the sums by column."""
        del rows
        return {}

    def line(self, rows: Sequence[Any]) -> str:
        """Say the one thing to know of the part."""
        del rows
        return ""

    def route(self, row: Any) -> Route:  # noqa: ANN401 - a row of the part
        """Give where a row is looked at."""
        return Route(page=self.page, subject=row.id)

    def step(self, row: Any) -> Route:  # noqa: ANN401 - a row of the part
        """Give where the next act of a row is done."""
        return Route(page=self.page, subject=row.id, act=row.next_act)

    def next_words(self, row: Any) -> str:  # noqa: ANN401 - a row of the part
        """Give the words of the next act; "" when nothing waits."""
        return shown(row.next_words)

    def begin(self) -> Route:
        """Give where a new one is made."""
        return Route(page=self.page, act=self.new)


def stands(label: Text, tone: str) -> Cell:
    """Give how something stands, as a badge."""
    return Cell(shown(label), mark=TONES[tone], badge=True)
