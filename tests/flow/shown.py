"""What is told of a register besides the views of test_views: single things, choices, the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop import library
from desktop.domain.casework import Case
from desktop.domain.guideline import parse
from desktop.domain.registers import Association, Place
from desktop.domain.text import Text, say
from desktop.domain.visiting import Visit
from desktop.flow import (
    agreement_view,
    associations,
    bodies,
    budget_facts,
    budget_view,
    case_list,
    contact_view,
    deadline_facts,
    document_view,
    event_log,
    follow_up_next,
    follow_up_view,
    guidelines,
    headlines,
    ledger,
    network_view,
    offered,
    plan_view,
    project_view,
    sample,
    thrown_away,
    today,
    verdicts,
    visit_facts,
    visit_next,
    visit_place,
    what_if,
)
from desktop.flow.ask import Ask, Kind
from desktop.flow.event_words import traces
from desktop.flow.lapsing import lapsed_words
from desktop.flow.next_act import next_act, next_words, other_acts
from desktop.flow.options import _REGISTERS, options, reasons_for
from desktop.flow.picture import picture
from desktop.flow.search import load_words, search
from desktop.flow.visit_picture import visit_picture
from desktop.flow.waiting import label, waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.flow.desk import Desk
    from desktop.flow.search_hits import Found

SOURCES = ("schemes", "application_types", "cost_types", "goals", "reasons", "municipalities")
BULKY = ("facts", "guideline", "rules", "draft", "snapshot", "documents")
"""Properties that other texts tell."""


def whole(it: object, *left_out: str) -> dict[str, Any]:
    """Give what an object says of itself besides its fields: everything it works out."""
    named = [
        (name, each)
        for kind in reversed(type(it).__mro__)
        for name, each in vars(kind).items()
        if not name.startswith("_")
    ]
    worked = [
        name for name, each in named if isinstance(each, property) or hasattr(each, "attrname")
    ]
    known = {name: getattr(it, name) for name in dict.fromkeys(worked)}
    return {
        name: each
        for name, each in known.items()
        if name not in BULKY and name not in left_out and each not in (None, "", (), False)
    }


def both(them: Iterable[object], *left_out: str) -> list[object]:
    """Give each with what it works out after it."""
    return [part for it in them for part in (it, whole(it, *left_out))]


def _cases(desk: Desk) -> list[object]:
    found: list[object] = []
    for each in desk.store.find(Case):
        seen = picture(desk, each.id)
        acts = [step.name for step in other_acts(seen)]
        mark = label(waiting(seen), seen.case.phase, desk.today)
        found += [
            {each.number: [next_act(seen), next_words(seen), mark, *acts]},
            whole(seen, "association", "place", "scheme", "application", "limits", "findings"),
        ]
    return found


def _visits(desk: Desk) -> list[object]:
    found: list[object] = []
    for each in desk.store.find(Visit):
        seen = visit_picture(desk, each.id)
        acts = [step.name for step in visit_next.other_visit_acts(seen)]
        words = visit_next.next_visit_words(seen)
        found += [
            {
                each.number: [
                    visit_next.visit_next(seen),
                    words,
                    visit_next.visit_label(seen),
                    *acts,
                ]
            },
            whole(seen, "place", "visit"),
        ]
    return found


def _follow_ups(desk: Desk) -> list[object]:
    found: list[object] = []
    for year in range(2023, 2028):
        seen = follow_up_view.follow_up(desk, year)
        acts = [step.name for step in follow_up_next.other_follow_up_acts(seen)]
        now = follow_up_next.follow_up_next(seen), follow_up_next.follow_up_next_words(seen)
        out = ("asked", "bodies", "answered", "missing", "unsent", "excused")
        found += [{year: [*now, *acts]}, whole(seen, "terms", "report", *out)]
        found += [[each.name, whole(each, "id", "name")] for each in seen.asked]
    years = follow_up_view.follow_up_years(desk), follow_up_view.latest_year(desk)
    return [*found, *years, follow_up_view.first_year(desk)]


def _choices(desk: Desk) -> dict[str, object]:
    asked = {name: Ask(label=say(""), kind=Kind.REF, ref=name) for name in _REGISTERS}
    asked |= {name: Ask(label=say(""), kind=Kind.CHOICE, source=name) for name in SOURCES}
    seen = picture(desk, desk.store.find(Case)[0].id)
    stops = Ask(label=say(""), kind=Kind.CHOICE, source="gate_rules")
    return {
        **{name: dict(options(desk, each)) for name, each in asked.items()},
        "stops of a case": dict(options(desk, stops, seen)),
        "reasons of a case": dict(reasons_for(desk, seen)),
        "reasons to reject it": dict(reasons_for(desk, seen, "rejected")),
        "reasons to dismiss": dict(reasons_for(desk, None, "dismissed")),
    }


def _orders(desk: Desk) -> dict[str, object]:
    return {
        f"{column}{' descending' if down else ''}": str(
            case_list.in_order(desk, column, descending=down)
        )
        for column in case_list._COLUMNS
        for down in (False, True)
    } | {
        "urgent first": str(case_list.urgent_first(desk, range(1, 17))),
        "count": case_list.case_count(desk),
        **{name: case_list.group(desk, name) for name in ("mine", "others", "closed")},
        "next": [case_list.next_step(desk, each.id) for each in desk.store.find(Case)],
    }


def _standings(desk: Desk) -> list[str]:
    """Give how each act stands, the newest first, and the first words of what holds it."""
    undoings = event_log.Undoings(desk.store)
    found = []
    for row in event_log.read_rows(desk.store, range(desk.store.last_event_id, 0, -1)):
        stands = verdicts.verdict(desk, row, undoings)
        what = f"{row.id} {row.name}: {stands.standing} {stands.may}"
        held = f" by {stands.hindrance.event_id}" if stands.hindrance else ""
        why = f" – {stands.problem.text}"[:90] if stands.problem else ""
        found.append(f"{what}{held}{why}")
    return found


def _traces(desk: Desk) -> list[object]:
    """Give what the first act of each kind changed."""
    events = {each.name: each for each in desk.store.events(limit=10_000)}
    return [
        {f"{name}, {event_log.group_of(name)}": traces(desk, event)}
        for name, event in sorted(events.items())
    ]


def _warned(desk: Desk, place: Place) -> tuple[Text, ...]:
    seen = agreement_view.place_agreement(desk, place.id)
    return visit_place.agreement_warnings(desk, place, seen)


def _agreement(seen: agreement_view.AgreementPicture) -> list[object]:
    # The rules are the guideline's, and not told again.
    bare = replace(seen, lines=(), rules=None, others=())  # type: ignore[arg-type]
    drawn = [each.title for each in seen.drawn]
    return [bare, len(seen.lines), drawn, whole(seen, "draft", "agreement")]


ASKED = (
    "trollsländan",
    "trollslandan",
    "Vinterkonsert körsällskapet",
    "2026-001",
    "konsert 2026",
    "b 2026-03",
    "grindavik",
    "brahestad",
    "island",
    "P8",
    "verksamhetsberättelse",
    "2026-03-02",
    "fritid",
    "påhitt",
    "pahitt",
    "påhittade nämnden",
    "sagofonden",
    "ylva",
    "policy",
    "lokal",
    "beslut 1/2026",
    "jona",
    "Jóna Tilbúinsdóttir",
    "lära av",
    "ungdomsutbyten",
    "mål",
    "bussen",
    "billigare",
    "sagofjordn",
    "500",
    "ansökan",
    "2025",
    "norge",
    "webbmöte",
    "översyn",
)
"""Words, numbers, days; with and without the marks of the letters, and misspelt."""


def _found(desk: Desk) -> list[object]:
    words = load_words(desk.store.path)
    found: list[object] = []
    for text in ASKED:
        groups = search(desk, text, words)
        lines = [
            f"{each.key} {each.rank}{' more' if each.more else ''}: "
            + " | ".join(" · ".join(map(str, _line(hit))) for hit in each.hits)
            for each in groups
        ]
        found.append({f"”{text}”": lines})
    return found


def _line(hit: Found) -> list[object]:
    parts = (hit.subject, hit.title, hit.detail, hit.part, hit.snippet)
    return [each for each in parts if str(each)]


NARROWED: tuple[dict[str, Any], ...] = (
    {},
    {"group": "mine"},
    {"group": "others"},
    {"group": "closed"},
    {"text": "konsert"},
    {"text": "sago konsert"},
    {"text": "konsert", "group": "mine", "scheme": "activity_grant"},
    {"year": 2026, "place": "Grindavík", "scheme": "base_grant"},
    {"year": 2025},
    {"place": "Kandalaksja"},
    {"text": "  "},
)


def _narrowed(desk: Desk) -> dict[str, str]:
    found = {}
    for each in NARROWED:
        asked = case_list.Asked(**each)
        by = {
            column: case_list.first_by_sql(desk, asked, 12, column, descending=down)
            for column, down in (("state", False), ("number", True), ("applicant", False))
        }
        found[str(each)] = " ".join(f"{name} {ids}" for name, ids in by.items())
    return found


def _said(desk: Desk) -> list[object]:
    """Give each guideline of the library as its pages tell it."""
    found: list[object] = []
    for ready in library.municipalities():
        guideline = parse(ready.guideline)
        parts = [
            [part.key, part.title, *(each.rule.id for each in part.rules)]
            for part in guidelines.sections(guideline)
        ]
        lines = [f"{each.rule} {each.lead}: {each.text}" for each in headlines.headlines(guideline)]
        last = guideline.valid_to or desk.today
        lapsed = [
            lapsed_words(guideline, day) for day in (last, date.fromordinal(last.toordinal() + 1))
        ]
        found.append([ready.name, guidelines.validity(guideline), *parts, lines, *lapsed])
    return found


TOLD: dict[str, Callable[[Desk], object]] = {
    "agreements": lambda desk: [
        [_agreement(each) for each in agreement_view.agreement_pictures(desk)],
        [
            [
                place.name,
                visit_place.agreement_warnings(
                    desk, place, agreement_view.place_agreement(desk, place.id)
                ),
            ]
            for place in desk.store.find(Place)
        ],
    ],
    "associations": lambda desk: [
        both(associations.association_rows(desk)),
        both(
            [
                replace(associations.association_view(desk, each.id), events=(), letters=())
                for each in desk.store.find(Association)
            ]
        ),
    ],
    "association_papers": lambda desk: [
        [
            [(each.title, each.made_on) for each in seen.letters]
            + [each.text for each in seen.events]
            for seen in [
                associations.association_view(desk, each.id)
                for each in desk.store.find(Association)
            ]
        ]
    ],
    "bodies": lambda desk: [
        *both(contact_view.body_list(desk, ended=True), "plans"),
        contact_view.contact_list(desk),
        contact_view.without_contact(desk),
        [each.name for each in bodies.all_bodies(desk).values()],
    ],
    "budget_facts": lambda desk: budget_facts.budget_facts(desk, 2026),
    "budget_facts_then": lambda desk: [
        budget_facts.budget_facts(desk, 2026, date(2026, 1, 31)),
        budget_view.periods(desk),
        ledger.case_lines(desk, 0, 2026),
        ledger.returned(desk, 2023, 2026),
    ],
    "case_acts": _cases,
    "case_orders": _orders,
    "cases_narrowed": _narrowed,
    "choices": _choices,
    "follow_ups": _follow_ups,
    "found": _found,
    "governing": lambda desk: [
        *both(document_view.governing_list(desk)),
        document_view.guideline_review(desk),
    ],
    "guidelines_said": _said,
    "lead_times": lambda desk: [
        both(deadline_facts.all_deadlines(desk), "fact"),
        deadline_facts.lead_times(desk),
    ],
    "log": lambda desk: event_log.read_rows(desk.store, [1, 60, 90, 130, 999, 2]),
    "log_standings": _standings,
    "log_traces": _traces,
    "networks": lambda desk: [
        *both(network_view.network_list(desk)),
        network_view.network_fees(network_view.network_list(desk)),
    ],
    "offered": lambda desk: [offered.offered(desk), offered.begun(desk)],
    "plans": lambda desk: [
        *both(plan_view.plan_list(desk, 2025)),
        *both(plan_view.plan_list(desk)),
        *both(plan_view.plans_of(desk, 1)),
        plan_view.plan_years(desk),
    ],
    "projects": lambda desk: both(
        [project_view.project_picture(desk, each.id) for each in project_view.project_list(desk)]
    ),
    "reasons": lambda desk: {
        "values": sample.sample_values(desk),
        "filled": sample.sample(desk, "{called_capital} fick {granted} av {asked}. {unknown}"),
    },
    "thrown_away": lambda desk: list(thrown_away.thrown_away(desk)),
    "today_of_all": lambda desk: [
        today.today(desk).count,
        today.groups(desk),
        [f"{each.number}/{each.year}" for each in today.open_rounds(desk)],
    ],
    "versions": lambda desk: [
        guidelines.version_list(desk),
        guidelines.followers(desk, 1),
        [guidelines.validity(each.guideline) for each in guidelines.version_list(desk)],
    ],
    "visit_acts": _visits,
    "visit_facts": lambda desk: [
        [each.number, visit_facts.judged(desk, each)] for each in visit_facts.all_visits(desk)
    ],
    "what_ifs": lambda desk: both(
        [what_if.what_ifs(desk, 2026), *what_if.what_ifs(desk, 2026).columns]
    ),
}
