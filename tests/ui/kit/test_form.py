"""A form shows what a command asks for, says what is wrong, and loses nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.domain.problems import Refusal, problem
from desktop.flow.ask import File, asks
from desktop.flow.reading import read
from desktop.ui import theme
from desktop.ui.draft import DraftKey
from desktop.ui.form import FormPanel
from desktop.ui.form_layout import Layout
from desktop.ui.roles import now
from tests.ui import samples

TODAY = date(2026, 11, 21)
FILLED = {
    "association_id": 2,
    "scheme": "activity",
    "place_id": 1,
    "year": "2026",
    "purpose": "Sagokväll <b>& ŋ þ",
    "starts_on": date(2026, 12, 5),
    "ends_on": "2026-12-05",
    "asked": 5000,
    "costs": None,
    "goals": ("cultures", "interest"),
    "came_on": "t",
    "channel": "post",
    "conflict": True,
    "guests": [{"role": "Projektledare", "count": 1, "cost": 4000}],
}


@pytest.fixture(params=list(Layout), ids=lambda each: each.value)
def form(qtbot, request):
    made = FormPanel(
        samples.Register,
        title="Ny ansökan",
        button="Registrera",
        values=FILLED,
        options=samples.options,
        layout=request.param,
        rows=samples.ROWS,
        others=[("later", "Lägg undan")],
        also=[("confirm", "Registrera och skriv bekräftelse")],
    )
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    yield made
    made.close()


def test_every_field_of_the_command_is_asked_for(form):
    assert list(form.raw()) == list(asks(samples.Register))


def test_values_come_back_as_a_person_types_them(form):
    raw = form.raw()
    assert raw["association_id"] == "2"
    assert raw["purpose"] == "Sagokväll <b>& ŋ þ"
    assert raw["starts_on"] == "2026-12-05"
    assert raw["asked"] == "5\u00a0000\u00a0kr"
    assert raw["costs"] == ""
    assert raw["goals"] == ["interest", "cultures"]
    assert raw["came_on"] == "t"
    assert raw["conflict"] is True
    assert raw["guests"] == [{"role": "Projektledare", "count": "1", "cost": "4\u00a0000\u00a0kr"}]
    assert raw["document"] == ""


def test_what_a_form_gives_can_be_read_as_its_command(form):
    command = read(samples.Register, form.raw(), TODAY)
    assert command.asked == 5000
    assert command.came_on == TODAY
    assert command.guests[0].cost == 4000


def test_problems_stand_under_their_fields_and_the_first_takes_the_keyboard(form, qtbot):
    form.show_problems(
        [
            problem("asked", "Sökt – 0 kr går inte att söka – skriv minst 1 krona."),
            problem("came_on", "Kom in – har inte varit än – skriv dagen ansökan kom."),
        ]
    )
    field = form.fields["asked"]
    assert field.problem.isVisible()
    assert field.problem.text().startswith("Sökt – 0 kr")
    assert field.problem.palette().color(field.problem.foregroundRole()) == now().stop
    assert form.inputs["asked"].widget.bad
    qtbot.waitUntil(form.field("asked").hasFocus)
    assert form.raw()["purpose"] == FILLED["purpose"]


def test_a_problem_leaves_its_field_when_the_field_is_changed(form):
    form.show_problems([problem("purpose", "Ändamål – saknas – fyll i fältet.")])
    form.inputs["purpose"].field.textEdited.emit("x")
    assert not form.fields["purpose"].problem.isVisible()
    assert not form.inputs["purpose"].widget.bad


def test_a_problem_in_a_row_marks_its_cell(form, qtbot):
    form.raw()
    form.show_problems([problem("guests.0.cost", "Kostnad – för stor – sänk den.")])
    cell = form.inputs["guests"].edit.lines[0]["cost"].widget
    assert cell.bad
    qtbot.waitUntil(cell.hasFocus)
    assert form.fields["guests"].problem.text() == "Kostnad – för stor – sänk den."


def test_a_problem_with_the_whole_act_or_a_hidden_field_is_said_above_the_button(form):
    form.show_problems(
        [problem("", "Filen är flyttad."), problem("case_id", "Ärendet är avslutat.")]
    )
    assert form.whole.isVisible()
    assert form.whole.text() == "Filen är flyttad.\nÄrendet är avslutat."


def test_the_button_is_never_greyed_and_asks_for_the_act(form, qtbot):
    form.show_problems([problem("asked", "Sökt – saknas – fyll i fältet.")])
    assert form.foot.button.isEnabled()
    with qtbot.waitSignal(form.submitted) as sent:
        QTest.keyClick(form.foot.button, Qt.Key.Key_Return)
    assert sent.args[0]["dnr"] == ""
    assert not form.fields["asked"].problem.isVisible()


def test_enter_in_a_field_decides_nothing(form, qtbot):
    with qtbot.assertNotEmitted(form.submitted):
        QTest.keyClick(form.field("purpose"), Qt.Key.Key_Return)


def test_the_next_act_first_takes_the_keyboard_and_then_is_done(form, qtbot):
    form.foot.button.clearFocus()
    assert not form.has_focus()
    with qtbot.assertNotEmitted(form.submitted):
        form.next_act()
    qtbot.waitUntil(form.has_focus)
    with qtbot.waitSignal(form.submitted):
        form.next_act()


def test_second_buttons_and_other_steps_say_their_key(form, qtbot):
    with qtbot.waitSignal(form.submitted_also) as sent:
        form.foot.seconds[0].click()
    assert sent.args[0] == "confirm"
    with qtbot.waitSignal(form.other) as other:
        form.foot.menu.actions()[0].trigger()
    assert other.args == ["later"]


def chain(form) -> list[QWidget]:
    """Give what Tab reaches, in order."""
    first = form.inputs["association_id"].widget
    found, each = [], first
    while each is not None:
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible():
            found.append(each)
        each = each.nextInFocusChain()
        if each is first:
            break
    return found


def test_tab_follows_the_fields_and_ends_at_the_button(form):
    stops = chain(form)
    places = [
        min(
            at
            for at, stop in enumerate(stops)
            if stop is each.widget or each.widget.isAncestorOf(stop)
        )
        for each in form.inputs.values()
    ]
    ordered = [
        places[list(form.inputs).index(name)]
        for name in (
            "association_id",
            "scheme",
            "place_id",
            "year",
            "purpose",
            "asked",
            "costs",
            "goals",
            "came_on",
            "note",
            "document",
        )
    ]
    assert ordered == sorted(ordered)
    assert stops.index(form.foot.button) > max(places)


def test_everything_that_takes_the_keyboard_has_a_name(form):
    nameless = [each for each in chain(form) if not each.accessibleName()]
    assert nameless == []


def test_labels_are_buddies_of_their_fields(form):
    assert form.fields["purpose"].label.buddy() is form.field("purpose")


def test_another_layout_keeps_what_is_typed_and_the_keyboard(form, qtbot):
    form.field("purpose").setFocus()
    qtbot.waitUntil(form.field("purpose").hasFocus)
    before = form.raw()
    for layout in (Layout.WIDE, Layout.SIDE, Layout.PAGE, Layout.WIDE):
        form.set_layout(layout)
        assert form.raw() == before
        assert form.field("purpose").hasFocus()


@pytest.mark.parametrize("wide", [330, 700, 1300])
def test_no_field_is_cut_off_at_any_width(qtbot, qapp, wide):
    for layout in Layout:
        for per_cent in (100, 200):
            theme.wear(qapp, theme.Look.LIGHT, per_cent)
            form = FormPanel(
                samples.Register,
                title="",
                button="Registrera",
                options=samples.options,
                layout=layout,
                rows=samples.ROWS,
            )
            qtbot.addWidget(form)
            form.resize(wide, 1200)
            form.show()
            qapp.processEvents()
            cut = [
                name
                for name, field in form.fields.items()
                if field.input.mapTo(form, field.input.rect().topRight()).x() > form.width()
            ]
            form.close()
            assert cut == [], (layout, per_cent)


def test_hostile_words_stay_in_the_form(form):
    for words in ("<b>&amp;", "\x00nul", "ö" * 100_000, "\ud83d", "1e12", "-5", "9" * 40):
        form.set_values({"purpose": words, "asked": words})
        raw = form.raw()
        try:
            read(samples.Register, raw, TODAY)
        except Refusal as refusal:
            form.show_problems(refusal.problems)
        assert form.raw() == raw


def test_skipped_fields_are_passed_on_as_they_are(qtbot):
    form = FormPanel(
        samples.ReceiveReport,
        title="x",
        button="y",
        values={"year": "2026"},
        skip=("year",),
        options=samples.options,
    )
    qtbot.addWidget(form)
    assert "year" not in form.fields
    assert form.raw()["year"] == "2026"


def type_day(form, words) -> None:
    form.field("came_on").setText(words)
    form.field("came_on").textEdited.emit(words)


def test_a_draft_is_kept_offered_back_and_forgotten(qtbot, preferences):
    def made() -> FormPanel:
        form = FormPanel(
            samples.ReceiveReport,
            title="x",
            button="y",
            options=samples.options,
            drafts=preferences.drafts,
            draft_key=DraftKey(act="report", subject=14),
        )
        qtbot.addWidget(form)
        return form

    form = made()
    type_day(form, "24 dec")
    form.set_values({"document": File(name="a.pdf", content=b"x")})
    form.keep_draft()

    again = made()
    assert again.raw()["came_on"] == ""
    assert again.offer is not None
    again.offer.followed.emit("take")
    assert again.raw()["came_on"] == "24 dec"
    assert again.is_dirty()

    again.done()
    assert made().offer is None


def test_rows_are_added_and_taken_away(qtbot):
    form = FormPanel(
        samples.Register, title="", button="y", options=samples.options, layout=Layout.PAGE
    )
    qtbot.addWidget(form)
    rows: Any = form.field("guests")
    rows.add_link.click()
    rows.add_link.click()
    rows.lines[1]["role"].field.setText("Ungdomar")
    assert form.raw()["guests"] == [{"role": "Ungdomar", "count": "", "cost": ""}]
    rows._removers[0].click()
    assert len(rows.lines) == 1
    assert rows.lines[0]["role"].widget.accessibleName() == "Gäster rad 1: Roll"


def test_nothing_flashes_up_while_a_form_is_built(qtbot, spy, qapp):
    form = FormPanel(
        samples.Register, title="x", button="y", options=samples.options, values=FILLED
    )
    qtbot.addWidget(form)
    qapp.processEvents()
    assert spy.shown == []
