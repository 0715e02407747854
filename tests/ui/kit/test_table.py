"""One list for everything: quick with many rows, moved in by the keyboard."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.ui.table import CHUNK, Cell, Column
from desktop.ui.table_paint import found_in
from desktop.ui.table_view import Table
from desktop.ui.widgets.filter import FilterEdit

COLUMNS = [
    Column(key="name", title="Namn", value=lambda row: row[0], stretch=1, matched=True),
    Column(key="sum", title="Kronor", value=lambda row: row[1], align="right", sortable=True),
    Column(key="step", title="Nästa steg", value=lambda row: row[2], link=True),
]


@pytest.fixture
def table(qtbot):
    made = Table(COLUMNS, name="Ärenden")
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.set_rows(
        [(at, (f"Rad {at}", str(at), "Besluta" if at % 2 else "")) for at in range(10, 20)]
    )
    made.show()
    yield made
    made.close()


def test_rows_are_read_only_when_they_are_seen(qtbot, qapp):
    asked: list[int] = []

    def fetch(ids):
        asked.extend(ids)
        return [(f"Rad {each}", str(each), "") for each in ids]

    table = Table(COLUMNS, fetch, name="Många")
    qtbot.addWidget(table)
    table.resize(600, 400)
    table.show()
    begun = time.perf_counter()
    table.set_ids(range(100_000))
    qapp.processEvents()
    shown = time.perf_counter() - begun
    assert len(asked) <= 2 * CHUNK
    assert shown < 0.5

    begun = time.perf_counter()
    table.view.scrollToBottom()
    table.view.scrollTo(table.rows.index(50_000, 0))
    qapp.processEvents()
    assert time.perf_counter() - begun < 0.5
    assert len(asked) <= 8 * CHUNK

    QTest.keyClick(table.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert table.current_id() == 99_999
    QTest.keyClicks(table.view, "zz")
    assert len(asked) <= 10 * CHUNK
    table.close()


def test_the_current_row_stays_current_when_the_rows_change(table):
    table.select(15)
    table.set_rows([(at, (f"Rad {at}", "", "")) for at in (19, 15, 11)])
    assert table.current_id() == 15
    table.set_rows([(11, ("Rad", "", ""))])
    assert table.current_id() == 11


def test_enter_opens_and_the_arrows_leave_at_the_ends(table, qtbot):
    table.enter()
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [10]
    with qtbot.waitSignal(table.passed) as passed:
        QTest.keyClick(table.view, Qt.Key.Key_Up)
    assert passed.args == [-1]
    table.enter(last=True)
    with qtbot.waitSignal(table.passed) as passed:
        QTest.keyClick(table.view, Qt.Key.Key_Down)
    assert passed.args == [1]


def test_a_click_on_the_next_step_asks_for_it_and_elsewhere_not(table, qtbot):
    def click(row: int, column: int) -> None:
        place = table.view.visualRect(table.rows.index(row, column)).center()
        QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    with qtbot.waitSignal(table.stepped) as stepped:
        click(1, 2)
    assert stepped.args == [11]
    with qtbot.assertNotEmitted(table.stepped):
        click(2, 2)
        click(1, 0)
    table.select(13)
    with qtbot.waitSignal(table.stepped) as stepped:
        table.step()
    assert stepped.args == [13]


def test_a_heading_asks_for_another_order_and_turns_it(table, qtbot):
    heading = table.view.headings

    def click(column: int) -> None:
        place = QPoint(heading.sectionViewportPosition(column) + 10, 10)
        QTest.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=place)

    for descending in (False, True, False):
        with qtbot.waitSignal(table.sorted) as ordered:
            click(1)
        assert ordered.args == ["sum", descending]
    with qtbot.assertNotEmitted(table.sorted):
        click(0)


def test_an_empty_list_says_so_and_offers_a_way_on(table, qtbot):
    table.set_empty("Inget är försenat", "Registrera ansökan")
    table.set_ids([])
    assert table.empty.isVisible()
    assert not table.view.isVisible()
    with qtbot.waitSignal(table.emptied):
        table.empty.button.click()
    table.set_rows([(1, ("a", "", ""))])
    assert not table.empty.isVisible()


def test_words_are_read_aloud_with_their_second_line(qtbot):
    column = Column(key="a", title="A", value=lambda _row: Cell("Rapport", second="26 okt"))
    table = Table([column], name="Höga", tall=True)
    qtbot.addWidget(table)
    table.set_rows([(1, object())])
    index = table.rows.index(0, 0)
    assert table.rows.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Rapport 26 okt"


def test_a_fitting_list_is_as_high_as_its_rows(qtbot):
    table = Table(COLUMNS, name="Kort", fit=True, header=False, tall=True)
    qtbot.addWidget(table)
    table.show()
    table.set_rows([(at, ("a", "", "")) for at in range(3)])
    assert table.view.height() == 3 * table.view.rowHeight(0)
    table.close()


def test_sums_are_said(table):
    table.set_sums({"name": "Summa", "sum": "124 000"})
    assert table.sums.isVisible()
    assert table.sums.accessibleName() == "Namn Summa, Kronor 124 000"


def test_the_filter_moves_and_opens_in_its_list(table, qtbot):
    field = FilterEdit("Filtrera", table)
    qtbot.addWidget(field)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened.args == [12]
    field.setText("grind")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


@pytest.mark.parametrize(
    ("words", "term", "found"),
    [
        ("Grindavík", "grind", (0, 5)),
        ("Grindavík", "vik", (6, 9)),
        ("Þorlákur", "lak", (3, 6)),
        ("Þorlákur", "thor", (0, 3)),
        ("Piteå", "x", None),
    ],
)
def test_found_letters_are_shown_where_they_stand(words, term, found):
    assert found_in(words, term) == found


def test_a_row_that_vanished_is_blank_not_an_error(qtbot, qapp):
    table = Table(COLUMNS, lambda _ids: [], name="Tom")
    qtbot.addWidget(table)
    table.show()
    table.set_ids([1, 2, 3])
    qapp.processEvents()
    assert table.rows.data(table.rows.index(2, 0)) == ""
    table.close()
