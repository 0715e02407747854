"""Days, sums, files and choices keep what was typed, and the wheel changes nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFocusEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.flow.ask import File
from desktop.ui.widgets.choose import CheckList, SegmentedChoice
from desktop.ui.widgets.combo import ComboBox, SearchableCombo
from desktop.ui.widgets.day import DateEdit
from desktop.ui.widgets.field import NoteEdit
from desktop.ui.widgets.file import FileDrop, size_words
from desktop.ui.widgets.money import MoneyEdit, grouped
from tests.ui.samples import ASSOCIATIONS

TODAY = date(2026, 11, 21)


def parse(written: str) -> date | None:
    if written == "t":
        return TODAY
    if written.startswith("+"):
        return TODAY + timedelta(days=int(written[1:]))
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _focus_out():
    return QFocusEvent(QEvent.Type.FocusOut)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("t", "2026-11-21"),
        ("+7", "2026-11-28"),
        ("2026-12-24", "2026-12-24"),
        ("i övermorgon", "i övermorgon"),
        ("", ""),
    ],
)
def test_a_day_is_written_out_when_it_can_be_read_and_left_alone_when_not(qtbot, typed, left):
    field = DateEdit(parse)
    qtbot.addWidget(field)
    field.setText(typed)
    QApplication.sendEvent(field, _focus_out())
    assert field.text() == left


def test_the_arrows_step_a_day_and_with_shift_a_week(qtbot):
    field = DateEdit(parse, "2026-11-30")
    qtbot.addWidget(field)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "2026-12-01"
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert field.text() == "2026-11-24"


def test_the_arrows_begin_from_today_in_an_empty_day(qtbot):
    field = DateEdit(parse)
    qtbot.addWidget(field)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "2026-11-21"


def test_a_day_is_picked_in_the_calendar(qtbot):
    field = DateEdit(parse, "2026-11-21")
    qtbot.addWidget(field)
    field.show()
    calendar = field.open_calendar()
    calendar.month.clicked.emit(calendar.month.selectedDate().addDays(3))
    assert field.text() == "2026-11-24"
    field.close()


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("6500", "6\u00a0500\u00a0kr"),
        ("6 500 kr", "6\u00a0500\u00a0kr"),
        ("6\u00a0500", "6\u00a0500\u00a0kr"),
        ("0", "0\u00a0kr"),
        ("-5", "-5"),
        ("1e12", "1e12"),
        ("1" * 40, "1" * 40),
        ("tusen", "tusen"),
        ("٣", "٣"),
        ("", ""),
    ],
)
def test_a_sum_is_grouped_and_anything_else_left_as_it_was(typed, left):
    assert grouped(typed) == left


def test_a_sum_is_grouped_when_it_is_left_not_while_it_is_typed(qtbot):
    field = MoneyEdit()
    qtbot.addWidget(field)
    QTest.keyClicks(field, "6500")
    assert field.text() == "6500"
    QApplication.sendEvent(field, _focus_out())
    assert field.text() == "6\u00a0500\u00a0kr"


def wheel(widget) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_does_not_change_a_choice_without_focus(qtbot):
    combo = ComboBox([("a", "A"), ("b", "B")])
    qtbot.addWidget(combo)
    combo.show()
    combo.clearFocus()
    wheel(combo)
    assert combo.key() == "a"
    combo.setFocus()
    qtbot.waitUntil(combo.hasFocus)
    wheel(combo)
    assert combo.key() == "b"
    combo.close()


def test_other_options_keep_the_choice_that_is_still_there(qtbot):
    combo = ComboBox([("a", "A"), ("b", "B")])
    qtbot.addWidget(combo)
    combo.set_key("b")
    combo.set_options([("c", "C"), ("b", "Be")])
    assert combo.key() == "b"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Föreningen Havsörnen", "2"),
        ("föreningen havsörnen", "2"),
        ("havs", "2"),
        ("en", "en"),
        ("Okända klubben", "Okända klubben"),
        ("", ""),
    ],
)
def test_a_searched_choice_gives_its_key_or_what_was_written(qtbot, typed, key):
    combo = SearchableCombo(ASSOCIATIONS)
    qtbot.addWidget(combo)
    combo.setText(typed)
    assert combo.key() == key


def test_three_letters_and_enter_choose(qtbot):
    combo = SearchableCombo(ASSOCIATIONS)
    qtbot.addWidget(combo)
    combo.setText("pass")
    with qtbot.waitSignal(combo.chosen):
        QTest.keyClick(combo, Qt.Key.Key_Return)
    assert combo.text() == "Seglarlaget Passadvinden"


def test_segments_are_moved_in_with_arrows(qtbot):
    choice = SegmentedChoice([("a", "A"), ("b", "B"), ("c", "C")])
    qtbot.addWidget(choice)
    QTest.keyClick(choice, Qt.Key.Key_Right)
    assert choice.key() == "b"
    choice.set_key("saknas")
    assert choice.key() == "b"


def test_ticks_come_in_the_order_of_the_choices(qtbot):
    checks = CheckList([("a", "A"), ("b", "B"), ("c", "C")])
    qtbot.addWidget(checks)
    checks.set_keys(["c", "a"])
    assert checks.keys() == ["a", "c"]


def test_tab_leaves_a_note(qtbot):
    note = NoteEdit()
    qtbot.addWidget(note)
    assert note.field.tabChangesFocus()


def test_a_dropped_file_is_read(qtbot, tmp_path):
    path = tmp_path / "Ansökan.pdf"
    path.write_bytes(b"%PDF-1.7 innehall")
    drop = FileDrop()
    qtbot.addWidget(drop)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert drop.file() == File(name="Ansökan.pdf", content=b"%PDF-1.7 innehall")


def test_a_file_that_cannot_be_read_leaves_things_as_they_were(qtbot, tmp_path):
    drop = FileDrop()
    qtbot.addWidget(drop)
    kept = File(name="a.pdf", content=b"x")
    drop.set_file(kept)
    drop.take(tmp_path / "finns inte.pdf")
    assert drop.file() == kept


def test_sizes_are_said_as_people_say_them():
    assert size_words(184_320) == "180 kB"
    assert size_words(3_250_000) == "3,1 MB"
