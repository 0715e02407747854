"""The rules of money that must hold in every register, asked of the rows themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from desktop.domain.swedish import kr
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Readable(Protocol):
    """What rows can be asked of: an open register, or one that is being verified."""

    def rows(self, sql: str, *args: object) -> Iterable[tuple[Any, ...]]:
        """Give what a SELECT gives; money is in öre."""


_SEVERAL = """
SELECT c.number FROM valid_decision AS d JOIN grant_case AS c ON c.id = d.case_id
GROUP BY d.case_id HAVING count(*) > 1"""

_POTS = """
SELECT pot, sum(granted_ore), max(pot_cap_ore) FROM standing_decision
GROUP BY pot HAVING sum(granted_ore) > max(pot_cap_ore) AND max(deviation <> '') = 0"""

_PAID = """
SELECT c.number, p.paid, coalesce(max(d.granted_ore), 0)
FROM (
  SELECT case_id, sum(amount_ore) AS paid FROM (
    SELECT case_id, amount_ore FROM payment WHERE deleted IS NULL AND state IN ('paid', 'reversed')
    UNION ALL
    SELECT case_id, -amount_ore FROM repayment WHERE deleted IS NULL
  ) GROUP BY case_id
) AS p JOIN grant_case AS c ON c.id = p.case_id
LEFT JOIN decision AS d ON d.case_id = p.case_id AND NOT EXISTS (
  SELECT 1 FROM taken_back AS t
  WHERE t.entity = 'decision' AND t.row_id = d.id AND t.deleted IS NULL)
GROUP BY p.case_id HAVING p.paid > coalesce(max(d.granted_ore), 0)"""

_NUMBERED = """
SELECT number || '/' || year FROM (
  SELECT d.number, d.year FROM decision AS d
  WHERE d.board = '' AND NOT EXISTS (SELECT 1 FROM taken_back AS t
    WHERE t.entity = 'decision' AND t.row_id = d.id AND t.deleted IS NULL)
  UNION ALL
  SELECT number, year FROM reclaim WHERE number > 0 AND deleted IS NULL
) GROUP BY year, number HAVING count(*) > 1 ORDER BY year, number"""

_ON_LISTS = """
SELECT d.number || '/' || d.year
FROM listed_decision AS l JOIN decision AS d ON d.id = l.decision_id
WHERE l.deleted IS NULL GROUP BY d.id HAVING count(*) > 1
UNION ALL
SELECT r.number || '/' || r.year
FROM listed_reclaim AS l JOIN reclaim AS r ON r.id = l.reclaim_id
WHERE l.deleted IS NULL GROUP BY r.id HAVING count(*) > 1"""


def money(store: Readable) -> Iterator[Text]:
    """Give what breaks a rule of money: somebody went past the triggers that refuse it."""
    for (number,) in store.rows(_SEVERAL):
        yield say("Ärende {number} har flera gällande beslut.", number=plain(number))
    for pot, granted, cap in store.rows(_POTS):
        yield say(
            "I potten {pot} är {granted} beviljade, men den rymmer {cap}, "
            "och inget skäl är angivet.",
            pot=plain(pot),
            granted=plain(kr(granted // 100)),
            cap=plain(kr(cap // 100)),
        )
    for number, paid, granted in store.rows(_PAID):
        yield say(
            "I ärende {number} är {paid} utbetalda, men högst {granted} har beviljats.",
            number=plain(number),
            paid=plain(kr(paid // 100)),
            granted=plain(kr(granted // 100)),
        )
    for (number,) in store.rows(_NUMBERED):
        yield say("Flera delegationsbeslut har nummer {number}.", number=plain(number))
    for (number,) in store.rows(_ON_LISTS):
        yield say("Beslut {number} står på flera delegationslistor.", number=plain(number))
