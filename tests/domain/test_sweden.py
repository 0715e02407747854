"""The municipalities of Sweden: how many, how they are written, and which court each has."""

from __future__ import annotations

from collections import Counter

import pytest

from desktop import library
from desktop.domain.sweden import court_of, find_municipality
from desktop.flow.sweden import court_for, courts, every_municipality, known_municipality

IN_COUNTY = {
    "01": 26, "03": 8, "04": 9, "05": 13, "06": 13, "07": 8, "08": 12, "09": 1, "10": 5, "12": 33,
    "13": 6, "14": 49, "17": 16, "18": 12, "19": 10, "20": 15, "21": 10, "22": 7, "23": 8,
    "24": 15, "25": 14,
}  # fmt: skip
AT_COURT = {
    "stockholm": 24, "uppsala": 21, "linkoping": 24, "jonkoping": 36, "vaxjo": 23, "malmo": 33,
    "goteborg": 32, "karlstad": 28, "falun": 25, "harnosand": 15, "umea": 15, "lulea": 14,
}  # fmt: skip
EXCEPTIONS = (
    ["0114", "0188", "0191", "0883", "0884"]
    + [str(code) for code in (*range(1442, 1448), 1452, 1463, 1465, 1466, *range(1470, 1474))]
    + [str(code) for code in (1490, 1491, *range(1493, 1500))]
)
"""The municipalities that go to another court than their county does."""


def known(written):
    """Give the municipality that what is written means: one is meant here."""
    found = known_municipality(written)
    assert found is not None
    return found


def court_key(code):
    """Give the key of the court that a municipality goes to."""
    court = court_for(code)
    assert court is not None
    return court.key


def test_there_are_290_municipalities_in_21_counties():
    counted = Counter(each.county_code for each in every_municipality())

    assert counted == IN_COUNTY
    assert sum(counted.values()) == 290
    assert len({each.county for each in every_municipality()}) == 21


def test_every_code_and_name_stands_once_and_by_code():
    codes = [each.code for each in every_municipality()]

    assert codes == sorted(set(codes))
    assert len({each.name for each in every_municipality()}) == 290
    assert all(len(code) == 4 and code.isdecimal() for code in codes)


def test_each_court_has_as_many_as_the_courts_say():
    counted = Counter(court_key(each.code) for each in every_municipality())

    assert counted == AT_COURT
    assert all(each.name and each.address for each in courts())


def test_just_28_go_to_another_court_than_their_county():
    by_county = {county: court.key for court in courts() for county in court.counties}
    others = [
        each.code
        for each in every_municipality()
        if court_key(each.code) != by_county[each.county_code]
    ]

    assert others == sorted(EXCEPTIONS)
    assert len(others) == 28


@pytest.mark.parametrize(
    ("name", "code", "court"),
    [
        ("Umeå", "2480", "umea"),
        ("Skellefteå", "2482", "umea"),
        ("Piteå", "2581", "lulea"),
        ("Uppsala", "0380", "uppsala"),
        ("Upplands-Bro", "0139", "stockholm"),
        ("Upplands Väsby", "0114", "uppsala"),
        ("Sigtuna", "0191", "uppsala"),
        ("Norrtälje", "0188", "uppsala"),
        ("Gotland", "0980", "stockholm"),
        ("Västervik", "0883", "linkoping"),
        ("Kalmar", "0880", "vaxjo"),
        ("Vara", "1470", "jonkoping"),
        ("Borås", "1490", "jonkoping"),
        ("Åmål", "1492", "goteborg"),
        ("Uddevalla", "1485", "goteborg"),
        ("Sunne", "1766", "karlstad"),
        ("Nora", "1884", "karlstad"),
        ("Hofors", "2104", "falun"),
        ("Åre", "2321", "harnosand"),
        ("Malå", "2418", "umea"),
    ],
)
def test_a_municipality_has_its_code_and_its_court(name, code, court):
    assert known(name).code == code
    assert court_key(code) == court


@pytest.mark.parametrize(
    ("name", "full_name"),
    [
        ("Österåker", "Österåkers kommun"),
        ("Falun", "Falu kommun"),
        ("Kalmar", "Kalmar kommun"),
        ("Kalix", "Kalix kommun"),
        ("Orust", "Orust kommun"),
        ("Dals-Ed", "Dals-Eds kommun"),
        ("Malung-Sälen", "Malung-Sälens kommun"),
        ("Malmö", "Malmö stad"),
        ("Haparanda", "Haparanda stad"),
        ("Gotland", "Region Gotland"),
        ("Höör", "Höörs kommun"),
        ("Upplands Väsby", "Upplands Väsby kommun"),
    ],
)
def test_a_municipality_is_called_what_it_calls_itself(name, full_name):
    assert known(name).full_name == full_name


def test_full_names_end_as_names_of_municipalities_do():
    odd = [each.name for each in every_municipality() if not each.full_name.endswith(" kommun")]

    assert len(odd) == 15
    assert all(
        each.full_name.removesuffix(" kommun").removesuffix(" stad").rstrip("s")
        in (each.name, each.name.rstrip("s"), "Falu", "Region Gotland")
        for each in every_municipality()
    )


@pytest.mark.parametrize("written", ["2581", "Piteå", " piteå ", "PITEÅ KOMMUN", "Piteå  kommun"])
def test_one_is_found_by_code_or_name_however_it_is_typed(written):
    assert known(written).code == "2581"


@pytest.mark.parametrize("written", ["", "  ", "Pite", "Påhittsala", "258", "9999"])
def test_nothing_is_found_for_what_is_no_municipality(written):
    assert known_municipality(written) is None


def test_a_code_of_no_county_has_no_court():
    assert court_of(courts(), "0201") is None
    assert find_municipality((), "Piteå") is None


def test_the_ready_guidelines_agree_with_the_list():
    for each in library.municipalities():
        found = known(each.name)
        court = court_for(found.code)
        facts = each.facts

        assert (facts["code"], facts["full_name"]) == (found.code, found.full_name)
        assert court is not None
        assert (facts["court"], facts["court_address"]) == (court.name, court.address)
