"""The bytes: the same every time, with their own fonts, from any thread, and late to load."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.letters.compose import compose
from desktop.letters.content import Document, Heading, Letterhead, Paragraph, Run
from desktop.letters.glyphs import missing_glyphs
from desktop.letters.pictures import LONGEST, normal_coat
from desktop.letters.problems import BadPicture, IncompleteLetter, MissingGlyph
from desktop.letters.render import render
from tests.letters.pictures import COAT, picture
from tests.letters.samples import CHOIR, CONFIRMATION, PARTLY, SAMPLES
from tests.letters.structure import faults, opened, tree_text
from tests.letters.variants import HOSTILE, hostile

DIGESTS = """
import hashlib
from tests.letters.samples import SAMPLES
from desktop.letters.compose import compose
from desktop.letters.render import render
for kind, facts in SAMPLES.items():
    print(kind, hashlib.sha256(render(compose(kind, facts))).hexdigest())
"""

LOADED = """
import sys
import desktop.letters.compose, desktop.letters.render, desktop.letters.glyphs
import desktop.letters.text, desktop.letters.reasons, desktop.letters.pictures
import desktop.letters.scans, desktop.flow.papers
print(sorted({name.split(".")[0] for name in sys.modules} & {"reportlab", "PIL", "pikepdf"}))
"""


def python(code, **environment):
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
        encoding="utf-8",
        text=True,
    ).stdout


def digests():
    return {
        kind: hashlib.sha256(render(compose(kind, facts))).hexdigest()
        for kind, facts in SAMPLES.items()
    }


def test_the_same_facts_give_the_same_bytes_in_another_process_zone_and_language():
    said = python(DIGESTS, PYTHONHASHSEED="7", TZ="Pacific/Auckland", LANG="C", LC_ALL="C")

    assert dict(line.split() for line in said.splitlines()) == digests()


def test_the_order_in_which_papers_are_drawn_does_not_matter():
    before = digests()
    render(compose("decision_partly", hostile(PARTLY)))

    assert digests() == before


def test_papers_can_be_drawn_from_several_threads_at_once():
    with ThreadPoolExecutor(4) as pool:
        documents = [compose(kind, facts) for kind, facts in SAMPLES.items()] * 4
        drawn = list(pool.map(render, documents))

    assert drawn[: len(SAMPLES)] * 4 == drawn


def test_nothing_heavy_is_loaded_before_the_first_paper():
    assert python(LOADED).strip() == "[]"


@pytest.mark.parametrize("kind", SAMPLES)
def test_every_font_is_in_the_file_and_none_is_a_standard_one(kind):
    with opened(render(compose(kind, SAMPLES[kind]))) as pdf:
        fonts = [each for each in pdf.objects if _type(each) == "/Font"]

        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        assert {str(font.BaseFont)[8:] for font in fonts} <= {
            "NotoSans-Regular",
            "NotoSans-Bold",
            "DejaVuSans",
            "DejaVuSans-Bold",
        }


def _type(each):
    return str(each.get("/Type", "")) if isinstance(each, pikepdf.Dictionary) else ""


@pytest.mark.parametrize(
    "sign",
    ["\U0001f389", "\u05d0", "\u0639", "\u0905", "\u4e2d", "\ue000", "\u0e01"],
)
def test_a_character_that_no_font_shows_is_named_before_anything_is_drawn(sign):
    facts = replace(CONFIRMATION, recipient=replace(CHOIR, name=f"Kören {sign} i norr"))

    with pytest.raises(MissingGlyph) as trouble:
        render(compose("confirmation", facts))

    assert trouble.value.character == sign
    assert "Kören" in trouble.value.field


def test_every_missing_character_is_listed_once():
    facts = replace(CONFIRMATION, recipient=replace(CHOIR, name="\u4e2d\u6587\u4e2d"))

    found = missing_glyphs(compose("confirmation", facts))

    assert [each.character for each in found] == ["\u4e2d", "\u6587"]


def test_what_cannot_be_seen_is_dropped():
    name = "Kö\u00adren\x00 i\u200b\u202e n\ud800orr\r\n\tA\u030a"
    facts = replace(CONFIRMATION, recipient=replace(CHOIR, name=name))

    read = tree_text(render(compose("confirmation", facts)))

    assert "Kören i norr Å" in read


def test_hostile_words_are_printed_as_they_stand():
    facts = replace(PARTLY, reasons=(HOSTILE,))

    read = tree_text(render(compose("decision_partly", facts)))

    assert " ".join(HOSTILE.split()) in " ".join(read.split())


def test_an_address_becomes_a_link_and_a_strange_one_only_words():
    plain = render(compose("confirmation", CONFIRMATION))
    office = replace(CONFIRMATION.office, email="a)b(c@d")
    strange = render(compose("confirmation", replace(CONFIRMATION, office=office)))

    assert _links(plain) == ["mailto:samordnaren@kommun.example"]
    assert _links(strange) == []


def _links(data):
    with opened(data) as pdf:
        return [str(link.A.URI) for page in pdf.pages for link in page.obj.get("/Annots", [])]


def test_a_link_over_two_lines_is_two_areas_of_words():
    run = Run("en adress som är lång " * 5 + "och inte får plats på en rad")
    link = replace(run, link="https://www.kommun.example/anslag")
    document = _document(Paragraph(runs=(Run("Se "), link, Run(" i dag."))))

    data = render(document)

    assert faults(data, document) == []
    assert len(_links(data)) == 2


def test_a_word_wider_than_the_page_is_broken_and_read_whole():
    word = "https://www.kommun.example/" + "a" * 300
    document = _document(Paragraph(runs=(Run(f"Se {word} i dag."),)))

    assert word in tree_text(render(document))


def test_a_very_long_text_is_drawn():
    document = _document(Paragraph(runs=(Run("ord " * 20_000),)))

    assert len(opened(render(document)).pages) > 10


def _document(*blocks):
    return Document(
        kind="note",
        doc_id="note/1",
        title="Prov",
        created=CONFIRMATION.made_on,
        letterhead=Letterhead(municipality="Piteå kommun"),
        heading="Prov",
        blocks=(Heading(text="Del"), *blocks),
        running=("Piteå kommun", "Prov"),
    )


@pytest.mark.parametrize(
    ("mode", "kind"), [("RGBA", "PNG"), ("P", "PNG"), ("L", "PNG"), ("CMYK", "JPEG"), ("1", "PNG")]
)
def test_any_picture_becomes_opaque_rgb(mode, kind):
    coat = normal_coat(picture(mode, (900, 1100), kind))
    document = compose("confirmation", replace(CONFIRMATION, coat=coat))

    data = render(document)

    with opened(data) as pdf:
        image = pdf.pages[0].Resources.XObject["/coat"]
        assert image.ColorSpace == "/DeviceRGB"
        assert image.Height == LONGEST
        assert "/SMask" not in image
    assert faults(data, document) == []


@pytest.mark.parametrize("data", [b"", b"GIF89a", COAT[:200], b"<svg/>", b"%PDF-1.7"])
def test_what_is_no_picture_is_refused_in_words(data):
    with pytest.raises(BadPicture, match="bild"):
        normal_coat(data)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120), st.text(max_size=120))
def test_any_text_is_printed_or_refused(name, reason):
    facts = replace(PARTLY, recipient=replace(CHOIR, name=f"K {name}"), reasons=(reason,))
    try:
        document = compose("decision_partly", facts)
        data = render(document)
    except (IncompleteLetter, MissingGlyph):
        return

    assert faults(data, document) == []
