"""The fields of a guideline outside its rules: the document, forms of grant, visits, the work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.applicants import KIND_WORDS
from desktop.domain.cost_types import COST_WORDS
from desktop.domain.guideline_edit import free_key
from desktop.domain.rule_kind import NUMBERS, FigureField, FigureKind
from desktop.domain.text import Text, say
from desktop.domain.visit_words import PAYER_WORDS, UNIT_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.guideline_edit import Tree

TEXT, BOOL, COUNT = FigureKind.TEXT, FigureKind.BOOL, FigureKind.COUNT
CHOICE, CHOICES, MONTHS = FigureKind.CHOICE, FigureKind.CHOICES, FigureKind.MONTHS
DAY = FigureKind.DAY_OF_YEAR
NO_WORDS = Text("")
_MONTHS_UNIT = say("månader")


def _text(
    key: str, label: Text, words: Text | None = None, *, optional: bool = True
) -> FigureField:
    return FigureField(key=key, label=label, kind=TEXT, optional=optional, help=words or NO_WORDS)


def _yes(key: str, label: Text, *, default: bool = False) -> FigureField:
    return FigureField(key=key, label=label, kind=BOOL, default=default)


HEAD_FIELDS = (
    _text("title", say("Namn på dokumentet"), optional=False),
    _text("owner", say("Ansvarig")),
    _text(
        "committee",
        say("Kommitté som hörs"),
        say("I löpande text, till exempel internationella kommittén. Tomt om ingen hörs."),
    ),
    _text(
        "account_parts",
        say("Kontosträngens delar"),
        say("För kommunala skolor, med komma emellan. Tomt om ingen behövs."),
    ),
)
"""The document itself; who adopted it and when stands in the adoption."""

GOALS_FIELDS = (
    FigureField(
        key="minimum_goals",
        label=say("Minst så många i varje ansökan"),
        kind=COUNT,
        default=1,
        high=20,
    ),
)
"""What holds for the goals together."""

GOAL_FIELDS = (
    _text("short", say("Kort"), optional=False),
    _text("text", say("Som en mening i breven"), optional=False),
)
"""One goal or area."""

SCHEME_FIELDS = (
    _text("name", say("Namn"), optional=False),
    _text("definite", say("I löpande text"), say("Till exempel grundbidraget."), optional=False),
    _text("short", say("Kort"), optional=False),
    FigureField(
        key="applicants",
        label=say("Vem kan söka"),
        kind=CHOICES,
        default=["association"],
        choices=tuple((str(kind), words) for kind, words in KIND_WORDS.items()),
    ),
    _yes("activity", say("För en aktivitet med första och sista dag")),
    _yes("per_place", say("En egen pott för varje ort"), default=True),
    FigureField(
        key="decided_by",
        label=say("Vem beslutar"),
        kind=CHOICE,
        default="delegate",
        choices=(
            ("delegate", say("Handläggaren på delegation")),
            ("board", say("Nämnden själv")),
        ),
    ),
    _text("document", say("Eget regeldokument"), say("Tomt om reglerna står i riktlinjen.")),
)
"""A form of grant."""

TYPE_FIELDS = (
    _text("name", say("Vad ansökan kan gälla"), optional=False),
    _text("costs", say("Kostnader som räknas, med komma emellan"), optional=False),
)
"""What a form of grant can be applied for."""

VISITS_FIELDS = (
    FigureField(
        key="quota_per_period",
        label=say("Resor per ort och mandatperiod"),
        kind=COUNT,
        optional=True,
        high=99,
        help=say("Tomt för ingen kvot."),
    ),
    FigureField(
        key="report_months",
        label=say("Rapport om besök inom"),
        unit=_MONTHS_UNIT,
        kind=MONTHS,
        default=1,
        low=1,
        high=24,
    ),
    FigureField(
        key="ending_months",
        label=say("Överenskommelse går snart ut"),
        unit=say("månader före"),
        kind=MONTHS,
        default=6,
        low=1,
        high=36,
    ),
    _yes("council_period", say("Kvoten följer fullmäktiges mandatperiod")),
    _yes("project_outside", say("Resor på projektmedel räknas utanför kvoten"), default=True),
    _yes("near_first", say("Närliggande vänorter går först")),
    _yes("to_working_day", say("Rapportdag på en helg flyttas till vardag"), default=True),
    _yes("endless_warns", say("Varna för överenskommelser utan slut")),
)
"""Visits and agreements."""

LINE_FIELDS = (
    FigureField(
        key="payer",
        label=say("Vem betalar"),
        kind=CHOICE,
        choices=tuple((str(payer), words) for payer, words in PAYER_WORDS.items()),
    ),
    FigureField(
        key="guest_share",
        label=say("Gästens del"),
        unit=say("%"),
        kind=FigureKind.PERCENT,
        default=50,
        high=100,
    ),
    FigureField(
        key="ceiling_ore", label=say("Tak"), unit=say("kr"), kind=FigureKind.KR, optional=True
    ),
    FigureField(
        key="ceiling_unit",
        label=say("Taket räknas"),
        kind=CHOICE,
        default="",
        optional=True,
        choices=tuple((str(unit), words) for unit, words in UNIT_WORDS.items()),
    ),
)
"""Who pays one kind of cost at a visit."""

_BODIES = (("board", say("Nämnder")), ("office", say("Kontor")), ("company", say("Bolag")))
_SUBJECTS = (
    ("visit", say("Besök")),
    ("project", say("Projekt")),
    ("network", say("Nätverk")),
    ("grant", say("Ansökningar")),
)
_PROJECTS = (
    ("eu", say("EU-projekt")),
    ("aid", say("Biståndsprojekt")),
    ("other", say("Andra projekt")),
)


def _of(key: str, label: Text) -> FigureField:
    return FigureField(key=key, label=label, kind=CHOICES, default=[], choices=_BODIES)


WORK_FIELDS = (
    _text("areas_title", say("Vad områdena kallas"), say("Till exempel Prioriterade områden.")),
    FigureField(
        key="area_required",
        label=say("Område anges alltid för"),
        kind=CHOICES,
        default=[],
        choices=_SUBJECTS,
    ),
    _yes("agenda_goals", say("Mål i Agenda 2030 anges")),
    _yes("council_decides_twin_towns", say("Fullmäktige beslutar om vänorter")),
    _yes("documents", say("Styrdokument förs i ett register")),
)
"""What holds for the whole work."""

WORK_PARTS: tuple[tuple[str, Text, tuple[FigureField, ...]], ...] = (
    (
        "networks",
        say("Nätverk och medlemskap"),
        (
            FigureField(
                key="review_months",
                label=say("Omprövas efter"),
                unit=_MONTHS_UNIT,
                kind=MONTHS,
                default=24,
                low=1,
                high=120,
            ),
        ),
    ),
    (
        "projects",
        say("Projekt"),
        (
            FigureField(
                key="kinds",
                label=say("Slag"),
                kind=CHOICES,
                default=["eu", "aid", "other"],
                choices=_PROJECTS,
            ),
        ),
    ),
    ("plans", say("Handlingsplaner"), (_of("of", say("Görs av")),)),
    ("contacts", say("Kontaktpersoner"), (_of("of", say("Finns på")),)),
    (
        "follow_up",
        say("Årlig uppföljning"),
        (
            _of("asked", say("Frågas")),
            FigureField(key="answer_by", label=say("Svar senast"), kind=DAY, default="01-31"),
            FigureField(key="report_by", label=say("Rapport senast"), kind=DAY, default="02-28"),
            _text("reported_to", say("Rapporten går till")),
        ),
    ),
    (
        "review",
        say("Översyn av riktlinjen"),
        (
            FigureField(
                key="every",
                label=say("Hur ofta"),
                kind=CHOICE,
                default="mandate_period",
                choices=(("mandate_period", say("Varje mandatperiod")),),
            ),
        ),
    ),
)
"""Parts of the work that a guideline has or has not: key, words, fields."""

PART_DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "networks": {"review_months": 24},
    "projects": {"kinds": ["eu", "aid", "other"]},
    "plans": {"of": ["board", "company"]},
    "contacts": {"of": ["office"]},
    "follow_up": {
        "asked": ["board", "company", "office"],
        "answer_by": "01-31",
        "report_by": "02-28",
        "reported_to": "kommunstyrelsen",
    },
    "review": {"every": "mandate_period"},
}
"""What a part of the work begins with when it is taken in."""

ON_WORDS: Mapping[str, Text] = {
    "network": say("Nätverk"),
    "project": say("Projekt"),
    "plan": say("Handlingsplaner"),
    "contact": say("Kontaktpersoner"),
    "follow_up": say("Uppföljning"),
    "place": say("Orter"),
    "agreement": say("Överenskommelser"),
    "document": say("Styrdokument"),
    "visit": say("Besök"),
    "grant": say("Ansökningar"),
}
"""What a rule of the work is about."""

COSTS = tuple((str(kind), words) for kind, words in COST_WORDS.items())
"""Every kind of cost a visit has, in their order."""


KEPT_EMPTY = ("committee",)
"""Keys that every guideline has, with or without words."""


def taken_in(field: FigureField, written: object, before: object = None) -> object:
    """Give what a field's words become in the data; what cannot be read stays as it was written.

    An empty field is None, which takes the key away. `before` is what stood there.
    """
    if field.key == "account_parts":
        return listed(str(written)) or None
    if field.key == "costs" and field.kind is TEXT:
        return costs(str(written), before if isinstance(before, dict) else {})
    if isinstance(written, str) and not written.strip():
        kept = field.kind is TEXT and (not field.optional or field.key in KEPT_EMPTY)
        return "" if kept else None
    if field.kind in NUMBERS and isinstance(written, str):
        number = _number(written)
        times = 100 if field.key.endswith("_ore") and isinstance(number, int) else 1
        return number * times if isinstance(number, int) else number
    return written.strip() if isinstance(written, str) else written


def _number(written: str) -> int | str:
    words = written.lower().replace("kr", "").replace("%", "")
    figures = "".join(words.split())
    return int(figures) if figures.isascii() and figures.isdigit() else written.strip()


def shown_in(field: FigureField, value: object) -> object:
    """Give what a field shows of the data: the default where nothing stands."""
    if value is None:
        value = field.default
    if isinstance(value, dict) and field.key == "costs":
        return ", ".join(map(str, value.values()))
    if isinstance(value, list) and field.kind is TEXT:
        return ", ".join(map(str, value))
    if field.key.endswith("_ore") and isinstance(value, int):
        return value // 100
    return "" if value is None else value


def listed(words: str) -> list[str]:
    """Give the words between commas, or between strokes."""
    parts = (each.strip() for each in words.replace("/", ",").split(","))
    return [each for each in parts if each]


def costs(words: str, before: Tree) -> Tree:
    """Give types of cost by key; one that was there before keeps its key."""
    keys = {str(name): key for key, name in before.items()}
    found: Tree = {}
    for name in listed(words):
        found[keys.get(name) or free_key(name, found)] = name
    return found
