"""Parts of the yearly report to the board: in short, what is wanted, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import list_of
from desktop.domain.yearly import COUNT, KR, PERCENT, difference_words, numbered, value_words
from desktop.letters.content import (
    BarRow,
    Bars,
    Block,
    Bullets,
    Chart,
    Column,
    Heading,
    Paragraph,
    Pot,
    Series,
    Table,
)
from desktop.letters.fill import run
from desktop.letters.parts.table import cell, sum_column
from desktop.letters.phrases import sentence
from desktop.letters.yearly_brief import brief, wanted_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.yearly import Figure, Section, Yearly
    from desktop.letters.content import Cell
    from desktop.letters.facts import YearlyReportFacts
    from desktop.letters.fill import Filler

STACKED = {"contacts": "contacts", "costs": "costs"}
"""Sections with columns year by year: the figure whose parts are stacked."""
DIVIDED = ("contacts", "costs", "decided", "bodies")
"""Figures that others divide in another way."""
NAMED = 6
"""Rows named in a sentence; of more the rest is counted."""


def year_in_short(facts: YearlyReportFacts, _filler: Filler) -> Iterator[Block]:
    """The year in a handful of sentences."""
    said = brief(facts.yearly)
    if said:
        yield Bullets(items=tuple((run(sentence),) for sentence in said))
    else:
        yield Paragraph(runs=(run(f"Inget är registrerat för {facts.yearly.year}."),))


def summary_words(facts: YearlyReportFacts, _filler: Filler) -> Iterator[Block]:
    """Her own words, first in the report."""
    yield from _own_words(facts.yearly, "summary")


def _own_words(yearly: Yearly, key: str) -> Iterator[Block]:
    for words in yearly.words.get(key, "").split("\n"):
        if words.strip():
            yield Paragraph(runs=(run(words.strip()),))


def wanted(facts: YearlyReportFacts, _filler: Filler) -> Iterator[Block]:
    """What has to be looked over, replaced or decided."""
    yield Bullets(
        items=tuple(
            (run(f"{_headed(section, figure)}: ", bold=True), run(f"{_names(figure)}."))
            for section, figure in wanted_rows(facts.yearly)
        )
    )


def _headed(section: Section, figure: Figure) -> str:
    """Give a figure's title so that it stands alone: "Överenskommelser att se över …"."""
    title = str(figure.title)
    return f"{section.title} {title[0].lower()}{title[1:]}" if title.startswith("Att ") else title


def _names(figure: Figure) -> str:
    names = [str(row.text) for row in figure.rows]
    if len(names) > NAMED:
        names = [*names[:NAMED], f"{len(names) - NAMED} till"]
    return list_of(names)


def remains(facts: YearlyReportFacts, _filler: Filler) -> Iterator[Block]:
    """What is to be done before signing; in a draft only."""
    yield Bullets(items=tuple((run(f"{each.text}."),) for each in facts.yearly.remains))


def results(facts: YearlyReportFacts, _filler: Filler) -> Iterator[Block]:
    """What each visit and project gave, in the words of its report."""
    for each in facts.results:
        yield Heading(text=each.title, level=3)
        about = " ".join(sentence(part) for part in (each.when, each.purpose) if part)
        if about:
            yield Paragraph(runs=(run(about),), small=True)
        for words in each.gave.split("\n"):
            if words.strip():
                yield Paragraph(runs=(run(words.strip()),))


def yearly_sections(facts: YearlyReportFacts, _filler: Filler) -> Iterator[Block]:
    """Every section: a picture of its numbers, her words, its figures beside the year before."""
    rules = dict(facts.rules)
    for section in facts.yearly.sections:
        if _bare(section) and not facts.yearly.words.get(section.key):
            continue
        yield Heading(text=str(section.title), level=2)
        if section.key in rules:
            yield Paragraph(runs=(run(sentence(rules[section.key]), muted=True),), small=True)
        yield from _own_words(facts.yearly, section.key)
        yield from _picture(facts.yearly, section)
        yield _figures(section)
        for figure in section.figures:
            if figure.note is not None:
                yield Paragraph(runs=(run(f"{figure.title}: {figure.note}"),), small=True)


def _bare(section: Section) -> bool:
    """Say whether a section has nothing to tell of any year."""
    return not any(value for figure in section.figures for value in figure.years.values())


def _picture(yearly: Yearly, section: Section) -> Iterator[Block]:
    figure = next((one for one in section.figures if one.key == STACKED.get(section.key)), None)
    parts = [one for one in figure.parts if any(one.years.values())] if figure is not None else []
    if figure is not None and parts:
        yield Chart(
            title=f"{figure.title} {yearly.years[0]}–{yearly.years[-1]}"
            if len(yearly.years) > 1
            else str(figure.title),
            categories=tuple(map(str, yearly.years)),
            series=tuple(
                Series(name=str(one.title), values=tuple(one.years.get(y) for y in yearly.years))
                for one in parts
            ),
            head="År",
            unit=figure.unit,
            level=3,
            stacked=True,
        )
    if section.key == "grants" and yearly.pots:
        yield Bars(
            title=f"Potterna {yearly.year}",
            columns=("Beslutat och föreslaget",),
            rows=tuple(
                BarRow(
                    label=each.place,
                    pots=(
                        Pot(
                            cap=each.cap,
                            decided=min(each.decided, each.cap),
                            proposed=each.proposed,
                            left=each.cap - each.decided - each.proposed,
                        )
                        if each.cap
                        else None,
                    ),
                )
                for each in yearly.pots
            ),
        )


def _figures(section: Section) -> Table:
    year = section.figures[0].year
    return Table(
        columns=(
            Column(title="", weight=6),
            sum_column(str(year), 2),
            sum_column(str(year - 1), 2),
            sum_column("Skillnad", 2),
        ),
        rows=tuple(row for figure in section.figures for row in _rows(figure)),
        small=True,
        row_heads=True,
    )


def _rows(figure: Figure) -> Iterator[tuple[Cell, ...]]:
    title = f"{figure.title}, kr" if figure.unit == KR else str(figure.title)
    yield _row(figure, title, bold=bool(figure.parts))
    for part in figure.parts:
        if any(part.years.values()):
            yield _row(part, f"\u2003{part.title}", bold=False)


def _row(figure: Figure, title: str, *, bold: bool) -> tuple[Cell, ...]:
    return (
        cell(title, bold=bold),
        cell(_value(figure), bold=bold),
        cell(value_words(figure, figure.year - 1)),
        cell(str(difference_words(figure))),
    )


def _value(figure: Figure) -> str:
    if figure.share is not None and figure.unit == COUNT:
        return f"{numbered(figure.share.part, COUNT)} av {numbered(figure.share.whole, COUNT)}"
    return value_words(figure)


def told(facts: YearlyReportFacts, _filler: Filler) -> Iterator[Block]:
    """What each board, office and company has answered, and who has not."""
    yearly = facts.yearly
    for each in yearly.answers:
        if each.state != "answered" or not (each.activities or any(each.answers)):
            continue
        yield Heading(text=each.name, level=3)
        for words in each.activities.split("\n"):
            if words.strip():
                yield Paragraph(runs=(run(words.strip()),))
        for question, answer in zip(yearly.questions, each.answers, strict=False):
            if answer.strip():
                yield Paragraph(runs=(run(f"{question} ", bold=True), run(answer.strip())))
    missing = [each.name for each in yearly.answers if each.state == "missing"]
    if missing:
        yield Paragraph(runs=(run(f"Har inte svarat: {list_of(missing)}."),))
    for each in yearly.answers:
        if each.state == "excused":
            yield Paragraph(runs=(run(f"{each.name} har inte behövt svara: {each.excused}"),))


def sources(facts: YearlyReportFacts, _filler: Filler) -> Iterator[Block]:
    """What the numbers are counted from, row by row, as an appendix."""
    whole = [
        (section, figure)
        for section in facts.yearly.sections
        for figure in section.figures
        if figure.rows and figure.unit != PERCENT and not figure.overlapping and not _again(figure)
    ]
    if not whole:
        return
    yield Heading(text="Bilaga: vad siffrorna bygger på", level=2, fresh=True)
    for _section, figure in whole:
        yield Heading(text=f"{figure.title}, {value_words(figure)}", level=3)
        yield Table(
            columns=(
                Column(title="Dag", weight=1.6),
                Column(title="Vad", weight=7),
                sum_column("Kronor" if figure.unit == KR else "Antal", 1.6),
            ),
            rows=tuple(
                (
                    cell(row.day.isoformat() if row.day else ""),
                    cell(str(row.text)),
                    cell(numbered(row.amount, COUNT)),
                )
                for row in figure.rows
            ),
            small=True,
        )


def _again(figure: Figure) -> bool:
    """Say whether a figure's rows stand under another figure too."""
    if figure.key in ("applications", "people", "young", "pot_left"):
        return True
    return "_" in figure.key and figure.key.split("_")[0] in DIVIDED
