"""What the yearly report and the papers of the follow-up say, as it was written down.

The texts stand in tests/flow/views/papers; VANBOK_VIEWS=write writes them anew (see test_views).
"""

from __future__ import annotations

import hashlib
import io
import json
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from desktop.domain.casework import Document
from desktop.domain.follow_up import YearlyReport
from desktop.flow.follow_up_papers import (
    draw_form,
    draw_reminder,
    file_name,
    form_workbook,
    slug,
)
from desktop.flow.follow_up_view import asked_picture, follow_up
from desktop.flow.yearly import yearly
from desktop.flow.yearly_data import yearly_data
from desktop.flow.yearly_paper import draw_yearly_report
from tests.flow import follow_up_stage
from tests.flow.follow_up_stage import EARLIER, NEXT, YEAR
from tests.flow.handed import handed, said
from tests.flow.telling import is_as_written, told

if TYPE_CHECKING:
    from desktop.flow.follow_up_view import AskedPicture
    from tests.flow.coordinator import Coordinator

ANSWER_BY = date(2026, 4, 20)
LATER = date(2027, 2, 1)


def asked(it: Coordinator) -> list[AskedPicture]:
    return [one for year in (EARLIER, YEAR, NEXT) for one in follow_up(it.desk, year).asked]


@pytest.mark.parametrize("year", [2020, 2024, 2025, 2026])
def test_the_report_of_a_year(full, year):
    facts = handed(lambda: draw_yearly_report(full.desk, year))

    is_as_written(f"papers/year_{year}", said(facts))


def test_the_report_of_a_year_that_has_begun(full):
    full.on(LATER)

    facts = handed(lambda: draw_yearly_report(full.desk, 2027))

    is_as_written("papers/year_2027", said(facts))


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_what_remains_of_a_year_when_it_is_over(full, year):
    full.on(LATER)

    is_as_written(f"papers/remains_{year}", told(yearly(full.desk, year).remains))


def test_the_report_of_a_year_of_a_school_fund(schools):
    facts = handed(lambda: draw_yearly_report(schools.desk, 2026))

    is_as_written("papers/year_of_schools", said(facts))


def test_a_report_is_a_draft_until_it_is_made(full):
    draft = handed(lambda: draw_yearly_report(full.desk, YEAR))
    made = handed(lambda: full.does("make_yearly_report", {"follow_up": YEAR}))

    assert (draft.draft, made.draft) == (True, False)
    assert (draft.version, made.version) == (2, 2)
    assert made.document_id.endswith(f":yearly_report:{YEAR}:2")


def test_a_made_report_freezes_the_figures_of_its_day(full):
    frozen = yearly_data(yearly(full.desk, YEAR))

    full.does("make_yearly_report", {"follow_up": YEAR})

    newest = full.desk.store.find(YearlyReport, "year = ?", YEAR, order="version")[-1]
    assert json.loads(newest.figures) == frozen
    assert (newest.version, newest.made_on) == (2, full.today)
    paper = full.desk.store.get(Document, newest.document_id)
    assert paper.title == f"Årsrapport {YEAR}, version 2"
    assert paper.name == f"arsrapport-{YEAR}-2.pdf"
    assert (paper.kind, paper.subject) == ("yearly_report", f"yearly:{YEAR}")


def test_the_figures_of_a_year_as_data(full):
    data = yearly_data(yearly(full.desk, YEAR))

    text = json.dumps(data, ensure_ascii=False, indent=1).replace("\u00a0", " ")
    is_as_written("papers/figures", f"{text}\n")


def test_a_row_of_the_figures_that_is_about_nothing_has_no_subject(schools):
    figures = yearly_data(yearly(schools.desk, 2026))

    (left,) = [
        each
        for section in figures["sections"]
        for each in section["figures"]
        if each["key"] == "pot_left"
    ]
    assert [each["subject"] for each in left["rows"]] == [""]


def test_the_form_to_everybody_who_is_asked(full):
    found = [handed(partial(draw_form, full.desk, one)) for one in asked(full)]

    is_as_written("papers/forms", "\n".join(map(said, found)))


def test_the_reminder_to_everybody_who_is_asked(full):
    full.on(date(2026, 4, 9))
    waiting = [one for one in asked(full) if one.asked.sent_on is not None]

    found = [handed(partial(draw_reminder, full.desk, one, ANSWER_BY)) for one in waiting]

    is_as_written("papers/form_reminders", "\n".join(map(said, found)))


def test_the_form_for_excel(full):
    one = asked(full)[1]

    book = load_workbook(io.BytesIO(form_workbook(full.desk, one)))

    cells = [
        f"{sheet.title}!{cell.coordinate} {cell.value}"
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    is_as_written("papers/form_for_excel", told(cells))


def test_papers_of_the_follow_up_are_kept_under_names_that_tell_them_apart(full):
    full.does("send_follow_up", {"follow_up": EARLIER})
    full.on(LATER)
    full.does("remind_follow_up", {"follow_up": EARLIER}, answer_by=date(2027, 3, 1))

    kept = full.desk.store.find(Document, "subject like 'asked:%'", order="id")

    shown = [(each.kind, each.title, each.name, each.media, each.subject) for each in kept]
    is_as_written("papers/follow_up_documents", told(shown))
    for each in kept:
        content = full.desk.store.content(each.id)
        assert (each.outgoing, each.size) == (True, len(content))
        assert each.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Barn- och utbildningsnämnden", "barn-och-utbildningsnamnden"),
        ("Åre ÄÖ 2", "are-ao-2"),
        ("???", "verksamhet"),
        ("a" * 61, "a" * 60),
    ],
)
def test_a_name_becomes_part_of_a_files_name(name, words):
    assert slug(name) == words


def test_the_files_name_says_the_year_and_who(full):
    known = follow_up_stage.asked(full, YEAR, "Påhittade kulturnämnden")
    one = asked_picture(full.desk, known["asked"])

    assert file_name(one) == f"uppfoljning-{YEAR}-pahittade-kulturnamnden"
