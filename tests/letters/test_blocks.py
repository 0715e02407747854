"""Blocks that the templates do not use: two languages, charts, pictures, copies, English."""

import io
import re
from dataclasses import fields, replace
from itertools import pairwise

import pikepdf
import pytest
from PIL import Image

from desktop.letters.bars import alternative
from desktop.letters.content import (
    Block,
    Chart,
    Clause,
    Document,
    Heading,
    PagePicture,
    Paragraph,
    Pot,
    Run,
    Series,
    SideBySide,
    own_words,
)
from desktop.letters.glyphs import missing_glyphs
from desktop.letters.layout.scale import scale_of
from desktop.letters.problems import BadPicture
from desktop.letters.render import render
from desktop.letters.text import document_text
from tests.letters.blocks import BILINGUAL, CHARTED, CHARTS, PAPER, PAPERS, SCAN, SCANNED
from tests.letters.pictures import picture
from tests.letters.structure import Checker, faults, opened, tree_text


def paper(*blocks: Block) -> Document:
    return replace(PAPER, blocks=blocks)


def checked(document: Document) -> Checker:
    """A check that has been made; it keeps its file open as long as it lives."""
    checker = Checker(opened(render(document)))
    checker.check(b"")
    return checker


def pages_with(document: Document, words: str) -> list[int]:
    """Which pages show words, in elements or beside them."""
    marks = checked(document).marks
    return sorted({page for (page, _), text in marks.items() if words in text})


@pytest.mark.parametrize("name", PAPERS)
def test_every_block_reads_as_it_says_and_has_no_fault(name):
    document = PAPERS[name]

    assert faults(render(document), document) == []


# Two languages.


def test_a_clause_is_read_whole_in_one_language_before_the_other():
    clause = Clause(
        titles=("Boende", "Lodging"),
        left=((Run("Värden betalar. " * 20),), (Run("Gästen reser."),)),
        right=((Run("The host pays. " * 9),), (Run("The guest travels."),)),
    )
    read = tree_text(render(paper(SideBySide(heads=("Svenska", "English"), clauses=(clause,)))))

    places = [
        read.index(each)
        for each in ("1. Boende", "Värden", "Gästen", "1. Lodging", "The host", "The guest")
    ]
    assert places == sorted(places)


def test_clauses_go_on_from_a_number_and_can_be_without():
    clause = Clause(left=((Run("Höger"),),), right=((Run("Right"),),))
    block = SideBySide(heads=("Svenska", "English"), clauses=(clause, clause), first=4)

    assert "5. Right" in tree_text(render(paper(block)))
    assert "5." not in tree_text(render(paper(replace(block, numbered=False))))


def test_both_sides_of_a_clause_begin_at_one_height_on_the_same_page():
    with opened(render(BILINGUAL)) as pdf:
        for page in pdf.pages:
            tops = _tops(page)
            left = {up for x, up in tops if x < page.MediaBox[2] / 2}
            right = {up for x, up in tops if x >= page.MediaBox[2] / 2}

            assert tops
            assert left == right


def _tops(page):
    """Where the bold numbers of clauses stand: they are drawn first on their lines."""
    found = []
    lines = page.Contents.read_bytes().decode("ascii").splitlines()
    for before, line in pairwise(lines):
        if before.startswith("/H2") and line.startswith("BT "):
            words = line.split()
            found.append((float(words[5]), float(words[6])))
    return found


def test_the_heads_of_the_columns_are_read_once_and_seen_on_every_page():
    data = render(BILINGUAL)

    assert tree_text(data).split().count("English") == 1
    with opened(data) as pdf:
        shown = [page.Contents.read_bytes().count(b"/Artifact BMC") for page in pdf.pages]
    assert len(shown) > 1
    assert all(shown)


def test_every_side_says_its_language():
    checker = checked(BILINGUAL)
    spoken = [(own, str(each.Lang)) for own, each in checker.elements if "/Lang" in each]

    assert spoken.count(("Sect", "en-GB")) == spoken.count(("Sect", "sv-SE")) == 12
    assert ("Span", "en-GB") in spoken


def test_words_in_another_language_are_one_span_over_two_lines():
    run = Run("an agreement on the sharing of costs between two towns " * 4, lang="en-GB")
    checker = checked(paper(Paragraph(runs=(Run("Det heter "), run, Run(" på engelska.")))))

    spans = [each for own, each in checker.elements if own == "Span"]
    assert len(spans) == 1
    assert checker.said(spans[0]).count("two towns") == 4


# Links.


def test_a_link_over_two_lines_is_one_element_whose_areas_say_all_of_it():
    words = ("en adress som är lång " * 8).strip()
    run = Run(words, link="https://www.kommun.example/anslag")
    document = paper(Paragraph(runs=(Run("Se "), run, Run(" i dag."))))
    data = render(document)

    assert faults(data, document) == []
    with opened(data) as pdf:
        checker = Checker(pdf)
        checker.check(b"")
        said = [str(link.Contents) for link in pdf.pages[0].Annots]
    assert [own for own, _ in checker.elements].count("Link") == 1
    assert len(said) > 1
    assert set(said) == {words}


def test_a_link_over_two_pages_is_one_element():
    run = Run("en adress som är lång " * 500, link="https://www.kommun.example/anslag")
    document = paper(Paragraph(runs=(run,)))

    assert faults(render(document), document) == []


# Charts.


def test_a_chart_says_every_number_when_no_table_follows():
    chart = replace(CHARTS[1], table=False)
    (figure,) = _figures(paper(chart))

    assert "2022: Beviljat 96\u00a0500\u00a0kr, Utbetalt 96\u00a0500\u00a0kr" in figure
    assert "2024: Beviljat 154\u00a0000\u00a0kr, Utbetalt \u2013" in figure


def test_a_chart_with_a_table_says_where_the_numbers_are():
    (figure,) = _figures(paper(CHARTS[1]))

    assert figure == (
        "Stapeldiagram: Beviljat, utbetalt och återkrävt. Beviljat, Utbetalt, Återkrävt. "
        "Siffrorna står i tabellen under diagrammet."
    )
    assert "Summa 883 000 kr" in document_text(paper(CHARTS[1])).replace("\n", " ")


def _figures(document: Document) -> list[str]:
    checker = checked(document)
    return [str(each.Alt) for kind, each in checker.elements if kind == "Figure"][1:]


def test_categories_that_have_no_room_under_columns_lie():
    names = tuple(f"Föreningarnas internationella samarbete nummer {each}" for each in range(9))
    chart = Chart(
        title="Per område", categories=names, series=(Series(name="Antal", values=(1,) * 9),),
        head="Område", unit="",
    )  # fmt: skip
    document = paper(chart)

    assert faults(render(document), document) == []
    assert _box(document)[3] - _box(document)[1] > 9 * 15


def _box(document: Document) -> list[float]:
    checker = checked(document)
    figures = [each for kind, each in checker.elements if kind == "Figure"]
    return [float(edge) for edge in figures[-1].A.BBox]


def test_more_bars_than_a_page_holds_become_several_figures_on_one_scale():
    names = tuple(f"Förening {each}" for each in range(90))
    series = (Series(name="Beviljat", values=tuple(range(90))),)
    document = paper(
        Chart(title="Alla", categories=names, series=series, head="Förening", table=False)
    )

    figures = _figures(document)
    assert len(figures) > 1
    assert "Förening 89" in figures[-1]
    assert faults(render(document), document) == []


@pytest.mark.parametrize("lying", [False, True])
@pytest.mark.parametrize("stacked", [False, True])
@pytest.mark.parametrize(
    "values", [(0, 0), (None, None), (-5, -7), (1, 2), (10**9, -(10**9)), (None, 3)]
)
def test_any_numbers_are_drawn_inside_the_page(values, stacked, lying):
    series = tuple(Series(name=f"Serie {each}", values=values) for each in range(5))
    chart = Chart(
        title="Tal", categories=("A", "B"), series=series, head="Vad", stacked=stacked, lying=lying
    )
    document = paper(chart)
    data = render(document)

    assert faults(data, document) == []
    with opened(data) as pdf:
        for page in pdf.pages:
            for line in page.Contents.read_bytes().decode("ascii").splitlines():
                if line.startswith("BT "):
                    assert 70 < float(line.split()[5]) < 530


@pytest.mark.parametrize(
    ("series", "categories"), [((), ("A",)), ((Series(name="B", values=(1, 2)),), ("A",))]
)
def test_a_chart_that_cannot_be_drawn_is_refused(series, categories):
    with pytest.raises(ValueError, match="chart"):
        Chart(title="Fel", categories=categories, series=series, head="Vad")


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([0], (0, 1)),
        ([3], (0, 1, 2, 3)),
        ([240_500], (0, 50_000, 100_000, 150_000, 200_000, 250_000)),
        ([-12, 40], (-20, 0, 20, 40)),
    ],
)
def test_a_scale_has_round_steps_and_0(values, ticks):
    assert scale_of(values).ticks == ticks


def test_a_character_in_a_chart_without_table_is_looked_for():
    series = (Series(name="Antal \u4e2d", values=(1,)),)
    document = paper(Chart(title="Tal", categories=("A",), series=series, head="Vad", table=False))

    assert [each.character for each in missing_glyphs(document)] == ["\u4e2d"]


# Pictures.


def test_a_picture_has_a_page_of_its_own_and_text_goes_on_after_it():
    assert pages_with(SCANNED, "Ansökan som den kom in") == [1]
    assert pages_with(SCANNED, "Efter bilderna") == [3]


def test_a_jpeg_is_kept_as_it_is():
    with opened(render(SCANNED)) as pdf:
        (image,) = pdf.pages[1].Resources.XObject.values()

        assert image.Filter == "/DCTDecode"
        assert image.read_raw_bytes() == SCAN


@pytest.mark.parametrize(
    ("mode", "kind", "colours"),
    [
        ("CMYK", "JPEG", "/DeviceRGB"),
        ("RGBA", "PNG", "/DeviceRGB"),
        ("P", "PNG", "/DeviceRGB"),
        ("1", "PNG", "/DeviceGray"),
        ("L", "JPEG", "/DeviceGray"),
    ],
)
def test_any_scan_is_opaque_and_grey_or_rgb(mode, kind, colours):
    document = paper(PagePicture(data=picture(mode, kind=kind), alternative="En skannad sida"))
    data = render(document)

    assert faults(data, document) == []
    with opened(data) as pdf:
        (image,) = pdf.pages[1].Resources.XObject.values()
        assert image.ColorSpace == colours


def test_a_scan_of_sixteen_bits_of_grey_keeps_its_tones():
    out = io.BytesIO()
    Image.new("I;16", (40, 30), 0x8000).save(out, "PNG")
    with opened(render(paper(PagePicture(data=out.getvalue(), alternative="Grått")))) as pdf:
        (image,) = pdf.pages[1].Resources.XObject.values()

        assert set(image.read_bytes()) == {0x80}


def test_the_same_scan_twice_is_in_the_file_once():
    one = PagePicture(data=SCAN, alternative="Sidan")
    with opened(render(paper(one, one))) as pdf:
        images = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]

        assert len(images) == 2  # with the coat of arms


def test_a_picture_without_words_is_refused():
    with pytest.raises(ValueError, match="words"):
        PagePicture(data=SCAN, alternative=" ")


@pytest.mark.parametrize("data", [b"", b"GIF89a", SCAN[:300], picture()[:90]])
def test_what_is_no_picture_is_refused_when_drawn(data):
    with pytest.raises(BadPicture, match=r"[Bb]ild"):
        render(paper(PagePicture(data=data, alternative="Sidan")))


def test_a_scan_of_one_row_keeps_inside_the_page():
    document = paper(PagePicture(data=picture("RGB", (2000, 3), "PNG"), alternative="En rad"))

    assert faults(render(document), document) == []


# Copies and pages.


def test_a_copy_says_so_on_every_page_and_first_of_all():
    data = render(SCANNED)

    assert tree_text(data).startswith("Maskad kopia\n")
    with opened(data) as pdf:
        frames = [_first_frame(page) for page in pdf.pages]
    assert len(set(frames)) == 1
    assert frames[0] > 800


def _first_frame(page):
    found = re.search(rb"([\d.]+) [\d.]+ [\d.]+ re S", page.Contents.read_bytes())
    return float(found[1]) if found else 0.0


def test_a_paper_without_mark_says_nothing():
    assert "kopia" not in tree_text(render(replace(SCANNED, mark="")))


def test_a_heading_can_begin_a_page():
    document = paper(Paragraph(runs=(Run("Ett."),)), Heading(text="Två", fresh=True))

    assert pages_with(document, "Två") == [1]


# The paper's language.


def test_a_paper_in_english_says_its_own_words_in_english():
    read = tree_text(render(PAPERS["in_english"]))

    assert "Checksum" in read
    assert "Total SEK 883,000" in document_text(PAPERS["in_english"]).replace("\n", " ")
    assert not {"Sida", "Kontrolltal", "Summa"} & set(read.split())


def test_the_page_number_and_the_coat_are_in_english():
    data = render(PAPERS["in_english"])
    with opened(data) as pdf:
        checker = Checker(pdf)
        checker.check(b"")
        alternatives = [str(each.Alt) for own, each in checker.elements if own == "Figure"]

    assert alternatives[0] == "Coat of arms of Piteå kommun"
    assert alternatives[1].startswith("Column chart: Granted by year.")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv-SE", "Av 9\u00a0000\u00a0kr är 10\u00a0kr beslutat"),
        ("en-GB", "Of SEK\u00a09,000, SEK\u00a010 is decided"),
    ],
)
def test_sums_are_written_as_the_language_does(language, said):
    pot = Pot(cap=9000, decided=10, proposed=0, left=8990)

    assert alternative(pot, own_words(language)).startswith(said)


def test_every_own_word_is_in_every_language():
    swedish, english = own_words("sv-SE"), own_words("en-US")

    for each in fields(swedish):
        assert getattr(english, each.name)
        assert getattr(english, each.name) != getattr(swedish, each.name)


def test_the_charted_paper_gives_the_same_bytes_twice():
    assert render(CHARTED) == render(CHARTED)


def test_a_table_with_row_heads_says_so():
    with opened(render(PAPERS["tabled"])) as pdf:
        heads = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary)
            and each.get("/S") == "/TH"
            and each.A.Scope == "/Row"
        ]

    assert len(heads) == 101
