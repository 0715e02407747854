"""Everything follows the text size."""

from __future__ import annotations

import pytest

from desktop.ui import theme
from desktop.ui.icons import pixmap
from desktop.ui.measure import SIZES, em, font, px, scale
from desktop.ui.roles import LIGHT
from desktop.ui.widgets.field import LineEdit


@pytest.mark.parametrize(("per_cent", "times"), [(100, 1.0), (150, 1.5), (200, 2.0)])
def test_lengths_follow_the_text_size(qapp, per_cent, times):
    theme.wear(qapp, theme.Look.LIGHT, per_cent)
    assert scale() == pytest.approx(times)
    assert px(30) == round(30 * times)
    assert em(10) == round(130 * times)
    assert LineEdit().height() == px(30)


def test_a_hairline_never_disappears():
    assert px(0.2) == 1
    assert px(0) == 0


def test_text_size_stays_within_its_bounds(qapp):
    theme.wear(qapp, theme.Look.LIGHT, 900)
    assert scale() == pytest.approx(2)


def test_one_family_and_tabular_figures(qapp):
    for name in SIZES:
        assert font(name).family() == qapp.font().family()
        assert font(name).featureValue(font(name).featureTags()[0]) == 1


def test_symbols_are_recoloured(qapp):
    red = pixmap("ok", LIGHT.stop, 32).toImage()
    assert red.pixelColor(16, 2).rgb() == LIGHT.stop.rgb()
