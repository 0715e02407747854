"""The line of phases a case goes through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.i18n import tr
from desktop.ui.icons import draw
from desktop.ui.measure import em, font, px
from desktop.ui.roles import Mark, now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop.ui.roles import Roles

DOT = 14
NARROW = 44
"""Em below which the line becomes one sentence."""


@dataclass(frozen=True, kw_only=True)
class PhaseStep:
    """One phase on the line."""

    word: str
    """"Verkställs"."""
    note: str = ""
    """"sedan 10 nov"."""
    state: Mark = Mark.TODO
    """OK passed, MINE here and now, TODO to come."""


class PhaseLine(QWidget):
    """Dots on a line, words under them; read aloud as "Verkställs, steg 5 av 6"."""

    def __init__(self) -> None:
        """Make an empty line."""
        super().__init__()
        self._steps: Sequence[PhaseStep] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_phases(self, steps: Sequence[PhaseStep]) -> None:
        """Show other phases."""
        self._steps = tuple(steps)
        self.setAccessibleName(self.sentence())
        self.setToolTip(self.sentence())
        self.updateGeometry()
        self.update()

    def sentence(self) -> str:
        """Give where the case stands, in words."""
        at = next((at for at, step in enumerate(self._steps) if step.state is Mark.MINE), None)
        if at is None:
            last = [step.word for step in self._steps if step.state is Mark.OK]
            return last[-1] if last else ""
        return tr(
            "{phase}, steg {step} av {all}",
            phase=self._steps[at].word,
            step=at + 1,
            all=len(self._steps),
        )

    def _is_narrow(self) -> bool:
        return self.width() < em(NARROW)

    def sizeHint(self) -> QSize:
        """Want a dot and two lines of words."""
        lines = QFontMetrics(font()).height() + QFontMetrics(font("small")).height()
        return QSize(em(NARROW), px(DOT + 4) + lines)

    def minimumSizeHint(self) -> QSize:
        """Be content with the sentence."""
        return QSize(em(12), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, or the sentence where there is no room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles = now()
        if self._is_narrow():
            painter.setFont(font("strong"))
            painter.setPen(roles.text)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.sentence())
            return
        wide = self.width() / max(1, len(self._steps))
        for at, step in enumerate(self._steps):
            dot = QRectF(at * wide + 0.5, 1, px(DOT), px(DOT))
            if at < len(self._steps) - 1:
                done = step.state is Mark.OK
                painter.setPen(QPen(roles.decided if done else roles.soft_edge, px(2)))
                start = QPointF(dot.right() + px(3), dot.center().y())
                painter.drawLine(start, QPointF((at + 1) * wide - px(3), start.y()))
            self._dot(painter, roles, dot, step)
            self._words(painter, roles, QRectF(at * wide, 0, wide, self.height()), step)

    @staticmethod
    def _dot(painter: QPainter, roles: Roles, dot: QRectF, step: PhaseStep) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if step.state is Mark.TODO:
            painter.setPen(QPen(roles.edge, px(1.5)))
            painter.setBrush(roles.base)
            painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
        else:
            painter.setBrush(roles.decided)
            painter.drawEllipse(dot)
            if step.state is Mark.OK:
                draw(painter, dot.adjusted(1.5, 1.5, -1.5, -1.5), "tick", roles.base)
            else:
                painter.setBrush(roles.base)
                painter.drawEllipse(dot.center(), dot.width() / 5, dot.width() / 5)

    @staticmethod
    def _words(painter: QPainter, roles: Roles, place: QRectF, step: PhaseStep) -> None:
        here = step.state is Mark.MINE
        first, second = font("strong" if here else "body"), font("small")
        top = px(DOT + 4)
        for text, written, colour in (
            (step.word, first, roles.muted if step.state is Mark.TODO else roles.text),
            (step.note, second, roles.muted),
        ):
            metrics = QFontMetrics(written)
            painter.setFont(written)
            painter.setPen(colour)
            fits = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(place.width() - px(6)))
            painter.drawText(QRectF(place.left(), top, place.width(), metrics.height()), 0, fits)
            top += metrics.height()
