"""Measures, sizes and colours of the papers."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.letters.pdf.fonts import ASCENT, DESCENT
from desktop.letters.pdf.shapes import Stroke

MM = 72 / 25.4
"""Points in a millimetre."""

SHORT, LONG = 210 * MM, 297 * MM
"""The sides of A4."""

LEFT, RIGHT = 25 * MM, 22 * MM
"""Margins."""

TOP = 16 * MM
"""Top of the letterhead."""

SIDE_WIDTH = 63 * MM
"""The column at the top right."""

LABEL_WIDTH = 24.5 * MM
"""Its labels; a longer one widens them."""

INK = "0.106 0.122 0.141"
GREY = "0.337 0.369 0.408"
ACCENT = "0.106 0.369 0.608"
HAIRLINE = "0.72 0.74 0.77"
DARK = "0.29 0.33 0.38"
"""Colours: text, explanation, the bar of the lead, rules, solid bars."""


THIN = Stroke(0.5, HAIRLINE)
PALE = Stroke(0.6, HAIRLINE)
EDGE = Stroke(0.5, DARK)
FIRM = Stroke(0.8, DARK)
SIGN = Stroke(0.8, INK)
HEAVY = Stroke(1, INK)
OUTLINE = Stroke(0.7, INK)
"""Lines: between rows, round a box, round the text, over a result, to sign on, under a head,
round a bar."""


@dataclass(frozen=True)
class Style:
    """Type of one size."""

    size: float
    """Points."""
    leading: float
    """From base line to base line, points."""
    bold: bool = False
    """True for bold throughout."""

    def base(self, top: float) -> float:
        """Give the base line of a line that begins at `top`."""
        return top + self.leading / 2 + (ASCENT + DESCENT) / 2 * self.size


BODY = Style(9.9, 14.7)
DENSE = Style(9.5, 13.5)
BOXED = Style(9.5, 14)
SMALL = Style(8.5, 12.5)
TABLE = Style(9.5, 13.5)
LIST = Style(8.5, 12)
SIDE = Style(8.7, 12.8)
SIDE_BOLD = Style(8.7, 12.8, bold=True)
FOOTER = Style(7.6, 11.2)
H1 = Style(14, 19, bold=True)
H1_DENSE = Style(17, 23, bold=True)
SUBTITLE = Style(10.2, 15)
H2 = Style(9.9, 14.7, bold=True)
H2_BOX = Style(12, 17, bold=True)
H3 = Style(9.5, 14, bold=True)
LEAD = Style(12, 17.5, bold=True)
LABEL = Style(11, 15, bold=True)
SENDER = Style(9.5, 13, bold=True)

AFTER_LEAD = 9.0
"""Between the lead and what follows."""

BETWEEN = 5.0
"""Between paragraphs."""

BEFORE_HEADING = 10.0
"""Above a heading."""

AFTER_HEADING = 0.6
"""Between a heading and what follows."""
