"""The pages of the registers, the guideline and the settings, for the catalogue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.text import say
from desktop.ui.offering import offered, where
from desktop.ui.page import New, PageEntry, Place, Route
from desktop.ui.roles import Mark

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.ui.page import Page
    from desktop.ui.session import Session

# Each factory imports its page itself, so that a page costs nothing before it is shown.


def _places(session: Session) -> Page:
    from desktop.ui.pages.orter import PlacesPage  # noqa: PLC0415

    return PlacesPage(session)


def _place(session: Session) -> Page:
    from desktop.ui.pages.ort import PlacePage  # noqa: PLC0415

    return PlacePage(session)


def _associations(session: Session) -> Page:
    from desktop.ui.pages.foreningar import AssociationsPage  # noqa: PLC0415

    return AssociationsPage(session)


def _association(session: Session) -> Page:
    from desktop.ui.pages.forening import AssociationPage  # noqa: PLC0415

    return AssociationPage(session)


def _guidelines(session: Session) -> Page:
    from desktop.ui.pages.riktlinjer import GuidelinesPage  # noqa: PLC0415

    return GuidelinesPage(session)


def _edit(session: Session) -> Page:
    from desktop.ui.pages.riktlinje_andra import EditPage  # noqa: PLC0415

    return EditPage(session)


def _settings(session: Session) -> Page:
    from desktop.ui.pages.installningar import SettingsPage  # noqa: PLC0415

    return SettingsPage(session)


def _texts(session: Session) -> Page:
    from desktop.ui.pages.brevtexter import TextsPage  # noqa: PLC0415

    return TextsPage(session)


def _backups(session: Session) -> Page:
    from desktop.ui.pages.sakerhetskopior import BackupsPage  # noqa: PLC0415

    return BackupsPage(session)


def _check(session: Session) -> Page:
    from desktop.ui.pages.kontroll import CheckPage  # noqa: PLC0415

    return CheckPage(session)


def _beside(session: Session) -> Page:
    from desktop.ui.pages.bredvid import BesidePage  # noqa: PLC0415

    return BesidePage(session)


def _start(session: Session) -> Page:
    from desktop.ui.pages.start import StartPage  # noqa: PLC0415

    return StartPage(session)


def _trouble(session: Session) -> Page:
    from desktop.ui.pages.skadad import TroublePage  # noqa: PLC0415

    return TroublePage(session)


def _lapsed(desk: Desk) -> Mark | None:
    """Give the triangle while the guideline in force has lapsed, or is another municipality's."""
    it = desk.in_force()[1]
    return Mark.WARN if it.copied_from or it.lapsed(desk.today) else None


def _has_texts(desk: Desk) -> bool:
    """Say whether there is any letter or text to edit."""
    from desktop.flow.offered import text_offered  # noqa: PLC0415
    from desktop.flow.texts import NAMES  # noqa: PLC0415

    return any(text_offered(offered(desk), name) for name in NAMES)


def _applicants(entry: PageEntry, desk: Desk) -> PageEntry:
    """Call the page Sökande where schools apply, and offer what the guideline has."""
    if not offered(desk).schools:
        return entry
    school = New(word=say("Skola"), route=Route(page="forening", act="add_school"))
    news = (*entry.news, school) if offered(desk).associations else (school,)
    return replace(entry, word=say("Sökande"), news=news)


REGISTER_PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        key="orter",
        word=say("Orter"),
        icon="orter",
        factory=_places,
        news=(New(word=say("Ort"), route=Route(page="ort", act="add_place")),),
    ),
    PageEntry(key="ort", word=say("Ort"), factory=_place, place=Place.UNDER, under="orter"),
    PageEntry(
        key="foreningar",
        word=say("Föreningar"),
        icon="foreningar",
        factory=_associations,
        news=(New(word=say("Förening"), route=Route(page="forening", act="add_association")),),
        visible=where("applicants"),
        suited=_applicants,
    ),
    PageEntry(
        key="forening",
        word=say("Förening"),
        factory=_association,
        place=Place.UNDER,
        under="foreningar",
        visible=where("applicants"),
    ),
)
"""Places and associations."""

BELOW_PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        key="riktlinjer",
        word=say("Riktlinjer"),
        icon="riktlinjer",
        factory=_guidelines,
        place=Place.BELOW,
        mark=_lapsed,
    ),
    PageEntry(
        key="riktlinje_andra",
        word=say("Ändra riktlinjen"),
        factory=_edit,
        place=Place.UNDER,
        under="riktlinjer",
    ),
    PageEntry(
        key="installningar",
        word=say("Inställningar"),
        icon="installningar",
        factory=_settings,
        place=Place.BELOW,
    ),
    PageEntry(
        key="brevtexter",
        word=say("Brevtexter"),
        factory=_texts,
        place=Place.UNDER,
        under="installningar",
        visible=_has_texts,
    ),
    PageEntry(
        key="sakerhetskopior",
        word=say("Säkerhetskopior"),
        factory=_backups,
        place=Place.UNDER,
        under="installningar",
    ),
    PageEntry(
        key="kontroll",
        word=say("Kontrollera registret"),
        factory=_check,
        place=Place.UNDER,
        under="installningar",
    ),
    PageEntry(
        key="bredvid",
        word=say("Andra versioner bredvid registret"),
        factory=_beside,
        place=Place.UNDER,
        under="installningar",
    ),
)
"""The guideline and the settings."""

ALONE_PAGES: tuple[PageEntry, ...] = (
    PageEntry(key="start", word=say("Nytt register"), factory=_start, place=Place.ALONE),
    PageEntry(key="skadad", word=say("Filen"), factory=_trouble, place=Place.ALONE),
)
"""When no register is open."""
