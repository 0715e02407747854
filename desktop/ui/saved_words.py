"""What Ctrl+S answers: that all is saved, when that is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.i18n import tr
from desktop.ui.roles import Mark

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

TROUBLES = ("file.moved", "file.saving", "file.unread")
"""Keys of the bands that say that something is not saved."""


def saved_words(window: MainWindow) -> tuple[str, Mark]:
    """Keep what is typed, and say what is saved and what is not."""
    session = window.session
    drafts = session.preferences.drafts
    drafts.keep_all()
    if any(key in window.notices.bands for key in TROUBLES):
        kept = "" if drafts.failing else tr("Det du skriver är undanlagt på datorn.")
        words = tr("Det går inte att spara i registret just nu. Läs överst på sidan.")
        return f"{words} {kept}".strip(), Mark.STOP
    if drafts.typing():
        if drafts.failing:
            words = tr("Det du skriver i formuläret är inte sparat, och kan inte läggas undan.")
            return words, Mark.WARN
        return (
            tr("Det du skriver är undanlagt som utkast. Det sparas i registret av knappen."),
            Mark.INFO,
        )
    desk = session.desk
    if desk is not None and drafts.of_register(desk.store.register_uuid):
        words = tr("Det du har gjort är sparat. Det du bara har skrivit ligger kvar som utkast.")
        return words, Mark.INFO
    return tr("Allt är sparat. Varje åtgärd sparas när den görs."), Mark.INFO
