"""Breaks text into lines that fit a width."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.letters.content import Run, hold
from desktop.letters.pdf.fonts import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.letters.content import Runs
    from desktop.letters.layout.style import Style


@dataclass(frozen=True)
class Line:
    """A line of text."""

    runs: tuple[Run, ...]
    """Its stretches. All but the last line of a text end with a space, which keeps words apart
    when the file is read aloud or copied."""
    width: float
    """Points, without the space at the end."""

    def spaced(self) -> Line:
        """Give the line with a space at its end, for words that follow in the same element."""
        return Line((*self.runs, Run(" ", bold=self.runs[-1].bold)), self.width)


def measure(runs: Runs, style: Style) -> float:
    """Give the width of runs on one line, points."""
    return sum(width(run.text, run.bold or style.bold) for run in runs) * style.size


def break_lines(runs: Runs, room: float, style: Style) -> list[Line]:
    """Break runs at spaces; a word wider than the room is broken where it must be."""
    if len(runs) == 1 and (whole := _whole(runs[0], room, style)):
        return [whole]
    return list(_broken(runs, room, style))


def _whole(run: Run, room: float, style: Style) -> Line | None:
    """Give the line of a text that needs no breaking, as most in tables do."""
    text = run.text
    if not text or text[0] == " " or text[-1] == " " or "  " in text:
        return None
    wide = width(text, run.bold or style.bold) * style.size
    return Line((run,), wide) if wide <= room else None


@lru_cache(maxsize=1024)
def _broken(runs: Runs, room: float, style: Style) -> tuple[Line, ...]:
    """Break once what stands on many pages and in many letters."""
    lines: list[Line] = []
    line: list[Run] = []
    filled, limit = 0.0, room / style.size
    for word in _words(runs, limit, style):
        wide = sum(width(run.text, run.bold or style.bold) for run in word.runs)
        spaces = [_space(line, word)] if line and not word.continues else []
        gap = sum(width(" ", run.bold or style.bold) for run in spaces)
        if line and filled + gap + wide > limit:
            lines.append(_line([*line, *spaces], filled, style))
            line, filled, gap, spaces = [], 0.0, 0.0, []
        line += [*spaces, *word.runs]
        filled += gap + wide
    return (*lines, _line(line, filled, style)) if line else tuple(lines)


@dataclass
class _Word:
    """What no line ends within."""

    runs: list[Run]
    """Several for a word that changes face in its middle."""
    continues: bool = False
    """True for a later piece of a word that is too wide for a line."""


def _space(line: list[Run], word: _Word) -> Run:
    """Make the space between the line and the next word; inside a link it belongs to the link."""
    last = line[-1]
    after = word.runs[0]
    link = last.link if last.link == after.link else ""
    lang = last.lang if last.lang == after.lang else ""
    return Run(" ", last.bold, last.muted, link, lang)


def _line(runs: list[Run], filled: float, style: Style) -> Line:
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and _face(last) == _face(run):
            merged[-1] = Run(last.text + run.text, run.bold, run.muted, run.link, run.lang)
        else:
            merged.append(run)
    return Line(tuple(merged), filled * style.size)


def _face(run: Run) -> tuple[bool, bool, str, str]:
    return run.bold, run.muted, run.link, run.lang


def _words(runs: Runs, limit: float, style: Style) -> Iterator[_Word]:
    word = _Word([])
    for run in runs:
        for number, part in enumerate(hold(run.text).split(" ")):
            if number and word.runs:
                yield word
                word = _Word([])
            for place, piece in enumerate(_pieces(part, limit, run.bold or style.bold)):
                if place:
                    yield word
                    word = _Word([], continues=True)
                word.runs.append(Run(piece, run.bold, run.muted, run.link, run.lang))
    if word.runs:
        yield word


def _pieces(part: str, limit: float, bold: bool) -> Iterator[str]:
    if not part:
        return
    if width(part, bold) <= limit:
        yield part
        return
    piece, filled = "", 0.0
    for character in part:
        wide = width(character, bold)
        if piece and filled + wide > limit:
            yield piece
            piece, filled = "", 0.0
        piece += character
        filled += wide
    yield piece
