"""What the papers say: all thirteen parts, in plain words, and nothing that is not known."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.domain.phases import DecisionKind, Outcome
from desktop.letters.compose import compose, fill_text, kind_of
from desktop.letters.content import Lead, Numbered, runs_text
from desktop.letters.phrases import definite_document
from desktop.letters.problems import BadTemplate, IncompleteLetter
from desktop.letters.reasons import reasons
from desktop.letters.render import render
from desktop.letters.template import KINDS, SHARED, builtin, parse, placeholders
from desktop.letters.text import document_text
from tests.letters.samples import (
    BASE,
    COMMITTEE,
    DELEGATION_LIST,
    DISMISSED,
    EXTENSION,
    GRANTED,
    LISTED,
    OFFICE,
    OFFICER,
    OVERDUE,
    PARTLY,
    PAYMENT_ORDER,
    REJECTED,
    REMINDER,
    SAMPLES,
    WRITTEN_OFF,
)
from tests.letters.structure import tree_text
from tests.letters.variants import corrected

ALWAYS = (
    "Piteå kommun",
    "Kommunledningsförvaltningen",
    "På kommunstyrelsens vägnar",
    "Delegationsbeslut",
    "Beslutsdag ",
    "Delegationsnr ",
    "Körsällskapet Trollsländan\n890000-0061\nGreta Visström\nLåtsasgatan 4\n941 00 Piteå",
)
AFTER = (
    "Handläggning",
    "Ansökan om ",
    "kom in den ",
    "Jäv har prövats.",
    "Beslutet är fattat av",
    "kommunstyrelsens delegationsordning, punkt 4.7.",
    "Ebba Sagolin\ninternationell samordnare",
    "Kopia till",
    "Ekonomienheten. Registrator. Beslutet anmäls till kommunstyrelsen.",
    "Så här överklagar du",
    "13 kap. kommunallagen (laglighetsprövning)",
    "Vem",
    "medlem i Piteå kommun",
    "Skriv till Förvaltningsrätten i Luleå, Box 849, 971 26 Luleå. Skicka inte till kommunen.",
    "Skriv varför du anser att beslutet är olagligt.",
    "När",
    "inom tre veckor från den dag då kommunens anslagstavla meddelade",
    "Den dagen är inte känd när det här brevet skrivs.",
    "Kontrolltal",
)
MONEY = (
    "Villkor",
    "1. Bidraget får bara användas ",
    "Bidraget betalas ut när föreningens verksamhetsberättelse",
    "tala om för kommunen",
    "spara kvitton",
    "betala tillbaka hela eller en del av bidraget",
    "Utbetalning",
)
OWN = {
    "decision_granted": (
        "Grundbidrag 2026: samverkan med Grindavík",
        "Internationella samordnaren beviljar, på kommunstyrelsens vägnar, Körsällskapet Troll",
        "sländan 10 000 kronor i grundbidrag för år 2026 för samverkan med Grindavík.",
        "Sökt\n10 000 kr\nBeviljat\n10 000 kr",
        "Skäl för beslutet",
        "Beslutet följer riktlinjerna för internationellt arbete ",
        "(kommunstyrelsen 2022-10-10 § 164, 22KS336).",
        *MONEY,
        "10 000 kronor betalas till plusgiro 12 34 56-6.",
        *AFTER,
    ),
    "decision_partly": (
        "Aktivitetsbidrag 2026: vinterkonserten med kör från Grindavík",
        "beviljar, på kommunstyrelsens vägnar, Körsällskapet Trollsländan 6 500 kronor i ",
        "aktivitetsbidrag för år 2026 till vinterkonserten med kör från Grindavík ",
        "den 22–24 november 2026. Ansökan avslås i övrigt.",
        "Sökt\n8 000 kr\nBeviljat\n6 500 kr\nAvslaget\n1 500 kr",
        "Skäl för beslutet",
        "Beviljat är det lägsta av de tre\n6 500 kr",
        "gällde till 2026-09-30. Inget nyare är antaget.",
        *MONEY[:2],
        "senast måndagen den 28 december 2026.",
        *MONEY[2:],
        "6 500 kronor betalas till bankgiro 5402-9681. Det som saknas är verksamhetsberättelsen ",
        "för 1 september 2025–31 augusti 2026.",
        *AFTER,
    ),
    "decision_rejected": (
        "avslår, på kommunstyrelsens vägnar, Körsällskapet Trollsländans ansökan om 8 000 kronor",
        "Beviljat\n0 kr\nAvslaget\n8 000 kr",
        "Skäl för beslutet",
        "För Grindavík 2026 är hela beloppet redan beviljat.",
        *AFTER,
    ),
    "decision_dismissed": (
        "avvisar, på kommunstyrelsens vägnar, Körsällskapet Trollsländans ansökan",
        "Ansökan prövas inte i sak.",
        "Skäl för beslutet",
        *AFTER,
    ),
    "decision_written_off": (
        "avskriver, på kommunstyrelsens vägnar, ärendet om Körsällskapet Trollsländans ansökan",
        "Skäl för beslutet",
        "Körsällskapet Trollsländan tog tillbaka ansökan den 2 november 2026.",
        *AFTER,
    ),
}
FORBIDDEN = (
    r"härmed",
    r"vänligen",
    r"kommittén (har )?(beslut|bevilj|avsl)",
    r"förvaltningslagen",
    r"!",
    r"\s{2,}",
    r" [.,]",
    r"N/A",
    r"None",
    r"\{",
    r"\*\*",
)


def said(facts):
    return document_text(compose(kind_of(facts), facts))


@pytest.mark.parametrize("kind", OWN)
def test_a_decision_says_all_thirteen_parts_in_order(kind):
    text = tree_text(render(compose(kind, SAMPLES[kind])))

    at = 0
    for part in (*ALWAYS, *OWN[kind]):
        found = text.find(part, at)
        assert found >= 0, f"{part!r} is not in the letter after {text[max(at - 60, 0) : at]!r}"
        at = found


@pytest.mark.parametrize("kind", SAMPLES)
def test_no_paper_uses_words_we_do_not_use(kind):
    for line in said(SAMPLES[kind]).splitlines():
        assert not [word for word in FORBIDDEN if re.search(word, line)], line


@pytest.mark.parametrize("name", [*KINDS, *SHARED])
def test_no_template_uses_words_we_do_not_use(name):
    text = builtin(name)

    assert not [word for word in FORBIDDEN[:5] if re.search(word, text, re.IGNORECASE)]


def test_money_and_days_never_break_over_a_line():
    document = compose("decision_partly", PARTLY)
    lead = next(runs_text(block.runs) for block in document.blocks if isinstance(block, Lead))

    assert "6\u00a0500\u00a0kronor" in lead
    assert "den\u00a022–24\u00a0november" in lead


def test_the_report_day_is_explicit_and_bold():
    document = compose("decision_partly", PARTLY)
    conditions = next(block for block in document.blocks if isinstance(block, Numbered))

    bold = [run.text for item in conditions.items for run in item if run.bold]

    assert bold == ["måndagen den\u00a028\u00a0december\u00a02026"]


def test_a_scheme_without_report_still_says_that_money_can_be_claimed_back():
    text = said(GRANTED)

    assert "betala tillbaka" in text
    assert "Rapport" not in text


def test_the_board_meeting_is_said_when_it_is_known():
    text = said(replace(PARTLY, board_meeting=date(2026, 12, 7)))

    assert "Beslutet anmäls till kommunstyrelsen den 7 december 2026." in text
    assert "Den dagen är inte känd" in text


def test_a_correction_names_what_it_replaces():
    text = said(corrected(PARTLY))

    assert "Rättelse. Det här beslutet ersätter beslut 3/2026 den 9 november 2026." in text
    assert "Beloppet var felskrivet." in text


def test_a_later_version_that_does_not_say_what_it_replaces_is_incomplete():
    with pytest.raises(IncompleteLetter) as trouble:
        compose("decision_partly", replace(PARTLY, version=2, kind=DecisionKind.CHANGE))

    assert {each.placeholder for each in trouble.value.findings} == {"replaces", "ground"}


def test_an_account_that_is_not_known_is_asked_for():
    text = said(replace(GRANTED, payment=None))

    assert "när vi vet vilket bankgiro eller plusgiro pengarna ska till" in text


@pytest.mark.parametrize("facts", [REJECTED, DISMISSED, replace(PARTLY, limits=())])
def test_what_is_not_granted_in_full_needs_a_reason(facts):
    with pytest.raises(IncompleteLetter, match="reasons"):
        compose(kind_of(facts), replace(facts, reasons=()))


def test_what_is_written_off_needs_the_day_it_was_withdrawn_or_a_reason():
    with pytest.raises(IncompleteLetter, match="withdrawn_on"):
        compose("decision_written_off", replace(WRITTEN_OFF, withdrawn_on=None))
    assert "Läget är ett annat." in said(
        replace(WRITTEN_OFF, withdrawn_on=None, reasons=("Läget är ett annat.",))
    )


def test_a_departure_from_the_rules_is_printed():
    assert "Avsteg: Potten höjs." in said(replace(PARTLY, deviation="Potten höjs"))


def test_a_decision_without_hearing_says_why():
    assert "Samråd har inte hållits. En avvisning gäller inte bidragets storlek." in said(DISMISSED)
    with pytest.raises(IncompleteLetter, match="unconsulted"):
        compose("decision_dismissed", replace(DISMISSED, unconsulted=""))


def test_a_title_that_we_cannot_bend_is_said_with_the_name():
    facts = replace(PARTLY, officer=replace(OFFICER, title="jourhavande"))
    other = replace(PARTLY, officer=replace(OFFICER, title="internationell lots"))

    assert "Jourhavanden beviljar, på" in said(facts)
    assert "Ebba Sagolin, internationell lots, beviljar, på" in said(other)
    assert "Ebba Sagolin, internationell lots, efter samråd, enligt" in said(other)


@pytest.mark.parametrize(
    ("field", "missing"),
    [("court", {"court"}), ("court_address", {"court_address"}), ("municipality", {"town"})],
)
def test_an_empty_fact_is_named_and_never_guessed(field: Any, missing: Any):
    emptied: dict[str, Any] = {field: ""}
    office = replace(OFFICE, **emptied)

    with pytest.raises(IncompleteLetter) as trouble:
        compose("decision_partly", replace(PARTLY, office=office))

    assert {each.placeholder for each in trouble.value.findings} == missing
    assert all(each.known for each in trouble.value.findings)


def test_all_empty_and_unknown_placeholders_are_named_at_once():
    template = builtin("confirmation").replace("Frågor", "Frågor {nonsense} {dnr} {also_nonsense}")
    facts = replace(SAMPLES["confirmation"], matter=replace(BASE, dnr=""))

    with pytest.raises(IncompleteLetter) as trouble:
        compose("confirmation", facts, template)

    assert [(each.placeholder, each.known) for each in trouble.value.findings] == [
        ("nonsense", False),
        ("dnr", True),
        ("also_nonsense", False),
    ]


def test_an_edited_template_and_an_edited_appeal_are_used():
    template = builtin("decision_rejected").replace("Handläggning", "Så gick det till")
    appeal = builtin("appeal").replace("Så här överklagar du", "Att överklaga")

    text = document_text(
        compose("decision_rejected", REJECTED, template, shared={"appeal": appeal})
    )

    assert "Så gick det till" in text
    assert "Att överklaga" in text


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("title = ", "Invalid"),
        ('title = "a"', "heading saknas"),
        ('title="a"\nheading="b"\n[[block]]\nlede="c"', "okänt ord lede"),
        ('title="a"\nheading="b"\n[[block]]\ntext="c"\nhead="d"', "en sak"),
        ('title="a"\nheading="b"\n[[block]]\npart="amounts"', "hör till"),
        ('title="a"\nheading="b"\n[[block]]\npart="nothing"', "okänd del nothing"),
        ('title="a"\nheading="b"\n[[block]]\nhead="c"\nlevel=5', "level"),
        ('title="a"\nheading="b"\nside=["x"]', "side"),
    ],
)
def test_a_template_that_cannot_be_read_is_refused_in_words(template, fault):
    with pytest.raises(BadTemplate, match=fault):
        compose("confirmation", SAMPLES["confirmation"], template)


@pytest.mark.parametrize("kind", KINDS)
def test_every_template_lists_its_placeholders(kind):
    assert placeholders(builtin(kind))
    assert parse(kind, builtin(kind)).kind == kind


def test_facts_of_another_outcome_are_refused():
    with pytest.raises(ValueError, match="decision_rejected"):
        compose("decision_rejected", PARTLY)


def test_facts_tell_their_kind():
    assert [kind_of(facts) for facts in SAMPLES.values()] == list(SAMPLES)


BY_OUTCOME = {
    Outcome.GRANTED: replace(GRANTED, matter=PARTLY.matter),
    Outcome.PARTLY: PARTLY,
    Outcome.REJECTED: REJECTED,
    Outcome.DISMISSED: DISMISSED,
    Outcome.WRITTEN_OFF: WRITTEN_OFF,
}


@pytest.mark.parametrize("reason", reasons(builtin("reasons")), ids=lambda reason: reason.key)
def test_every_reason_of_the_library_can_be_filled(reason):
    for outcome in reason.outcomes or [each.value for each in Outcome]:
        text = fill_text(reason.text, BY_OUTCOME[Outcome(outcome)])

        assert "{" not in text
        assert text.endswith(".")


def test_the_library_has_reasons_for_every_outcome_and_no_key_twice():
    library = reasons(builtin("reasons"))

    assert {outcome for reason in library for outcome in reason.outcomes} == set(Outcome)
    assert len({reason.key for reason in library}) == len(library)
    assert len(library) >= 14


def test_a_reason_with_a_hole_nobody_filled_is_refused():
    with pytest.raises(IncompleteLetter, match="vad_som_helst"):
        compose("decision_rejected", replace(REJECTED, reasons=("Därför att {vad_som_helst}.",)))


def test_a_person_s_words_are_not_read_as_a_template():
    facts = replace(REJECTED, authority="**stycke** {dnr}")

    assert "(**stycke** {dnr})" in said(facts)


def test_the_committee_is_heard_and_does_not_decide():
    text = said(COMMITTEE)

    assert "Kommittén hörs. Internationella samordnaren beslutar." in text
    assert "Mandatperiodens ram: 99 320 kr kvar före förslagen, 74 321 kr efter." in text
    assert "Inga avsteg från reglerna föreslås." in text


def test_a_departure_is_printed_on_the_committee_sheet():
    row = replace(COMMITTEE.rows[0], deviation="Jubileum")

    text = said(replace(COMMITTEE, rows=(row,)))

    assert "Samråd om en ansökan" in text
    assert "Avsteg: Jubileum" in text
    assert "Inga avsteg" not in text


def test_a_delegation_list_counts_and_sums():
    text = said(DELEGATION_LIST)

    assert "Fyra beslut är fattade i perioden." in text
    assert "Beviljat belopp är tillsammans 16 500 kr." in text
    assert "Återkrävt belopp är tillsammans 1 800 kr." in text
    assert said(replace(DELEGATION_LIST, rows=())).count("Inga beslut är fattade") == 1


def test_a_delegation_list_of_one_says_it_in_the_singular():
    text = said(replace(DELEGATION_LIST, rows=(LISTED,)))

    assert "Ett beslut är fattat i perioden. Det är fattat på kommunstyrelsens vägnar." in text
    assert "Återkrävt" not in text


def test_a_delegation_list_names_no_account():
    assert "5402" not in said(DELEGATION_LIST)


def test_a_payment_order_says_what_opened_the_gate_and_never_has_one_signature():
    text = said(PAYMENT_ORDER)

    assert "Betala 6 500 kronor till Körsällskapet Trollsländan" in text
    assert "Verksamhetsberättelsen för 2025 kom in den 12 februari 2026." in text
    assert "upprättat" in text
    assert "beslutsattest" in text


def test_a_reminder_before_and_after_the_day():
    early, late = said(REMINDER), said(OVERDUE)

    assert "Rapporten ska ha kommit in till oss senast måndagen den 28 december 2026." in early
    assert "Rapporten är elva dagar sen." in late
    assert "Den ska ha kommit in till oss senast fredagen den 22 januari 2027." in late
    assert "skulle rapporten ha kommit in senast måndagen den 28 december 2026." in late
    assert "Vi har påmint den 14 december 2026." in late
    assert "vänta med att betala ut nya bidrag till föreningen" in late
    assert "ska betala tillbaka hela eller en del av de 6 500 kronor som är utbetalda" in late


def test_a_first_reminder_of_a_report_that_is_late_by_a_day_claims_no_more_than_is_so():
    text = said(replace(OVERDUE, due_on=date(2027, 1, 7), reminded_on=(), paid=0))

    assert "Rapporten är en dag sen." in text
    assert "påmint" not in text
    assert "betala tillbaka" not in text
    assert "kan vi ompröva beslutet om bidrag" in text


def test_an_extension_says_both_days_and_why():
    text = said(EXTENSION)

    assert "Rapporten ska ha kommit in till oss senast fredagen den 29 januari 2027." in text
    assert "Den dagen gäller i stället för måndagen den 28 december 2026." in text
    assert "Skäl: Kören från Grindavík skickar sina kvitton i januari." in text


poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not here")


@poppler
@pytest.mark.parametrize("kind", ["decision_rejected", "payment_order", "delegation_list"])
def test_another_reader_reads_the_same_words_in_the_same_order(kind, tmp_path):
    document = compose(kind, SAMPLES[kind])
    path = tmp_path / "letter.pdf"
    path.write_bytes(render(document))

    read = _tool("pdfinfo", "-struct-text", str(path))
    words = "".join(re.findall(r'^\s+"(.*)"$', read, re.MULTILINE))

    assert "".join(words.split()) == "".join(document_text(document).split())


@poppler
def test_the_page_shows_the_words_too(tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(render(compose("decision_partly", PARTLY)))

    shown = _tool("pdftotext", "-layout", str(path), "-")

    assert "Sida" in shown
    assert "2 av 2" in shown
    assert "7f3a 91c0 4be2" in shown


def _tool(*command):
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Riktlinjer för internationellt arbete", "riktlinjerna för internationellt arbete"),
        ("Policy för internationella kontakter", "policyn för internationella kontakter"),
        ("Internationell strategi", "den internationella strategin"),
        ("Riktlinjerna för arbetet", "\u201dRiktlinjerna för arbetet\u201d"),
        ("Handbok", "\u201dHandbok\u201d"),
    ],
)
def test_a_guideline_is_named_in_definite_form_or_quoted(title, said):
    assert definite_document(title) == said
