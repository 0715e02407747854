"""A file from outside goes to the system's own program as a copy, and a program never does."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from desktop.domain.casework import Document
from desktop.flow.ask import File
from desktop.flow.run import run
from desktop.flow.steps.application_papers import AttachDocument
from desktop.ui.outside import OpenedOutside
from desktop.ui.page import Route

CASE = 1
WORD = b"PK\x03\x04 words"
TAKE: Any = "take"
"""A slot's name: the stubs say bytes, which the call refuses."""


class Catcher(QObject):
    """Stands for the system's own program."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.paths.append(Path(url.toLocalFile()))


@pytest.fixture
def caught():
    catcher = Catcher()
    QDesktopServices.setUrlHandler("file", catcher, TAKE)
    yield catcher.paths
    QDesktopServices.unsetUrlHandler("file")
    OpenedOutside.clear()


def attached(opened, name, content):
    """Keep a file with the case and turn to it."""
    run(opened.desk, AttachDocument(case_id=CASE, file=File(name=name, content=content)))
    row = opened.desk.store.first(Document, "kind = 'attachment'", order="id DESC")
    assert row is not None
    return row, opened.go(Route(page="handling", subject=row.id))


def test_a_usual_file_opens_as_a_copy_that_cannot_be_saved_over(opened, caught):
    row, page = attached(opened, "Budget.docx", WORD)
    page.open_button.click()
    (path,) = caught
    assert path.read_bytes() == WORD
    assert path.name == f"handling-{row.id}.docx"
    assert not path.stat().st_mode & (stat.S_IWUSR | stat.S_IRGRP | stat.S_IROTH)


def test_a_name_cannot_lead_out_of_the_folder(opened, caught):
    _row, page = attached(opened, "../../../etc/passwd.docx", WORD)
    page.open_button.click()
    (path,) = caught
    assert path.parent == OpenedOutside.folder()


def test_it_opens_again_where_a_protected_file_is_not_taken_away(opened, caught):
    """Given a system that takes no file away that cannot be written in, as Windows does."""

    class Strict(type(OpenedOutside.folder())):  # type: ignore[misc]
        def unlink(self, *, missing_ok=False):
            if self.exists() and not self.stat().st_mode & stat.S_IWUSR:
                raise PermissionError(13, "access is denied")
            super().unlink(missing_ok=missing_ok)

    OpenedOutside._folder = Strict(OpenedOutside.folder())
    _row, page = attached(opened, "Budget.docx", WORD)
    page.open_button.click()
    page.open_button.click()
    assert caught[0] == caught[1]


def test_a_copy_that_another_program_holds_is_left_to_it(opened, caught):
    """Given something in the way that cannot be taken away, the next copy has another name."""
    row, page = attached(opened, "Budget.docx", WORD)
    (OpenedOutside.folder() / f"handling-{row.id}.docx").mkdir()
    page.open_button.click()
    assert caught[0].name == f"handling-{row.id} (2).docx"
    assert caught[0].read_bytes() == WORD


def test_the_copies_go_with_the_program(opened, caught):
    _row, page = attached(opened, "Budget.docx", WORD)
    page.open_button.click()
    OpenedOutside.clear()
    assert not caught[0].exists()


def test_a_program_cannot_be_opened_and_the_page_says_why(opened, caught):
    _row, page = attached(opened, "faktura.pdf.exe", b"MZ\x90\x00")
    assert not page.open_button.isVisible()
    assert "program" in page.other.text()
    page.open_outside()
    page._answered("open")
    assert caught == [], "not even when the button is gone round"


def test_macros_are_warned_of_first_and_opened_only_on_her_word(opened, caught):
    _row, page = attached(opened, "budget.xlsx", b"PK\x03\x04..xl/vbaProject.bin")
    page.open_button.click()
    assert caught == []
    assert page._warning is not None
    assert "makron" in page._warning.accessibleName()
    page._warning.links[0].click()
    assert len(caught) == 1
    assert page._warning is None


def test_the_warning_does_not_follow_to_another_document(opened, caught):
    _row, page = attached(opened, "budget.xlsx", b"PK\x03\x04..xl/vbaProject.bin")
    page.open_button.click()
    attached(opened, "Budget.docx", WORD)
    assert page._warning is None
