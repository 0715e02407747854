"""The menus by keyboard and in a narrow window."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from desktop.ui.menus import EXTENSION


def letters(actions) -> Counter[str]:
    words = [each.text().replace("&&", "") for each in actions if "&" in each.text()]
    return Counter(each[each.index("&") + 1].casefold() for each in words)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_letter_leads_to_two_lines(opened, language):
    opened.session.preferences.language = language
    opened.window.restyle()

    bar = opened.window.bar.actions()
    found = {each.menu().title(): letters(each.menu().actions()) for each in bar}

    assert [name for name, counted in found.items() if max(counted.values(), default=0) > 1] == []
    assert max(letters(bar).values()) == 1


def test_menus_without_room_are_under_a_sign_that_is_seen_in_dark_colours(opened):
    opened.session.preferences.look = "dark"
    opened.session.preferences.text_size = 200
    opened.window.restyle()
    opened.window.resize(1100, 800)
    QTest.qWait(20)

    sign = opened.window.bar.findChild(QToolButton, EXTENSION)
    assert sign.isVisible()
    picture = sign.grab().toImage()
    light = [
        picture.pixelColor(x, y).lightness()
        for x in range(picture.width())
        for y in range(picture.height())
    ]
    assert max(light) - min(light) > 120
