"""The rows of forms about projects and plans: money, partners, reporting days, goals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.commitment_words import GOAL_WORDS, GoalStatus
from desktop.domain.registers import Place
from desktop.domain.swedish import kr
from desktop.flow.ask import asks
from desktop.flow.steps.plan_rows import GoalRow
from desktop.flow.steps.project_rows import FundingRow, PartnerRow, ReportDayRow
from desktop.ui.forms.row_lines import RowLinesInput, Rows, Said, Slot
from desktop.ui.i18n import shown, tr
from desktop.ui.inputs import Input, LineInput, OneInput, YesInput
from desktop.ui.make_input import make_input
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.field import LineEdit
from desktop.ui.widgets.tick import CheckBox

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop.flow.ask import Ask
    from desktop.flow.desk import Desk
    from desktop.ui.widgets.combo import Option
    from desktop.ui.widgets.day import ReadDay

ASKED = ("register_project", "set_project_funding")
"""Acts in which money is planned; what was granted stands on a second line."""


def commitment_rows(
    desk: Desk,
    act: str,
    bodies: Sequence[Option],
    day: ReadDay,
    proposed: Mapping[str, object],
) -> dict[str, Callable[[Ask], Input]]:
    """Give the makers of the inputs of rows, by the name of their field, for one act."""
    made = _Makers(desk=desk, act=act, bodies=bodies, day=day, proposed=proposed)
    return {
        "funding": made.funding,
        "partners": made.partners,
        "report_days": made.report_days,
        "goals": made.goals,
    }


@dataclass(frozen=True, kw_only=True)
class _Makers:
    """Makes the tables for one act."""

    desk: Desk
    """The open register."""
    act: str
    """Name of the act."""
    bodies: Sequence[Option]
    """Bodies that can bear own money."""
    day: ReadDay
    """Reads a day as it was typed."""
    proposed: Mapping[str, object]
    """What the form begins with, by field."""

    def _plain(self, row: type, *names: str) -> dict[str, Callable[[], Input]]:
        known = asks(row)
        return {name: partial(make_input, known[name], _none, self.day) for name in names}

    def funding(self, _ask: Ask) -> Input:
        """Make the table of who pays what; its line tells the share of own money."""
        planned = self.act in ASKED
        slots = [
            Slot(key="financier", title=tr("Finansiär"), width=12, grows=True),
            Slot(key="own", title=tr("Vems pengar"), width=11.5),
            Slot(key="body_id", title=tr("Bärs av"), width=14),
            Slot(key="applied", title=tr("Budget"), width=8.5, right=True),
            Slot(key="granted", title=tr("Beviljat"), width=8.5, right=True),
        ]
        if self.act == "register_project":
            slots.pop()
        makers: dict[str, Callable[[], Input]] = {
            **self._plain(FundingRow, "financier"),
            "own": lambda: YesInput(CheckBox(tr("kommunens egna"))),
            "body_id": lambda: _one(self.bodies),
            "applied": _sum,
            "granted": _sum,
        }
        return RowLinesInput(
            Rows(
                slots=slots,
                make=lambda key: makers[key](),
                say=_bearer,
                total=lambda rows: funding_total(rows, granted=not planned),
            )
        )

    def partners(self, _ask: Ask) -> Input:
        """Make the table of those who take part."""
        slots = [
            Slot(key="name", title=tr("Partner"), width=13, grows=True),
            Slot(key="country", title=tr("Land"), width=10),
            Slot(key="place_id", title=tr("Vår ort"), width=13),
            Slot(key="role", title=tr("Roll"), width=12),
        ]
        places = [
            (str(each.id), each.name)
            for each in self.desk.store.find(Place, order="name")
            if not each.destination
        ]
        makers: dict[str, Callable[[], Input]] = {
            **self._plain(PartnerRow, "name", "country", "role"),
            "place_id": lambda: _one(places),
        }
        return RowLinesInput(Rows(slots=slots, make=lambda key: makers[key]()))

    def report_days(self, _ask: Ask) -> Input:
        """Make the table of days to report on."""
        slots = [
            Slot(key="due_on", title=tr("Senast"), width=10.6),
            Slot(key="text", title=tr("Vad som redovisas"), width=16, grows=True),
            Slot(key="done_on", title=tr("Klart"), width=10.6),
        ]
        makers = self._plain(ReportDayRow, "due_on", "text", "done_on")
        return RowLinesInput(Rows(slots=slots, make=lambda key: makers[key]()))

    def goals(self, _ask: Ask) -> Input:
        """Make the table of a plan's goals; how they came out where they are evaluated."""
        judged = self._judged()
        goals = [(each.key, tr(each.short)) for each in self.desk.in_force()[1].goals]
        slots = [
            Slot(key="text", title=tr("Mål"), width=13, grows=True),
            Slot(key="measure", title=tr("Så utvärderas det"), width=12, grows=True),
            Slot(key="area", title=tr("Område"), width=13),
            Slot(key="status", title=tr("Utfall"), width=11.5),
            Slot(key="result", title=tr("Vad det blev"), width=12, grows=True),
        ]
        if not goals:
            slots = [each for each in slots if each.key != "area"]
        if not judged:
            slots = [each for each in slots if each.key not in ("status", "result")]
        outcomes = [(str(key), shown(words)) for key, words in GOAL_WORDS.items()]
        makers: dict[str, Callable[[], Input]] = {
            **self._plain(GoalRow, "measure"),
            "text": lambda: LineInput(LineEdit()),
            "result": lambda: LineInput(LineEdit()),
            "area": lambda: _one(goals),
            "status": lambda: _one(outcomes, skip=False),
        }
        return RowLinesInput(Rows(slots=slots, make=lambda key: makers[key]()))

    def _judged(self) -> bool:
        """Say whether it is time to tell how goals came out, or some have been told of."""
        rows = self.proposed.get("goals")
        known = rows if isinstance(rows, tuple) else ()
        return self.act == "evaluate_action_plan" or any(
            each.result or each.status != GoalStatus.OPEN for each in known
        )


def _none(_ask: Ask) -> Sequence[Option]:
    return ()


def _one(options: Sequence[Option], *, skip: bool = True) -> Input:
    made = OneInput(ComboBox(), may_skip=skip)
    made.offer(options)
    return made


def _sum() -> Input:
    return LineInput(LineEdit(), short=True)


def _bearer(raw: Mapping[str, object]) -> Said:
    """Ask for a bearer only of the municipality's own money."""
    return Said(idle=frozenset() if raw.get("own") else frozenset({"body_id"}))


def _kronor(value: object) -> int:
    digits = "".join(each for each in str(value or "") if each.isdigit())
    return int(digits) if digits else 0


def funding_total(rows: Sequence[Mapping[str, object]], *, granted: bool = False) -> str:
    """Say what is typed together, and how much of it is own money; "" for nothing."""

    def worth(row: Mapping[str, object]) -> int:
        given = str(row.get("granted") or "").strip()
        return _kronor(given) if granted and given else _kronor(row.get("applied"))

    whole = sum(worth(row) for row in rows)
    own = sum(worth(row) for row in rows if row.get("own"))
    if not whole:
        return ""
    return tr(
        "Tillsammans {amount}, egna pengar {own} ({percent} procent)",
        amount=kr(whole),
        own=kr(own),
        percent=(own * 200 + whole) // (2 * whole),
    )
