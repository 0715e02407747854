"""Settings: the office, the committee, the reasons, the look; each with its own form beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.registers import Member, Reason
from desktop.flow.offered import offered, text_offered
from desktop.flow.steps import step_named
from desktop.flow.texts import NAMES
from desktop.ui.form_layout import Layout
from desktop.ui.forms.register_form import register_form
from desktop.ui.frame import PageFrame
from desktop.ui.i18n import tr
from desktop.ui.page import Page, Route
from desktop.ui.pages.installningar_about import AboutSection
from desktop.ui.pages.installningar_backups import BackupSection
from desktop.ui.pages.installningar_committee import CommitteeSection
from desktop.ui.pages.installningar_look import LookSection
from desktop.ui.pages.installningar_office import OfficeSection
from desktop.ui.pages.installningar_reasons import Placeholders, ReasonSection, watch
from desktop.ui.widgets.card import row, tight
from desktop.ui.widgets.choose import SegmentedChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.run import Outcome
    from desktop.ui.draft import DraftKey
    from desktop.ui.form import FormPanel
    from desktop.ui.session import Session

SECTION_OF = {
    "set_office": "office",
    "set_coat": "office",
    "set_officer": "office",
    "set_window": "office",
    "add_member": "committee",
    "change_member": "committee",
    "add_reason": "reasons",
    "change_reason": "reasons",
}
"""Acts with a form here, and the section each belongs to."""
TEXTS = "texts"
"""The section that is a page of its own."""
REMOVERS = {"change_member": "remove_member", "change_reason": "remove_reason"}
ROWS = (("postcode", "city"), ("phone", "email"), ("left", "top"))


class SettingsPage(Page):
    """A route's act is a section ("look") or an act ("change_reason" with the reason's id)."""

    def __init__(self, session: Session) -> None:
        """Make it empty."""
        super().__init__(session)
        self._subject = 0
        self._act = ""
        self._field = ""
        self._here = "office"
        self._formed: tuple[str, int, int] | None = None
        self.sections: dict[str, QWidget] = {}
        self.office = OfficeSection()
        self.committee = CommitteeSection()
        self.reasons = ReasonSection()
        self.look = LookSection(session.preferences)
        self.backups = BackupSection(session.keeper)
        self.about = AboutSection()
        self._parts: list[tuple[str, str]] = []
        self.choice = SegmentedChoice(strong=False)
        self.frame = PageFrame()
        self.frame.set_title(tr("Inställningar"))
        self._assemble()

    def _assemble(self) -> None:
        self.sections = {
            "office": self.office,
            "committee": self.committee,
            "reasons": self.reasons,
            "look": self.look,
            "backups": self.backups,
            "about": self.about,
        }
        tabs = QWidget()
        line = row(self.choice, None)
        tabs.setLayout(line)
        self.frame.add(tabs, *self.sections.values())
        self.frame.widened.connect(self._fit_form)
        self.choice.chosen.connect(self._turn)
        self.office.act.connect(lambda name: self._take(name, 0))
        self.committee.act.connect(self._take)
        self.reasons.act.connect(self._take)
        self.look.chosen.connect(self._restyle)
        self.backups.went.connect(self.go)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.frame)

    def title(self) -> str:
        """Give the title of the window."""
        return tr("Inställningar")

    def open(self, subject: int, act: str) -> None:
        """Turn to a section, a field of it ("look.text_size"), or an act in one."""
        self._offer()
        self._subject = subject
        self._act = act if act in SECTION_OF else ""
        section, _, self._field = act.partition(".")
        self.choice.set_key(SECTION_OF.get(act, section or self.choice.key()))
        self._here = self.choice.key()

    def _offer(self) -> None:
        """Show the parts that the guideline has a use for."""
        it = offered(self.session.need())
        parts = [
            ("office", tr("Kontoret"), True),
            ("committee", tr("Kommittén"), it.rounds),
            ("reasons", tr("Skäl"), it.grants),
            (TEXTS, tr("Brevtexter"), any(text_offered(it, name) for name in NAMES)),
            ("look", tr("Utseende"), True),
            ("backups", tr("Kopior"), self._keeps()),
            ("about", tr("Om Vänbok"), True),
        ]
        wanted = [(key, words) for key, words, on in parts if on]
        if wanted != self._parts:
            self._parts = wanted
            self.choice.set_options(wanted)
            self.choice.setAccessibleName(tr("Del av inställningarna"))

    def _keeps(self) -> bool:
        """Say whether backups are made: not in a copy that is only looked at."""
        keeper = self.session.keeper
        return keeper is not None and keeper.register is not None

    def _restyle(self, field: str) -> None:
        """Show the choice at once; the page is made anew and comes back to the same field."""
        self.go.emit(Route(page="installningar", act=f"look.{field}"))
        self.restyled.emit()

    def _turn(self, key: str) -> None:
        if self.form is not None:
            self.form.keep_draft()
        if key == TEXTS:
            self.choice.set_key(self._here)
            self.go.emit(Route(page="brevtexter"))
            return
        self._here = key
        self._act = ""
        self.refresh()

    def refresh(self) -> None:
        """Read what the section shows."""
        self._offer()
        here = self.choice.key()
        desk = self.session.need()
        for key, section in self.sections.items():
            section.setVisible(key == here)
        match here:
            case "office":
                self.office.show_office(desk)
            case "committee":
                self.committee.show_members(desk)
            case "reasons":
                self.reasons.show_reasons(desk)
            case "backups":
                self.backups.show_backups()
            case "about":
                self.about.show_about(self.session)
            case _:
                pass
        self._form()

    # The form

    def _take(self, act: str, subject: int) -> None:
        self._act, self._subject = act, subject
        self.refresh()
        if self.form is not None:
            self.form.focus_first()
            self.frame.show_part(self.form)

    def _record(self) -> Any:  # noqa: ANN401 - a record of the register, or None
        """Give what the act is about."""
        kind = {"change_member": Member, "change_reason": Reason}.get(self._act)
        if kind is None:
            return None
        return self.session.need().store.first(kind, "id = ?", self._subject)

    def _form(self) -> None:
        """Make the form anew when another act or another version of the record is at hand."""
        record = self._record()
        if self._act in REMOVERS and record is None:
            self._act = ""
        rev = record.rev if record is not None else self.session.need().office().rev
        key = (self._act, self._subject, rev) if self._act else None
        if key == self._formed:
            return
        self._formed = key
        self.form = self._made(record) if self._act else None
        self.office.follow(self.form, self._act)
        parts: list[QWidget] = [self.form] if self.form is not None else []
        if SECTION_OF.get(self._act) == "reasons":
            parts.append(Placeholders())
        self.frame.set_act(*parts)

    def _made(self, record: Any) -> FormPanel:  # noqa: ANN401 - as _record gives
        remover = REMOVERS.get(self._act)
        form = register_form(
            self,
            self._act,
            record,
            layout=Layout.SIDE if self.frame.two_columns else Layout.WIDE,
            rows=ROWS,
            others=(remover,) if remover else (),
            close=self._close,
        )
        if remover:
            form.other.connect(self._remove)
        if SECTION_OF[self._act] == "reasons":
            watch(form, self.session)
        return form

    def way_to(self, key: DraftKey, here: Route) -> Route:
        """Give where the form of a draft is found again."""
        return Route(page=here.page, subject=self._subject, act=key.act)

    def _fit_form(self, two: bool) -> None:
        if self.form is not None:
            self.form.set_layout(Layout.SIDE if two else Layout.WIDE)

    def _remove(self, name: str) -> None:
        field = "member_id" if name == "remove_member" else "reason_id"
        self.asked.emit(step_named(name).command, {field: self._subject})

    def _close(self) -> None:
        self._act = ""
        self.refresh()
        self.first_focus()

    def answered(self, outcome: Outcome) -> None:
        """Close the form."""
        super().answered(outcome)
        self._act = ""

    # Keys

    def first_focus(self) -> None:
        """Take the keyboard to the form, the list, or the choice of section."""
        tables = {"committee": self.committee.table, "reasons": self.reasons.table}
        if self.form is not None:
            self.form.focus_first()
        elif self._field:
            self.look.focus(self._field)
        elif self.choice.key() in tables:
            tables[self.choice.key()].enter()
        else:
            self.choice.setFocus()

    def next_act(self) -> None:
        """Answer Ctrl+Enter: the form, or change the row at hand."""
        if self.form is not None:
            self.form.next_act()
        elif self.choice.key() == "committee":
            self.committee.table.open_current()
        elif self.choice.key() == "reasons":
            self.reasons.table.open_current()

    def columns(self) -> Sequence[QWidget]:
        """Give what F6 goes between."""
        here = {
            "office": self.office.officer.heading.link,
            "committee": self.committee.table,
            "reasons": self.reasons.table,
            "look": self.look.look,
            "backups": self.backups.now,
        }.get(self.choice.key())
        form = self.form.foot.button if self.form is not None else None
        return [part for part in (self.choice, here, form) if part is not None]
