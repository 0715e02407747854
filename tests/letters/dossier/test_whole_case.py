"""The whole case as one file: valid, complete, the same every time."""

import hashlib
import io
import re
import subprocess

import pikepdf
import pytest

from desktop.letters.dossier.bind import NOT_MASKED, bind
from desktop.letters.dossier.mask import written
from desktop.letters.dossier.merge import page_count
from desktop.letters.dossier.originals import MOST_PAGES
from tests.letters.dossier.whole_cases import (
    HIDDEN,
    LETTERS,
    ODD,
    SEEN,
    letter,
    original,
    paper,
    pdf_file,
    whole,
)
from tests.letters.dossier.whole_structure import whole_faults, words
from tests.letters.structure import opened, tree_text

HOSTILE_NAMES = (
    "../../etc/passwd",
    "C:\\fönster\\con",
    "con.pdf",
    'a<b>:"|?*.txt',
    "\u202egpj.exe",
    "",
    "...",
    "n" * 400 + ".pdf",
    "rad\nbrott\x00.txt",
    "ett\U0001f600.txt",
)


def embedded(data):
    with opened(data) as pdf:
        return {str(spec.UF): spec.EF.F.read_bytes() for spec in pdf.Root.get("/AF", ())}


def test_letters_alone_make_a_pdf_a_2a_without_fault():
    made = bind(whole(*LETTERS))

    assert whole_faults(made.data, part=2) == []
    assert made.left_out == ()


def test_an_original_makes_it_pdf_a_3a_without_fault():
    made = bind(whole(LETTERS[0], original(b"hej", name="mejl.txt", media="text/plain")))

    assert whole_faults(made.data, part=3) == []


def test_an_empty_case_has_contents_and_journal():
    made = bind(whole())

    assert whole_faults(made.data, part=2) == []
    assert made.embedded == 0
    assert "Journal" in words(made.data)


@pytest.mark.parametrize("kind", ODD)
def test_what_cannot_be_shown_is_embedded_and_said(kind):
    data, media = ODD[kind]
    made = bind(whole(original(data, media=media)))

    assert whole_faults(made.data, part=3) == []
    assert list(embedded(made.data).values()) == [data]
    assert "kan inte visas" in words(made.data)


@pytest.mark.parametrize("kind", SEEN)
def test_pictures_and_pdf_files_are_shown_page_by_page(kind):
    data, media, pages = SEEN[kind]
    made = bind(whole(original(data, media=media)))

    with opened(made.data) as pdf:
        shown = [
            str(each.Alt)
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]
    assert whole_faults(made.data, part=3) == []
    assert [alt for alt in shown if "Bild av" in alt] == [
        f"Bild av sida {number} av {pages} i En handling" for number in range(1, pages + 1)
    ]
    assert list(embedded(made.data).values()) == [data]


def test_a_long_original_is_shown_in_part_and_embedded_whole():
    data = pdf_file(MOST_PAGES + 5)
    made = bind(whole(original(data, media="application/pdf")))

    assert whole_faults(made.data, part=3) == []
    assert f"de första {MOST_PAGES} av {MOST_PAGES + 5} sidor" in words(made.data)
    assert list(embedded(made.data).values()) == [data]


def test_every_file_comes_out_byte_for_byte(tmp_path):
    papers = (*LETTERS, *(original(data, media=media) for data, media in ODD.values()))
    made = bind(whole(*papers))
    path = tmp_path / "hela.pdf"
    path.write_bytes(made.data)

    out = embedded(made.data)

    assert [out[name] for name in sorted(out)] == [each.data for each in papers]
    for each in papers:
        digest = hashlib.sha256(each.data).hexdigest()
        assert digest in words(made.data).replace("\n", "").replace(" ", "")


def test_hostile_file_names_are_tamed_and_no_two_are_alike():
    papers = [
        original(str(at).encode(), name=name, title=name) for at, name in enumerate(HOSTILE_NAMES)
    ]
    made = bind(whole(*papers))

    names = list(embedded(made.data))

    assert whole_faults(made.data, part=3) == []
    assert len({name.casefold() for name in names}) == len(HOSTILE_NAMES)
    assert all(len(name) <= 110 for name in names)
    assert not [name for name in names if re.search(r'[\\/:*?"<>|\x00-\x1f\u202e]', name)]
    assert list(embedded(made.data).values()) == [str(at).encode() for at in range(len(names))]


def test_sixty_documents_are_bound_with_right_page_numbers():
    papers = [
        paper(letter(kind), title=f"Brev {at} {kind}", name=f"{kind}.pdf")
        for at, kind in enumerate(["confirmation", "decision_partly", "delegation_list"] * 20)
    ]
    made = bind(whole(*papers))

    assert whole_faults(made.data, part=2) == []
    with opened(made.data) as pdf:
        assert made.pages == len(pdf.pages)
        with pdf.open_outline() as outline:
            pages = {page.obj.objgen: at for at, page in enumerate(pdf.pages, 1)}
            begins = {each.title: pages[each.destination[0].objgen] for each in outline.root}
    text = words(made.data).splitlines()
    for each in papers:
        at = text.index(f"{each.title} ") if f"{each.title} " in text else text.index(each.title)
        assert text[at + 2].strip() == str(begins[each.title])


def test_the_letters_read_as_they_did():
    made = bind(whole(*LETTERS))

    read = words(made.data)

    for each in LETTERS:
        assert tree_text(each.data) in read


def test_the_pages_of_a_letter_keep_their_content_and_bear_the_page_of_the_whole(tmp_path):
    made = bind(whole(LETTERS[2]))
    with opened(LETTERS[2].data) as one, opened(made.data) as pdf:
        old = one.pages[0].Contents.read_bytes()
        count = page_count(LETTERS[2].data)
        new = pdf.pages[len(pdf.pages) - count].Contents[0].read_bytes()
    path = tmp_path / "hela.pdf"
    path.write_bytes(made.data)

    text = subprocess.run(
        ["pdftotext", path, "-"],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert new == old
    assert f"Hela ärendet 2026-014, sida {made.pages} av {made.pages}" in text


def test_the_same_case_gives_the_same_bytes():
    papers = (LETTERS[0], original(SEEN["pdf"][0], media="application/pdf"))

    assert bind(whole(*papers)).data == bind(whole(*papers)).data


def test_progress_is_told_to_the_end():
    told = []
    bind(whole(*LETTERS), lambda done, of: told.append((done, of)))

    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def test_a_masked_case_leaves_originals_out_and_says_so():
    made = bind(whole(*LETTERS, original(b"hemligt"), hidden=HIDDEN, originals=False))

    assert whole_faults(made.data, part=2) == []
    assert made.embedded == 0
    assert made.left_out == ("En handling",)
    assert NOT_MASKED in words(made.data)
    assert b"hemligt" not in made.data


def test_originals_can_be_let_along_with_a_masked_case():
    made = bind(whole(*LETTERS, original(b"hemligt"), hidden=HIDDEN, originals=True))

    assert whole_faults(made.data, part=3) == []
    assert list(embedded(made.data).values()) == [b"hemligt"]


def test_a_letter_that_cannot_be_masked_is_left_out():
    made = bind(whole(paper(pdf_file(), title="Främmande"), hidden=HIDDEN))

    assert made.left_out == ("Främmande",)


@pytest.mark.parametrize("papers", [LETTERS, (LETTERS[0], original(SEEN["pdf"][0])), ()])
def test_the_judge_passes_the_whole_case(papers):
    from pikepdf import pdfa  # noqa: PLC0415

    # The judge knows 3b, which allows everything that 2b does, and no claim of PDF/UA.
    with opened(bind(whole(*papers)).data) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
        packet = re.sub(
            r"<rdf:Description [^>]*pdfuaid.*?</rdf:Description>\n(?=</rdf:RDF)",
            "",
            packet,
            flags=re.DOTALL,
        )
        packet = packet.replace(">A</pdfaid", ">B</pdfaid").replace("part>2<", "part>3<")
        pdf.Root.Metadata.write(packet.encode())
        data = written(pdf)

    report = pdfa.validate_written(io.BytesIO(data), "3b")

    assert [str(each) for each in report.findings] == []
