"""The colours keep their contrast, in every look."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from desktop.ui import theme
from desktop.ui.roles import DARK, LIGHT, Mark, Tone, now, palette_of, roles_of

LOUD = ("ok", "info", "warn", "stop", "late")


def ratio(one: QColor, other: QColor) -> float:
    def light(colour: QColor) -> float:
        parts = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (colour.redF(), colour.greenF(), colour.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["base", "window", "nav", "band", "selection"])
@pytest.mark.parametrize("ink", ["text", "muted", "link"])
def test_words_can_be_read_on_every_ground(roles, ground, ink):
    assert ratio(getattr(roles, ink), getattr(roles, ground)) >= 4.5


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", LOUD)
def test_states_can_be_read_on_cards_and_on_their_own_tint(roles, name):
    assert ratio(getattr(roles, name), roles.base) >= 4.5
    assert ratio(getattr(roles, name), getattr(roles, f"{name}_tint")) >= 4.5
    assert ratio(roles.text, getattr(roles, f"{name}_tint")) >= 4.5


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
def test_the_rest_can_be_read(roles):
    assert ratio(roles.on_accent, roles.accent) >= 4.5
    assert ratio(roles.text, roles.neutral_tint) >= 4.5
    assert ratio(roles.text, roles.match) >= 4.5
    assert ratio(roles.muted, roles.stop_tint) >= 4.5
    assert ratio(roles.edge, roles.base) >= 3
    assert ratio(roles.accent, roles.base) >= 3
    assert ratio(roles.decided, roles.left) >= 3


def test_high_contrast_has_no_tints_and_symbols_in_the_text_colour():
    for dark in (False, True):
        roles = roles_of(theme.contrast_palette(dark=dark))
        assert roles.stop_tint == roles.base
        assert roles.mark(Mark.STOP) == roles.text
        assert ratio(roles.text, roles.base) >= 15
        assert ratio(roles.link, roles.base) >= 7
        assert ratio(roles.text, roles.selection) >= 7


def test_a_palette_is_known_again_by_its_colours():
    assert roles_of(palette_of(LIGHT)) is LIGHT
    assert roles_of(palette_of(DARK)) is DARK


@pytest.mark.parametrize(("look", "roles"), [(theme.Look.LIGHT, LIGHT), (theme.Look.DARK, DARK)])
def test_a_look_is_worn_by_the_application(qapp, look, roles):
    theme.wear(qapp, look)
    assert now() is roles


def test_every_mark_and_tone_has_a_colour():
    assert all(LIGHT.mark(mark).isValid() for mark in Mark)
    assert all(LIGHT.tone(tone).isValid() for tone in Tone)
