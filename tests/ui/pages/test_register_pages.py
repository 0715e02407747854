"""What every page of the registers keeps: no stray window, names for all, a way by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from desktop.ui.page import Route
from tests.ui.pages.register_window import GRINDAVIK, TROLLSLANDAN

ROUTES = [
    Route(page="orter"),
    Route(page="ort", subject=GRINDAVIK),
    Route(page="ort", subject=GRINDAVIK, act="change_place"),
    Route(page="ort", act="add_place"),
    Route(page="foreningar"),
    Route(page="forening", subject=TROLLSLANDAN),
    Route(page="forening", subject=TROLLSLANDAN, act="change_account"),
    Route(page="forening", act="add_association"),
    Route(page="riktlinjer", act="P8"),
    Route(page="riktlinjer", act="adopt_guideline"),
    Route(page="installningar"),
    Route(page="installningar", act="set_office"),
    Route(page="installningar", act="committee"),
    Route(page="installningar", subject=1, act="change_reason"),
    Route(page="installningar", act="look"),
    Route(page="installningar", act="about"),
]


def name(route: Route) -> str:
    return f"{route.page}-{route.act or route.subject}"


@pytest.fixture(params=ROUTES, ids=name)
def page(request, opened, spy):
    """Show one page after another, and watch for windows that flash up."""
    shown = opened.go(request.param)
    assert [type(each).__name__ for each in spy.shown] == []
    return shown


def test_a_page_stands_by_itself(opened, page):
    """It has a title, it can be read again, and everything the keyboard reaches has a name."""
    assert page.title()
    page.refresh()
    page.columns()
    page.offers("arende")
    reached = [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    nameless = [
        each
        for each in reached
        if isinstance(each, QAbstractButton | QLineEdit | QComboBox) and not each.accessibleName()
    ]
    assert nameless == []
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (640, 480)])
def test_every_page_fits_every_window(opened, size):
    opened.window.resize(*size)
    for route in ROUTES:
        page = opened.go(route)
        assert page.width() <= size[0]
