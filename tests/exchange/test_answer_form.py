"""The Excel form comes back as it was filled; anything else is refused, and harms nobody."""

from __future__ import annotations

import io
import time
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from desktop.exchange.answer_cells import MOST_BYTES, MOST_PARTS, MOST_UNPACKED
from desktop.exchange.answer_fields import AnswerForm, rows_of
from desktop.exchange.answer_form import form_file
from desktop.exchange.answer_reading import read_form
from desktop.exchange.problems import Unreadable

FORM = AnswerForm(
    register="0f8fad5b-d9cb-469f-a165-70867728950e",
    round_id=3,
    asked_id=7,
    year=2026,
    body="Påhittade kulturnämnden",
    municipality="Påhittköpings kommun",
    reported_to="kommunstyrelsen",
    answer_by=date(2027, 1, 31),
    made_on=date(2026, 12, 1),
    reply_to="internationellt@example.se",
    areas_title="Prioriterade områden",
    areas=(("young", "Unga och arbetsmarknad"), ("culture", "Kultur")),
    agenda_goals=(("4", "4 God utbildning för alla"),),
    questions=("Vad vill ni göra nästa år?",),
)


@pytest.fixture(scope="module")
def sheet():
    return form_file(FORM)


def filled(content, **cells):
    book = load_workbook(io.BytesIO(content))
    page = book["Svar"]
    rows = {page[f"D{at}"].value: at for at in range(1, page.max_row + 1)}
    for key, value in cells.items():
        page[f"B{rows[key.replace('__', ':')]}"] = value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_an_empty_form_knows_whose_it_is_and_asks_everything(sheet):
    form = read_form(sheet)

    marks = (form.register, form.round_id, form.asked_id, form.year)
    assert marks == (FORM.register, 3, 7, 2026)
    assert list(form.answers) == [row.key for row in rows_of(FORM) if row.key]
    assert all(cell.value is None for cell in form.answers.values())


def test_what_is_filled_in_comes_back_with_its_cell(sheet):
    content = filled(sheet, activities="Körresa å ä ö ð\nigen", digital=3, cost_own="12 000 kr")

    answers = read_form(content).answers

    assert answers["activities"].value == "Körresa å ä ö ð\nigen"
    assert (answers["digital"].at, answers["digital"].value) == ("B8", 3)
    assert answers["cost_own"].value == "12 000 kr"


def test_the_same_form_gives_the_same_bytes_a_second_later(sheet):
    time.sleep(1.1)  # the clock of a zip file and of Excel's own note counts seconds

    assert form_file(FORM) == sheet


def test_only_the_answers_are_open_and_nothing_is_a_formula():
    page = load_workbook(io.BytesIO(form_file(replace(FORM, body="=1+1"))))["Svar"]

    assert page.protection.sheet
    assert (page["A2"].value, page["A2"].data_type) == ("=1+1", "s")
    opened = [f"B{at}" for at in range(1, page.max_row + 1) if not page[f"B{at}"].protection.locked]
    asked = [f"B{at}" for at in range(1, page.max_row + 1) if page[f"D{at}"].value]
    assert opened == asked
    assert not any(
        cell.data_type == "f" for line in page.iter_rows() for cell in line if cell.value
    )


def test_every_answer_has_what_excel_may_take(sheet):
    page = load_workbook(io.BytesIO(sheet))["Svar"]

    checked = {
        str(at) for check in page.data_validations.dataValidation for at in check.cells.ranges
    }
    asked = [at for at in range(1, page.max_row + 1) if page[f"D{at}"].value]

    assert all(any(_holds(each, at) for each in checked) for at in asked)


def _holds(cells, row):
    first, _, last = cells.partition(":")
    return int(first[1:]) <= row <= int((last or first)[1:])


def other_book():
    book = Workbook()
    book.active["A1"] = "något annat"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def packed(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return stream.getvalue()


def rebuilt(content, **parts):
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        kept = {name: file.read(name) for name in file.namelist()}
    return packed(kept | {name.replace("__", "/") + ".xml": data for name, data in parts.items()})


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {after} "{f"&{before};" * 20}">'
        for before, after in zip("abcdefg", "bcdefgh", strict=True)
    )
    + ']><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">&h;</workbook>'
)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (lambda _: b"", "ingen Excelfil"),
        (lambda _: b"%PDF-1.7 ett brev", "ingen Excelfil"),
        (lambda sheet: sheet[: len(sheet) // 2], "ingen Excelfil"),
        (lambda _: packed({"word/document.xml": "<x/>"}), "ingen Excelfil"),
        (lambda _: other_book(), "inte formuläret"),
        (lambda _: packed({"xl/workbook.xml": "<nej"}), "går inte att läsa"),
        (lambda sheet: rebuilt(sheet, xl__workbook=LAUGHS), "går inte att läsa"),
        (lambda _: b"PK" + bytes(MOST_BYTES), "för stor"),
        (
            lambda _: packed({"xl/workbook.xml": bytes(MOST_UNPACKED), "a": b"1"}),
            "för stor",
        ),
        (
            lambda _: packed({f"{number}": b"" for number in range(MOST_PARTS + 1)}),
            "för stor",
        ),
    ],
    ids=[
        "empty",
        "a PDF",
        "cut short",
        "a Word file",
        "another Excel file",
        "broken XML",
        "entities that unfold",
        "too many bytes",
        "unpacks to too much",
        "too many parts",
    ],
)
def test_anything_else_is_refused_in_a_sentence(sheet, what, words):
    with pytest.raises(Unreadable, match=words):
        read_form(what(sheet))


def test_a_sheet_that_says_it_has_a_million_rows_is_read_as_far_as_a_form_goes(sheet):
    with zipfile.ZipFile(io.BytesIO(sheet)) as file:
        page = file.read("xl/worksheets/sheet1.xml").decode()
    start, _, rest = page.partition("<dimension ref=")
    assert rest
    lying = f'{start}<dimension ref="A1:XFD1048576"{rest[rest.index("/>") :]}'

    assert read_form(rebuilt(sheet, xl__worksheets__sheet1=lying)).asked_id == 7


def test_a_file_that_takes_too_long_is_given_up(sheet):
    with pytest.raises(Unreadable, match="för lång tid"):
        read_form(sheet, seconds=0)


def test_marks_that_are_no_numbers_are_no_form_of_ours(sheet):
    book = load_workbook(io.BytesIO(sheet))
    book["Vanbok"]["B4"] = "tre"
    stream = io.BytesIO()
    book.save(stream)

    with pytest.raises(Unreadable, match="inte formuläret"):
        read_form(stream.getvalue())
