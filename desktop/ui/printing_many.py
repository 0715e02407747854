"""Letters printed as one job beside the window: a strip at a time, stopped whenever one likes."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from db.errors import FileTrouble
from desktop.ui.pdf_pages import PdfPages
from desktop.ui.printing import (
    PrinterFailedError,
    chosen_pages,
    is_broken,
    lay,
    sheet_of,
    strips,
    turn_page,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from PySide6.QtCore import QRectF

SLICE = 15
"""Milliseconds of work between two looks at what the window wants; a strip is never cut."""


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A stored letter that is to be printed."""

    id: int
    """Id of the document."""
    title: str
    """"Beslut 3/2026, delvis bifall"."""
    name: str
    """File name of a copy, without suffix."""
    read: Callable[[], bytes]
    """Gives the stored bytes; they are read when its turn comes, and are never drawn anew."""


class End(Enum):
    """How a job ended."""

    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"
    """The printer could not be begun, or stopped taking pages."""
    UNREADABLE = "unreadable"
    """A letter could not be read from the register; those before it are printed."""


class SliceJob(QObject):
    """Works through letters in slices of a few milliseconds, on the thread of the window.

    pdfium and the register know one thread only, and a slice takes less time than a key press.
    """

    moved = Signal(int)
    """So many letters are done now."""
    finished = Signal()
    """`end` says how; `done` has the letters that are whole."""

    def __init__(self, letters: Sequence[Letter], parent: QObject | None = None) -> None:
        """Keep what is to be done."""
        super().__init__(parent)
        self.letters = tuple(letters)
        self.done: list[Letter] = []
        self.end: End | None = None
        self._working = self._cancelled = False
        self._steps: Generator[None, None, None] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._work)

    def start(self) -> None:
        """Begin; the first letter is worked on when the window has nothing else to do."""
        self._steps = self._all()
        self._timer.start(0)

    def cancel(self) -> None:
        """Stop at once; nothing happens to a job that has ended."""
        self._cancelled = True
        if self.end is None and not self._working:
            self._cancel()

    def _cancel(self) -> None:
        if self._steps is not None:
            self._steps.close()
        self._stop(End.CANCELLED)

    def _work(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        self._working = True
        try:
            while clock.elapsed() < SLICE and not self._cancelled:
                next(self._steps or iter(()))
        except StopIteration:
            self._stop(End.DONE)
        except PrinterFailedError:
            self._stop(End.FAILED)
        except (OSError, ValueError, FileTrouble):
            self._stop(End.UNREADABLE)
        finally:
            self._working = False
        if self._cancelled and self.end is None:
            # Asked for by somebody who heard of the last letter: the step had to end first.
            self._cancel()

    def _stop(self, end: End) -> None:
        self._timer.stop()
        self._steps = None
        self.end = self.close_down(end)
        self.finished.emit()

    def _all(self) -> Generator[None, None, None]:
        for letter in self.letters:
            yield from self.letter(letter)
            self.done.append(letter)
            self.moved.emit(len(self.done))
            yield
        yield from self.whole()

    @abstractmethod
    def letter(self, letter: Letter) -> Generator[None, None, None]:
        """Do one letter, a step at a time."""

    def whole(self) -> Generator[None, None, None]:
        """Do what comes after the last letter."""
        yield

    def close_down(self, end: End) -> End:
        """Let go of printer or file; gives how it ended after all."""
        return end


class PrintJob(SliceJob):
    """Prints letters in their order; each begins on a new sheet, also when printed on both sides.

    One letter at a time is in memory, and the bytes are those that were stored.
    """

    def __init__(
        self,
        printer: QPrinter,
        letters: Sequence[Letter],
        *,
        copies: int = 1,
        over: Callable[[QPainter, QRectF], object] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Keep what is to be printed; `over` draws over the first page of each letter."""
        super().__init__(letters, parent)
        self._printer = printer
        self._copies = max(1, copies)
        self._over = over
        self._painter = QPainter()
        self._used = 0

    def close_down(self, end: End) -> End:
        """End the job at the printer; a cancelled one is taken back as far as that is possible."""
        if end is End.CANCELLED:
            self._printer.abort()
        broken = self._used and is_broken(self._printer)
        ended = not self._painter.isActive() or self._painter.end()
        return End.FAILED if end is End.DONE and (broken or not ended) else end

    def letter(self, letter: Letter) -> Generator[None, None, None]:
        """Print a letter in its copies."""
        pages = PdfPages(letter.read())
        try:
            for _copy in range(self._copies):
                yield from self._copy(pages)
        finally:
            pages.close()

    def _copy(self, pages: PdfPages) -> Generator[None, None, None]:
        alone = len(self.letters) == 1
        first, last = chosen_pages(self._printer, len(pages)) if alone else (0, len(pages))
        if self._used % 2 and self._both_sides():
            # The back of a letter is never the front of another one's.
            turn_page(self._printer, pages.size(first))
            self._used += 1
        for at in range(first, last):
            self._sheet(pages, at)
            yield
            yield from strips(self._painter, self._printer, pages, at)
            if at == 0 and self._over is not None:
                self._over(self._painter, sheet_of(self._printer))

    def _sheet(self, pages: PdfPages, at: int) -> None:
        if self._used:
            turn_page(self._printer, pages.size(at))
            self._used += 1
            return
        lay(self._printer, pages.size(at))
        if not self._painter.begin(self._printer):
            raise PrinterFailedError
        self._used = 1

    def _both_sides(self) -> bool:
        return self._printer.duplex() is not QPrinter.DuplexMode.DuplexNone
