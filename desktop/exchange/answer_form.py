"""The fillable form of the yearly follow-up as an Excel file: typed cells, only answers open."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from desktop.exchange.answer_fields import (
    KRONOR,
    MOST,
    MOST_KRONOR,
    NOTE,
    NUMBER,
    TICK,
    AnswerForm,
    rows_of,
)

if TYPE_CHECKING:
    from datetime import date

    from desktop.exchange.answer_fields import AnswerRow

SHEET = "Svar"
"""The sheet that is filled in."""
MARKS = "Vanbok"
"""The hidden sheet that says which form it is."""
FORM = "vanbok-follow-up"
"""What the hidden sheet begins with."""
LABEL, ANSWER, HELP, KEY = "A", "B", "C", "D"
"""Columns of the sheet; KEY is hidden."""
FIRST = 6
"""The row of the first line of the form."""

_INK, _SOFT, _LINE, _OPEN = "1F2933", "52606D", "9AA5B1", "FFF8DC"
_STILL = (1980, 1, 1, 0, 0, 0)


def form_file(form: AnswerForm) -> bytes:
    """Write the form; the same form gives the same bytes."""
    # 80 ms to load: not before the first form.
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    _head(sheet, form)
    checks = _checks(sheet)
    for number, row in enumerate(rows_of(form), start=FIRST):
        _line(sheet, number, row, checks)
    _look(sheet)
    _marks(book.create_sheet(MARKS), form)
    book.properties.creator = form.municipality
    book.properties.title = f"Uppföljning {form.year}, {form.body}"
    stream = io.BytesIO()
    book.save(stream)
    return _settled(stream.getvalue(), form.made_on)


def _put(cell: Any, value: str | int) -> None:  # noqa: ANN401 - openpyxl has no types
    """Write a value; words are never taken for a formula."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def _head(sheet: Any, form: AnswerForm) -> None:  # noqa: ANN401
    from openpyxl.styles import Font  # noqa: PLC0415

    lines = (
        (
            f"Uppföljning av internationellt arbete {form.year}",
            Font(bold=True, size=15, color=_INK),
        ),
        (form.body, Font(bold=True, size=12, color=_INK)),
        (
            f"Svara senast {form.answer_by.isoformat()}"
            + (f" till {form.reply_to}" if form.reply_to else "")
            + f". Svaren går till {form.reported_to}.",
            Font(color=_SOFT),
        ),
        ("Fyll i de gula rutorna, spara filen och skicka tillbaka den.", Font(color=_SOFT)),
    )
    for number, (words, font) in enumerate(lines, start=1):
        cell = sheet[f"{LABEL}{number}"]
        _put(cell, words)
        cell.font = font


def _checks(sheet: Any) -> dict[str, Any]:  # noqa: ANN401
    """Make what each kind of cell takes; Excel says so when something else is typed."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    made = {
        NUMBER: DataValidation(type="whole", operator="between", formula1="0", formula2=str(MOST)),
        KRONOR: DataValidation(
            type="whole", operator="between", formula1="0", formula2=str(MOST_KRONOR)
        ),
        TICK: DataValidation(type="list", formula1='"Ja,Nej"'),
        NOTE: DataValidation(type="textLength", operator="lessThanOrEqual", formula1="10000"),
    }
    words = {
        NUMBER: "Skriv ett helt tal med siffror.",
        KRONOR: "Skriv hela kronor med siffror.",
        TICK: "Välj Ja eller Nej.",
        NOTE: "Skriv högst 10 000 tecken.",
    }
    for kind, check in made.items():
        check.allow_blank = True
        check.errorTitle, check.error = "Det går inte att läsa", words[kind]
        check.showErrorMessage = True
        sheet.add_data_validation(check)
    return made


def _line(sheet: Any, number: int, row: AnswerRow, checks: dict[str, Any]) -> None:  # noqa: ANN401
    from openpyxl.styles import (  # noqa: PLC0415
        Alignment,
        Border,
        Font,
        PatternFill,
        Protection,
        Side,
    )

    label = sheet[f"{LABEL}{number}"]
    _put(label, row.label)
    if not row.key:
        label.font = Font(bold=True, size=12, color=_INK)
        sheet.row_dimensions[number].height = 26
        label.alignment = Alignment(vertical="bottom")
        return
    label.alignment = Alignment(wrap_text=True, vertical="top")
    note = sheet[f"{HELP}{number}"]
    _put(note, row.help)
    note.font = Font(color=_SOFT, italic=True)
    note.alignment = Alignment(wrap_text=True, vertical="top")
    _put(sheet[f"{KEY}{number}"], row.key)
    answer = sheet[f"{ANSWER}{number}"]
    answer.protection = Protection(locked=False)
    answer.fill = PatternFill("solid", fgColor=_OPEN)
    edge = Side(style="thin", color=_LINE)
    answer.border = Border(left=edge, right=edge, top=edge, bottom=edge)
    written = row.kind == NOTE
    answer.alignment = Alignment(
        wrap_text=written, vertical="top", horizontal="left" if written else "right"
    )
    answer.number_format = {NUMBER: "0", KRONOR: "#,##0"}.get(row.kind, "@")
    if written:
        sheet.row_dimensions[number].height = 96
    checks[row.kind].add(answer)


def _look(sheet: Any) -> None:  # noqa: ANN401
    for column, width in ((LABEL, 44), (ANSWER, 60), (HELP, 40)):
        sheet.column_dimensions[column].width = width
    sheet.column_dimensions[KEY].hidden = True
    sheet.freeze_panes = f"{LABEL}{FIRST}"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.sheet_view.showGridLines = False


def _marks(sheet: Any, form: AnswerForm) -> None:  # noqa: ANN401
    """Say which register, round and body the form belongs to, where nobody sees it."""
    kept: tuple[tuple[str, str | int], ...] = (
        ("form", FORM),
        ("version", 1),
        ("register", form.register),
        ("round", form.round_id),
        ("asked", form.asked_id),
        ("year", form.year),
    )
    for number, (name, value) in enumerate(kept, start=1):
        _put(sheet[f"A{number}"], name)
        _put(sheet[f"B{number}"], value)
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True


def _settled(content: bytes, made_on: date) -> bytes:
    """Give the same file without the clock in it."""
    import zipfile  # noqa: PLC0415 - not before the first form

    stamp = f"{made_on.isoformat()}T00:00:00Z".encode()
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in sorted(old.namelist(), key=lambda each: (each != "[Content_Types].xml", each)):
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, data)
            part = zipfile.ZipInfo(name, _STILL)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, data)
    return stream.getvalue()
