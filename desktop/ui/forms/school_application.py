"""The form of a school's application to the exchange fund."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.flow.options import options
from desktop.flow.steps.school_application import RegisterSchoolApplication
from desktop.ui.forms.newcomer import Newcomer, new_school
from desktop.ui.forms.sheet import Sheet
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em
from desktop.ui.widgets.day import WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.ask import Ask
    from desktop.flow.desk import Desk
    from desktop.ui.preferences import Drafts
    from desktop.ui.widgets.day import ReadDay

ROWS = (
    ("destination", "country"),
    ("starts_on", "ends_on"),
    ("pupils", "staff"),
    ("asked", "other_funding"),
    ("came_on", "channel"),
)
SELDOM = ("year", "arrived_on", "arrival_note")
"""Fields that the program fills in itself."""


class SchoolApplicationForm(Sheet):
    """A school's application: what is asked for practice only is shown for practice only."""

    def __init__(self, desk: Desk, values: dict[str, object], day: ReadDay, drafts: Drafts) -> None:
        """Build it."""
        self._desk = desk
        schemes = [each for each in desk.in_force()[1].schemes if each.for_schools]
        one = ("scheme",) if len(schemes) == 1 else ()
        self.newcomer = Newcomer(desk, new_school(), day)
        super().__init__(
            RegisterSchoolApplication,
            title="",
            button=tr("Registrera"),
            values=values | ({"scheme": schemes[0].key} if one else {}),
            options=self._options,
            consequence=tr("Utkastet sparas medan du skriver"),
            rows=ROWS,
            also=[("confirm", tr("Registrera och skriv bekräftelse"))],
            day=day,
            skip=("confirm", *SELDOM, *one),
            drafts=drafts,
            draft_key=f"{desk.store.register_uuid}:register_school_application",
        )
        for name, words in {
            "destination": tr("Resmål och land"),
            "country": "",
            "starts_on": tr("Resan"),
            "ends_on": tr("till"),
            "pupils": tr("Elever"),
            "staff": tr("och personal"),
            "channel": "",
        }.items():
            self.fields[name].label.setText(words)
        self.field("dnr").setFixedWidth(em(WIDTH))
        self._lay()
        self.add_below("association_id", self.newcomer)
        self.newcomer.opened.connect(self._open_newcomer)
        self.inputs["application_type"].on_edit(self.follow)
        self.follow()

    def _options(self, asked: Ask) -> Sequence[tuple[str, str]]:
        return [(key, shown(words)) for key, words in options(self._desk, asked)]

    def _open_newcomer(self) -> None:
        written = str(self.inputs["association_id"].raw())
        if written and not self.association_id():
            self.newcomer.form.set_values({"name": written})

    def mark_edited(self) -> None:
        """Count as typed in."""
        self._on_edit("association_id")

    def association_id(self) -> int:
        """Give the school that is chosen; 0 while it is none."""
        key = str(self.inputs["association_id"].raw())
        return int(key) if key.isdigit() else 0

    def scheme(self) -> str:
        """Give the key of the kind of grant."""
        return str(self.raw()["scheme"])

    def choose_association(self, association_id: int) -> None:
        """Choose a school, as if somebody had."""
        self.inputs["association_id"].put(str(association_id))

    def follow(self) -> None:
        """Show what is asked of this type of application."""
        chosen = str(self.inputs["application_type"].raw())
        self.show_fields(["support"], on=self._wants("support", chosen))

    def _wants(self, part: str, chosen: str) -> bool:
        for scheme in self._desk.in_force()[1].schemes:
            for rule in scheme.rules:
                also = rule.figures.get("also", {}) if rule.kind == "complete" else {}
                if part in also.get(chosen, ()):
                    return True
        return False

    def refresh_associations(self) -> None:
        """Offer schools that came while the form was open."""
        asked = self._asks["association_id"]
        self.set_options("association_id", self._options(asked))
