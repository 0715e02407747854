"""Invented facts for the papers of visits, agreements and budget."""

from dataclasses import replace
from datetime import date
from typing import Any

from desktop.domain.cost_types import CUSTOM, CostType
from desktop.domain.visit_words import CeilingUnit, Party, Payer
from desktop.letters.facts import (
    AgreementFacts,
    BudgetOverviewFacts,
    InvitationFacts,
    Recipient,
    SettlementFacts,
    ShareRow,
    Signing,
    TripListFacts,
    VisitSheetFacts,
)
from desktop.letters.facts.budget import GrantLine, OwnLine, SetAside, SumLine, YearLine
from desktop.letters.facts.trips import TripPlaceRow, TripRow
from desktop.letters.facts.visits import PeopleRow, RuleLine, SettledRow, SheetCost

FIRST, LAST = date(2026, 2, 9), date(2026, 2, 12)
CAPPED = {
    CostType.LODGING: ShareRow(
        cost_type=CostType.LODGING,
        payer=Payer.HOST,
        ceiling_ore=120_000,
        ceiling_unit=CeilingUnit.NIGHT,
    ),
    CostType.INTERPRETING: ShareRow(
        cost_type=CostType.INTERPRETING,
        payer=Payer.SHARED,
        guest_share=40,
        note="När den behövs // When needed",
    ),
    CostType.GIFTS: ShareRow(
        cost_type=CostType.GIFTS,
        payer=Payer.OWN,
        ceiling_ore=50_000,
        ceiling_unit=CeilingUnit.ITEM,
    ),
}
LINES = tuple(
    CAPPED.get(kind, ShareRow(cost_type=kind, payer=payer)) for kind, payer in CUSTOM.items()
)
DETAIL = "6 gäster × 3 nätter × 950 kr"
LODGING = SettledRow(
    cost_type=CostType.LODGING,
    detail=DETAIL,
    amount=1_710_000,
    sek_ore=1_710_000,
    should=((Party.HOST, 1_710_000),),
    paid_by=Party.HOST,
)
ROWS = (
    LODGING,
    replace(
        LODGING,
        cost_type=CostType.FOOD,
        detail="6 gäster × 4 dagar × 520 kr",
        amount=1_248_000,
        sek_ore=1_248_000,
        should=((Party.HOST, 1_248_000),),
    ),
    replace(
        LODGING,
        cost_type=CostType.LOCAL_TRANSPORT,
        detail="",
        amount=420_000,
        sek_ore=420_000,
        should=((Party.HOST, 420_000),),
        paid_by=Party.GUEST,
    ),
    replace(
        LODGING,
        cost_type=CostType.TRAVEL,
        detail="6 biljetter",
        amount=552_000,
        currency="ISK",
        rate="0.0750",
        rate_on=date(2026, 1, 22),
        sek_ore=4_140_000,
        should=((Party.GUEST, 4_140_000),),
        paid_by=Party.GUEST,
    ),
)
PROGRAMME = (
    (FIRST, "Ankomst och gemensam middag"),
    (date(2026, 2, 10), "Fritidsgården Låtsas och ungdomsrådet"),
    (date(2026, 2, 11), "Arbetsmöte om höstens läger; Studiebesök i Musikens hus"),
    (LAST, "Avslutning och hemresa"),
)
PEOPLE = (
    PeopleRow(
        side="Grindavík",
        role="Projektledare",
        name="Jóna Tilbúinsdóttir",
        ages=(0, 0, 0, 1),
    ),
    PeopleRow(side="Grindavík", role="Tjänsteperson", ages=(0, 0, 0, 3)),
    PeopleRow(side="Grindavík", role="Ungdom", ages=(0, 2, 0, 0)),
    PeopleRow(side="Piteå", role="Projektledare", name="Ebba Sagolin", ages=(0, 0, 0, 1)),
)
COST = SheetCost(
    words="Logi",
    detail=DETAIL,
    planned_ore=1_710_000,
    real_ore=1_710_000,
    should="Piteå",
    paid_by="Piteå",
)
RULES = tuple(
    RuleLine(
        rule=rule,
        title=title,
        said=said,
        status=status,
        paragraph=paragraph,
        met=status == "Uppfylld",
    )
    for rule, title, said, status, paragraph in (
        ("P11", "Särskilt syfte", "", "Uppfylld", "Besök st. 2"),
        ("P10", "Varför inte digitalt", "", "Uppfylld", "Besök st. 1"),
        ("P11", "Unga deltar", "2 av 6 gäster, 33 procent", "Uppfylld", "Besök st. 2"),
        ("P12", "Överenskommelse", "2023-01-01 – 2027-12-31", "Uppfylld", "Besök st. 3"),
        ("P13", "En resa per ort", "räknar bara resor från Piteå", "Gäller inte", "Besök st. 4"),
        ("P14", "Kostnadsbärare", "kommunstyrelsen: Egen budget", "Uppfylld", "Kostnader"),
    )
)


def agreement(**base: Any) -> AgreementFacts:
    return AgreementFacts(
        **base,
        made_on=date(2026, 11, 9),
        document_id="agreement/2",
        ours=Signing(
            name="Piteå kommun",
            called="Piteå",
            organisation_number="212000-2759",
            signatory="Ebba Sagolin, internationell samordnare",
            authority="kommunstyrelsens delegationsordning, punkt 4.7",
        ),
        theirs=Signing(
            name="Grindavíkurbær", called="Grindavík", signatory="Jón Tilbúinn, bæjarstjóri"
        ),
        version=2,
        replaced_on=date(2022, 12, 15),
        areas="kultur, ungdom och näringsliv // culture, youth and business",
        arrival_place="Luleå eller Keflavik // Luleå or Keflavik",
        lines=LINES,
        valid_from=date(2027, 1, 1),
        valid_to=date(2030, 12, 31),
        notice_months=6,
        review_on=date(2028, 12, 1),
    )


def invitation(language: str = "sv-SE", **base: Any) -> InvitationFacts:
    english = language == "en-GB"
    return InvitationFacts(
        **base,
        language=language,
        made_on=date(2025, 12, 1),
        document_id=f"visit/2/invitation/{language}",
        recipient=Recipient(name="Grindavíkurbær", called="", contact="Jóna Tilbúinsdóttir"),
        number="B 2026-02",
        purpose="to compare youth centres" if english else "jämföra hur unga ordnar sin fritid",
        starts_on=FIRST,
        ends_on=LAST,
        guests=6,
        young=2,
        lines=LINES,
        agreed_on=date(2023, 1, 1),
        arrival_place="Luleå",
        programme=(
            (
                (FIRST, "Arrival and dinner together"),
                (date(2026, 2, 10), "The youth centre and the youth council"),
                (LAST, "Conclusion and journey home"),
            )
            if english
            else PROGRAMME
        ),
        answer_by=date(2025, 12, 19),
    )


def sheet(**base: Any) -> VisitSheetFacts:
    return VisitSheetFacts(
        **base,
        made_on=date(2026, 3, 12),
        document_id="visit/2/sheet",
        number="B 2026-02",
        title="Besök från Grindavík",
        days="9–12 februari 2026",
        stage="Avslutat",
        purpose="jämföra hur unga ordnar sin fritid i små orter, och planera höstens läger",
        goals=("Unga", "Kulturellt utbyte"),
        agenda=("11 Hållbara städer och samhällen",),
        approved="2026-01-09 av Ebba Sagolin",
        why_not_digital="studiebesök på två fritidsgårdar går inte att göra på skärm",
        people=PEOPLE,
        youth="2 av 6 gäster är 25 år eller yngre, 33 procent",
        programme=PROGRAMME,
        costs=(
            COST,
            replace(
                COST,
                words="Kost",
                detail="6 gäster × 4 dagar × 520 kr",
                planned_ore=1_248_000,
                real_ore=1_248_000,
            ),
            replace(
                COST,
                words="Lokala transporter",
                detail="",
                planned_ore=400_000,
                real_ore=420_000,
                paid_by="Grindavík",
            ),
            replace(
                COST,
                words="Resa",
                detail="",
                planned_ore=4_200_000,
                real_ore=4_140_000,
                own_amount="552 000 ISK, kurs 0,0750",
                should="Grindavík",
                paid_by="Grindavík",
            ),
        ),
        bearer="kommunstyrelsen bär våra kostnader ur egen budget",
        agreement="Delat enligt överenskommelsen från 2023-01-01",
        settlement="Piteå betalar 4 200 kr till Grindavík. Reglerat 2026-03-02",
        deviations=("Enkelrum för en gäst med assistans",),
        outcome="en gemensam plan för höstens läger, och ett digitalt nätverk för ungdomsråden",
        lessons="Boka buss före tåg.",
        reported="Rapporterat 2026-03-02",
        rules=RULES,
    )


def settlement(language: str = "sv-SE", **base: Any) -> SettlementFacts:
    return SettlementFacts(
        **base,
        language=language,
        made_on=date(2026, 3, 2),
        document_id=f"visit/2/settlement/{language}",
        number="B 2026-02",
        incoming=True,
        starts_on=FIRST,
        ends_on=LAST,
        guest="Grindavík",
        host="Piteå",
        ours=Party.HOST,
        agreed_from=date(2023, 1, 1),
        rows=(replace(ROWS[0], over_ore=60_000), *ROWS[1:]),
        should=((Party.HOST, 3_378_000), (Party.GUEST, 4_140_000)),
        paid=((Party.HOST, 2_958_000), (Party.GUEST, 4_560_000)),
        debts=((Party.HOST, Party.GUEST, 420_000),),
        deviation="Enkelrum för en gäst // A single room for one guest",
    )


TRIP = TripRow(
    number="B 2026-02",
    place="Grindavík",
    days="9–12 februari 2026",
    form="Inkommande",
    purpose="jämföra hur unga ordnar sin fritid",
    stage="Avslutat",
    guests=6,
    young=2,
    own=33_780,
    other=0,
)
TRIP_PLACE = TripPlaceRow(
    place="Grindavík",
    distance_km=1_930,
    used=1,
    allowed=1,
    project=1,
    incoming=2,
    digital=11,
    contacts=15,
    guests=14,
    young=5,
    own=51_250,
    other=86_000,
)


def trip_list(**base: Any) -> TripListFacts:
    return TripListFacts(
        **base,
        made_on=date(2026, 11, 21),
        document_id="trips/2023",
        first_year=2023,
        last_year=2026,
        places=(
            replace(
                TRIP_PLACE,
                place="Kandalaksja",
                distance_km=530,
                used=0,
                project=0,
                digital=0,
                contacts=0,
                incoming=0,
                guests=0,
                young=0,
                own=0,
                other=0,
            ),
            TRIP_PLACE,
            replace(
                TRIP_PLACE,
                place="Saint-Barthélemy",
                distance_km=7_400,
                used=0,
                digital=6,
                contacts=7,
                incoming=0,
                guests=4,
                young=0,
                own=0,
                other=92_400,
            ),
        ),
        trips=(
            TRIP,
            replace(
                TRIP,
                number="B 2026-05",
                form="Utgående",
                quota="i kvoten",
                stage="Planerat",
                days="6–9 maj 2026",
                purpose="planera höstens läger",
            ),
            replace(
                TRIP,
                number="B 2026-07",
                place="Saint-Barthélemy",
                form="Utgående",
                quota="utanför kvoten",
                own=0,
                other=92_400,
                days="30 september–8 oktober 2026",
                purpose="delta i projektet om gemensam historia",
            ),
        ),
        digital_percent=77,
        youth_percent=28,
        cited="Besök till vänorter, fjärde stycket",
    )


def budget_overview(**base: Any) -> BudgetOverviewFacts:
    return BudgetOverviewFacts(
        **base,
        made_on=date(2026, 11, 21),
        document_id="budget/2026-11-21",
        first_year=2023,
        last_year=2026,
        on=date(2026, 11, 21),
        year=2026,
        whole=421_800,
        left=74_320,
        proposed=16_500,
        calculation=(
            SumLine(words="Ram", amount=400_000, kind="frame"),
            SumLine(
                words="KS 2025-03-10 § 41, överfört från förra perioden",
                amount=20_000,
                kind="movement",
                day=date(2025, 3, 10),
            ),
            SumLine(
                words="Återbetalt bidrag",
                amount=1_800,
                kind="returned",
                day=date(2026, 5, 4),
                case="2025-003",
            ),
            SumLine(words="Beslutade bidrag", amount=-231_000, kind="decided"),
            SumLine(words="Egna kostnader", amount=-116_480, kind="own"),
            SumLine(words="Kvar", amount=74_320, kind="left"),
        ),
        years=tuple(
            YearLine(
                year=year,
                plan=100_000 if year < 2026 else None,
                asked=80_000,
                proposed=16_500 if year == 2026 else 0,
                decided=57_750,
                own=29_000 + (year - 2023) * 80,
                paid=52_000,
                returned=1_800 if year == 2025 else 0,
            )
            for year in range(2023, 2027)
        ),
        grants=tuple(
            GrantLine(
                place=place,
                scheme=scheme,
                asked=18_000,
                proposed=6_500,
                decided=3_500,
                paid=3_500,
                returned=0,
                left=6_500,
            )
            for place in ("Grindavík", "Kandalaksja", "Saint-Barthélemy")
            for scheme in ("Grundbidrag", "Aktivitetsbidrag")
        ),
        costs=(
            OwnLine(
                day=FIRST,
                words="B 2026-02, besök från Grindavík",
                purpose="Värdskap",
                bearer="kommunstyrelsen",
                amount=33_780,
            ),
            OwnLine(
                day=date(2026, 3, 3),
                words="Medlemsavgift Norrsken",
                purpose="Medlemskap",
                bearer="kommunstyrelsen",
                amount=12_000,
            ),
        ),
        allocations=(
            SetAside(purpose="Bidrag", year=None, amount=240_000, used=231_000, left=9_000),
            SetAside(purpose="Resor", year=2026, amount=30_000, used=32_000, left=-2_000),
        ),
        unset=151_800,
    )


def visit_samples(**base: Any) -> dict[str, Any]:
    """One of each kind."""
    return {
        "agreement": agreement(**base),
        "invitation": invitation(**base),
        "invitation_en": invitation("en-GB", **base),
        "visit_sheet": sheet(**base),
        "settlement": settlement(**base),
        "settlement_en": settlement("en-GB", **base),
        "trip_list": trip_list(**base),
        "budget_overview": budget_overview(**base),
    }
