"""Which words masked papers hide: what is private, and nothing that all may read."""

from __future__ import annotations

import pytest

from desktop.domain.casework import Document
from desktop.domain.problems import Refusal
from desktop.flow.masking import USUAL as ON_THE_BOARD
from desktop.flow.masking import Masking, hidden_words, masked_copy
from tests.flow.coordinator import CHOIR, Coordinator

CONTACT = {
    "contact": "Greta Fjordberg",
    "email": "greta@trollslandan.example",
    "phone": "0911-00 00 01",
}


@pytest.fixture
def changed(coordinator):
    """A case of an association whose contact person, e-mail and phone have been changed."""
    case = coordinator.registers(CHOIR, asked=5_000)
    coordinator.does("change_association", {"association": CHOIR}, **CONTACT)
    newer = {"contact": "Åke af Sagolund", "email": "ake@trollslandan.example", "phone": "0911-2"}
    coordinator.does("change_association", {"association": CHOIR}, **newer)
    return coordinator, case


def names(it: Coordinator, case: int, *kinds: Masking) -> set[str]:
    return set(hidden_words(it.desk, it.sees(case), kinds).names)


def test_a_contact_persons_name_is_hidden_whole_turned_round_and_in_parts(changed):
    hidden = names(*changed, Masking.CONTACTS)

    assert {"Greta Fjordberg", "Fjordberg, Greta", "Greta", "Fjordberg"} <= hidden
    assert {"Åke af Sagolund", "Åke", "Sagolund"} <= hidden
    assert "af" not in hidden


def test_what_the_contact_person_once_had_is_hidden_with_what_is_now(changed):
    it, case = changed

    hidden = hidden_words(it.desk, it.sees(case), [Masking.CONTACTS])

    assert set(hidden.addresses) == {CONTACT["email"], "ake@trollslandan.example"}
    assert set(hidden.phones) == {CONTACT["phone"], "0911-2"}
    assert hidden.open_addresses == ((it.desk.office().email,) if it.desk.office().email else ())


def test_each_kind_is_hidden_only_when_it_is_asked_for(changed):
    it, case = changed

    accounts, contacts = (
        hidden_words(it.desk, it.sees(case), [each])
        for each in (Masking.ACCOUNTS, Masking.CONTACTS)
    )

    assert (accounts.any_account, accounts.any_address) == (True, False)
    assert (contacts.any_account, contacts.any_address) == (False, True)
    assert accounts.accounts == ("5402-9681",)
    assert (accounts.names, accounts.addresses, accounts.phones) == ((), (), ())
    assert contacts.accounts == ()


def test_a_part_of_a_name_that_is_a_public_word_stays(coordinator):
    case = coordinator.registers(CHOIR, asked=5_000)
    coordinator.does("change_association", {"association": CHOIR}, contact="Grindavík Visström")

    hidden = names(coordinator, case, Masking.CONTACTS)

    assert "Grindavík Visström" in hidden
    assert "Visström" in hidden
    assert "Grindavík" not in hidden


def test_who_a_letter_went_to_is_hidden_when_it_is_a_name_and_not_the_applicants(coordinator):
    case = coordinator.registers(CHOIR, asked=5_000)
    coordinator.in_case(case, "skip_consultation", reason="Samma ansökan prövades nyss.")
    coordinator.decides(case)
    open_words = ("föreningen", "ordföranden Doris", "Doris", "Körsällskapet Trollsländan")

    for recipient in ("Doris Diktad", *open_words):
        coordinator.in_case(case, "send_letter", recipient=recipient)
        coordinator.in_case(case, "letter_came_back")

    hidden = names(coordinator, case, Masking.CONTACTS)
    assert "Doris Diktad" in hidden
    # As a part of that name she is hidden; as a recipient she is not a whole name.
    assert hidden & set(open_words) == {"Doris"}


def test_a_word_alone_is_not_taken_for_a_persons_name(coordinator):
    case = coordinator.registers(CHOIR, asked=5_000)
    coordinator.in_case(case, "skip_consultation", reason="Samma ansökan prövades nyss.")
    coordinator.decides(case)
    coordinator.in_case(case, "send_letter", recipient="Doris")

    assert "Doris" not in names(coordinator, case, Masking.CONTACTS)


def test_those_who_decide_and_are_heard_are_hidden_by_their_whole_names(coordinator):
    case = coordinator.registers(CHOIR, asked=5_000)
    coordinator.readies(case)
    coordinator.does("set_officer", name="Nils Nyanställd")
    coordinator.does("change_member", {"member": 1}, name="Sixten Omdöpt")

    hidden = names(coordinator, case, Masking.SIGNATURES)

    heard = {"Sixten Fabelberg", "Sixten Omdöpt", "Gullvi Påhittsson"}
    assert hidden == {"Ebba Sagolin", "Nils Nyanställd", *heard}


def test_the_offices_coding_is_hidden_as_accounts_are(coordinator):
    coordinator.does("set_office", coding="1234-567")
    coordinator.does("set_office", coding="9999-111")
    case = coordinator.registers(CHOIR, asked=5_000)

    hidden = hidden_words(coordinator.desk, coordinator.sees(case), [Masking.ACCOUNTS])

    assert {"1234-567", "9999-111"} <= set(hidden.accounts)


def test_what_is_no_letter_cannot_be_masked(full):
    sheet = full.desk.store.first(Document, "kind = 'follow_up_workbook'")
    assert sheet is not None

    with pytest.raises(Refusal) as refused:
        masked_copy(full.desk, full.sees(1), sheet.id)

    assert str(refused.value) == (
        f"Maskad kopia – {sheet.title} går inte att maska säkert – maska en utskrift för hand."
    )


def test_a_masked_copy_hides_what_a_notice_board_may_not_show(coordinator):
    case = coordinator.registers(CHOIR, asked=5_000)
    done = coordinator.in_case(case, "write_confirmation")

    made = masked_copy(coordinator.desk, coordinator.sees(case), done.documents[0])

    assert made == masked_copy(
        coordinator.desk, coordinator.sees(case), done.documents[0], ON_THE_BOARD
    )
    assert made != masked_copy(coordinator.desk, coordinator.sees(case), done.documents[0], [])
