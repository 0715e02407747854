"""An outside judge of PDF/A-2b, and the files that the letters carry."""

import importlib.util
import io
from pathlib import Path

import pikepdf
import pytest
from PIL import ImageCms
from reportlab.pdfbase.ttfonts import TTFontFile

from desktop.letters.compose import compose
from desktop.letters.pdf.fonts import FILES
from desktop.letters.render import render
from desktop.paths import resources
from tests.letters.blocks import PAPERS
from tests.letters.samples import SAMPLES
from tests.letters.srgb import PROFILE, profile
from tests.letters.variants import foreign, hostile, long

# `find_spec` of a part would load pikepdf.pdfa, which raises when its own needs are missing.
judge = pytest.mark.skipif(
    importlib.util.find_spec("fontTools") is None or importlib.util.find_spec("jsonschema") is None,
    reason="pikepdf[pdfa] is not here",
)


def plain(facts):
    return facts


@judge
@pytest.mark.parametrize("change", [plain, hostile, foreign])
@pytest.mark.parametrize("kind", SAMPLES)
def test_the_judge_passes_every_paper(kind, change):
    assert _judged(change(SAMPLES[kind]), kind) == []


@judge
@pytest.mark.parametrize("kind", ["decision_partly", "delegation_list"])
def test_the_judge_passes_long_papers(kind):
    assert _judged(long(kind), kind) == []


@judge
@pytest.mark.parametrize("name", PAPERS)
def test_the_judge_passes_every_block(name):
    assert _judged_document(PAPERS[name]) == []


@judge
def test_the_judge_refuses_a_file_without_its_profile():
    from pikepdf import pdfa  # noqa: PLC0415

    data = render(compose("confirmation", SAMPLES["confirmation"]), conformance="B")
    broken = data.replace(b"/OutputIntents", b"/OutputIntentz")

    assert not pdfa.validate_written(io.BytesIO(broken), "2b").passed


def _judged(facts, kind):
    return _judged_document(compose(kind, facts))


def _judged_document(document):
    from pikepdf import pdfa  # noqa: PLC0415

    data = render(document, conformance="B")
    report = pdfa.validate_written(io.BytesIO(data), "2b")
    return [] if report.passed else [str(finding) for finding in report.findings]


def test_the_profile_is_the_one_we_make():
    assert PROFILE.read_bytes() == profile()
    assert len(profile()) < 4000


def test_the_profile_is_srgb_of_version_2():
    made = ImageCms.ImageCmsProfile(str(PROFILE)).profile

    assert made.version == pytest.approx(2.1)
    assert (made.xcolor_space.strip(), made.device_class) == ("RGB", "mntr")


@pytest.mark.parametrize("name", FILES.values())
def test_every_font_is_static_truetype_small_and_licensed(name):
    path = resources() / "fonts" / name
    font = TTFontFile(str(path))

    assert {"glyf", "loca", "cmap"} <= set(font.table)
    assert not {"CFF ", "fvar"} & set(font.table)
    assert path.stat().st_size < 1_500_000


@judge
@pytest.mark.parametrize("name", ["bilingual", "charted"])
def test_every_glyph_is_as_wide_as_the_file_says(name):
    """19005-2, 6.2.11.5: no more than a thousandth of an em apart."""
    font_tools = importlib.import_module("fontTools.ttLib")

    with pikepdf.open(io.BytesIO(render(PAPERS[name]))) as pdf:
        fonts = [each for each in pdf.objects if _is_font(each)]
        files = [font.FontDescriptor.FontFile2.read_bytes() for font in fonts]
        widths = [[float(wide) for wide in font.Widths] for font in fonts]

    assert fonts
    for data, said in zip(files, widths, strict=True):
        with font_tools.TTFont(io.BytesIO(data)) as face:
            (table,) = face["cmap"].tables
            for code, glyph in table.cmap.items():
                wide = face["hmtx"][glyph][0] * 1000 / face["head"].unitsPerEm
                assert glyph == ".notdef" or abs(wide - said[code]) <= 1
            named = {code for code, glyph in table.cmap.items() if glyph != ".notdef"}
            assert set(range(1, len(said))) <= named


def _is_font(each):
    return isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"


def test_the_licences_lie_beside_the_fonts():
    texts = [path.read_text("utf-8") for path in Path(resources() / "fonts").glob("*.txt")]

    assert any("Open Font License" in text for text in texts)
    assert any("Bitstream Vera" in text for text in texts)
