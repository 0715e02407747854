"""What the list of cases says of how many there are, and what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import digits
from desktop.ui.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.flow.case_list import Sums


def count_words(count: int, whole: int) -> str:
    """Say how many of how many are shown."""
    if count < whole:
        return tr("{count} av {all} ärenden", count=digits(count), all=digits(whole))
    return tr("1 ärende") if count == 1 else tr("{all} ärenden", all=digits(whole))


def sum_words(sums: Sums, *, beside: bool) -> Mapping[str, str]:
    """Give the row of sums; `beside` explains the parentheses where there is room."""
    if not sums.count:
        return {}
    proposed = tr("({sum}) är föreslaget, inte beslutat", sum=digits(sums.proposed))
    return {
        "number": tr("Summa för urvalet"),
        "asked": digits(sums.asked),
        "granted": digits(sums.granted),
        "paid": digits(sums.paid),
        "state": proposed if sums.proposed and beside else "",
    }
