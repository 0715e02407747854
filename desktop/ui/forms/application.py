"""The form of a new application."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.domain.dates import arrival_day
from desktop.domain.phases import Channel
from desktop.domain.rules.people import asked_of
from desktop.flow.options import options
from desktop.flow.steps.application_draft import RegisterApplication
from desktop.ui.draft import DraftKey
from desktop.ui.forms.newcomer import Newcomer, new_association
from desktop.ui.forms.sheet import Own, Sheet
from desktop.ui.i18n import shown, tr
from desktop.ui.inputs import OneInput
from desktop.ui.measure import em
from desktop.ui.pages.case_parts.trying import past_words, places_of, report_words
from desktop.ui.widgets.card import row
from desktop.ui.widgets.combo import ComboBox
from desktop.ui.widgets.day import WIDTH
from desktop.ui.widgets.words import Link

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.flow.ask import Ask
    from desktop.flow.desk import Desk
    from desktop.ui.drafts import Drafts
    from desktop.ui.pages.case_parts.trying import Similar
    from desktop.ui.widgets.day import ReadDay

ROWS = (
    ("place_id", "year"),
    ("starts_on", "ends_on"),
    ("asked", "costs", "other_funding"),
    ("participants", "participant_days"),
    ("came_on", "channel"),
)
ACTIVITY = ("purpose", "starts_on", "ends_on", "costs", "other_funding")
"""Fields that only a grant for an activity has."""
PEOPLE = ("participants", "participant_days")
"""Fields that only a grant counted by people has."""
ARRIVAL = ("arrived_on", "arrival_note")
COPIED = ("purpose", "asked", "costs", "other_funding", *PEOPLE, "goals")
"""What is filled in as in an earlier application."""
YEARS = (-1, 0, 1, 2)


class ApplicationForm(Sheet):
    """A new application. Place and year follow the association and the days until chosen."""

    def __init__(self, desk: Desk, values: dict[str, object], day: ReadDay, drafts: Drafts) -> None:
        """Build it."""
        self._desk = desk
        self._day = day
        self._chosen: set[str] = set()
        years = [str(desk.today.year + each) for each in YEARS]
        year = OneInput(ComboBox([(each, each) for each in years]), may_skip=False)
        self.newcomer = Newcomer(desk, new_association(), day)
        self._arrival = Link(tr("Annan ankomstdag"), "small")
        super().__init__(
            RegisterApplication,
            title="",
            button=tr("Registrera"),
            values=values,
            options=self._options,
            consequence=tr("Utkastet sparas medan du skriver"),
            rows=ROWS,
            also=[("confirm", tr("Registrera och skriv bekräftelse"))],
            day=day,
            own={"year": Own(input=year, label="")},
            hidden=ARRIVAL,
            skip=("confirm",),
            drafts=drafts,
            draft_key=DraftKey(register=desk.store.register_uuid, act="register_application"),
        )
        self._name_rows()
        self.add_below("association_id", self.newcomer)
        self.add_part("newcomer", self.newcomer)
        self.newcomer.opened.connect(self._open_newcomer)
        self.newcomer.known.connect(self.choose_association)
        below = QWidget()
        below.setLayout(row(self._arrival, None))
        self.add_below("came_on", below)
        self._arrival.clicked.connect(self._another_day)
        for name in ("year", "place_id"):
            self.inputs[name].on_edit(partial(self._chosen.add, name))
        self.inputs["association_id"].on_edit(self._association_chosen)
        for name in ("scheme", "starts_on", "ends_on", "came_on", "channel"):
            self.inputs[name].on_edit(self.follow)
        self.follow()

    def _options(self, asked: Ask) -> Sequence[tuple[str, str]]:
        found = [(key, shown(words)) for key, words in options(self._desk, asked)]
        if asked.source != "schemes":
            return found
        mine = {each.key for each in self._desk.in_force()[1].schemes if not each.for_schools}
        return [each for each in found if each[0] in mine]

    def _name_rows(self) -> None:
        names = {
            "place_id": tr("Ort och år"),
            "year": "",
            "starts_on": tr("Aktiviteten"),
            "ends_on": tr("till"),
            "participant_days": tr("dagar för var och en"),
            "channel": "",
        }
        for name, words in names.items():
            self.fields[name].label.setText(words)
        for name in ("place_id", "year", "purpose", *ARRIVAL):
            self.set_hint(name, "")
        self.inputs["year"].name(tr("År"))
        self.field("dnr").setFixedWidth(em(WIDTH))
        self.set_hint("dnr", tr("kan vänta"))
        self.set_hint("participant_days", tr("tomt: alla dagar"))
        self._lay()

    def association_id(self) -> int:
        """Give the association that is chosen; 0 while it is none."""
        key = str(self.inputs["association_id"].raw())
        return int(key) if key.isdigit() else 0

    def scheme(self) -> str:
        """Give the key of the kind of grant."""
        return str(self.inputs["scheme"].raw())

    def last_day(self) -> date | None:
        """Give the activity's last day, when it can be read."""
        raw = self.inputs["ends_on"].raw() or self.inputs["starts_on"].raw()
        return self._day(str(raw)) if raw else None

    def choose_association(self, association_id: int) -> None:
        """Choose an association, as if somebody had."""
        self.inputs["association_id"].put(str(association_id))
        self._association_chosen()

    def _open_newcomer(self) -> None:
        written = str(self.inputs["association_id"].raw())
        if written and not self.association_id():
            self.newcomer.form.set_values({"name": written})

    def _association_chosen(self) -> None:
        chosen = self.association_id()
        self.set_hint("association_id", past_words(self._desk, chosen) if chosen else "")
        places = places_of(self._desk, chosen) if chosen else []
        if "place_id" not in self._chosen and len(places) == 1:
            self.inputs["place_id"].put(str(places[0]))

    def follow(self) -> None:
        """Let fields, hints and year follow the kind of grant and the days."""
        _, guideline = self._desk.in_force()
        chosen = [each for each in guideline.schemes if each.key == self.scheme()]
        activity = any(each.activity for each in chosen)
        self.show_fields(ACTIVITY, on=activity)
        counted = {name for each in chosen for name in asked_of(each)}
        for name in PEOPLE:
            self.show_fields([name], on=name in counted)
        last = self.last_day()
        self.set_hint("ends_on", report_words(self._desk, self.scheme(), last))
        self._follow_arrival()
        if "year" not in self._chosen:
            year = last.year if last and activity else self._desk.today.year
            self.inputs["year"].put(str(year))

    def _follow_arrival(self) -> None:
        """Say what day a letter counts as come, and let another be written (22 § FL)."""
        channel = Channel(str(self.inputs["channel"].raw()))
        came = self._day(str(self.inputs["came_on"].raw()))
        counted = arrival_day(came, channel) if came is not None else None
        posted = counted is not None and counted != came
        words = tr("räknas som kommen {day}", day=counted.isoformat()) if posted and counted else ""
        self.set_hint("channel", words)
        self._arrival.setVisible(posted and not self.is_shown("arrived_on"))

    def _another_day(self) -> None:
        self.show_fields(ARRIVAL, on=True)
        self._arrival.hide()
        self.field("arrived_on").setFocus()

    def fill_as(self, earlier: Similar) -> None:
        """Fill in what an earlier application said, days and channel excepted."""
        said = earlier.application
        self.set_values({name: getattr(said, name) for name in COPIED})
        self.mark_edited()

    def mark_edited(self) -> None:
        """Count as typed in."""
        self._on_edit("association_id")

    def refresh_associations(self) -> None:
        """Offer associations that came while the form was open."""
        asked = self._asks["association_id"]
        self.set_options("association_id", self._options(asked))

    def set_values(self, values: object) -> None:
        """Show values, and let hints and fields follow."""
        super().set_values(values)  # type: ignore[arg-type]
        if hasattr(self, "_arrival") and self.isVisible():
            self._association_chosen()
            self.follow()
