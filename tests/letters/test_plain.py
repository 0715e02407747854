"""Plain Swedish in every paper: short sentences, no stiff words, no holes, nothing untrue."""

import re
import tomllib

import pytest

from desktop.letters.compose import compose
from desktop.letters.template import KINDS, SHARED, builtin
from desktop.letters.text import document_text
from tests.letters.samples import DECIDED, SAMPLES
from tests.letters.variants import bare

MOST_WORDS = 25
"""More words than this in a fixed sentence is too long to read aloud in one breath."""
STIFF = (
    r"\bhärmed\b", r"\bvänligen\b", r"\bi enlighet med\b", r"\bavseende\b", r"\berlägg",
    r"\bjämlikt\b", r"\bmedelst\b", r"\bovan(stående|nämnd)", r"\btillse\b", r"\bdock\b",
    r"\bsamt\b", r"\bbeträffande\b", r"\bföreligger\b", r"\bemedan\b", r"\bhuruvida\b",
    r"\binkommit\b", r"\btill godo\b", r"\bj?fr\b", r"\bm\.fl\.", r"\betc\b", r"\bosv\b",
)  # fmt: skip
UNTRUE = (
    r"(?i)kommittén (har |som )?(beslut|bevilj|avsl|avvis|fatta)",
    r"(?i)förvaltningslagen|\bFL\b",
    r"(?i)(2[5-9]|3\d|4\d) §",
)
HOLES = (
    r"N/A",
    r"\bNone\b",
    r"[{}]",
    r"\*\*",
    r" {2,}",
    r" [.,;:]",
    r"\.\.",
    r"\(\)",
    r"^[^\w–]+$",
)


def strings(value):
    """Every text in a template, whatever it lies in."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in {"when", "unless", "part", "include", "rule"}:
                yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def sentences(text):
    return [each for each in re.split(r"(?<=[.?:!])\s+", text) if each]


def papers():
    """Every kind as it is, and with all that is optional left out; every outcome and scheme."""
    for kind in SAMPLES:
        yield kind, SAMPLES[kind]
        yield f"{kind}, bare", bare(kind)
    for (outcome, scheme), facts in DECIDED.items():
        yield f"{outcome}, {scheme}", facts


PAPERS = dict(papers())


def test_every_kind_has_its_sample():
    assert set(SAMPLES) == set(KINDS)


@pytest.mark.parametrize("name", [*KINDS, *SHARED])
def test_no_fixed_sentence_is_long(name):
    long = [
        each
        for text in strings(tomllib.loads(builtin(name)))
        for each in sentences(text)
        if len(each.split()) > MOST_WORDS
    ]

    assert long == []


@pytest.mark.parametrize("name", [*KINDS, *SHARED])
def test_no_template_is_stiff_or_says_what_is_not_so(name):
    for text in strings(tomllib.loads(builtin(name))):
        assert [each for each in (*STIFF, *UNTRUE) if re.search(each, text)] == [], text


@pytest.mark.parametrize("name", PAPERS)
def test_no_paper_is_stiff_or_has_a_hole(name):
    facts = PAPERS[name]
    kind = name.split(",")[0] if name.split(",")[0] in KINDS else f"decision_{facts.outcome}"

    for line in document_text(compose(kind, facts)).replace("\u00a0", " ").splitlines():
        found = [each for each in (*STIFF, *UNTRUE, *HOLES) if re.search(each, line)]
        assert found == [], line


@pytest.mark.parametrize("name", PAPERS)
def test_every_sentence_of_a_paragraph_begins_large_and_ends(name):
    facts = PAPERS[name]
    kind = name.split(",")[0] if name.split(",")[0] in KINDS else f"decision_{facts.outcome}"
    from desktop.letters.content import Lead, Paragraph, runs_text  # noqa: PLC0415 - only here

    for block in compose(kind, facts).blocks:
        if not isinstance(block, Lead | Paragraph):
            continue
        text = runs_text(block.runs)
        assert text.endswith((".", "?", ":")), text
        for each in sentences(text):
            assert each[0].isupper() or each[0].isdigit() or each[0] in "”(", text
