"""The glyphs of our own letters: what each says, where it stands and which element owns it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.letters.dossier.hidden import HARD
from desktop.letters.dossier.problems import Unmaskable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pikepdf import Object, Page, Pdf

_PAIR = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4,})>")
_QUIET = frozenset("w m l re W n S f Do gs d J j RG rg".split())  # noqa: SIM905 - a list of operators
_PLACED = ("1", "0", "0", "1")

Objgen: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class Font:
    """A font of the file as its codes are read."""

    key: Objgen
    """The font's object."""
    meaning: dict[int, str]
    """What each code says."""
    widths: dict[int, float]
    """How wide it is, in ems."""


@dataclass
class Show:
    """One operator that shows text."""

    page: int
    """The page, from 0."""
    at: int
    """The place of the operator in the page's content."""
    font: Font
    """The font."""
    size: float
    """Points."""
    x: float
    """Where it begins."""
    y: float
    """Its base line."""
    codes: bytes
    """The glyphs."""
    tagged: bool
    """False in an artifact."""
    owner: object
    """What it belongs to: an element of the structure, or the artifact's place on its page."""
    hidden: set[int] = field(default_factory=set)
    """Glyphs to be taken away, by their place."""

    def place(self, count: int) -> float:
        """Give where the glyph after so many begins."""
        widths = self.font.widths
        return self.x + sum(widths.get(code, 0.0) for code in self.codes[:count]) * self.size


Instructions: TypeAlias = "Sequence[Any]"


def fonts_of(page: Page) -> dict[str, Font]:
    """Read the fonts of a page."""
    return {str(name): _font(font) for name, font in page.obj.Resources.Font.items()}


def _font(font: Object) -> Font:
    if "/ToUnicode" not in font:
        raise Unmaskable("a font without meaning")
    first = int(font.FirstChar)
    pairs = _PAIR.findall(font.ToUnicode.read_bytes())
    return Font(
        key=font.objgen,
        meaning={
            int(code, 16): bytes.fromhex(said.decode()).decode("utf-16-be") for code, said in pairs
        },
        widths={first + at: float(wide) / 1000 for at, wide in enumerate(font.Widths)},
    )


def owners(pdf: Pdf) -> dict[int, list[Any]]:
    """Give the element of each mark, page by page, from the structure tree."""
    root = pdf.Root.get("/StructTreeRoot")
    if root is None or "/ParentTree" not in root or "/Nums" not in root.ParentTree:
        raise Unmaskable("a file without structure")
    nums = list(root.ParentTree.Nums)
    rows = dict(zip(map(int, nums[::2]), nums[1::2], strict=True))
    found: dict[int, list[Any]] = {}
    for number, page in enumerate(pdf.pages):
        row = rows.get(int(page.obj.get("/StructParents", -1)))
        found[number] = [each.objgen for each in row] if row is not None else []
    return found


@dataclass
class _State:
    x: float = 0.0
    y: float = 0.0
    font: Font | None = None
    size: float = 0.0
    owner: object = None
    tagged: bool = False


def shows(  # noqa: C901 - one case for each operator
    number: int, instructions: Instructions, fonts: dict[str, Font], marks: list[Any]
) -> Iterator[Show]:
    """Give what a page shows, in drawing order; Unmaskable where it is drawn as we never draw."""
    state, depth = _State(), 0
    for at, one in enumerate(instructions):
        operator, operands = str(one.operator), one.operands
        match operator:
            case "BDC" | "BMC":
                depth += 1
                if depth == 1:
                    _begin(state, at, operands, marks)
            case "EMC":
                depth -= 1
            case "Tm":
                if tuple(map(str, operands[:4])) != _PLACED:
                    raise Unmaskable("turned text")
                state.x, state.y = float(operands[4]), float(operands[5])
            case "Tf":
                state.font, state.size = fonts[str(operands[0])], float(operands[1])
            case "Tj":
                show = _shown(number, at, bytes(operands[0]), state)
                state.x = show.place(len(show.codes))
                yield show
            case "BT" | "ET" | "q" | "Q" | "cm":
                continue
            case _ if operator not in _QUIET:
                raise Unmaskable(f"the operator {operator}")


def _begin(state: _State, at: int, operands: Sequence[Any], marks: list[Any]) -> None:
    held: Any = operands[1] if len(operands) > 1 else None
    mcid = held.get("/MCID") if hasattr(held, "get") else None
    state.tagged = mcid is not None
    state.owner = marks[int(mcid)] if mcid is not None else ("artifact", at)


def _shown(number: int, at: int, codes: bytes, state: _State) -> Show:
    if state.font is None:
        raise Unmaskable("text without a font")
    owner = state.owner if state.tagged else (number, state.owner)
    return Show(number, at, state.font, state.size, state.x, state.y, codes, state.tagged, owner)


def reading(all_shows: Sequence[Show]) -> tuple[str, list[tuple[Show, int] | None]]:
    """Give the text, element by element, and the glyph of each of its characters.

    A paragraph that goes on over a page is one text. Where a line ends there is a line end that no
    glyph stands for.
    """
    groups: dict[object, list[Show]] = {}
    for show in all_shows:
        groups.setdefault(show.owner, []).append(show)
    text: list[str] = []
    glyphs: list[tuple[Show, int] | None] = []
    for group in groups.values():
        before: Show | None = None
        for show in group:
            if before is not None and (show.page, show.y) != (before.page, before.y):
                text.append("\n")
                glyphs.append(None)
            for place, code in enumerate(show.codes):
                said = show.font.meaning.get(code, "\ufffd")
                text.append(said)
                glyphs.extend([(show, place)] * len(said))
            before = show
        text.append(HARD)
        glyphs.append(None)
    return "".join(text), glyphs
