"""The age of the last backup is read whole in the line at the bottom."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from desktop.ui import theme
from desktop.ui.status_line import StatusLine


@pytest.mark.parametrize("size", [100, 150, 200])
def test_the_whole_age_is_shown_where_there_is_room(qapp, size):
    theme.wear(qapp, theme.Look.LIGHT, size)
    line = StatusLine()
    line.resize(1440, line.sizeHint().height())
    line.show()
    for minute in range(60):
        words = f"Säkerhetskopia 12.{minute:02}, och på E:"
        line.show_backup(words)
        QTest.qWait(1)
        assert line.backup.seen() == words
    line.close()
