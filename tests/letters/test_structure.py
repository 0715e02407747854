"""Every paper is PDF/A-2a and PDF/UA-1 as far as we can tell, and the telling is sharp."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from desktop.letters.compose import compose
from desktop.letters.content import Heading, Paragraph, Run, Window
from desktop.letters.render import render
from tests.letters.blocks import BILINGUAL, CHARTED, PAPER, SCANNED, TABLED
from tests.letters.pictures import COAT
from tests.letters.samples import SAMPLES
from tests.letters.structure import faults, opened
from tests.letters.variants import bare, corrected, foreign, hostile, long

DECISIONS = [kind for kind in SAMPLES if kind.startswith("decision")]


def paper(facts, kind):
    document = compose(kind, facts)
    return document, render(document)


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_sample_reads_as_it_says_and_has_no_fault(kind):
    document, data = paper(replace(SAMPLES[kind], coat=COAT), kind)

    assert faults(data, document) == []


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_long_paper_has_three_pages_and_no_fault(kind):
    document, data = paper(long(kind), kind)

    assert faults(data, document) == []
    assert len(opened(data).pages) >= 3


@pytest.mark.parametrize("kind", SAMPLES)
def test_hostile_words_are_words(kind):
    document, data = paper(hostile(SAMPLES[kind]), kind)

    assert faults(data, document) == []


@pytest.mark.parametrize("kind", SAMPLES)
def test_names_from_other_languages_are_read(kind):
    document, data = paper(foreign(SAMPLES[kind]), kind)

    assert faults(data, document) == []


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_paper_without_its_optional_parts_has_no_fault(kind):
    document, data = paper(bare(kind), kind)

    assert faults(data, document) == []


@pytest.mark.parametrize("kind", DECISIONS)
def test_a_correction_has_no_fault(kind):
    document, data = paper(corrected(SAMPLES[kind]), kind)

    assert faults(data, document) == []


def test_a_window_at_the_right_has_no_fault():
    window = Window(left=115, top=50, fold=99)
    document, data = paper(replace(SAMPLES["confirmation"], window=window), "confirmation")

    assert faults(data, document) == []


def test_a_template_that_skips_a_level_of_heading_is_mended():
    document = compose("confirmation", SAMPLES["confirmation"])
    skipping = replace(document, blocks=(Heading(text="Djupt", level=3), *document.blocks))

    assert faults(render(skipping), skipping) == []


def test_the_file_claims_its_own_identity_and_day():
    document, data = paper(SAMPLES["confirmation"], "confirmation")
    other = render(replace(document, doc_id="another"))

    assert b"(D:20261109000000+00'00')" in data
    assert opened(data).trailer.ID[0] != opened(other).trailer.ID[0]


def test_only_the_metadata_differs_between_what_is_claimed():
    document = compose("confirmation", SAMPLES["confirmation"])
    with opened(render(document)) as full, opened(render(document, conformance="B")) as less:
        for one, other in zip(full.pages, less.pages, strict=True):
            assert one.Contents.read_raw_bytes() == other.Contents.read_raw_bytes()
        assert len(full.objects) == len(less.objects)
        differing = [
            number
            for number, (one, other) in enumerate(zip(full.objects, less.objects, strict=True))
            if isinstance(one, pikepdf.Stream) and one.read_raw_bytes() != other.read_raw_bytes()
        ]
        assert len(differing) == 1


# What the check is worth: each fault put in on purpose is found.


def mutated(change, document=None):
    sheet = replace(SAMPLES["committee_sheet"], coat=COAT)
    data = render(document or compose("committee_sheet", sheet))
    with opened(data) as pdf:
        change(pdf)
        out = io.BytesIO()
        mode = pikepdf.ObjectStreamMode.disable
        pdf.save(out, object_stream_mode=mode, fix_metadata_version=False)
        return out.getvalue()


def elements(pdf, kind):
    return [
        each
        for each in pdf.objects
        if isinstance(each, Dictionary) and each.get("/S") == Name(f"/{kind}") and "/P" in each
    ]


def content(pdf, change):
    page = pdf.pages[0]
    data = page.Contents.read_bytes()
    page.Contents.write(change(data))


def drop(pdf, kind, key):
    del elements(pdf, kind)[0][key]


def swap(pdf, kind, other):
    elements(pdf, kind)[0].S = Name(f"/{other}")


def no_font_file(pdf):
    fonts = pdf.pages[0].Resources.Font
    del next(iter(fonts.values())).FontDescriptor["/FontFile2"]


def fewer_cells(pdf):
    row = elements(pdf, "TR")[1]
    row.K = pikepdf.Array(list(row.K)[:-1])


FAULTS = {
    "Figure without Alt": lambda pdf: drop(pdf, "Figure", "/Alt"),
    "Figure without BBox": lambda pdf: drop(pdf, "Figure", "/A"),
    "TH without Scope": lambda pdf: drop(pdf, "TH", "/A"),
    "no ParentTree": lambda pdf: pdf.Root.StructTreeRoot.__delitem__("/ParentTree"),
    "no structure tree": lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"),
    "a level of heading is skipped": lambda pdf: swap(pdf, "H2", "H3"),
    "not one H1": lambda pdf: swap(pdf, "H1", "H2"),
    "outside every mark": lambda pdf: content(
        pdf,
        lambda data: re.sub(rb"/P<</MCID 1>>BDC(.*?)EMC", rb"\1", data, count=1, flags=re.DOTALL),
    ),
    "MCID 3 twice": lambda pdf: content(
        pdf, lambda data: data.replace(b"<</MCID 4>>", b"<</MCID 3>>", 1)
    ),
    "a glyph without meaning": lambda pdf: content(
        pdf, lambda data: re.sub(rb"Tf <..", rb"Tf <00", data, count=1)
    ),
    "is not embedded": no_font_file,
    "no language": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "not marked": lambda pdf: pdf.Root.__delitem__("/MarkInfo"),
    "title is not displayed": lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"),
    "no output intent": lambda pdf: pdf.Root.__delitem__("/OutputIntents"),
    "no title in the information": lambda pdf: pdf.docinfo.__delitem__("/Title"),
    "no tab order": lambda pdf: pdf.pages[0].obj.__delitem__("/Tabs"),
    "no StructParents": lambda pdf: pdf.pages[0].obj.__delitem__("/StructParents"),
    "unknown element": lambda pdf: swap(pdf, "P", "Quote"),
    "TR inside Sect": lambda pdf: swap(pdf, "Table", "TR"),
    "rows of different length": fewer_cells,
}


def first(pdf, kind, key):
    return next(each for each in elements(pdf, kind) if key in each)


def spoken_wrongly(pdf, kind, tag):
    first(pdf, kind, "/Lang").Lang = pikepdf.String(tag)


def silent(pdf, kind):
    del first(pdf, kind, "/Lang")["/Lang"]


def unmarked_picture(pdf):
    page = pdf.pages[1]
    data = page.Contents.read_bytes()
    pattern = rb"/Figure<</MCID \d+>>BDC\n(q [^\n]+ Do Q)\n([^\n]+)\nEMC"
    page.Contents.write(re.sub(pattern, rb"\1", data, count=1))


def seen_through(pdf):
    (image,) = pdf.pages[1].Resources.XObject.values()
    image.SMask = pdf.make_stream(b"")


def cmyk(pdf):
    (image,) = pdf.pages[1].Resources.XObject.values()
    image.ColorSpace = Name.DeviceCMYK


def packet(change):
    def changed(pdf):
        metadata = pdf.Root.Metadata
        metadata.write(change(metadata.read_bytes()))

    return changed


def annotation(change):
    return lambda pdf: change(pdf.pages[0].Annots[0])


def without_object(pdf):
    for link in elements(pdf, "Link"):
        link.K = pikepdf.Array([kid for kid in link.K if kid.get("/Type") != "/OBJR"])


def font_of(change):
    return lambda pdf: change(next(iter(pdf.pages[0].Resources.Font.values())))


LINKED = replace(
    PAPER,
    blocks=(Paragraph(runs=(Run("ett ord " * 20, link="https://www.kommun.example/"),)),),
)
RULES = {
    "7.2 Span without Lang": (BILINGUAL, lambda pdf: silent(pdf, "Span")),
    "7.2 passages in": (BILINGUAL, lambda pdf: silent(pdf, "Sect")),
    "7.2 Sect in the language 'engelska'": (
        BILINGUAL,
        lambda pdf: spoken_wrongly(pdf, "Sect", "engelska"),
    ),
    "7.2 Span in the language 'en_GB'": (
        BILINGUAL,
        lambda pdf: spoken_wrongly(pdf, "Span", "en_GB"),
    ),
    "7.3 Figure without Alt": (CHARTED, lambda pdf: drop(pdf, "Figure", "/Alt")),
    "7.3 Figure without BBox": (CHARTED, lambda pdf: drop(pdf, "Figure", "/A")),
    "7.1-3 Do outside every mark": (SCANNED, unmarked_picture),
    "6.2.10 a picture with": (SCANNED, seen_through),
    "6.2.4.3 a picture in other colours": (SCANNED, cmyk),
    "7.18.5 annotations outside the tree": (LINKED, without_object),
    "7.18.5 a link without words": (LINKED, annotation(lambda link: link.__delitem__("/Contents"))),
    "6.3.2 a link that is not printed": (LINKED, annotation(lambda link: link.__delitem__("/F"))),
    "6.5.1 a link that does something else": (
        LINKED,
        annotation(lambda link: link.A.__setitem__("/S", Name.JavaScript)),
    ),
    "7.18.1 a link of another element": (
        LINKED,
        annotation(lambda link: link.__setitem__("/StructParent", 999)),
    ),
    "7.5 TH without Scope": (TABLED, lambda pdf: drop(pdf, "TH", "/A")),
    "7.2-42 rows of different length": (TABLED, fewer_cells),
    "6.6.2.3 pdfuaid is not declared": (
        TABLED,
        packet(lambda data: data.replace(b"pdfaSchema:prefix", b"pdfaSchema:other")),
    ),
    "6.6.2 metadata is no XML": (TABLED, packet(lambda data: data.replace(b"</rdf:RDF>", b""))),
    "6.6.3 CreateDate differs": (TABLED, packet(lambda data: data.replace(b"2026-11", b"2026-12"))),
    "7.1-9 no title": (TABLED, packet(lambda data: data.replace(b">Prov<", b"><"))),
    "6.2.11.2 a font that is no subset": (
        TABLED,
        font_of(lambda font: font.__setitem__("/BaseFont", Name("/NotoSans-Bold"))),
    ),
    "6.2.11.6 a symbolic font with an encoding": (
        TABLED,
        font_of(lambda font: font.__setitem__("/Encoding", Name.WinAnsiEncoding)),
    ),
    "6.2.11.7 has no ToUnicode": (TABLED, font_of(lambda font: font.__delitem__("/ToUnicode"))),
    "6.2.11.5 other widths": (
        TABLED,
        font_of(lambda font: font.__setitem__("/Widths", pikepdf.Array([600]))),
    ),
    "7.20 page 0 uses": (
        TABLED,
        lambda pdf: pdf.pages[0].Resources.__setitem__("/ExtGState", Dictionary()),
    ),
    "14.7.2 ParentTreeNextKey is wrong": (
        TABLED,
        lambda pdf: pdf.Root.StructTreeRoot.__setitem__("/ParentTreeNextKey", 1),
    ),
}
"""Faults in what came later, each with the clause (of 14289-1, 19005-2, 32000-1) that it breaks."""


@pytest.mark.parametrize("rule", RULES)
def test_a_broken_rule_is_found(rule):
    document, change = RULES[rule]

    found = faults(mutated(change, document), document)

    assert any(rule.partition(" ")[2] in each for each in found), found


@pytest.mark.parametrize("document", [BILINGUAL, CHARTED, SCANNED, LINKED, TABLED])
def test_the_controls_without_a_fault_pass(document):
    assert faults(mutated(lambda pdf: None, document), document) == []


def test_the_control_without_a_fault_passes():
    assert faults(mutated(lambda pdf: None)) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_put_in_on_purpose_is_found(fault):
    found = faults(mutated(FAULTS[fault]))

    assert any(fault in each for each in found), found


def test_a_missing_space_between_lines_is_found():
    document, data = paper(SAMPLES["decision_partly"], "decision_partly")
    with opened(data) as pdf:
        font = pdf.pages[0].Resources.Font
        assert len(font) >= 2
        content(pdf, lambda data: re.sub(rb"20> Tj ET", rb"> Tj ET", data))
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)

    assert any("but says" in fault for fault in faults(out.getvalue(), document))


def test_a_missing_line_end_is_found():
    _, data = paper(SAMPLES["confirmation"], "confirmation")

    found = faults(data.replace(b"\nendstream", b"endstream ", 1))

    assert any("stream" in fault for fault in found)


def test_words_that_are_not_the_documents_are_found():
    document, data = paper(SAMPLES["confirmation"], "confirmation")

    assert faults(data, replace(document, heading="Något annat"))
