"""Masked copies: what is hidden is gone from glyphs, fonts, strings and metadata."""

import importlib
import io
import re
import subprocess
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from desktop.letters.compose import compose
from desktop.letters.content import Document, Letterhead, Paragraph, Run
from desktop.letters.dossier.glyphs import fonts_of
from desktop.letters.dossier.hidden import Hidden
from desktop.letters.dossier.mask import mask, recoverable
from desktop.letters.dossier.problems import Unmaskable
from desktop.letters.render import render
from tests.letters.dossier.whole_cases import ACCOUNT, CONTACT, EMAIL, HIDDEN, letter, pdf_file
from tests.letters.dossier.whole_structure import masked_faults
from tests.letters.samples import SAMPLES
from tests.letters.structure import opened

SECRETS = (ACCOUNT, "54029681", CONTACT, "Visström", EMAIL, "070-123 45 67", "850101-1236")


def said(*words, link=""):
    """A letter that says these words in a paragraph each."""
    return render(
        Document(
            kind="test",
            doc_id="test",
            title=f"Brev om {words[0]}"[:80],
            created=SAMPLES["confirmation"].made_on,
            letterhead=Letterhead(municipality="Piteå kommun"),
            heading="Ett brev",
            blocks=tuple(Paragraph(runs=(Run(each, link=link),)) for each in words),
        )
    )


def read_by_poppler(data, tmp_path):
    path = tmp_path / "brev.pdf"
    path.write_bytes(data)
    command = ["pdftotext", "-raw", path, "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def selected(data):
    pdf = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    return text


def every_byte(data):
    """All strings and all streams of a file, unpacked."""
    with opened(data) as pdf:
        parts = [data]
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                parts.append(each.read_bytes() if "/Width" not in each else b"")
            parts.append(each.unparse())
        return b"\n".join(parts)


def squeezed(text):
    return re.sub(r"[\s\u00a0-]", "", text).casefold()


@pytest.mark.parametrize("kind", SAMPLES)
def test_every_kind_of_letter_can_be_masked_without_fault(kind, tmp_path):
    made = mask(letter(kind), HIDDEN)

    assert masked_faults(made) == []
    for text in (read_by_poppler(made, tmp_path), selected(made)):
        assert not [each for each in SECRETS if squeezed(each) in squeezed(text)]


def test_the_rest_of_the_letter_stays_where_it_was(tmp_path):
    words = f"Betalas till bankgiro {ACCOUNT} i november."
    before, after = said(words), mask(said(words), HIDDEN)

    boxes = [_places(each) for each in (before, after)]

    assert boxes[0]["november."] == pytest.approx(boxes[1]["november."], abs=0.6)
    assert read_by_poppler(after, tmp_path).count("november.") == 1


def _places(data):
    found = {}
    pdf = pypdfium2.PdfDocument(data)
    text = pdf[0].get_textpage()
    words = text.get_text_bounded()
    at = words.index("november.")
    found["november."] = text.get_charbox(at)[0]
    pdf.close()
    return found


@pytest.mark.parametrize(
    "words",
    [
        f"Konto {ACCOUNT}.",
        "Konto 54029681.",
        "Konto 5402 9681.",
        "Konto 5402\u20139681.",
        "Ring GRETA VISSTRÖM.",
        "Visström, Greta har skrivit.",
        "Det är Visströms sak.",
        f"Skriv till {EMAIL} i dag.",
        "Skriv till nagon.annan@forening.example i dag.",
        "Ring 070 123 45 67 eller +46 70-123 45 67.",
        "Hon heter 850101-1236 i rullorna.",
        "Numret 19850101 1236 också.",
        "Till IBAN SE45 5000 0000 0583 9825 7466 i dag.",
        "Till plusgiro 12 34 56-6 i dag.",
        "ord " * 18 + "Greta " + "Visström " * 3 + ACCOUNT,
        "x" * 60 + " " + EMAIL.replace("@", "." + "lang" * 30 + "@") + " slut",
    ],
)
def test_it_is_found_however_it_is_written(words, tmp_path):
    made = mask(said(words), HIDDEN)
    text = squeezed(read_by_poppler(made, tmp_path) + selected(made))

    assert masked_faults(made) == []
    secrets = (
        "9681",
        "visström",
        "greta",
        "@trollslandan",
        "@forening",
        "1234567",
        "850101",
        "9825",
        "123456",
        "langlang",
    )
    assert not [each for each in secrets if each in text]


@pytest.mark.parametrize(
    "words",
    [
        "Gretas Visströmmar",
        "Ärende 2026-014 den 2026-11-09",
        "212000-2759",
        "Kontrolltal 9f3a b1c2",
    ],
)
def test_other_words_are_left_alone(words, tmp_path):
    hidden = replace(HIDDEN, names=("Greta Visström", "Visström"))

    assert words in read_by_poppler(mask(said(words), hidden), tmp_path).replace("\u00a0", " ")


def test_the_offices_own_address_is_public(tmp_path):
    made = mask(letter("confirmation"), HIDDEN)

    assert "samordnaren@kommun.example" in read_by_poppler(made, tmp_path)


def test_neither_string_nor_stream_nor_title_says_it():
    name = "Zäkert Qwyxström"
    hidden = Hidden(names=(name,))
    made = mask(said(f"{name} har skrivit.", "Annat."), hidden)
    raw = every_byte(made)

    assert every_byte(said(name)).count(name.encode("utf-16-be").hex().encode()) > 0
    for form in (
        name.encode(),
        name.encode("utf-16-be"),
        name.encode("utf-16-be").hex().encode(),
    ):
        assert form not in raw
    assert str(opened(made).docinfo.Title).startswith("Maskad kopia: Brev om ███")


def test_the_fonts_no_longer_know_letters_that_only_the_hidden_words_had():
    hidden = Hidden(names=("Qwyxström",))
    made = mask(said("Qwyxström kom."), hidden)
    with opened(made) as pdf:
        page = pdf.pages[0]
        known = {sign for font in fonts_of(page).values() for sign in font.meaning.values()}
        fonts = list(page.obj.Resources.Font.values())
        sizes = [len(font.FontDescriptor.FontFile2.read_bytes()) for font in fonts]
    with opened(said("Qwyxström kom.")) as pdf:
        before = [
            len(font.FontDescriptor.FontFile2.read_bytes())
            for font in pdf.pages[0].obj.Resources.Font.values()
        ]

    assert not known & set("Qwyx")
    assert min(sizes) < max(before)
    assert sum(sizes[: len(before)]) < sum(before)


def test_the_scrubbed_fonts_are_still_fonts():
    font_tools = importlib.import_module("fontTools.ttLib")

    with opened(mask(letter("decision_partly"), HIDDEN)) as pdf:
        for font in pdf.pages[0].obj.Resources.Font.values():
            data = font.FontDescriptor.FontFile2.read_bytes()
            read = font_tools.TTFont(io.BytesIO(data), checkChecksums=2)
            assert read["maxp"].numGlyphs + 1 == len(read["loca"].locations)
            for name in read.getGlyphOrder():
                assert read["glyf"][name] is not None


def test_a_link_to_somebody_hidden_becomes_plain_words():
    made = mask(said(EMAIL, link=f"mailto:{EMAIL}"), HIDDEN)

    assert masked_faults(made) == []
    with opened(made) as pdf:
        assert not [page for page in pdf.pages if "/Annots" in page.obj]


def test_the_same_letter_gives_the_same_copy():
    assert mask(letter("decision_partly"), HIDDEN) == mask(letter("decision_partly"), HIDDEN)


def test_nothing_to_hide_still_marks_the_copy(tmp_path):
    made = mask(letter("committee_sheet"), Hidden())

    assert masked_faults(made) == []
    assert read_by_poppler(made, tmp_path).count("Maskad kopia") == len(opened(made).pages)


def test_the_check_afterwards_is_sharp():
    assert recoverable(letter("decision_partly"), HIDDEN)
    assert not recoverable(mask(letter("decision_partly"), HIDDEN), HIDDEN)


@pytest.mark.parametrize("data", [pdf_file(), b"", b"%PDF-1.7 nothing"])
def test_a_file_that_is_none_of_ours_is_refused(data):
    with pytest.raises(Unmaskable):
        mask(data, HIDDEN)


def test_a_paper_that_goes_over_pages_is_masked_on_all(tmp_path):
    facts = replace(SAMPLES["completion_request"], items=(f"Fråga {CONTACT} om kvittot.",) * 90)
    made = mask(render(compose("completion_request", facts)), HIDDEN)

    assert masked_faults(made) == []
    assert CONTACT.split()[1] not in read_by_poppler(made, tmp_path)
