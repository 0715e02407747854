"""What the cells of a filled form hold; run in a child process, for the file may be anything."""

from __future__ import annotations

import io
from typing import Any

from desktop.exchange.answer_form import FORM, MARKS, SHEET

MOST_BYTES = 5 * 1024 * 1024
"""The largest file."""
MOST_UNPACKED = 60 * 1024 * 1024
"""The most it may hold when it is unpacked."""
MOST_PARTS = 300
"""The most files in it."""
MOST_ROWS = 400
"""Rows that are looked at."""
LONGEST = 20_000
"""The most characters of one cell."""


def cells(content: bytes) -> dict[str, Any]:
    """Give the marks and the answers: {"marks": {...}, "answers": {key: [cell, value]}}.

    {"trouble": word} for a file that is none of ours: "large", "not_excel" or "not_form".
    """
    if len(content) > MOST_BYTES:
        return {"trouble": "large"}
    trouble = _packed(content)
    if trouble:
        return {"trouble": trouble}
    return _read(content)


def _packed(content: bytes) -> str:
    """Look at the parts before anything is unpacked."""
    import zipfile  # noqa: PLC0415 - only in the child

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            parts = file.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "not_excel"
    if len(parts) > MOST_PARTS or sum(each.file_size for each in parts) > MOST_UNPACKED:
        return "large"
    return "" if any(each.filename == "xl/workbook.xml" for each in parts) else "not_excel"


def _read(content: bytes) -> dict[str, Any]:
    from openpyxl import DEFUSEDXML, load_workbook  # noqa: PLC0415 - only in the child

    if not DEFUSEDXML:
        raise ImportError("defusedxml")
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    if SHEET not in book.sheetnames or MARKS not in book.sheetnames:
        return {"trouble": "not_form"}
    marks = {str(name): value for _, name, value, *_ in _rows(book[MARKS], 2)}
    if marks.get("form") != FORM:
        return {"trouble": "not_form"}
    answers = {}
    for number, _, answer, _, key in _rows(book[SHEET], 4):
        if isinstance(key, str) and key:
            answers[key[:100]] = [f"B{number}", _plain(answer)]
    return {"marks": {name: _plain(value) for name, value in marks.items()}, "answers": answers}


def _rows(sheet: Any, columns: int) -> list[tuple[Any, ...]]:  # noqa: ANN401 - no types
    # A file can say that it has a million rows, or one.
    sheet.reset_dimensions()
    found = []
    for number, row in enumerate(
        sheet.iter_rows(min_row=1, max_row=MOST_ROWS, max_col=columns, values_only=True), start=1
    ):
        cut = tuple(row)[:columns]
        found.append((number, *cut, *(None for _ in range(columns - len(cut)))))
    return found


def _plain(value: object) -> str | int | float | bool | None:
    """Give a value as JSON has it: dates and times as they are written."""
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)[:LONGEST]
