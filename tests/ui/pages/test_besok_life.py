"""One visit from an idea to a closed file, by the real widgets, its fields and acts counted."""

from __future__ import annotations

from desktop.domain.visit_words import VisitStage
from desktop.domain.visiting import Agreement, Visit, VisitCost, VisitPeople
from desktop.ui.page import Route
from tests.ui.pages.register_window import CTRL, ENTER, GRINDAVIK, write

MOST_FIELDS, MOST_ACTS = 28, 9


class Hand:
    """Types and presses, and counts both."""

    def __init__(self, opened) -> None:
        self.opened = opened
        self.fields = 0
        self.acts = 0

    @property
    def form(self):
        return self.opened.page.form

    def types(self, **values: str) -> None:
        """Write in fields of the form."""
        for name, words in values.items():
            write(self.form.field(name), words)
            self.fields += 1

    def fills(self, rows: str, at: int, **values: str) -> None:
        """Write and choose in a row of the form."""
        line = self.form.field(rows).lines[at]
        for key, words in values.items():
            widget = line.inputs[key].widget
            if hasattr(widget, "set_key"):
                widget.set_key(words)
                widget.chosen.emit(words)
            else:
                write(widget, words)
            self.fields += 1

    def acts_on(self) -> None:
        """Press Ctrl+Enter in the form."""
        self.form.focus_first()
        self.opened.press(ENTER, CTRL)
        self.acts += 1

    def goes(self) -> None:
        """Press Ctrl+Enter where the form only leads on."""
        self.opened.press(ENTER, CTRL)


def test_a_visit_from_agreement_to_closed_by_the_window(opened):
    # given a place without an agreement
    hand = Hand(opened)
    page = opened.go(Route(page="ort", subject=GRINDAVIK))

    # when the agreement is drafted as proposed and signed
    page.agreement.link.click()
    hand.acts_on()
    hand.types(valid_from="2026-01-01")
    hand.acts_on()
    assert opened.desk.store.get(Agreement, 1).signed_on is not None

    # and the idea is written down from the place
    opened.go(Route(page="ort", subject=GRINDAVIK)).visit_button.click()
    hand.types(
        purpose="jämföra hur kommunerna ordnar fritid för unga",
        starts_on="2026-11-16",
        ends_on="2026-11-18",
    )
    hand.acts_on()

    # and its purpose approved
    hand.goes()
    hand.types(why_not_digital="studiebesök på två fritidsgårdar")
    hand.form.inputs["areas"].put(["young"])
    hand.fields += 1
    hand.acts_on()
    assert seen(opened).stage is VisitStage.APPROVED

    # and it is planned
    hand.goes()
    hand.fills("people", 0, role="project_leader", name="Jóna Tilbúinsdóttir")
    hand.fills("people", 1, role="youth", aged_13_17="2")
    hand.fills("programme", 0, text="Ankomst")
    hand.fills("costs", 0, cost_type="lodging", detail="3 gäster × 2 nätter × 950 kr")
    hand.fills("costs", 1, cost_type="local_transport", planned="4200")
    hand.fills("costs", 2, cost_type="travel", planned="41400")
    hand.acts_on()
    assert [cost.planned_ore for cost in costs(opened)] == [570_000, 420_000, 4_140_000]

    # and carried out, and reported with what it cost
    hand.acts_on()
    hand.goes()
    hand.types(outcome="en gemensam ansökan lämnas i mars")
    hand.fills("costs", 2, currency="ISK", amount="552 000", rate="0,0750")
    hand.form.field("costs").fill_link.click()
    hand.fills("costs", 1, paid_by="guest")
    hand.acts_on()
    assert opened.shown == "besok"

    # then the window says what to settle, and the visit can be settled and closed
    assert hand.form.foot.button.text() == "Reglera 4\u00a0200\u00a0kr"
    hand.acts_on()
    hand.acts_on()
    assert seen(opened).stage is VisitStage.CLOSED
    assert [each.count for each in opened.desk.store.find(VisitPeople)] == [1, 2]
    assert hand.fields <= MOST_FIELDS
    assert hand.acts <= MOST_ACTS
    print("fields", hand.fields, "acts", hand.acts)  # noqa: T201


def seen(opened) -> Visit:
    found: Visit = opened.desk.store.get(Visit, 1)
    return found


def costs(opened) -> list[VisitCost]:
    return list(opened.desk.store.find(VisitCost, order="id"))
