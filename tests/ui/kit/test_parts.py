"""Rules, phases, sums, bars and bands say in words what they draw."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.ui.measure import em
from desktop.ui.roles import Mark
from desktop.ui.widgets.band import MessageBand, UndoBand
from desktop.ui.widgets.calculation import CalculationGrid, SumLine
from desktop.ui.widgets.lists import Doc, DocumentList, EventList
from desktop.ui.widgets.phase import PhaseLine
from desktop.ui.widgets.pots import Bar, Part, Pot, PotBars
from desktop.ui.widgets.rules import RuleGroup, RuleLine, RuleTable, counts
from desktop.ui.widgets.tracks import Track, TrackGrid
from desktop.ui.widgets.words import Badge, Elided, Link, Words
from tests.ui import samples


def rules(qtbot, wide: int) -> RuleTable:
    table = RuleTable()
    qtbot.addWidget(table)
    table.set_groups("Regler", "Piteås riktlinje", samples.GROUPS)
    table.resize(wide, 500)
    table.show()
    return table


def test_the_gate_that_stops_comes_first(qtbot):
    table = rules(qtbot, em(70))
    first = [row.title for row in table.view.rules.rows if isinstance(row, RuleGroup)]
    assert first == ["Före utbetalning", "Före beslut", "Före avslut"]
    table.close()


def test_counts_name_each_state_and_its_number():
    said = [words for _mark, words in counts(samples.GROUPS)]
    assert said == ["6 uppfyllda", "1 sänkte beloppet", "1 obs", "1 väntar", "1 stoppar"]


def test_enter_opens_the_paragraph_of_a_rule(qtbot):
    table = rules(qtbot, em(70))
    table.view.setCurrentIndex(table.view.rules.index(1, 0))
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == ["P8 Verksamhetsberättelse"]
    table.close()


def test_a_line_is_read_aloud_whole(qtbot):
    table = rules(qtbot, em(70))
    model = table.view.rules
    said = model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Stoppar, Verksamhetsberättelse, saknas, för sep 2025–aug 2026, P8 Bidrag st. 5"
    table.close()


def test_a_narrow_table_takes_two_rows_and_begins_with_what_stops(qtbot):
    table = rules(qtbot, em(50))
    lines = [row for row in table.view.rules.rows if isinstance(row, RuleLine)]
    assert table.view.narrow
    assert len(lines) == len(table.view.rules.rows)
    assert [line.mark for line in lines[:3]] == [Mark.STOP, Mark.WARN, Mark.LOWERED]
    high = table.view.row_height()
    table.resize(em(70), 600)
    assert not table.view.narrow
    assert table.view.row_height() < high
    table.close()


def test_all_rules_are_seen_without_scrolling(qtbot):
    table = rules(qtbot, em(70))
    assert table.view.height() == len(table.view.rules.rows) * table.view.row_height()
    table.close()


def test_the_line_of_phases_is_said_as_a_step_of_so_many(qtbot):
    line = PhaseLine()
    qtbot.addWidget(line)
    line.set_phases(samples.PHASES)
    assert line.accessibleName() == "Verkställs, steg 5 av 6"


def test_a_calculation_is_said_line_by_line_and_its_links_followed(qtbot):
    grid = CalculationGrid()
    qtbot.addWidget(grid)
    grid.set_columns([[SumLine(label="Beviljat före,", link="2026-007", value="3 500", sign="–")]])
    assert grid.accessibleName() == "– Beviljat före, 2026-007 3 500"
    with qtbot.waitSignal(grid.followed) as followed:
        grid.findChildren(Link)[0].click()
    assert followed.args == ["2026-007"]


def test_a_narrow_calculation_stands_in_one_column(qtbot):
    grid = CalculationGrid()
    qtbot.addWidget(grid)
    grid.set_columns(samples.CALCULATION)
    grid.resize(em(60), 200)
    grid.show()
    flat = grid.heightForWidth(em(60)) if grid.hasHeightForWidth() else grid.sizeHint().height()
    grid.resize(em(20), 200)
    high = grid.sizeHint().height()
    assert high > flat
    grid.close()


def test_a_pot_says_its_figures_and_never_less_than_nothing():
    pot = Pot(group="Grindavík", label="Grund", decided=9000, proposed=3000, total=10000)
    assert pot.left == 0
    bar = Bar(pot.parts())
    assert "Beslutat 9\u00a0000\u00a0kr" in bar.accessibleName()
    bar.deleteLater()


def test_pots_are_named_by_place_and_scheme(qtbot):
    pots = PotBars()
    qtbot.addWidget(pots)
    pots.set_pots(samples.POTS)
    names = [bar.accessibleName() for bar in pots.findChildren(Bar)]
    assert names[0].startswith("Grindavík Grund: ")


def test_proposed_differs_from_decided_without_colour(qtbot):
    def grey(kind: str) -> set[int]:
        bar = Bar([Part(kind=kind, label="x", amount=1)])
        qtbot.addWidget(bar)
        bar.resize(80, 9)
        image = bar.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        return {image.pixelColor(x, 4).value() for x in range(10, 70)}

    assert len(grey("decided")) == 1
    assert len(grey("proposed")) > 2


def test_a_band_has_at_most_two_links(qtbot):
    band = MessageBand(Mark.WARN, "Obs.", "Text.", [("a", "A"), ("b", "B"), ("c", "C")])
    qtbot.addWidget(band)
    assert len(band.links) == 2
    with qtbot.waitSignal(band.followed) as followed:
        band.links[1].click()
    assert followed.args == ["b"]


def test_the_undo_band_offers_no_way_back_from_what_left_the_house(qtbot):
    band = UndoBand()
    qtbot.addWidget(band)
    band.show_done("Brevet är skickat.", undoable=False)
    assert not band.link.isVisible()
    band.show_done("Ansökan är registrerad.")
    assert band.link.isVisible()
    band.close()


def test_states_never_hide_words(qtbot):
    grid = TrackGrid()
    qtbot.addWidget(grid)
    grid.set_tracks([Track(mark=Mark.STOP, name="Krav", state="1 saknas före utbetalning")] * 6)
    for wide in (em(20), em(40), em(70), em(90)):
        grid.resize(wide, 200)
        grid.show()
        labels = [each for each in grid.findChildren(QLabel) if each.isVisible()]
        assert all(each.width() >= each.sizeHint().width() for each in labels)
    grid.close()


def test_documents_and_events(qtbot):
    papers = DocumentList("Handlingar")
    qtbot.addWidget(papers)
    papers.set_documents([Doc(id=7, title="Beslut 5/2026", day="9 nov", kind="lock")])
    with qtbot.waitSignal(papers.opened) as opened:
        next(link for link in papers.findChildren(Link) if link.text() == "Beslut 5/2026").click()
    assert opened.args == [7]
    events = EventList("Händelser")
    qtbot.addWidget(events)
    events.set_events([], empty="Inget har hänt än")
    assert any(each.text() == "Inget har hänt än" for each in events.findChildren(QLabel))


def test_labels_show_markup_as_it_is_written(qtbot):
    for label in (Words("<b>fet</b>"), Words("<img src=x>", wrap=True)):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_shortened_words_are_in_the_tooltip(qtbot):
    words = Elided("Isländska sällskapet Norrsken i Piteå med omnejd")
    qtbot.addWidget(words)
    words.resize(80, 20)
    words.show()
    assert words.toolTip() == words.text()
    words.resize(900, 20)
    assert words.toolTip() == ""
    words.close()


def test_a_link_answers_enter(qtbot):
    link = Link("Visa alla 11")
    qtbot.addWidget(link)
    with qtbot.waitSignal(link.clicked):
        QTest.keyClick(link, Qt.Key.Key_Return)


def test_a_badge_is_named_by_its_word(qtbot):
    badge = Badge("Gäller", Mark.OK)
    qtbot.addWidget(badge)
    badge.set("Utgått", None)
    assert badge.accessibleName() == "Utgått"
