"""The rules of money that must hold in every register, asked of the rows themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import kr
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.store import Store

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

_ON_LISTS = """
SELECT decision_id FROM listed_decision WHERE deleted IS NULL
GROUP BY decision_id HAVING count(*) > 1"""


def money(store: Store) -> Iterator[Text]:
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
    for (decision,) in store.rows(_ON_LISTS):
        yield say("Beslut {decision} står på flera delegationslistor.", decision=decision)
