"""What is wrong with a letter's text, found before anybody adopts it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from desktop.domain.problems import Problem, problem
from desktop.domain.text import Text, plain, say
from desktop.letters.compose import compose, kind_of
from desktop.letters.editing import FIXED, Wording, read
from desktop.letters.glyphs import missing_glyphs
from desktop.letters.needs import needs_of
from desktop.letters.placeholder_names import NAMES, braces, name_of
from desktop.letters.problems import BadTemplate, IncompleteLetter
from desktop.letters.template import PLACEHOLDER, SHARED, builtin
from desktop.letters.words import values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.letters.facts import Facts
    from desktop.letters.template import TemplateBlock

TEXT = "text"
"""The field of what is wrong with the text as a whole."""
_OFTEN_EMPTY = frozenset(
    {
        "asked",
        "coding",
        "dnr",
        "email",
        "goals",
        "organisation_number",
        "period",
        "phone",
        "purpose",
        "rejected",
        "website",
    }
)
"""Values that any paper may lack."""
_DECIDES = re.compile(
    r"(?:kommittén|\{committee(?:_capital)?\})\s+(?:har\s+)?"
    r"(?:beslut(?:ar|ade|at|it)|bevilja[rt]?|beviljade|avslå[rs]?|avslog|godkän\w+)",
    re.IGNORECASE,
)
_STIFF = re.compile(r"\b(?:härmed|vänligen|förvaltningslagen)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Remark:
    """One thing that is wrong or doubtful in a text."""

    problem: Problem
    """Where ("heading", "side.0", "block.3", "block.0.1" in a box, or "text"), what, and remedy."""
    stops: bool
    """True when the text cannot be adopted; otherwise a written reason lets it through."""


@dataclass(frozen=True, kw_only=True)
class Words:
    """Words of a text and where they stand."""

    field: str
    """As in Remark."""
    text: str
    """The words."""
    when: tuple[str, ...] = ()
    """Values that are there whenever the words are shown."""
    unless: tuple[str, ...] = ()
    """Values that are not there then."""


def judge(name: str, text: str, facts: Facts) -> tuple[Remark, ...]:
    """Give everything that is wrong with a text; `facts` are an example of the paper it is for.

    For a shared text the facts are those of a paper that holds it.
    """
    try:
        wording = read(name, text)
    except BadTemplate as fault:
        return (
            Remark(
                problem=problem(
                    TEXT,
                    "Texten – går inte att läsa: {fault} – börja om från en tidigare version.",
                    fault=fault.fault,
                ),
                stops=True,
            ),
        )
    found = [*_unknown(wording, facts), *_blank(wording), *_needed(wording), *_doubtful(wording)]
    if not any(each.stops for each in found):
        found += _drawn(wording, text, facts)
    return tuple(found)


def words_in(wording: Wording) -> Iterator[Words]:
    """Give all words of a text in reading order."""
    template = wording.template
    if template is not None:
        for name in ("label", "title", "heading", "subtitle", "running"):
            if words := getattr(template, name):
                yield Words(field=name, text=words)
        for at, row in enumerate(template.side):
            yield Words(field=f"side.{at}", text=f"{row.label} {row.value}", when=row.when)
        for row in template.sender:
            yield Words(field=TEXT, text=row.value, when=row.when)
    yield from _block_words(wording.blocks, "block")


def _block_words(
    blocks: Iterable[TemplateBlock],
    field: str,
    when: tuple[str, ...] = (),
    unless: tuple[str, ...] = (),
) -> Iterator[Words]:
    for at, block in enumerate(blocks):
        here = f"{field}.{at}"
        held, lacking = (*when, *block.when), (*unless, *block.unless)
        if block.what == "box":
            yield from _block_words(block.inside, here, held, lacking)
        elif block.what not in FIXED:
            for words in block.words:
                yield Words(field=here, text=words, when=held, unless=lacking)


@cache
def may_be_empty(name: str) -> frozenset[str]:
    """Give the placeholders that the program's own text never uses without knowing them filled."""
    own = list(words_in(read(name, builtin(name))))
    guarding = {each for words in own for each in (*words.when, *words.unless)}
    bare = {
        each for words in own for each in PLACEHOLDER.findall(words.text) if each not in words.when
    }
    return frozenset(((guarding | _OFTEN_EMPTY) - bare) & NAMES.keys())


def _unknown(wording: Wording, facts: Facts) -> Iterator[Remark]:
    there = values(facts).keys()
    known = there & NAMES.keys()
    for words in words_in(wording):
        for each in {*words.when, *words.unless} - there:
            yield Remark(
                problem=problem(
                    words.field,
                    "Stycket – visas när {name}, som inte finns – ta bort det.",
                    name=each,
                ),
                stops=True,
            )
        for each in braces(words.text):
            if each not in known:
                yield Remark(
                    problem=problem(
                        words.field,
                        "{{{name}}} – finns inte att fylla i här – välj en uppgift i listan, eller"
                        " ta bort klamrarna.",
                        name=name_of(each),
                    ),
                    stops=True,
                )


def _blank(wording: Wording) -> Iterator[Remark]:
    if wording.template is not None and not wording.template.heading.strip():
        yield Remark(
            problem=problem("heading", "Rubrik – är tom – skriv vad brevet gäller."), stops=True
        )
    for words in words_in(wording):
        if words.field.startswith("block") and not words.text.strip():
            yield Remark(
                problem=problem(words.field, "Stycket – är tomt – skriv något, eller ta bort det."),
                stops=True,
            )
        if words.text.count("**") % 2:
            yield Remark(
                problem=problem(
                    words.field, "Fet stil – ** står ensamt – sätt ** före och efter orden."
                ),
                stops=False,
            )


def _needed(wording: Wording) -> Iterator[Remark]:
    there = list(words_in(wording))
    for need in needs_of(wording.name):
        if not need.met(wording, [each.text for each in there]):
            yield Remark(problem=Problem(TEXT, need.lacking), stops=need.stops)


def _doubtful(wording: Wording) -> Iterator[Remark]:
    risky = may_be_empty(wording.name)
    for words in words_in(wording):
        if _DECIDES.search(words.text):
            yield Remark(
                problem=problem(
                    words.field,
                    "Kommittén – hörs men beslutar aldrig – skriv vem som beslutar.",
                ),
                stops=True,
            )
        for stiff in dict.fromkeys(each.lower() for each in _STIFF.findall(words.text)):
            yield Remark(problem=Problem(words.field, _STIFF_WORDS[stiff]), stops=False)
        for each in PLACEHOLDER.findall(words.text):
            if each in risky and each not in words.when:
                yield Remark(
                    problem=problem(
                        words.field,
                        "{{{name}}} – saknas i en del brev, och då går de inte att göra – skriv"
                        " det i ett eget stycke.",
                        name=name_of(each),
                    ),
                    stops=False,
                )


_STIFF_WORDS = {
    "härmed": say("”Härmed” – behövs inte – stryk ordet."),
    "vänligen": say("”Vänligen” – behövs inte – skriv vad mottagaren ska göra."),
    "förvaltningslagen": say(
        "Förvaltningslagen – de flesta av dess regler gäller inte de här besluten – hänvisa till"
        " riktlinjen, eller låt kommunens jurist se texten."
    ),
}


def _drawn(wording: Wording, text: str, facts: Facts) -> Iterator[Remark]:
    """Compose the example with the text, as a paper would be."""
    shared = {wording.name: text} if wording.name in SHARED else None
    try:
        document = compose(kind_of(facts), facts, None if shared else text, shared=shared)
    except BadTemplate as fault:
        yield Remark(
            problem=problem(
                TEXT,
                "Texten – går inte att använda: {fault} – börja om från en tidigare version.",
                fault=fault.fault,
            ),
            stops=True,
        )
        return
    except IncompleteLetter as trouble:
        for one in trouble.findings:
            yield Remark(
                problem=problem(
                    TEXT,
                    "{{{name}}} – är tomt i exempelbrevet – ta bort det ur ”{where}”.",
                    name=name_of(one.placeholder),
                    where=one.where[:80],
                ),
                stops=True,
            )
        return
    for sign in missing_glyphs(document):
        yield Remark(
            problem=problem(
                TEXT,
                "Tecknet {sign} i ”{words}” – går inte att skriva ut – byt det.",
                sign=sign.character,
                words=sign.field[:60],
            ),
            stops=True,
        )


def sentence(remarks: Iterable[Remark]) -> Text:
    """Give remarks as one text, for the note of what was let through."""
    return plain(" ".join(str(each.problem.text) for each in remarks))
