"""What every rule that lowers a sum says, word for word: its line, its ceiling and the rows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.applicants import SchoolForm
from desktop.domain.rule import Pot
from tests.domain.facts import share
from tests.domain.rule_stage import MUNICIPAL, OTHERS, SCHOOL, budget, says

SAID: list[tuple[str, dict[str, Any], dict[str, Any], list[str]]] = [
    (
        "cap",
        {"cap": 10_000},
        {},
        [
            "met: 8 000 kr; 10 000 kr kvar av 10 000 kr",
            "Kvar i potten: Pott Grindavík 2026 10000 = 10000.",
        ],
    ),
    (
        "cap",
        {"cap": 10_000},
        {"pot": OTHERS},
        [
            "lowered: 2 500 kr; 2 500 kr kvar av 10 000 kr",
            (
                "Kvar i potten: Pott Grindavík 2026 10000, −Beviljat före 2026-007 3500,"
                " −Kom in före 2026-008 4000 = 2500 (+4000)."
            ),
        ],
    ),
    (
        "cap",
        {"cap": 10_000},
        {"asked": 2_500, "pot": OTHERS},
        [
            "met: 2 500 kr; 2 500 kr kvar av 10 000 kr",
            (
                "Kvar i potten: Pott Grindavík 2026 10000, −Beviljat före 2026-007 3500,"
                " −Kom in före 2026-008 4000 = 2500 (+4000)."
            ),
        ],
    ),
    (
        "cap",
        {"cap": 10_000, "share_equally": True},
        {"pot": replace(OTHERS, undecided=2)},
        [
            "lowered: 3 250 kr; 3 250 kr kvar av 10 000 kr",
            (
                "Kvar i potten: Pott Grindavík 2026 10000, −Beviljat före 2026-007 3500 ="
                " 3250 (+3250)."
            ),
        ],
    ),
    (
        "cap",
        {"cap": 3_000},
        {"pot": OTHERS},
        [
            "lowered: 0 kr; 0 kr kvar av 3 000 kr",
            (
                "Kvar i potten: Pott Grindavík 2026 3000, −Beviljat före 2026-007 3500,"
                " −Kom in före 2026-008 4000 = 0."
            ),
        ],
    ),
    (
        "sharing",
        {"cap": 10_000},
        {"pot": Pot(members=3, undecided=3)},
        [
            "lowered: 3 333 kr; 3 föreningar delar 10 000 kr",
            "Lika del: Pott Grindavík 2026 10000, ÷Föreningar 3 = 3333.",
        ],
    ),
    (
        "sharing",
        {"cap": 10_000},
        {"pot": Pot()},
        [
            "met: 8 000 kr; högst 10 000 kr",
            "Lika del: Pott Grindavík 2026 10000, ÷Föreningar 1 = 10000.",
        ],
    ),
    (
        "sharing",
        {"cap": 10_000},
        {"pot": Pot(granted=(share(8_000, "2026-007"),), members=3, undecided=2)},
        [
            "lowered: 1 000 kr; 3 föreningar delar 10 000 kr",
            (
                "Kvar i potten: Pott Grindavík 2026 10000, −Beviljat före 2026-007 8000,"
                " ÷Föreningar 2 = 1000."
            ),
        ],
    ),
    (
        "sharing",
        {"cap": 10_000},
        {"pot": Pot(granted=(share(8_000, "2026-007"),), members=2, undecided=1)},
        [
            "lowered: 2 000 kr; 2 föreningar delar 10 000 kr",
            ("Kvar i potten: Pott Grindavík 2026 10000, −Beviljat före 2026-007 8000 = 2000."),
        ],
    ),
    (
        "sharing",
        {"cap": 10_000},
        {"asked": 5_000, "pot": Pot(granted=(share(5_000, "2026-007"),), members=2, undecided=1)},
        [
            "met: 5 000 kr; 2 föreningar delar 10 000 kr",
            "Lika del: Pott Grindavík 2026 10000, ÷Föreningar 2 = 5000.",
        ],
    ),
    (
        "yearly_frame",
        {"cap": 300_000},
        {},
        [
            "met: 8 000 kr; 300 000 kr kvar av 300 000 kr",
            "Kvar av årets ram: Årets ram 2026 300000 = 300000.",
        ],
    ),
    (
        "yearly_frame",
        {"cap": 10_000},
        {"pot": OTHERS},
        [
            "lowered: 2 500 kr; 2 500 kr kvar av 10 000 kr",
            (
                "Kvar av årets ram: Årets ram 2026 10000, −Beviljat före 3500, −Kom in före"
                " 4000 = 2500 (+4000)."
            ),
        ],
    ),
    (
        "yearly_frame",
        {"cap": 7_500},
        {"asked": 1, "pot": OTHERS},
        [
            "lowered: 0 kr; 0 kr kvar av 7 500 kr",
            (
                "Kvar av årets ram: Årets ram 2026 7500, −Beviljat före 3500, −Kom in före"
                " 4000 = 0 (+4000)."
            ),
        ],
    ),
    (
        "yearly_frame",
        {"cap": 3_500},
        {"pot": OTHERS},
        [
            "stops: 0 kr; 0 kr kvar av 3 500 kr",
            ("Kvar av årets ram: Årets ram 2026 3500, −Beviljat före 3500, −Kom in före 4000 = 0."),
        ],
    ),
    (
        "yearly_share",
        {"percent": 80, "cap_per_applicant": 8_000},
        {},
        [
            "met: 8 000 kr; 8 000 kr kvar av 8 000 kr",
            (
                "Högst per sökande och år: 80 procent av potten 10 000 kr 8000 = 8000."
                " 8 000 kr per sökande och år, 80 procent av potten 10 000 kr"
            ),
        ],
    ),
    (
        "yearly_share",
        {"cap_per_applicant": 10_000},
        {"own": OTHERS},
        [
            "lowered: 2 500 kr; 2 500 kr kvar av 10 000 kr",
            (
                "Högst per sökande och år: Högst per sökande 2026 10000, −Beviljat samma år"
                " 2026-007 3500, −Sökt tidigare samma år 2026-008 4000 = 2500 (+4000). 10"
                " 000 kr per sökande och år minus 3 500 kr beviljat samma år minus 4 000 kr"
                " sökt tidigare samma år"
            ),
        ],
    ),
    (
        "yearly_share",
        {"percent": 80, "cap_per_applicant": 9_000},
        {},
        [
            "met: 8 000 kr; 8 000 kr kvar av 8 000 kr",
            (
                "Högst per sökande och år: 80 procent av potten 10 000 kr 8000 = 8000. 8"
                " 000 kr per sökande och år, 80 procent av potten 10 000 kr"
            ),
        ],
    ),
    (
        "yearly_share",
        {"percent": 90, "cap_per_applicant": 9_500},
        {},
        [
            "met: 8 000 kr; 9 000 kr kvar av 9 000 kr",
            (
                "Högst per sökande och år: 90 procent av potten 10 000 kr 9000 = 9000. 9"
                " 000 kr per sökande och år, 90 procent av potten 10 000 kr"
            ),
        ],
    ),
    (
        "yearly_share",
        {"percent": 80},
        {"asked": 8_001},
        [
            "lowered: 8 000 kr; 8 000 kr kvar av 8 000 kr",
            (
                "Högst per sökande och år: 80 procent av potten 10 000 kr 8000 = 8000. 8"
                " 000 kr per sökande och år, 80 procent av potten 10 000 kr"
            ),
        ],
    ),
    (
        "yearly_share",
        {"percent": 80, "cap_per_applicant": 5_000},
        {},
        [
            "lowered: 5 000 kr; 5 000 kr kvar av 5 000 kr",
            (
                "Högst per sökande och år: Högst per sökande 2026 5000 = 5000. 5 000 kr per"
                " sökande och år"
            ),
        ],
    ),
    (
        "yearly_share",
        {"cap_per_applicant": 3_000},
        {"own": OTHERS},
        [
            "lowered: 0 kr; 0 kr kvar av 3 000 kr",
            (
                "Högst per sökande och år: Högst per sökande 2026 3000, −Beviljat samma år"
                " 2026-007 3500, −Sökt tidigare samma år 2026-008 4000 = 0. 3 000 kr per"
                " sökande och år minus 3 500 kr beviljat samma år minus 4 000 kr sökt"
                " tidigare samma år"
            ),
        ],
    ),
    (
        "funding",
        {},
        {"costs": 9_000, "other_funding": 4_000},
        [
            "lowered: 5 000 kr; högst 5 000 kr, se nedan",
            ("Inte finansierat på annat sätt: Kostnader 9000, −Annan finansiering 4000 = 5000."),
        ],
    ),
    (
        "funding",
        {},
        {"costs": 9_000, "other_funding": 1_000},
        [
            "met: 8 000 kr; högst 8 000 kr, se nedan",
            ("Inte finansierat på annat sätt: Kostnader 9000, −Annan finansiering 1000 = 8000."),
        ],
    ),
    (
        "funding",
        {},
        {"costs": 4_000, "other_funding": 9_000},
        [
            "lowered: 0 kr; högst 0 kr, se nedan",
            ("Inte finansierat på annat sätt: Kostnader 4000, −Annan finansiering 9000 = 0."),
        ],
    ),
    ("funding", {}, {"costs": None}, ["stops: saknas; kostnader behövs"]),
    (
        "cost_share",
        {"percent": 50, "basis": "resekostnaderna"},
        {"costs": 7_001},
        [
            "lowered: 3 500 kr; 50 procent av resekostnaderna, 7 001 kr",
            (
                "Del av kostnaderna: 50 procent av resekostnaderna 7001 = 3500. 50 procent"
                " av resekostnaderna, som är 7 001 kr"
            ),
        ],
    ),
    (
        "cost_share",
        {"percent": 50},
        {"costs": 16_000},
        [
            "met: 8 000 kr; 50 procent av kostnaderna, 16 000 kr",
            (
                "Del av kostnaderna: 50 procent av kostnaderna 16000 = 8000. 50 procent av"
                " kostnaderna, som är 16 000 kr"
            ),
        ],
    ),
    ("cost_share", {"percent": 50}, {"costs": None}, ["stops: saknas; kostnader behövs"]),
    (
        "per_person_day",
        {"cap_per_person_day": 300, "max_days": 5, "max_persons": 3},
        {"participants": 8, "participant_days": 6},
        [
            "lowered: 4 500 kr; 300 kr för 3 personer i 5 dagar",
            (
                "Högst per person och dag: Per person och dag 300, ×Deltagare (ansökan har"
                " 8) 3, ×Dagar (ansökan har 6) 5 = 4500. 300 kr per person och dag för 3 av"
                " 8 deltagare i 5 av 6 dagar"
            ),
        ],
    ),
    (
        "per_person_day",
        {"cap_per_person_day": 300, "max_days": 5, "max_persons": 3},
        {"participants": 3, "participant_days": 5},
        [
            "lowered: 4 500 kr; 300 kr för 3 personer i 5 dagar",
            (
                "Högst per person och dag: Per person och dag 300, ×Deltagare 3, ×Dagar 5 ="
                " 4500. 300 kr per person och dag för 3 personer i 5 dagar"
            ),
        ],
    ),
    (
        "per_person_day",
        {"cap_per_person_day": 300},
        {"participants": 1, "participant_days": 1},
        [
            "lowered: 300 kr; 300 kr för 1 person i 1 dag",
            (
                "Högst per person och dag: Per person och dag 300, ×Deltagare 1, ×Dagar 1 ="
                " 300. 300 kr per person och dag för 1 person i 1 dag"
            ),
        ],
    ),
    (
        "per_person_day",
        {"cap_per_person_day": 1_000},
        {"participants": 4, "participant_days": 2},
        [
            "met: 8 000 kr; 1 000 kr för 4 personer i 2 dagar",
            (
                "Högst per person och dag: Per person och dag 1000, ×Deltagare 4, ×Dagar 2"
                " = 8000. 1 000 kr per person och dag för 4 personer i 2 dagar"
            ),
        ],
    ),
    ("per_person_day", {"cap_per_person_day": 300}, {}, ["stops: saknas; antal deltagare behövs"]),
    (
        "per_person_day",
        {"cap_per_person_day": 300},
        {"participants": 1, "ends_on": None},
        ["stops: saknas; första och sista dag behövs"],
    ),
    (
        "per_pupil",
        {"cap_compulsory": 400},
        {"association": SCHOOL, "pupils": 20},
        [
            "met: 8 000 kr; 400 kr per elev, 20 elever",
            (
                "Högst per elev: Per elev i grundskolan 400, ×Elever 20 = 8000. 400 kr per"
                " elev i grundskolan för 20 elever"
            ),
        ],
    ),
    (
        "per_pupil",
        {"cap_compulsory": 400},
        {"asked": 399, "association": SCHOOL, "pupils": 1},
        [
            "met: 399 kr; 400 kr per elev, 1 elev",
            (
                "Högst per elev: Per elev i grundskolan 400, ×Elever 1 = 400. 400 kr per"
                " elev i grundskolan för 1 elev"
            ),
        ],
    ),
    (
        "per_pupil",
        {"cap_compulsory": 400},
        {"association": MUNICIPAL, "pupils": 19},
        [
            "lowered: 7 600 kr; 400 kr per elev, 19 elever",
            (
                "Högst per elev: Per elev i grundskolan 400, ×Elever 19 = 7600. 400 kr per"
                " elev i grundskolan för 19 elever"
            ),
        ],
    ),
    (
        "per_pupil",
        {"cap_upper_secondary": 300},
        {"association": replace(SCHOOL, school_form=SchoolForm.UPPER_SECONDARY), "pupils": 20},
        [
            "lowered: 6 000 kr; 300 kr per elev, 20 elever",
            (
                "Högst per elev: Per elev i gymnasieskolan 300, ×Elever 20 = 6000. 300 kr"
                " per elev i gymnasieskolan för 20 elever"
            ),
        ],
    ),
    (
        "per_pupil",
        {"cap_other": 300},
        {"association": replace(SCHOOL, school_form=SchoolForm.OTHER), "pupils": 2},
        [
            "lowered: 600 kr; 300 kr per elev, 2 elever",
            (
                "Högst per elev: Per elev i annan skolform 300, ×Elever 2 = 600. 300 kr per"
                " elev i annan skolform för 2 elever"
            ),
        ],
    ),
    (
        "per_pupil",
        {"cap_other": 300},
        {"association": SCHOOL, "pupils": 2},
        ["not_applicable: Grundskola; inget högsta belopp"],
    ),
    (
        "per_pupil",
        {"cap_other": 300},
        {"association": SCHOOL},
        ["stops: saknas; antal elever behövs"],
    ),
    (
        "per_pupil",
        {"cap_other": 300},
        {"association": replace(SCHOOL, school_form=None), "pupils": 2},
        ["stops: saknas; skolform behövs"],
    ),
    ("per_pupil", {"cap_other": 300}, {}, ["not_applicable: ; sökanden är ingen skola"]),
    (
        "base_amount",
        {"permille": 6, "round_to": 10, "cap_percent": 15},
        {"participants": 30, "base_amount": 59_200, "own": OTHERS},
        [
            "lowered: 1 380 kr; 360 kr för 30 personer",
            (
                "Del av prisbasbeloppet: Per deltagare (0,6 procent av 59 200 kr, avrundat)"
                " 360, ×Deltagare 30 = 10800. 360 kr per deltagare (0,6 procent av"
                " prisbasbeloppet) för 30 personer"
            ),
            (
                "Högst per sökande och år: 15 procent av prisbasbeloppet 8880, −Beviljat"
                " samma år 2026-007 3500, −Sökt tidigare samma år 2026-008 4000 = 1380"
                " (+4000). 8 880 kr per sökande och år, 15 procent av prisbasbeloppet 59"
                " 200 kr minus 3 500 kr beviljat samma år minus 4 000 kr sökt tidigare"
                " samma år"
            ),
        ],
    ),
    (
        "base_amount",
        {"permille": 6, "round_to": 10},
        {"asked": 360, "participants": 1, "base_amount": 59_200},
        [
            "met: 360 kr; 360 kr för 1 person",
            (
                "Del av prisbasbeloppet: Per deltagare (0,6 procent av 59 200 kr, avrundat)"
                " 360, ×Deltagare 1 = 360. 360 kr per deltagare (0,6 procent av"
                " prisbasbeloppet) för 1 person"
            ),
        ],
    ),
    (
        "base_amount",
        {"permille": 6},
        {"asked": 356, "participants": 1, "base_amount": 59_200},
        [
            "lowered: 355 kr; 355 kr för 1 person",
            (
                "Del av prisbasbeloppet: Per deltagare (0,6 procent av 59 200 kr, avrundat)"
                " 355, ×Deltagare 1 = 355. 355 kr per deltagare (0,6 procent av"
                " prisbasbeloppet) för 1 person"
            ),
        ],
    ),
    (
        "base_amount",
        {"permille": 6, "min_days": 3},
        {"asked": 300, "participants": 1, "base_amount": 59_200},
        [
            "met: 300 kr; 355 kr för 1 person",
            (
                "Del av prisbasbeloppet: Per deltagare (0,6 procent av 59 200 kr, avrundat)"
                " 355, ×Deltagare 1 = 355. 355 kr per deltagare (0,6 procent av"
                " prisbasbeloppet) för 1 person"
            ),
        ],
    ),
    (
        "base_amount",
        {"permille": 6, "min_days": 4},
        {"participants": 1, "base_amount": 59_200},
        ["stops: 3 dagar; minst 4 dagar"],
    ),
    (
        "base_amount",
        {"permille": 6, "min_days": 4},
        {"participants": 1, "base_amount": 59_200, "ends_on": None},
        ["stops: saknas; första och sista dag behövs"],
    ),
    (
        "base_amount",
        {"permille": 6},
        {"participants": 1},
        ["stops: okänt; prisbasbeloppet för 2026 är inte inlagt"],
    ),
    (
        "base_amount",
        {"permille": 6},
        {"base_amount": 59_200},
        ["stops: saknas; antal deltagare behövs"],
    ),
    (
        "late_deduction",
        {"closes": "03-02", "percent": 10},
        {},
        ["met: 2026-03-02; i tid, senast 2026-03-02"],
    ),
    (
        "late_deduction",
        {"closes": "03-01", "percent": 10},
        {},
        [
            "lowered: 7 200 kr; kom 2026-03-02, sista dag 2026-03-01: avdrag 10 procent",
            (
                "Efter avdrag för sen ansökan: Utan avdrag 8000, −Avdrag 10 procent 800 ="
                " 7200. 8 000 kr minus avdrag 10 procent för sen ansökan"
            ),
        ],
    ),
    (
        "late_deduction",
        {"closes": "02-20", "percent": 10},
        {"asked": 8_005},
        [
            "lowered: 6 404 kr; kom 2026-03-02, sista dag 2026-02-20: avdrag 20 procent",
            (
                "Efter avdrag för sen ansökan: Utan avdrag 8005, −Avdrag 20 procent 1601 ="
                " 6404. 8 005 kr minus avdrag 20 procent för sen ansökan"
            ),
        ],
    ),
    (
        "late_deduction",
        {"months_before": 2, "percent": 10},
        {"starts_on": None, "ends_on": None},
        ["stops: saknas; aktivitetens första dag behövs"],
    ),
    ("allowed_costs", {}, {}, ["stops: saknas; detaljerad budget behövs"]),
    (
        "allowed_costs",
        {},
        {
            "of_fund": True,
            "application_type": "project",
            "other_funding": 0,
            "lines": budget(food=5_000, gifts=3_000),
        },
        [
            "met: 8 000 kr; alla poster är av nämnda slag",
            "Kostnader som fonden täcker: Budget 8000 = 8000.",
        ],
    ),
    (
        "allowed_costs",
        {},
        {"of_fund": True, "application_type": "project", "lines": budget(food=5_000, gifts=3_000)},
        [
            "lowered: 6 000 kr; alla poster är av nämnda slag",
            "Kostnader som fonden täcker: Budget 8000, −Annan finansiering 2000 = 6000.",
        ],
    ),
    (
        "allowed_costs",
        {},
        {"of_fund": True, "application_type": "project", "lines": budget(food=9_000, travel=2_500)},
        [
            "note: 7 000 kr; inte bland exemplen: Resor",
            (
                "Kostnader som fonden täcker: Budget 11500, −Resor 2500, −Annan"
                " finansiering 2000 = 7000 (+2500)."
            ),
        ],
    ),
    (
        "allowed_costs",
        {},
        {"of_fund": True, "application_type": "", "lines": budget(travel=1_500)},
        [
            "lowered: 0 kr; alla poster är av nämnda slag",
            "Kostnader som fonden täcker: Budget 1500, −Annan finansiering 2000 = 0.",
        ],
    ),
    (
        "allowed_costs",
        {},
        {
            "of_fund": True,
            "application_type": "practice",
            "other_funding": None,
            "lines": (
                *budget(travel=4_000),
                replace(budget(hobby=500)[0], detail="biobesök"),
                *budget(rent=700),
            ),
        },
        [
            "note: 4 000 kr; inte bland exemplen: biobesök och Annat",
            ("Kostnader som fonden täcker: Budget 5200, −biobesök 500, −Annat 700 = 4000 (+1200)."),
        ],
    ),
]


@pytest.mark.parametrize(("kind", "figures", "facts", "words"), SAID)
def test_a_rule_lowers_the_sum_and_explains_its_ceiling(kind, figures, facts, words):
    assert says(kind, figures, **facts) == words
