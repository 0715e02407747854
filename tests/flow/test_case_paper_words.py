"""What the journal, the letters and the lists of cases say, as it was written down.

The texts stand in tests/flow/views/papers; VANBOK_VIEWS=write writes them anew (see test_views).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop.domain.casework import Case, Document, Round
from desktop.domain.phases import BEFORE_DECISION, Phase
from desktop.flow import outbox
from desktop.flow.case_documents import documents_of
from desktop.flow.dossier import Choices, gather
from desktop.flow.exchange_view import exchange_of, people
from desktop.flow.journal import closing_journal, journal
from desktop.flow.journal_tracks import tracks
from desktop.flow.masking import Masking, hidden_words, masked_words
from desktop.flow.papers import completion_request, confirmation
from tests.flow import school_stage
from tests.flow.coordinator import ROWERS
from tests.flow.handed import handed, said
from tests.flow.papers_stage import RECEIVED
from tests.flow.telling import is_as_written, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.flow.picture import Picture
    from tests.flow.coordinator import Coordinator

LATER = date(2027, 2, 1)
CASES, SCHOOL_CASES = range(1, 18), range(1, 6)


def cases(it: Coordinator) -> list[Picture]:
    return [it.sees(each.id) for each in it.desk.store.find(Case, order="id")]


def written(name: str, *papers: Callable[[], object]) -> None:
    """Compare what papers say with what was written down."""
    is_as_written(f"papers/{name}", "\n".join(said(handed(each)) for each in papers))


def test_looking_at_papers_writes_nothing(full):
    head = full.head

    handed(lambda: journal(full.desk, full.sees(1)))

    assert full.head == head


def test_every_case_of_the_register_is_among_those_told_of(full, schools):
    assert [each.id for each in cases(full)] == list(CASES)
    assert [each.id for each in cases(schools)] == list(SCHOOL_CASES)


@pytest.mark.parametrize("case", CASES)
def test_the_journal_of_a_case(full, case):
    written(f"journals/{case:02}", lambda: journal(full.desk, full.sees(case)))


def test_a_year_later_the_journals_say_what_is_late(full):
    full.on(LATER)

    found = {each.case.number: tracks(each) for each in cases(full) if each.decision}
    is_as_written("papers/tracks_later", told(found))


@pytest.mark.parametrize("case", SCHOOL_CASES)
def test_the_journal_of_a_schools_case(schools, case):
    written(f"journals/school_{case:02}", lambda: journal(schools.desk, schools.sees(case)))


def test_the_last_line_of_a_journal_that_is_kept_is_the_closing(full):
    seen = next(each for each in cases(full) if each.case.phase is Phase.CARRIED_OUT)

    facts = handed(lambda: closing_journal(full.desk, seen, 2))

    last = facts.events[-1]
    assert (last.at, last.day, last.who) == (None, full.today, "Ebba Sagolin")
    assert last.what == "Ärendet avslutades."
    assert facts.closed
    assert dict(facts.head)["Läge"] == "Avslutat sedan 2026-03-02"
    assert facts.document_id == f"{full.desk.store.register_uuid}:2026-001:journal:closing:2"


def test_the_documents_of_every_case(full):
    shown = {
        seen.case.number: [f"{each.made_on} {each.title}" for each in documents_of(full.desk, seen)]
        for seen in cases(full)
    }

    is_as_written("papers/documents", told(shown))


@pytest.mark.parametrize("masks", [(), (Masking.ACCOUNTS,), tuple(Masking)])
def test_a_whole_case_is_gathered(full, masks):
    seen = full.sees(1)

    whole = gather(full.desk, seen, Choices(masks=frozenset(masks), originals=not masks))

    parts = {
        "masked": whole.contents.masked,
        "contents": said(whole.contents),
        "hidden": whole.hidden,
        "originals": whole.originals,
        "digests": [bool(each.sha256) for each in whole.journal.documents],
        "papers": [
            (each.title, each.name, each.media, each.day, each.ours) for each in whole.papers
        ],
    }
    is_as_written(f"papers/whole_{len(masks)}", told(parts))
    stored = full.desk.store
    kept = documents_of(full.desk, seen)
    assert [each.data for each in whole.papers] == [stored.content(each.id) for each in kept]
    assert [each.sha256 for each in whole.papers] == [each.sha256 for each in kept]


def test_what_is_hidden_in_every_case(full):
    shown = {
        seen.case.number: hidden_words(full.desk, seen, tuple(Masking)) for seen in cases(full)
    }

    is_as_written("papers/hidden", told(shown))


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ((), "personnummer"),
        (("contacts",), "kontaktpersoners namn, e-post och telefon samt personnummer"),
        (
            ("signatures", "accounts"),
            "kontonummer och kontering, namn på handläggare och ledamöter samt personnummer",
        ),
    ],
)
def test_what_is_masked_is_said_in_a_sentence(kinds, words):
    assert masked_words(Masking(each) for each in kinds) == words


def test_the_letters_about_an_application(full):
    started = [each for each in cases(full) if each.case.phase in BEFORE_DECISION]
    first = started[0]

    written(
        "about_applications",
        *(partial(confirmation, full.desk, seen) for seen in started),
        lambda: completion_request(full.desk, first, ["budget", "stadgar"], date(2026, 3, 20)),
    )


def test_the_letters_about_a_schools_application(schools):
    seen = cases(schools)[0]

    written("about_school_applications", lambda: confirmation(schools.desk, seen))


def test_the_sheet_of_a_round(full):
    asking = full.registers(2, purpose="konsert.", asked=9_000, costs=20_000)
    for case, more in (
        (RECEIVED, {}),
        (asking, {"proposal": 200, "deviation": "Hälften betalas av andra."}),
        (full.registers_base(3), {}),
    ):
        full.in_case(case, "add_to_round", **more)
    (found,) = full.desk.store.find(Round, "held_on is null")
    written("round", lambda: full.does("make_sheet", {"round": found.id}, meets_on="2026-03-20"))


def test_the_sheet_says_when_the_guideline_no_longer_counts(full):
    full.in_case(RECEIVED, "add_to_round")
    (found,) = full.desk.store.find(Round, "held_on is null")

    def sheet() -> bool:
        made = handed(lambda: full.does("make_sheet", {"round": found.id}, meets_on=None))
        return bool(made.lapsed)

    full.on(date(2026, 9, 30))
    before = sheet()
    full.on(date(2026, 10, 1))
    assert (before, sheet()) == (False, True)


def test_the_list_for_the_board(full):
    written("list", lambda: full.does("make_list"))


def test_the_proposal_to_the_board(schools):
    case = cases(schools)[0].id
    words = "Bra upplagt.\n\nResan är godkänd av rektor."

    written(
        "board",
        lambda: schools.in_case(
            case, "prepare_for_board", own_text=words, proposal=20_000, meeting_on="2026-04-01"
        ),
        lambda: schools.in_case(case, "prepare_for_board", own_text=words, proposal=0),
    )


def test_what_every_school_applies_for(schools):
    found = [exchange_of(each) for each in cases(schools)]

    shown = [(each, people(each), each.total) for each in found]
    is_as_written("papers/exchanges", told(shown))


def test_costs_of_other_kinds_and_a_journey_without_pupils(schools):
    lines = [
        {"cost_type": "travel", "detail": "tåg", "amount": 9_000},
        {"cost_type": "other", "detail": "gåvor", "amount": 1_000},
        {"cost_type": "lodging", "detail": "", "amount": 2_000},
    ]
    case = school_stage.applies(schools, lines=lines, pupils=None, asked=10_000)

    found = exchange_of(schools.sees(case))

    assert [(each.name, each.kind, each.named) for each in found.costs] == [
        ("tåg", "Resor", True),
        ("gåvor", "Annat", False),
        ("Logi", "", True),
    ]
    assert found.total == 12_000
    assert str(people(found)) == "2 i personalen"


@pytest.mark.parametrize(
    ("pupils", "staff", "words"),
    [
        (0, 0, ""),
        (1, 0, "1 elev"),
        (2, 0, "2 elever"),
        (0, 1, "1 i personalen"),
        (1, 3, "1 elev, 3 i personalen"),
    ],
)
def test_who_goes_is_said_in_numbers(schools, pupils, staff, words):
    found = exchange_of(cases(schools)[0])

    assert str(people(replace(found, pupils=pupils, staff=staff))) == words


def test_letters_that_nobody_has_sent(full):
    assert outbox.unsent_count(full.desk) == len(outbox.unsent(full.desk))
    is_as_written("papers/unsent", told(outbox.unsent(full.desk)))


def test_letters_of_one_applicant_are_ours_alone(full):
    mine = [each.id for each in cases(full) if each.association.id == ROWERS]
    full.in_case(
        mine[0], "attach_document", title="Bilaga", file={"name": "a.txt", "base64": "aGVq"}
    )

    full.in_case(RECEIVED, "withdraw", evidence="mejl", unbiased=True)
    found = outbox.letters_of(full.desk, mine)

    days = [(each.document.made_on, each.document.id) for each in found]
    assert days == sorted(days, reverse=True)
    ours = full.desk.store.find(Document, "outgoing = 1 and media = ?", outbox.PDF)
    assert {each.document.id for each in found} == {
        each.id for each in ours if each.case_id in mine
    }
    assert {each.party for each in found} == {"Roddklubben Sagofjorden"}
    waiting = {each.document.id for each in outbox.unsent(full.desk)}
    assert len(waiting) > 2
    ours_unsent = {each.document.id for each in found} & waiting
    assert {each.document.id for each in found if each.unsent} == ours_unsent != set()
