"""The form of a decision: outcome, sum with its calculation, reasons, terms, and the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop.domain.phases import WITH_MONEY, Outcome
from desktop.domain.proposal import outcome_for
from desktop.domain.rules.report import due
from desktop.domain.swedish import kr
from desktop.flow.deciding import suggested
from desktop.ui.draft import DraftKey
from desktop.ui.forms.reasons import ReasonList, ReasonsInput
from desktop.ui.forms.sheet import Own, Part, Sheet, alone
from desktop.ui.i18n import tr
from desktop.ui.inputs import YesInput
from desktop.ui.pages.case_parts.acting import choices
from desktop.ui.pages.case_parts.weighing import LimitLines, heard, reason_lines
from desktop.ui.spoken import long_date
from desktop.ui.widgets.card import row
from desktop.ui.widgets.tick import CheckBox
from desktop.ui.widgets.words import Link, Symbol, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.step import Step
    from desktop.ui.drafts import Drafts
    from desktop.ui.widgets.day import ReadDay

ORDER = (
    "kind", "ground", "outcome", "granted", "deviation", "reasons", "own_text",
    "conditions", "report_due", "unbiased", "decided_on",
)  # fmt: skip
ROOM = 38
"""Em that labels and fields beside each other want here."""
TERMS = ("conditions", "report_due")


def sum_of(typed: object) -> int | None:
    """Give the sum that is typed, or None while it is none."""
    figures = re.fullmatch(r"\s*([\d\s]+?)\s*(kr|kronor)?\s*", str(typed))
    return int(re.sub(r"\s", "", figures[1])) if figures else None


class DecisionForm(Sheet):
    """What is decided in one case. Sum and outcome follow each other; so do the reasons."""

    def __init__(  # noqa: PLR0913 - a decision has as many sides
        self,
        desk: Desk,
        seen: Picture,
        step: Step,
        values: Mapping[str, object],
        *,
        day: ReadDay,
        drafts: Drafts,
    ) -> None:
        """Build it for a case, with what is proposed."""
        self._desk, self._seen = desk, seen
        self._touched = False
        self.reasons = ReasonList()
        self.limits = LimitLines(seen.draft.limits)
        self._terms = Words("")
        self._due = Words("", "strong")
        self._change = Link(tr("Ändra"))
        self._offered: tuple[object, ...] = ()
        unbiased = YesInput(CheckBox(tr("Jag är inte jävig i ärendet")))
        unbiased.speaks = False
        super().__init__(
            step.command,
            title="",
            button="",
            values=values,
            options=choices(desk, seen),
            consequence=tr("Beslutet kan sedan inte ändras, bara ersättas av ett nytt."),
            own={
                "reasons": Own(input=ReasonsInput(self.reasons), label=tr("Skäl")),
                "unbiased": Own(input=unbiased, label=tr("Jäv")),
            },
            parts=self._parts_of(seen),
            hidden=("own_text", "deviation", *TERMS),
            order=ORDER,
            narrow=ROOM,
            day=day,
            skip=("case_id",),
            drafts=drafts,
            draft_key=DraftKey(register=desk.store.register_uuid, act=step.name, subject=seen.id),
        )
        self._begin(values)

    def _parts_of(self, seen: Picture) -> tuple[Part, Part]:
        terms, said = QWidget(), QWidget()
        terms.setLayout(row(self._terms, self._due, self._change, None, spacing=4))
        stands = heard(seen)
        words = Words(stands.words, wrap=True)
        line = row(Symbol(stands.mark), words)
        line.setStretch(1, 1)
        said.setLayout(line)
        for part in (terms, said):
            alone(part)
        return (
            Part(key="terms", label=tr("Villkor"), widget=terms, after="own_text"),
            Part(key="heard", label=tr("Samråd"), widget=said, after="report_due"),
        )

    def _begin(self, values: Mapping[str, object]) -> None:
        for name in ("own_text", "deviation", "conditions", "report_due", "ground"):
            if name in self.fields:
                self.set_hint(name, "")
        officer = self._desk.officer()
        self.set_hint("decided_on", f"{officer.name}, {officer.title}")
        self.add_below("granted", self.limits)
        self.inputs["outcome"].on_edit(self._outcome_chosen)
        self.inputs["granted"].on_edit(self._sum_typed)
        self.inputs["reasons"].on_edit(self._reasons_ticked)
        self.reasons.unfolded.connect(lambda: self.show_fields(["own_text"], on=True))
        self._change.clicked.connect(lambda: self.show_fields(TERMS, on=True))
        self._change.setAccessibleName(tr("Ändra villkor och rapportdag"))
        ticked = values.get("reasons", ())
        self._follow(list(ticked) if isinstance(ticked, tuple | list) else [])
        for name in ("deviation", *TERMS):
            if values.get(name):
                self.show_fields([name], on=True)

    @property
    def outcome(self) -> Outcome:
        """The outcome that is chosen."""
        return Outcome(str(self.inputs["outcome"].raw()))

    @property
    def granted(self) -> int:
        """The sum that is typed; 0 while it cannot be read, or no money is given."""
        return (sum_of(self.inputs["granted"].raw()) or 0) if self.money else 0

    @property
    def money(self) -> bool:
        """True when the outcome gives money."""
        return self.outcome in WITH_MONEY

    def raw(self) -> dict[str, object]:
        """Give what was typed; an outcome without money has no sum."""
        found = super().raw()
        return found if self.money else found | {"granted": "0"}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show values, and let everything follow them."""
        super().set_values(values)
        if self._offered:
            shown = [name for name in ("own_text", *TERMS) if values.get(name)]
            self.show_fields(shown, on=True)
            ticked = values.get("reasons", ())
            self._follow(list(ticked) if isinstance(ticked, tuple | list) else [])

    def _outcome_chosen(self) -> None:
        asked, rules = self._seen.application.asked, self._seen.draft.amount
        amount = {Outcome.GRANTED: asked, Outcome.PARTLY: rules if 0 < rules < asked else 0}
        wanted = amount.get(self.outcome, 0)
        self.inputs["granted"].put(wanted or "")
        self._follow()

    def _sum_typed(self) -> None:
        amount = sum_of(self.inputs["granted"].raw())
        if amount and self.money:
            self.inputs["outcome"].put(outcome_for(self._seen.application.asked, amount))
        self._follow()

    def _reasons_ticked(self) -> None:
        self._touched = True

    def _follow(self, ticked: list[Any] | None = None) -> None:
        """Let hint, reasons, fields and button follow outcome and sum."""
        seen, outcome, granted = self._seen, self.outcome, self.granted
        proposed = min(seen.proposal, seen.draft.ceiling)
        self.set_hint(
            "granted",
            tr(
                "av sökta {asked}. Förslaget är {proposed}, så här:",
                asked=kr(seen.application.asked),
                proposed=kr(proposed),
            ),
        )
        due_on = self._due_on()
        self._terms.setText(
            tr("Standardvillkoren, rapport senast") if due_on else tr("Standardvillkoren")
        )
        self._due.setText(due_on)
        self.show_fields(["granted"], on=self.money)
        self.show_fields(["terms"], on=self.money)
        deviates = self.money and bool(granted) and granted != seen.draft.amount
        self.show_fields(["deviation"], on=deviates or bool(self.inputs["deviation"].raw()))
        self._offer_reasons(outcome, granted, ticked)
        self.set_button(self._verb(outcome, granted))

    def _offer_reasons(self, outcome: Outcome, granted: int, ticked: list[Any] | None) -> None:
        if ticked is None and self._offered == (outcome, granted):
            return
        before = self._offered[0] if self._offered else None
        self._offered = (outcome, granted)
        keys = ticked if ticked is not None else self.reasons.keys()
        if ticked is None and outcome != before and not self._touched:
            keys = list(suggested(self._desk, self._seen, outcome))
        self.reasons.set_reasons(reason_lines(self._desk, self._seen, outcome, granted), keys)

    def _due_on(self) -> str:
        ended = self._seen.application.ends_on
        counted = due(self._seen.scheme, ended) if ended else None
        return long_date(counted.day).removeprefix("den\u00a0") if counted else ""

    @staticmethod
    def _verb(outcome: Outcome, granted: int) -> str:
        if outcome in WITH_MONEY:
            return tr("Besluta {amount}", amount=kr(granted)) if granted else tr("Besluta")
        return tr("Besluta avslag") if outcome is Outcome.REJECTED else tr("Besluta avvisning")
