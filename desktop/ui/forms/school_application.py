"""The form of a school's application to the exchange fund."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.flow.options import options
from desktop.flow.steps.school_application import RegisterSchoolApplication
from desktop.ui.draft import DraftKey
from desktop.ui.forms.newcomer import Newcomer, new_school
from desktop.ui.forms.sheet import Sheet
from desktop.ui.forms.similar_names import show_similar
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import em
from desktop.ui.widgets.day import WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.guideline import Scheme
    from desktop.flow.ask import Ask
    from desktop.flow.desk import Desk
    from desktop.flow.similar import Like
    from desktop.ui.drafts import Drafts
    from desktop.ui.widgets.day import ReadDay

COUNTED = frozenset({"allowed_costs", "cost_share", "funding"})
"""Kinds of rule that look at costs, which a school writes as the lines of its budget."""
ROWS = (
    ("destination", "country"),
    ("starts_on", "ends_on"),
    ("pupils", "staff"),
    ("asked", "other_funding"),
    ("came_on", "channel"),
)
ASKED = (
    "application_type",
    "lines",
    "aims",
    "theme",
    "work_before",
    "work_during",
    "work_after",
    "support",
)
"""Fields that are shown where a rule asks for them."""
SELDOM = ("year", "arrived_on", "arrival_note")
"""Fields that the program fills in itself."""


def asked_of(scheme: Scheme, application_type: str) -> frozenset[str]:
    """Give the fields of ASKED that a scheme wants filled in for a type of application."""
    found = {"application_type", "lines"} if scheme.types else set()
    for rule in scheme.rules:
        if rule.kind == "complete":
            also = rule.figures.get("also", {}).get(application_type, ())
            found |= {*rule.figures.get("parts", ()), *also}
    if "budget" in found or {rule.kind for rule in scheme.rules} & COUNTED:
        found.add("lines")
    return frozenset(found)


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
            draft_key=DraftKey(
                register=desk.store.register_uuid, act="register_school_application"
            ),
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
        self.add_part("newcomer", self.newcomer)
        self.newcomer.opened.connect(self._open_newcomer)
        self.newcomer.known.connect(self.choose_association)
        self.similar = show_similar(self, desk, "register_school_application")
        if self.similar is not None:
            self.similar.chosen.connect(self._take_place)
        self.inputs["application_type"].on_edit(self.follow)
        if not one:
            self.inputs["scheme"].on_edit(self.follow)
        self.follow()

    def _options(self, asked: Ask) -> Sequence[tuple[str, str]]:
        found = [(key, shown(words)) for key, words in options(self._desk, asked)]
        if asked.source != "schemes":
            return found
        mine = {each.key for each in self._desk.in_force()[1].schemes if each.for_schools}
        return [each for each in found if each[0] in mine]

    def _take_place(self, like: Like) -> None:
        """Write the place that was there already."""
        self.set_values({"destination": like.known.name})
        if self.similar is not None:
            self.similar.typed(like.known.name)
        self.mark_edited()

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
        """Show what the grant's rules ask for, of this type of application."""
        key = self.scheme()
        schemes = [each for each in self._desk.in_force()[1].schemes if each.for_schools]
        scheme = next((each for each in schemes if each.key == key), None)
        if scheme is None:
            return
        wanted = asked_of(scheme, str(self.inputs["application_type"].raw()))
        for name in ASKED:
            self.show_fields([name], on=name in wanted)

    def refresh_associations(self) -> None:
        """Offer schools that came while the form was open."""
        asked = self._asks["association_id"]
        self.set_options("association_id", self._options(asked))
