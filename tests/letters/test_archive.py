"""An outside judge of PDF/A-2b, and the files that the letters carry."""

import importlib.util
import io
from pathlib import Path

import pytest
from PIL import ImageCms
from reportlab.pdfbase.ttfonts import TTFontFile

from desktop.letters.compose import compose
from desktop.letters.pdf.fonts import FILES
from desktop.letters.render import render
from desktop.paths import resources
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
def test_the_judge_refuses_a_file_without_its_profile():
    from pikepdf import pdfa  # noqa: PLC0415

    data = render(compose("confirmation", SAMPLES["confirmation"]), conformance="B")
    broken = data.replace(b"/OutputIntents", b"/OutputIntentz")

    assert not pdfa.validate_written(io.BytesIO(broken), "2b").passed


def _judged(facts, kind):
    from pikepdf import pdfa  # noqa: PLC0415

    data = render(compose(kind, facts), conformance="B")
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


def test_the_licences_lie_beside_the_fonts():
    texts = [path.read_text("utf-8") for path in Path(resources() / "fonts").glob("*.txt")]

    assert any("Open Font License" in text for text in texts)
    assert any("Bitstream Vera" in text for text in texts)
