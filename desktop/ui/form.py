"""A form made of a command: its fields, what is wrong with them, and one button."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from desktop.flow.ask import Ask, asks
from desktop.flow.legal_effect import effect_of
from desktop.ui.form_draft import DraftKeeper
from desktop.ui.form_layout import Field, FormGrid, Layout
from desktop.ui.form_parts import Foot, new_field
from desktop.ui.i18n import shown, tr
from desktop.ui.inputs import Input, is_file
from desktop.ui.make_input import make_input
from desktop.ui.roles import Tone
from desktop.ui.widgets.card import Card, tight
from desktop.ui.widgets.day import iso_day
from desktop.ui.widgets.legal import LegalBand
from desktop.ui.widgets.words import Words, h2, small

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QHideEvent

    from desktop.domain.problems import Problem
    from desktop.ui.draft import Draft, DraftKey
    from desktop.ui.drafts import Drafts
    from desktop.ui.widgets.band import MessageBand
    from desktop.ui.widgets.combo import Option
    from desktop.ui.widgets.day import ReadDay


def no_options(_ask: Ask) -> Sequence[Option]:
    """Offer nothing: for commands without choices from the register."""
    return ()


class FormPart(Protocol):
    """Something beside the fields that is typed in."""

    edited: SignalInstance
    """A person changed something."""

    def raw(self) -> Any:  # noqa: ANN401 - whatever the part holds
        """Give what was typed."""

    def put(self, value: Any) -> None:  # noqa: ANN401 - as raw gave it
        """Show it again."""


def _act_of(command: type[Any]) -> str:
    """Give the name of the act that a form is of; "" when it only leads elsewhere."""
    from desktop.flow.steps import step_of  # noqa: PLC0415 - not before the first form

    try:
        return step_of(command).name
    except KeyError:
        return ""


def _stops_in(part: QWidget) -> list[QWidget]:
    """Give what the Tab key stops at in a part, in order."""
    return [
        each
        for each in part.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None
    ]


class FormPanel(Card):
    """The form of one act. It reads nothing and judges nothing; it shows, keeps and asks."""

    submitted = Signal(object)
    """The raw values, when the button is pressed."""
    submitted_also = Signal(str, object)
    """Key of a second button, and the raw values."""
    edited = Signal()
    """A person changed something."""
    other = Signal(str)
    """Key of another step that was chosen in the menu."""

    def __init__(  # noqa: PLR0913 - a form has as many sides as its page may choose
        self,
        command: type[Any],
        *,
        title: str,
        button: str,
        values: Mapping[str, object] | None = None,
        options: Callable[[Ask], Sequence[Option]] = no_options,
        consequence: str = "",
        layout: Layout = Layout.SIDE,
        rows: Sequence[Sequence[str]] = (),
        others: Sequence[Option] = (),
        also: Sequence[Option] = (),
        day: ReadDay = iso_day,
        note: str = "",
        skip: Collection[str] = (),
        drafts: Drafts | None = None,
        draft_key: DraftKey | None = None,
        own: Mapping[str, Callable[[Ask], Input]] | None = None,
    ) -> None:
        """Build the form.

        Args:
            command: the dataclass whose asks are the fields.
            title: heading of the form; "" for none.
            button: verb with its object or sum.
            values: what is proposed, by field.
            options: gives key and words of the choices of an ask that has none of its own.
            consequence: one sentence about what the act leads to.
            layout: where the labels stand.
            rows: names of fields that stand beside each other when labels stand left.
            others: key and words of the other steps.
            also: key and words of second buttons, which submit too.
            day: reads a day as it was typed.
            note: small words above the title; "Nästa steg" without.
            skip: fields that are not shown; their values are passed on as they are.
            drafts: where what is typed is kept while the form is not sent.
            draft_key: which form this is among the drafts; None keeps none.
            own: makes the input of a field that wants another than its kind has.
        """
        super().__init__(spacing=10)
        self.accented = layout is not Layout.PAGE
        self._asks = {name: ask for name, ask in asks(command).items() if name not in skip}
        self._kept = {name: value for name, value in (values or {}).items() if name in skip}
        self._layout = layout
        self._rows = rows
        self._own = own or {}
        self._typed_in: dict[str, FormPart] = {}
        self.draft = DraftKeeper(drafts, draft_key, self._for_draft, self._heading)
        # Its timer must not outlive the fields that it reads.
        self.draft.setParent(self)
        self.offer: MessageBand | None = None
        self.inputs: dict[str, Input] = {}
        self.fields: dict[str, Field] = {}
        self.title = h2(title)
        self.note = small(note or tr("Nästa steg"))
        self.grid = FormGrid()
        self.grid.laid.connect(self._order_tabs)
        self.whole = Words("", "body", Tone.STOP, wrap=True)
        self._act = _act_of(command)
        self.effect = LegalBand()
        self.foot = Foot(button, others, also, layout)
        self._make(options, day)
        self._assemble()
        self.set_consequence(consequence)
        self.set_values(values or {})
        self.draft.began = self._for_draft()
        self._connect()

    def _make(self, options: Callable[[Ask], Sequence[Option]], day: ReadDay) -> None:
        page = self._layout is Layout.PAGE
        beside = {name for names in self._rows for name in names}
        for name, ask in self._asks.items():
            alone = page and name not in beside
            columns = 1 if self._layout is Layout.SIDE else 2
            if name in self._own:
                made = self._own[name](ask)
            else:
                made = make_input(ask, options, day, open_choices=alone, columns=columns)
            self.inputs[name] = made
            self.fields[name] = new_field(made, shown(ask.label), shown(ask.help), self._layout)

    def _assemble(self) -> None:
        self._show_offer()
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        tight(self._head, 2)
        self._head.addWidget(self.note)
        self._head.addWidget(self.title, 1)
        self.body.addLayout(self._head)
        self._turn_head()
        self.title.setVisible(bool(self.title.text()))
        self.note.setVisible(bool(self.title.text()) and self._layout is not Layout.PAGE)
        self.add(self.effect, self.grid, self.whole, self.foot)
        self.whole.hide()
        self._lay()

    def _turn_head(self) -> None:
        way = QBoxLayout.Direction
        side = self._layout is Layout.SIDE
        self._head.setDirection(way.TopToBottom if side else way.RightToLeft)

    def _lay(self) -> None:
        grouped = {name: names for names in self._rows for name in names}
        rows: list[list[Field]] = []
        placed: set[str] = set()
        for name in self.fields:
            together = [each for each in grouped.get(name, [name]) if each in self.fields]
            if name not in placed:
                rows.append([self.fields[each] for each in together])
                placed.update(together)
        self.grid.set_rows(rows, self._layout)

    def _order_tabs(self) -> None:
        stops: list[QWidget] = []
        for field in self.grid.fields():
            own = getattr(field.input, "tab_stops", None)
            stops += own() if own is not None else [field.input]
            stops += _stops_in(field.below) if field.below is not None else []
        stops += [self.foot.button, *self.foot.seconds, self.foot.menu_link]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        for name, made in self.inputs.items():
            made.on_edit(partial(self._on_edit, name))
            moved = getattr(made.widget, "moved", None)
            if moved is not None:
                moved.connect(self._order_tabs)
        self.foot.pressed.connect(self.submit)
        self.foot.also.connect(lambda key: self.submitted_also.emit(key, self.raw()))
        self.foot.other.connect(self.other)
        self.draft.taken.connect(self._take_draft)
        self.draft.answered.connect(self._offer_answered)

    def _on_edit(self, name: str) -> None:
        self._say(name, "")
        self._say_effect()
        self.draft.typed()
        self.edited.emit()

    def raw(self) -> dict[str, object]:
        """Give what was typed, by field, together with the values of skipped fields."""
        return self._kept | self._typed()

    def _typed(self) -> dict[str, object]:
        return {name: made.raw() for name, made in self.inputs.items()}

    def _for_draft(self) -> dict[str, object]:
        """Give what is kept of it on the disk."""
        kept = {name: made.kept() for name, made in self.inputs.items()}
        return kept | {name: part.raw() for name, part in self._typed_in.items()}

    def _heading(self) -> str:
        return self.title.text()

    def add_part(self, name: str, part: FormPart) -> None:
        """Keep and give back, with the fields, what is typed in a part of the page's own."""
        self._typed_in[name] = part
        self.draft.began = self._for_draft()
        part.edited.connect(self.draft.typed)

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show values; fields that are not named keep what they have."""
        for name, value in values.items():
            if name in self.inputs:
                self.inputs[name].put(value)
            else:
                self._kept[name] = value
        self._say_effect()

    def _say_effect(self) -> None:
        """Say what the act means in law, as the kind that is chosen has it."""
        kind = self.inputs.get("kind")
        self.effect.show_effect(effect_of(self._act, kind.raw() if kind is not None else ""))

    def submit(self) -> None:
        """Ask for the act with what is typed."""
        self.clear_problems()
        self.submitted.emit(self.raw())

    def _say(self, name: str, words: str) -> None:
        field = self.fields[name]
        if field.problem.text() != words or words:
            field.problem.setText(words)
            field.problem.setVisible(bool(words))
            self.inputs[name].mark(bool(words))
            field.input.setAccessibleDescription(words or field.hint.text())

    def clear_problems(self) -> None:
        """Forget what was wrong."""
        for name in self.fields:
            self._say(name, "")
        self.whole.setText("")
        self.whole.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem under its field; the first bad field takes the keyboard."""
        self.clear_problems()
        said: dict[str, list[str]] = {}
        first: QWidget | None = None
        for problem in problems:
            name, _, part = problem.field.partition(".")
            name = name if name in self.fields else ""
            said.setdefault(name, []).append(shown(problem.text))
            if name and first is None:
                first = self.inputs[name].place(part)
        for name, sentences in said.items():
            words = "\n".join(dict.fromkeys(sentences))
            if name:
                self._say(name, words)
            else:
                self.whole.setText(words)
                self.whole.show()
        for problem in problems:
            name, _, part = problem.field.partition(".")
            if name in self.inputs and part:
                self.inputs[name].place(part)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def field(self, name: str) -> QWidget:
        """Give the widget of a field."""
        return self.inputs[name].widget

    def set_hint(self, name: str, words: str) -> None:
        """Say something grey beside a field, as the page has worked it out."""
        hint = self.fields[name].hint
        hint.setText(words)
        hint.setVisible(bool(words))
        self.fields[name].input.setAccessibleDescription(words)

    def set_options(self, name: str, options: Sequence[Option]) -> None:
        """Give a field other choices."""
        self.inputs[name].offer(options)

    def add_below(self, name: str, widget: QWidget) -> None:
        """Show something of the page's own under a field."""
        self.fields[name].below = widget
        self._lay()

    def set_button(self, words: str) -> None:
        """Say another verb or sum on the button."""
        self.foot.set_verb(words)

    def set_consequence(self, sentence: str) -> None:
        """Say what the act leads to."""
        self.foot.set_consequence(sentence)

    def set_layout(self, layout: Layout) -> None:
        """Let the labels stand elsewhere; between SIDE and WIDE as the window changes."""
        if layout is not self._layout:
            self._layout = layout
            self._turn_head()
            self._lay()

    def has_focus(self) -> bool:
        """Say whether the keyboard is in the form."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def next_act(self) -> None:
        """Take the keyboard here; do the act when it already is here."""
        if self.has_focus():
            self.submit()
        else:
            self.focus_first()

    def focus_first(self) -> None:
        """Take the keyboard to the first field, or to the button when there is none."""
        fields = [made.widget for made in self.inputs.values()]
        (fields[0] if fields else self.foot.button).setFocus(Qt.FocusReason.TabFocusReason)

    def open_others(self) -> None:
        """Open the menu of other steps."""
        self.foot.open_menu()

    def is_dirty(self) -> bool:
        """Say whether anything was typed that has not been sent."""
        return self.draft.dirty

    def keep_draft(self) -> None:
        """Keep what is typed, a file by its place, so that nothing is lost."""
        self.draft.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when another page or form takes its place."""
        self.draft.keep()
        super().hideEvent(event)

    def go_on_with(self, draft: Draft) -> None:
        """Show a draft, unless it stands here already."""
        if not self.draft.holds(draft):
            self.draft.take(draft)

    def done(self) -> None:
        """Forget the draft: the act was done."""
        self.draft.done()

    def _take_draft(self, kept: Mapping[str, object]) -> None:
        known = {name: value for name, value in kept.items() if name in self.inputs}
        self.set_values({name: value for name, value in known.items() if not is_file(value)})
        missing = {name: self.inputs[name].put_kept(value) for name, value in known.items()}
        for name, part in self._typed_in.items():
            if name in kept:
                part.put(kept[name])
        self.edited.emit()
        for name, file in missing.items():
            if file:
                words = tr("{file} ligger inte kvar där den låg. Välj filen igen.", file=file)
                self._say(name, words)

    def _show_offer(self) -> None:
        """Offer the newest draft that is not the one typed in, above the form."""
        before, self.offer = self.offer, self.draft.offer()
        if before is not None:
            before.hide()
            self.body.removeWidget(before)
            before.deleteLater()
        if self.offer is not None:
            self.body.insertWidget(0, self.offer)

    def _offer_answered(self) -> None:
        self._show_offer()
        self.focus_first()
