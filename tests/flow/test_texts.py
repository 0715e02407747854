"""The municipality's own letter texts: adopted, followed from their day, and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest

from db.change import Act, Insert, Update
from db.check import check
from db.errors import NotSaved
from desktop.domain.casework import Document
from desktop.domain.letter_text import in_force, next_version
from desktop.domain.problems import Refusal
from desktop.domain.registers import LetterText
from desktop.flow.run import run
from desktop.flow.steps.texts import EditLetterText, RestoreLetterText
from desktop.flow.steps.undo import TakeBack
from desktop.flow.text_trial import remarks_on, unreadable
from desktop.flow.texts import NAMES, history, text_of, text_on, texts_on
from desktop.letters.editing import read, with_head, with_words, write
from desktop.letters.template import builtin
from tests.flow.coordinator import CHOIR

HEADING = "Tack för er ansökan"


def reworded(heading=HEADING):
    """The confirmation with a heading of the municipality's own."""
    return write(with_head(read("confirmation", builtin("confirmation")), "heading", heading))


def adopt(coordinator, text=None, **more):
    return run(
        coordinator.desk,
        EditLetterText(**({"name": "confirmation", "text": text or reworded()} | more)),
    )


def confirmation(coordinator):
    """The words of a confirmation drawn today."""
    case = coordinator.registers(CHOIR)
    done = coordinator.in_case(case, "write_confirmation")
    return words(coordinator.desk.store.content(done.documents[0]))


def words(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def text(version, valid_from, words="x"):
    return LetterText(
        id=version,
        name="appeal",
        version=version,
        text=words,
        adopted_on=date(2026, 1, 1),
        valid_from=valid_from,
    )


def test_the_latest_that_has_begun_counts():
    first, second = text(1, date(2026, 1, 1)), text(2, date(2026, 6, 1))

    assert in_force([first, second], "appeal", date(2026, 5, 31)) == first
    assert in_force([first, second], "appeal", date(2026, 6, 1)) == second
    assert in_force([first, second], "appeal", date(2025, 12, 31)) is None
    assert in_force([first, second], "conditions", date(2026, 6, 1)) is None


def test_of_two_from_the_same_day_the_last_adopted_counts():
    first, second = text(1, date(2026, 1, 1)), text(2, date(2026, 1, 1))

    assert in_force([second, first], "appeal", date(2026, 1, 1)) == second


def test_an_empty_text_follows_the_program_again():
    texts = [text(1, date(2026, 1, 1)), text(2, date(2026, 2, 1), "")]

    assert in_force(texts, "appeal", date(2026, 3, 1)) is None
    assert next_version(texts, "appeal") == 3
    assert next_version(texts, "conditions") == 1


def test_a_letter_is_written_with_the_adopted_text(coordinator):
    before = confirmation(coordinator)

    adopt(coordinator)

    assert HEADING not in before
    assert HEADING in confirmation(coordinator)


def test_a_text_counts_from_its_day(coordinator):
    later = coordinator.today + timedelta(days=3)

    adopt(coordinator, valid_from=later)

    assert HEADING not in confirmation(coordinator)
    coordinator.on(later)
    assert HEADING in confirmation(coordinator)


def test_a_letter_already_drawn_never_changes(coordinator):
    confirmation(coordinator)
    store = coordinator.desk.store
    before = {each.id: store.content(each.id) for each in store.find(Document)}

    adopt(coordinator)

    assert {key: store.content(key) for key in before} == before
    assert check(store) == []


def test_a_shared_text_is_followed_by_every_decision(coordinator):
    wording = read("conditions", builtin("conditions"))
    mine = write(with_words(wording, (4,), 0, "{called_capital} ska spara alla kvitton i tio år."))

    adopt(coordinator, mine, name="conditions")

    assert texts_on(coordinator.desk, coordinator.today) == {"conditions": mine}


def test_a_day_that_has_been_is_refused(coordinator):
    with pytest.raises(Refusal, match="har redan varit"):
        adopt(coordinator, valid_from=coordinator.today - timedelta(days=1))


def test_the_text_that_counts_is_not_adopted_twice(coordinator):
    adopt(coordinator)

    with pytest.raises(Refusal, match="redan den som gäller"):
        adopt(coordinator)


def test_a_text_that_would_not_hold_is_refused(coordinator):
    bad = builtin("appeal").replace("{court_address}", "rätten")

    with pytest.raises(Refusal, match="Domstolens adress"):
        adopt(coordinator, bad, name="appeal")

    assert history(coordinator.desk, "appeal")[0].version == 0


def test_a_doubtful_text_wants_a_reason_that_is_kept(coordinator):
    doubtful = reworded("Härmed bekräftas er ansökan")

    with pytest.raises(Refusal, match="skriv skälet"):
        adopt(coordinator, doubtful)
    outcome = adopt(coordinator, doubtful, note="Nämnden vill ha det så.")

    assert "Nämnden vill ha det så." in outcome.event.reason
    assert "Härmed" in outcome.event.reason
    assert history(coordinator.desk, "confirmation")[0].note == "Nämnden vill ha det så."


def test_going_back_is_a_new_version(coordinator):
    adopt(coordinator)
    run(coordinator.desk, RestoreLetterText(name="confirmation"))

    assert text_on(coordinator.desk, "confirmation", coordinator.today) == builtin("confirmation")

    run(coordinator.desk, RestoreLetterText(name="confirmation", version=1, note="Ändrade oss."))

    assert text_on(coordinator.desk, "confirmation", coordinator.today) == reworded()
    seen = history(coordinator.desk, "confirmation")
    assert [(each.version, each.counts, each.own) for each in seen] == [
        (3, True, True),
        (2, False, False),
        (1, False, True),
        (0, False, False),
    ]
    assert seen[0].note == "Ändrade oss."
    assert seen[0].officer == "Ebba Sagolin"


@pytest.mark.parametrize(("version", "words"), [(0, "gäller redan"), (7, "finns inte")])
def test_a_version_that_counts_or_is_none_is_refused(coordinator, version, words):
    with pytest.raises(Refusal, match=words):
        run(coordinator.desk, RestoreLetterText(name="confirmation", version=version))


def test_an_adoption_can_be_taken_back_and_its_number_is_not_used_again(coordinator):
    outcome = adopt(coordinator)

    run(coordinator.desk, TakeBack(event_id=outcome.event.id))

    assert texts_on(coordinator.desk, coordinator.today) == {}
    assert text_of(coordinator.desk, "confirmation", 1) is None
    adopt(coordinator)
    assert history(coordinator.desk, "confirmation")[0].version == 2
    assert check(coordinator.desk.store) == []


def test_an_adopted_text_cannot_be_changed(coordinator):
    adopt(coordinator)
    store = coordinator.desk.store
    (row,) = store.find(LetterText)

    with pytest.raises(NotSaved, match="ändras aldrig"):
        slip_in(coordinator, Update(row, replace(row, text="annan")))


def test_the_check_reads_every_adopted_text(coordinator):
    adopt(coordinator)
    assert list(unreadable(coordinator.desk)) == []

    row = LetterText(
        id=coordinator.desk.store.next_id(LetterText),
        name="appeal",
        version=1,
        text="[[block",
        adopted_on=coordinator.today,
        valid_from=coordinator.today,
    )
    slip_in(coordinator, Insert(row))

    (found,) = unreadable(coordinator.desk)
    assert "Så överklagar man, version 1: Texten – går inte att läsa" in str(found)


def slip_in(coordinator, change):
    """Write past the acts, as an older program or another could have."""
    act = Act(
        uuid="00000000-0000-4000-8000-999999999999",
        name="x",
        at=coordinator.desk.clock(),
        officer="",
        command="{}",
        subjects=(),
        text="x",
        changes=(change,),
    )
    coordinator.desk.store.commit(act, lambda *_: None)


@pytest.mark.parametrize("name", NAMES)
def test_the_programs_own_texts_can_be_adopted_here(coordinator, name):
    assert remarks_on(coordinator.desk, name, builtin(name)) == ()
