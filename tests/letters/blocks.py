"""Papers that show every block the templates do not use: invented, nobody real."""

from dataclasses import replace
from datetime import date

from desktop.letters.content import (
    Cell,
    Chart,
    Clause,
    Column,
    Document,
    Heading,
    Letterhead,
    PagePicture,
    Paragraph,
    Run,
    Series,
    SideBySide,
    Signature,
    Signatures,
    Table,
)
from tests.letters.pictures import COAT, picture

HEAD = Letterhead(municipality="Piteå kommun", lines=("Kommunledningsförvaltningen",), coat=COAT)
PAPER = Document(
    kind="note",
    doc_id="note/1",
    title="Prov",
    created=date(2026, 11, 21),
    letterhead=HEAD,
    label="Prov",
    side=(("Datum", "2026-11-21"),),
    heading="Ett prov på det som mallarna inte har",
    running=("Piteå kommun", "Prov"),
    checksum="0123456789ab",
)


def _words(text: str) -> tuple[Run, ...]:
    return (Run(text),)


SWEDISH = "Värdkommunen betalar boende, mat och resor på orten för högst sex gäster i fem nätter. "
ENGLISH = "The host town pays lodging, meals and local travel for no more than six guests. "
CLAUSES = tuple(
    Clause(
        titles=(f"Parter och syfte {number}", f"Parties and purpose {number}"),
        left=(_words(SWEDISH * (1 + number % 4)), _words("Mer än så betalar gästen.")),
        right=(_words(ENGLISH * (1 + number % 3)), _words("The guest pays what exceeds it.")),
    )
    for number in range(1, 13)
)
BILINGUAL = replace(
    PAPER,
    heading="Avtal om kostnadsfördelning",
    blocks=(
        Paragraph(
            runs=(
                Run("Avtalet kallas på engelska "),
                Run("Agreement on the sharing of costs", lang="en-GB"),
                Run(" och gäller på båda språken."),
            )
        ),
        SideBySide(heads=("Svenska", "English"), clauses=CLAUSES),
        Signatures(each=(Signature(name="Ebba Sagolin"), Signature(name="Sigrún Tilbúin"))),
    ),
)
YEARS = ("2021", "2022", "2023", "2024", "2025")
GRANTED = Series(name="Beviljat", values=(182_000, 96_500, 210_000, 154_000, 240_500))
PAID = Series(name="Utbetalt", values=(150_000, 96_500, 188_000, None, 201_000))
BACK = Series(name="Återkrävt", values=(0, 12_000, 4_500, 0, 26_000))
KEPT = Series(name="Kvar", values=(40_000, 60_000, -12_000, 31_000, 8_000))
PLACES = ("Grindavík", "Kandalaksja", "Saint-Barthélemy", "Föreningar utan ort i riktlinjerna")
CHARTS = (
    Chart(title="Beviljat per år", categories=YEARS, series=(GRANTED,), head="År"),
    Chart(
        title="Beviljat, utbetalt och återkrävt",
        categories=YEARS,
        series=(GRANTED, PAID, BACK),
        head="År",
        total=True,
    ),
    Chart(
        title="På varandra",
        categories=YEARS,
        series=(GRANTED, PAID, BACK),
        head="År",
        stacked=True,
        table=False,
    ),
    Chart(
        title="Ansökningar per ort",
        categories=PLACES,
        series=(
            Series(name="Grundbidrag", values=(4, 2, 0, 1)),
            Series(name="Aktivitetsbidrag", values=(7, 1, 3, 0)),
        ),
        head="Ort",
        unit="",
        lying=True,
    ),
    Chart(
        title="Fem fyllningar, ett tal under noll",
        categories=YEARS,
        series=(GRANTED, PAID, KEPT, BACK, replace(PAID, name="Planerat")),
        head="År",
        table=False,
    ),
    Chart(
        title="Fem fyllningar på varandra, liggande",
        categories=PLACES,
        series=tuple(
            replace(each, values=each.values[:4])
            for each in (GRANTED, PAID, KEPT, BACK, replace(PAID, name="Planerat"))
        ),
        head="Ort",
        stacked=True,
        lying=True,
        table=False,
    ),
)
CHARTED = replace(PAPER, heading="Årets siffror", blocks=CHARTS)
SCAN = picture("RGB", (900, 1300), "JPEG")
SCANNED = replace(
    PAPER,
    heading="Akten",
    mark="Maskad kopia",
    blocks=(
        Paragraph(runs=_words("Akten har två skannade sidor.")),
        PagePicture(
            data=SCAN,
            alternative="Skannad ansökan, sida 1 av 2",
            title="Ansökan",
            caption="Ansökan som den kom in, sida 1 av 2.",
        ),
        PagePicture(data=picture("L", (1300, 900)), alternative="Skannad ansökan, sida 2 av 2"),
        Heading(text="Beslutet", fresh=True),
        Paragraph(runs=_words("Efter bilderna följer text.")),
    ),
)
IN_ENGLISH = replace(
    PAPER,
    language="en-GB",
    mark="Draft",
    heading="Report on the year",
    blocks=(
        Paragraph(
            runs=(Run("Money from the pot "), Run("aktivitetsbidrag", lang="sv-SE"), Run("."))
        ),
        replace(CHARTS[0], title="Granted by year", head="Year", total=True),
        Paragraph(runs=_words("Text that fills the page. " * 300)),
    ),
)


def _row(number: int) -> tuple[Cell, ...]:
    return tuple(Cell(lines=(_words(said),)) for said in (f"Nr {number}", "Kören", "5 000 kr"))


TABLED = replace(
    PAPER,
    blocks=(
        Table(
            columns=tuple(Column(title=each, weight=1) for each in ("Nummer", "Vem", "Summa")),
            rows=tuple(_row(number) for number in range(100)),
            total=_row(100),
            row_heads=True,
        ),
    ),
)
PAPERS = {
    "bilingual": BILINGUAL,
    "charted": CHARTED,
    "scanned": SCANNED,
    "in_english": IN_ENGLISH,
    "tabled": TABLED,
}
