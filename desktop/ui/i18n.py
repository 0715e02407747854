"""Words in the chosen language: Swedish is written in the code, English comes from a catalogue."""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING

from desktop.paths import resources

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from desktop.domain.text import Text

LANGUAGES = {"sv": "Svenska", "en": "English"}
"""Code and own name of each language of the window."""


class _Catalogue:
    """The one language the window speaks now; gettext keeps such a thing per process too."""

    def __init__(self) -> None:
        self.language = "sv"
        self.translations: gettext.NullTranslations = gettext.NullTranslations()


_catalogue = _Catalogue()


def tr(words: str, /, **values: object) -> str:
    """Give the window's own Swedish words in the language in use, with named values."""
    said = _catalogue.translations.gettext(words) if words else ""
    return said.format(**values) if values else said


def shown(text: Text | None) -> str:
    """Give a Text of the domain in the language in use; nothing gives ""."""
    return "" if text is None else text.shown(tr)


def language() -> str:
    """Give the code of the language in use."""
    return _catalogue.language


def speak(code: str) -> None:
    """Use a language from now on; widgets made before keep their words."""
    path = resources() / "i18n" / f"{code}.mo"
    if path.is_file():
        with path.open("rb") as file:
            _catalogue.translations = gettext.GNUTranslations(file)
    else:
        _catalogue.translations = gettext.NullTranslations()
    _catalogue.language = code


def teach_qt(app: QCoreApplication) -> bool:
    """Load Qt's own texts (buttons of file and print dialogs) in the language in use."""
    from PySide6.QtCore import QLibraryInfo, QTranslator  # noqa: PLC0415 - not before first paint

    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    found = translator.load(f"qtbase_{_catalogue.language}", folder)
    return found and app.installTranslator(translator)
