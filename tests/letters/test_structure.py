"""Every paper is PDF/A-2a and PDF/UA-1 as far as we can tell, and the telling is sharp."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from desktop.letters.compose import compose
from desktop.letters.content import Heading, Window
from desktop.letters.render import render
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


def mutated(change):
    data = render(compose("committee_sheet", replace(SAMPLES["committee_sheet"], coat=COAT)))
    with opened(data) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
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
