"""Every hostile string that the border lets through comes out everywhere as it went in."""

from __future__ import annotations

import io
import json
import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from itertools import count

import icalendar
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from db.check import check
from desktop.cli.main import main
from desktop.domain import text
from desktop.domain.clean import clean
from desktop.domain.swedish import fold
from desktop.exchange.answer_fields import AnswerForm
from desktop.exchange.answer_form import form_file
from desktop.flow.calendar_file import calendar_file
from desktop.flow.deadlines import Deadline, Fact
from desktop.flow.reading import read
from desktop.flow.registers import begin, open_register
from desktop.flow.run import run
from desktop.flow.search import load_words, search
from desktop.flow.steps.associations import AddAssociation
from desktop.letters.compose import compose
from desktop.letters.content import plain
from desktop.letters.glyphs import unprintable
from desktop.letters.render import render
from desktop.ui.page import Route
from desktop.ui.preferences import Preferences
from tests.flow.coordinator import FOUNDING
from tests.hostile.strings import STRINGS
from tests.letters.samples import SAMPLES
from tests.letters.structure import tree_text
from tests.letters.variants import KEPT
from tests.ui.pages.register_window import RegisterWindow

NAME = 200
"""Signs that a name may have."""
TOGETHER = 4
"""Strings printed in one field."""
PLACEHOLDERS = ("{granted}", "{missing}")
"""Words of a template, which a text of hers may hold: other tests fill and refuse them."""
LET_THROUGH = tuple(
    {
        fold(words): words
        for each in STRINGS
        if (words := clean(each)[:NAME].strip())
        and not unprintable(words)
        and words not in PLACEHOLDERS
    }.values()
)
"""What is left of each at the border; those that the register calls the same name once."""
OF_THE_PROGRAM = KEPT | {"language", "rate", "sha256"}
"""Fields that nobody types: what the paper shows of them is made of them."""
NOW = datetime(2026, 3, 2, 9, 30)


def bare(words):
    """Give what of a text must be on paper: every sign that can be seen, without the spaces."""
    return re.sub(r"\s", "", plain(words))


def test_the_border_lets_most_of_them_through():
    assert len(LET_THROUGH) >= 300


def changed(value, change):
    """Give facts with `change` made to every text of them, those of the program left alone."""
    if isinstance(value, text.Text):
        return text.plain(change(str(value)))
    if is_dataclass(value) and not isinstance(value, type):
        made = {
            each.name: changed(getattr(value, each.name), change)
            for each in fields(value)
            if each.name not in OF_THE_PROGRAM
        }
        return replace(value, **made)
    if isinstance(value, tuple):
        return tuple(changed(each, change) for each in value)
    return change(value) if type(value) is str and value else value


def printed(kind):
    """Give pairs of what was put in a field and what of it stands on the paper of that kind."""
    # Two strokes part Swedish from English in an agreement.
    parted = kind.startswith(("agreement", "invitation", "settlement", "reminder"))
    strings = [each for each in LET_THROUGH if not (parted and "//" in each)]
    waiting = [" ".join(strings[at : at + TOGETHER]) for at in range(0, len(strings), TOGETHER)]
    shown = 0
    while waiting:
        numbers = count()
        put: dict[str, str] = {}

        def strange(words, numbers=numbers, put=put, waiting=tuple(waiting)):
            at = next(numbers)
            if len(words) <= 3 or at >= len(waiting):
                return words
            put[f"Q{at}Q"] = waiting[at]
            return f"Q{at}Q {waiting[at]} Q{at}Z"

        facts = changed(SAMPLES[kind], strange)
        read_back = bare(tree_text(render(compose(kind, facts))))
        seen = [mark for mark in put if mark in read_back]
        for mark in seen:
            whole = f"{mark}{bare(put[mark])}{mark[:-1]}Z"
            yield put[mark], whole in read_back
            shown += 1
        # What stands in a field that this paper does not show goes into another next time.
        left = [words for mark, words in put.items() if mark not in read_back]
        waiting = [*waiting[len(put) :], *left] if seen else []
    assert shown, f"{kind} shows no field"


@pytest.mark.parametrize("kind", SAMPLES)
def test_no_sign_is_lost_on_any_paper(kind):
    tried = list(printed(kind))
    assert len(tried) * TOGETHER >= len(LET_THROUGH) * 0.9
    assert [words for words, whole in tried if not whole] == []


FORM = AnswerForm(
    register="0f8fad5b-d9cb-469f-a165-70867728950e",
    round_id=3,
    asked_id=7,
    year=2026,
    body="",
    municipality="Påhittköpings kommun",
    reported_to="kommunstyrelsen",
    answer_by=date(2027, 1, 31),
    made_on=date(2026, 12, 1),
    questions=(),
)


def test_the_spreadsheet_has_words_and_no_formula():
    book = load_workbook(io.BytesIO(form_file(replace(FORM, questions=LET_THROUGH))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    words = " ".join(str(cell.value) for cell in cells if cell.value is not None)
    lost = [each for each in LET_THROUGH if bare(each) not in bare(words)]
    assert lost == []


def test_a_calendar_program_reads_the_same_words():
    day = date(2026, 4, 1)
    several = [
        Deadline(
            fact=Fact(
                kind="note", day=day, text=text.plain(""), calendar=text.plain(words), note_id=at
            ),
            day=day,
            state="later",
            group="later",
            lead=7,
            when=text.plain(""),
        )
        for at, words in enumerate(LET_THROUGH, start=1)
    ]
    written = calendar_file(several, FORM.register, NOW.date())
    events = icalendar.Calendar.from_ical(written).walk("VEVENT")
    assert [bare(str(each["summary"])) for each in events] == [bare(each) for each in LET_THROUGH]
    assert len(icalendar.Calendar.from_ical(written).walk("VALARM")) == len(LET_THROUGH)


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    """Give a register in which every string is the name of an association and of who answers."""
    path = tmp_path_factory.mktemp("hostile") / "påhittat.vanbok"
    numbers = count(1)
    made = begin(
        path,
        FOUNDING,
        clock=lambda: NOW,
        new_uuid=lambda: f"00000000-0000-4000-8000-{next(numbers):012}",
    )
    for words in LET_THROUGH:
        run(made, read(AddAssociation, {"name": words, "contact": words}, made.today))
    made.store.close()
    return path


@pytest.fixture
def desk(register):
    made = open_register(register, clock=lambda: NOW)
    yield made
    made.store.close()


def test_every_string_is_kept_and_can_be_searched_for(desk):
    rows = [name for (name,) in desk.store.rows("SELECT name FROM association ORDER BY id")]
    assert rows == list(LET_THROUGH)
    words = load_words(desk.store.path)
    found = [each for each in LET_THROUGH if search(desk, each, words)]
    assert len(found) >= len(LET_THROUGH) * 0.9
    assert check(desk.store) == []


def test_lists_for_other_programs_are_json_lines_with_the_same_words(register, capsys):
    assert main(["search", str(register), "e", "--most", "999", "--json"]) == 0
    groups = json.loads(capsys.readouterr().out)
    titles = {hit["title"] for group in groups for hit in group["hits"]}
    assert len(titles & set(LET_THROUGH)) > 30


def test_the_window_shows_every_name_in_its_table(qapp, register, tmp_path, monkeypatch):
    monkeypatch.setenv("VANBOK_CONFIG", str(tmp_path))
    window = RegisterWindow(Preferences(), register)
    try:
        page = window.go(Route(page="foreningar"))
        model, view = page.table.rows, page.table.view
        for at in range(0, model.rowCount(), 12):
            view.scrollTo(model.index(at, 0))
            assert not view.grab().isNull()
        said = {
            str(model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole))
            for at in range(model.rowCount())
        }
        lost = [each for each in LET_THROUGH if not any(each in words for words in said)]
        assert lost == []
    finally:
        window.close()
