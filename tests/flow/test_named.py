"""What rows are called, what they are like, what can be chosen, and how files are kept."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.casework import Document, Summary
from desktop.domain.rule import Finding, Limit, Part, Status
from desktop.domain.text import plain, say
from desktop.domain.visiting import Visit
from desktop.flow import options
from desktop.flow.ask import Ask, File, Kind
from desktop.flow.back_then import rewound
from desktop.flow.deadlines import subject_exists, subject_of
from desktop.flow.established import KINDS, Known, established
from desktop.flow.filing import file_away, keep_letter
from desktop.flow.row_words import bare_name, belonged_to, cut, name_of
from desktop.flow.similar import Like, alike, field_of, names_of, similar
from desktop.flow.snapshot import findings_of, frozen, limits_of
from desktop.flow.work import Work

# Names

KNOWN_TOWNS = ("Raahe", "Rana")


def test_other_names_of_a_town_leave_itself_out():
    assert names_of("Brahestad") == ("Raahe",)
    assert names_of("raahe") == ("Brahestad",)
    assert names_of("Sagostad") == ()


def test_a_likeness_says_the_other_name():
    known = established_like("Raahe")

    assert str(Like(known=known, score=90.0).words) == "Raahe"
    assert str(Like(known=known, score=90.0, other_name="Brahestad").words) == "Raahe (Brahestad)"


def established_like(name, key=1):
    return Known(kind="place", id=key, name=name)


@pytest.mark.parametrize(
    ("typed", "names", "found"),
    [
        ("Ab", ["Abc"], []),
        ("Abc", ["Abc"], ["Abc"]),
        ("A b", ["Ab c"], []),
        ("Sagofjord", ["Sagofjorden", "Fjorden Saga", "Sagofjord"], ["Sagofjord", "Sagofjorden"]),
        ("Vänner", ["Nya vänner", "Gamla vänner", "Vänner AB", "Vänner"], None),
        ("Föreningen", ["Föreningen"], ["Föreningen"]),
        ("xyz", ["abc"], []),
    ],
)
def test_the_likest_stand_first(typed, names, found):
    known = [established_like(name, at) for at, name in enumerate(names)]

    told = [each.known.name for each in alike(typed, known)]

    assert told == found if found is not None else (told[0], len(told)) == ("Vänner", 3)


def test_equally_like_stand_by_name_and_then_by_id():
    known = [established_like("Nya Sago", 2), established_like("Nya Sago", 1)]

    assert [each.known.id for each in alike("Sago", known)] == [1, 2]
    assert [each.score for each in alike("Sago", known)] == [90.0, 90.0]


def test_a_long_word_in_common_is_enough_and_a_short_one_is_not():
    def score(typed, name):
        return [each.score for each in alike(typed, [established_like(name)])]

    assert score("Kvartetten Lavafält", "Stora gamla teatersällskapet Lavafält") == [85.0]
    assert score("Kvartetten Sagan", "Stora gamla teatersällskapet Sagan") == []


@pytest.mark.parametrize(
    ("act", "kind", "name"),
    [
        ("add_place", "place", "Grindavik"),
        ("add_association", "association", "Trollsländan"),
        ("register_contact_person", "body", "Eskil Dikt"),
        ("register_contact_person", "association", "Åke Ägir"),
        ("register_body", "body", "Sagobolaget"),
        ("register_network", "network", "Ängsnätverket"),
        ("register_project", "project", "Pågående"),
    ],
)
def test_a_new_name_is_compared_with_its_kind(autumn, act, kind, name):
    assert similar(autumn, act, name)[0].known.kind == kind


def test_other_acts_compare_nothing(autumn):
    assert similar(autumn, "add_note", "Grindavik") == []
    assert (field_of("add_place"), field_of("register_school_application")) == (
        "name",
        "destination",
    )


def test_what_is_compared_with_says_what_tells_it_from_others(autumn):
    details = {
        kind: {each.name: each.detail for each in established(autumn, kind)}
        for kind in set(KINDS.values())
    }

    assert details["place"]["Grindavík"] == "vänort, Island"
    assert details["place"]["Påhittköping"] == "vänort"
    assert details["association"]["Körsällskapet Trollsländan"] == "Greta Visström"
    assert details["contact"]["Eskil Dikt"] == "utredare, Påhittskontoret"
    assert details["contact"]["Ylva Påhittad"] == "Påhittskontoret"
    assert details["contact"]["Greta Visström"] == "Körsällskapet Trollsländan"
    assert details["project"]["Beviljat"] == "Nordplus"
    assert details["network"]["Nätverket Påhitt"] == "lära av andra"
    assert set(details["body"].values()) == {""}


# Choices


def chosen(desk, subject=None, **asked):
    return options.options(desk, Ask(label=say(""), kind=Kind.CHOICE, **asked), subject)


def test_a_field_with_its_own_choices_has_no_others(stage):
    own = (("a", say("A")),)

    assert chosen(stage.desk, choices=own, ref="place") == list(own)
    assert chosen(stage.desk, ref="nothing") == chosen(stage.desk, source="nothing") == []
    assert chosen(stage.desk) == []


def test_what_is_done_or_ended_is_no_choice(autumn):
    assert "Boka lokal" not in [str(words) for _, words in chosen(autumn, ref="note")]
    assert "Gamla bolaget AB" not in [str(words) for _, words in chosen(autumn, ref="body")]


def test_a_case_as_a_choice_has_its_number_and_name(stage):
    (case,) = stage.desk.store.summaries([3])

    assert isinstance(case, Summary)
    assert str(options.label_of(case)) == "2026-003 Roddklubben Sagofjorden"


# Rows and subjects


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("case:3", ("case", 3)),
        ("case:12345678901", ("case", 12345678901)),
        ("case:123456789012", ("", 0)),
        ("case:", ("", 0)),
        ("case:-1", ("", 0)),
        ("case:٣", ("", 0)),
        ("sak:3", ("", 0)),
        ("", ("", 0)),
    ],
)
def test_a_subject_is_read(words, subject):
    assert subject_of(words) == subject


def test_a_subject_exists_or_not(autumn):
    found = [subject_exists(autumn, each) for each in ("case:3", "case:999", "sak:3", "place:6")]

    assert found == [True, False, False, False]


def test_a_name_is_cut_to_a_line():
    assert cut(None) == ""
    assert cut("a\n b") == "a b"
    assert cut("a" * 80) == "a" * 80
    assert cut("a" * 79 + " bc") == "a" * 79 + "…"


def test_a_row_is_named_by_kind_and_name(autumn):
    def name(table, key):
        return str(name_of(autumn, table, key)).replace("\u00a0", " ")

    assert name("place", 2) == "Ort Grindavík"
    assert name("follow_up_asked", 1) == "Svar i uppföljningen Påhittade kulturnämnden"
    assert name("visit_people", 2) == "Deltagare tjänsteperson"
    assert name("visit_people", 1) == "Deltagare Jóna Tilbúinsdóttir"
    assert name("place", 999) == "Ort"
    assert name("no_table", 1) == "Uppgift"
    assert name("application", 1) == "Ansökan"
    assert bare_name(autumn, "budget_period", 1) == "2023–2026"


def test_a_row_belongs_to_the_rows_that_people_name(autumn):
    assert belonged_to(autumn, "plan_goal", 1) == [("action_plan", 1)]
    assert set(belonged_to(autumn, "grant_case", 1)) == {("association", 1), ("place", 2)}
    assert belonged_to(autumn, "place", 2) == []


def test_rows_are_given_as_they_stood_when_a_day_ended(autumn):
    rows = autumn.store.find(Visit, everything=True)

    def stage(day, key, **more):
        about = [("visit", each.id) for each in rows]
        found = {each.id: each for each in rewound(autumn, rows, about, day, **more)}
        return str(found[key].stage) if key in found else None

    assert stage(date(2026, 10, 1), 7) == "reported"
    assert stage(date(2026, 5, 10), 7) == "closed"
    assert stage(date(2026, 3, 1), 7) is None
    assert stage(date(2026, 3, 1), 7, from_start=True) == "idea"
    assert rewound(autumn, [], [], date(2026, 3, 1)) == []


# Files


@pytest.mark.parametrize(
    ("name", "suffix", "media"),
    [
        ("brev.PDF", ".pdf", "application/pdf"),
        ("bild.jpeg", ".jpeg", "image/jpeg"),
        ("lista.csv", ".csv", "text/csv"),
        ("program.exe", ".bin", "application/octet-stream"),
        ("utan", ".bin", "application/octet-stream"),
        ("sida.html", ".bin", "application/octet-stream"),
    ],
)
def test_a_file_is_kept_under_a_name_of_our_own(stage, name, suffix, media):
    work = Work(store=stage.desk.store)
    content = File(name=name, content=b"hej")

    kept = file_away(
        stage.desk, work, content, kind="attachment", title="Bilaga", case_id=3, subject="place:2"
    )

    assert (kept.media, kept.outgoing) == (media, False)
    assert (kept.title, kept.case_id, kept.subject) == ("Bilaga", 3, "place:2")
    assert (kept.made_on, kept.size, len(kept.sha256)) == (stage.today, 3, 64)
    assert kept.name.removeprefix("attachment-").removesuffix(suffix) == kept.sha256[:12]
    assert work.documents == []


def test_a_letter_of_ours_is_kept_as_outgoing(stage):
    work = Work(store=stage.desk.store)

    kept = keep_letter(
        stage.desk, work, b"%PDF", kind="decision", title="Beslut", name="beslut-1", case_id=1
    )

    assert (kept.name, kept.media, kept.outgoing) == ("beslut-1.pdf", "application/pdf", True)
    assert work.documents == [kept.id]
    assert isinstance(kept, Document)


# What a decision rested on


def test_what_was_frozen_is_read_back_as_it_was():
    finding = Finding(
        rule="P5",
        status=Status.LOWERED,
        title=say("Tak"),
        value=say("{sum} kr", sum=5),
        limit=say("högst 4"),
        paragraph="Bidrag, tredje stycket",
        short="Bidrag st. 3",
        gate="decision",
        overridable=True,
    )
    part = Part(sign="−", label=say("till andra"), amount=3, case="2026-001")
    limit = Limit(
        rule="P5",
        kind="cap",
        title=say("Tak"),
        parts=(part,),
        amount=4,
        paragraph="Bidrag, tredje stycket",
        short="Bidrag st. 3",
        deciding=True,
        said=plain("kvar av potten"),
    )

    kept = json.loads(frozen([finding], [limit], pot=7))

    assert kept["pot"] == 7
    (found,), (bound,) = findings_of(kept), limits_of(kept)
    assert found == replace(finding, value=say("5 kr"))
    assert bound == limit
    assert findings_of({}) == ()
    assert limits_of({}) == ()
    del kept["limits"][0]["said"]
    assert str(limits_of(kept)[0].said) == ""
