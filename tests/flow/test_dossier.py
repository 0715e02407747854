"""A case gathered from the register, bound and masked."""

from __future__ import annotations

import io

import pikepdf
import pytest

from desktop.domain.casework import Case, Document
from desktop.domain.problems import Refusal
from desktop.flow.case_documents import documents_of
from desktop.flow.dossier import Choices, gather
from desktop.flow.masking import USUAL, Masking, hidden_words, masked_copy
from desktop.letters.dossier.bind import bind
from tests.flow.coordinator import CHOIR, Coordinator
from tests.letters.dossier.whole_structure import masked_faults, masked_text, whole_faults, words
from tests.letters.structure import tree_text


def granted(it: Coordinator) -> int:
    case = it.registers(CHOIR, asked=5_000)
    it.grants(case)
    return case


def test_every_case_anywhere_in_its_life_can_be_bound(stage):
    desk = stage.desk
    for case in desk.store.find(Case):
        seen = stage.sees(case.id)
        made = bind(gather(desk, seen))
        part = 2 if all(each.outgoing for each in documents_of(desk, seen)) else 3
        assert whole_faults(made.data, part=part) == [], case.number


def test_all_documents_are_in_it_as_they_are_kept(stage):
    desk = stage.desk
    seen = stage.sees(1)
    made = bind(gather(desk, seen))

    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        kept = [spec.EF.F.read_bytes() for spec in pdf.Root.AF]

    assert kept == [desk.store.content(each.id) for each in documents_of(desk, seen)]
    assert len(kept) >= 3


def test_the_same_state_and_day_give_the_same_bytes(coordinator):
    case = granted(coordinator)

    first, second = (bind(gather(coordinator.desk, coordinator.sees(case))).data for _ in range(2))

    assert first == second


def test_binding_writes_nothing(coordinator):
    case = granted(coordinator)
    head = coordinator.head
    bind(gather(coordinator.desk, coordinator.sees(case), Choices(masks=USUAL)))

    assert coordinator.head == head


def test_a_masked_case_says_neither_account_nor_contact(coordinator):
    case = granted(coordinator)
    choices = Choices(masks=USUAL, originals=False)

    made = bind(gather(coordinator.desk, coordinator.sees(case), choices))

    assert whole_faults(made.data, part=2) == []
    text = words(made.data)
    assert "Visström" not in text
    assert "5402" not in text
    assert "Maskat är kontonummer" in text.replace("\n", " ")


def test_earlier_accounts_and_contacts_are_hidden_too(coordinator):
    case = granted(coordinator)
    coordinator.does(
        "change_account",
        {"association": CHOIR},
        account="991-2346",
        source="intyg",
        source_on=coordinator.today,
    )

    hidden = hidden_words(coordinator.desk, coordinator.sees(case), USUAL)

    assert {"5402-9681", "991-2346"} <= set(hidden.accounts)
    assert {"Greta Visström", "Visström"} <= set(hidden.names)


def test_the_officer_is_hidden_only_when_asked_for(coordinator):
    case = granted(coordinator)
    seen = coordinator.sees(case)

    usual = hidden_words(coordinator.desk, seen, USUAL)
    signers = hidden_words(coordinator.desk, seen, [Masking.SIGNATURES])

    assert "Ebba Sagolin" not in usual.names
    assert {"Ebba Sagolin", "Sixten Fabelberg"} <= set(signers.names)


def test_a_masked_copy_of_one_letter_leaves_the_letter_as_it_is(coordinator):
    case = granted(coordinator)
    seen = coordinator.sees(case)
    letter = seen.decision.document_id
    before = coordinator.desk.store.content(letter)

    made = masked_copy(coordinator.desk, seen, letter)

    assert masked_faults(made) == []
    assert "Visström" not in masked_text(made)
    assert "Visström" in tree_text(before)
    assert coordinator.desk.store.content(letter) == before


def test_what_came_in_is_refused(coordinator):
    case = coordinator.registers()
    coordinator.in_case(
        case, "attach_document", title="Bilaga", file={"name": "a.txt", "base64": "aGVq"}
    )
    paper = coordinator.desk.store.first(Document, "case_id = ? and outgoing = 0", case)

    with pytest.raises(Refusal, match="inget brev härifrån"):
        masked_copy(coordinator.desk, coordinator.sees(case), paper.id)
