"""The thirteen parts of a decision letter, in order, for every outcome in both schemes."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pypdfium2
import pytest

from desktop.domain.phases import ReclaimGround
from desktop.letters.compose import compose, kind_of
from desktop.letters.render import render
from desktop.letters.template import KINDS
from desktop.letters.text import document_text
from tests.letters.samples import DECIDED, RECLAIM, SAMPLES
from tests.letters.structure import tree_text
from tests.letters.variants import bare, corrected, foreign, hostile, long

WITH_MONEY = ("granted", "partly")
TRIED = (*WITH_MONEY, "rejected")
PARTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "1 who",
        (
            r"Piteå kommun\s.*Kommunledningsförvaltningen\s+På kommunstyrelsens vägnar\s+"
            r"Delegationsbeslut"
        ),
        (),
    ),
    (
        "2 day, reference, number, page",
        r"Beslutsdag\s\d{4}-\d\d-\d\d\s+(Diarienummer|Ärende)\s\S+\s+Delegationsnr\s\d+/\d{4}\s+",
        (),
    ),
    (
        "3 recipient",
        r"Körsällskapet Trollsländan\s+890000-0061\s+Greta Visström\s+Låtsasgatan 4\s+941 00 Piteå",
        (),
    ),
    ("4 matter", r"(Grund|Aktivitets|Återkrav av aktivitets)bidrag 2026: ", ()),
    (
        "5 the decision in one sentence",
        (
            r"(beviljar|avslår|avvisar|avskriver|beslutar), på kommunstyrelsens vägnar, [^.]*"
            r"(grund|aktivitets)bidrag för år 2026 (för|till) [^.]*\."
        ),
        (),
    ),
    ("6 asked and granted", r"Sökt\s+[\d ]+ kr\s+Beviljat\s+[\d ]+ kr", TRIED),
    ("7 reasons", r"Skäl för beslutet\s+\S", ()),
    ("7 calculation", r"Sökt belopp\s+[\d ]+ kr\s+Beviljat är det lägsta av de ", ("partly",)),
    (
        "7 the guideline",
        r"\(?kommunstyrelsen 2022-10-10 § 164, 22KS336\)",
        (*TRIED, "dismissed", "reclaim"),
    ),
    (
        "8 conditions",
        (
            r"Villkor\s+1\. Bidraget får bara användas [^.]*\.\s.*betalas ut när föreningens "
            r"verksamhetsberättelse .*ändras eller ställs in\..*spara kvitton.*"
            r"betala tillbaka hela eller en del av bidraget"
        ),
        WITH_MONEY,
    ),
    ("9 payment", r"Utbetalning\s+[\d ]+ kronor betalas till (bankgiro|plusgiro) \S", WITH_MONEY),
    (
        "9 paying back",
        r"Så betalar ni\s+Betala [\d ]+ kronor [^.]*senast \w+ den \d+ \w+ \d{4}",
        ("reclaim",),
    ),
    ("10 handling", r"Handläggning\s.*Jäv har prövats\.", ()),
    (
        "11 who decided",
        (
            r"Beslutet är fattat av\s+Internationella samordnaren[^.]* kommunstyrelsens "
            r"delegationsordning, punkt 4\.7\.\s+Ebba Sagolin\s+internationell samordnare"
        ),
        (),
    ),
    (
        "12 copies",
        r"Kopia till\s+Ekonomienheten\. Registrator\. Beslutet anmäls till kommunstyrelsen\.",
        (),
    ),
    (
        "13 how to appeal",
        (
            r"Så här överklagar du\s.*13 kap\. kommunallagen \(laglighetsprövning\).*upphäva "
            r"beslutet men inte ersätta.*Vem\s.*medlem i Piteå kommun.*Skriv till "
            r"Förvaltningsrätten i Luleå, Box 849, 971 26 Luleå\. Skicka inte till kommunen\..*"
            r"delegationsbeslut "
            r"\d+/\d{4} den .*När\s.*inom tre veckor från den dag då kommunens "
            r"anslagstavla meddelade"
        ),
        (),
    ),
    ("the head of the chain", r"Kontrolltal\s+7f3a 91c0 4be2", ()),
)
"""Name, pattern, and the outcomes that have it; empty means every decision."""

LETTERS: dict[str, Any] = {
    **{"_".join(key): facts for key, facts in DECIDED.items()},
    "reclaim_purpose": RECLAIM,
    "reclaim_report": replace(
        RECLAIM, ground=ReclaimGround.REPORT, report_due=date(2026, 12, 28), pay_to=""
    ),
    "reclaim_facts": replace(RECLAIM, ground=ReclaimGround.FACTS, heard_on=None, returned=0),
}


def text_of(facts):
    text = tree_text(render(compose(kind_of(facts), facts)))
    return text.replace("\u00a0", " ")


def outcome_of(name):
    return next(each for each in (*TRIED, "dismissed", "written_off", "reclaim") if each in name)


@pytest.mark.parametrize("name", LETTERS)
def test_every_part_is_there_in_order(name):
    text, outcome = text_of(LETTERS[name]), outcome_of(name)

    at = 0
    for part, pattern, outcomes in PARTS:
        if outcomes and outcome not in outcomes:
            continue
        found = re.compile(pattern, re.DOTALL).search(text, at)
        assert found, f"{part} is not in the letter after {text[max(at - 80, 0) : at]!r}"
        at = found.start() + 1


@pytest.mark.parametrize("name", LETTERS)
def test_every_page_is_numbered_of_how_many(name):
    with pypdfium2.PdfDocument(render(compose(kind_of(LETTERS[name]), LETTERS[name]))) as letter:
        pages = [page.get_textpage().get_text_range() for page in letter]

    for number, page in enumerate(pages, 1):
        assert f"{number} av {len(pages)}" in page.replace("\u00a0", " ")


@pytest.mark.parametrize("name", LETTERS)
def test_the_sum_and_the_day_come_first(name):
    facts = LETTERS[name]
    text = text_of(facts)
    lead = text[: text.index("Skäl för beslutet")]

    if outcome_of(name) in WITH_MONEY:
        granted = f"{facts.granted:,}".replace(",", " ")
        assert f"{granted} kronor" in lead
    if outcome_of(name) == "reclaim":
        assert "1 800 kronor" in lead
        assert "Pengarna ska ha kommit in senast onsdagen den 17 mars 2027." in lead
    assert re.search(r"Beslutsdag\s\d{4}-\d\d-\d\d", lead)


@pytest.mark.parametrize("name", LETTERS)
def test_a_scheme_without_a_report_asks_for_none(name):
    facts, text = LETTERS[name], text_of(LETTERS[name])

    if outcome_of(name) in WITH_MONEY:
        asked = "ska ha kommit in till internationella samordnaren senast " in text
        assert asked == (facts.report_due is not None)
        assert ("rapporten uteblir" in text) == (facts.report_due is not None)


def test_a_reclaim_rests_on_the_clause_and_names_the_decision_it_is_in():
    text = text_of(RECLAIM)

    assert "I beslut 5/2026 den 9 november 2026 fick Körsällskapet Trollsländan 6 500 kron" in text
    assert "Beslutet har ett villkor om återbetalning." in text
    assert "under Bidrag till föreningar, tredje stycket." in text
    assert re.search(
        r"Beviljat\s6 500 kr\sUtbetalt\s6 500 kr\sRedan återbetalt\s500 kr\s"
        r"Återkrävs\s1 800 kr\sKvar hos föreningen\s4 200 kr",
        text,
    )


def test_each_ground_of_a_reclaim_is_said_and_no_other():
    said = {
        "purpose": "inte används till ändamålet",
        "report": "Det gäller när rapporten uteblir.",
        "facts": "uppgifterna i ansökan var felaktiga",
    }
    for ground, words in said.items():
        text = text_of(LETTERS[f"reclaim_{ground}"])
        assert [each for each in said.values() if each in text] == [words]


DECISIONS = [kind for kind in KINDS if kind.startswith("decision") or kind == "reclaim_decision"]
WAYS = {
    "plain": SAMPLES.__getitem__,
    "long": long,
    "hostile": lambda kind: hostile(SAMPLES[kind]),
    "foreign": lambda kind: foreign(SAMPLES[kind]),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", DECISIONS)
def test_the_head_of_the_chain_is_in_the_footer_of_every_decision(kind, way):
    assert "7f3a 91c0 4be2" in text_of(WAYS[way](kind))


@pytest.mark.parametrize("kind", DECISIONS)
def test_the_time_to_appeal_is_never_said_as_a_day(kind):
    for facts in (
        SAMPLES[kind],
        bare(kind),
        replace(SAMPLES[kind], board_meeting=date(2027, 4, 12)),
    ):
        text = document_text(compose(kind, facts)).replace("\u00a0", " ")
        when = text[text.index("Så här överklagar du") :].partition("När")[2]

        days = re.findall(r"\d{1,2} [a-zåäö]+ \d{4}|\d{4}-\d\d-\d\d", when)

        assert days == (["12 april 2027"] if facts.board_meeting else [])
        assert "Den dagen är inte känd" in when


@pytest.mark.parametrize("outcome", ["granted", "partly", "rejected", "dismissed", "written_off"])
def test_a_corrected_decision_names_the_old_one_before_its_own_sentence(outcome):
    text = text_of(corrected(DECIDED[outcome, "activity"]))

    replaced = text.index("Det här beslutet ersätter beslut 3/2026 den 9 november 2026.")
    assert replaced < text.index("på kommunstyrelsens vägnar, ")
