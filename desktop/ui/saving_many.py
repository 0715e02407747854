"""Letters saved as PDF beside the window: one file each as they are stored, or all in one."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from desktop.letters.pdfium import PDFIUM
from desktop.ui.preview import write_copy
from desktop.ui.printing_many import End, SliceJob

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject

    from desktop.ui.printing_many import Letter


class FolderJob(SliceJob):
    """Saves each letter's stored bytes in a folder, under our own name; nothing is overwritten."""

    def __init__(
        self, folder: Path, letters: Sequence[Letter], parent: QObject | None = None
    ) -> None:
        """Keep where to and what."""
        super().__init__(letters, parent)
        self.folder = folder

    def letter(self, letter: Letter) -> Generator[None, None, None]:
        """Save one letter."""
        if not write_copy(free_path(self.folder, letter.name), letter.read()):
            raise OSError(self.folder)
        yield


def free_path(folder: Path, name: str, ending: str = ".pdf") -> Path:
    """Give a path that nothing has yet: "name.pdf", else "name (2).pdf" and so on."""
    path, number = folder / f"{name}{ending}", 1
    while path.exists():
        number += 1
        path = folder / f"{name} ({number}){ending}"
    return path


class OneFileJob(SliceJob):
    """Binds letters in one file, to print somewhere else; the file appears when it is whole."""

    def __init__(
        self, path: Path, letters: Sequence[Letter], parent: QObject | None = None
    ) -> None:
        """Keep where to and what."""
        super().__init__(letters, parent)
        self.path = path
        self._whole: Any = None

    def letter(self, letter: Letter) -> Generator[None, None, None]:
        """Put one letter after those before it."""
        import pypdfium2  # noqa: PLC0415 - slow to load

        data = letter.read()
        try:
            with PDFIUM:
                self._whole = self._whole or pypdfium2.PdfDocument.new()
                part = pypdfium2.PdfDocument(data)
                self._whole.import_pages(part)
                part.close()
        except pypdfium2.PdfiumError as trouble:
            raise ValueError(str(trouble)) from trouble
        yield

    def whole(self) -> Generator[None, None, None]:
        """Write the file."""
        written = BytesIO()
        with PDFIUM:
            self._whole.save(written)
        yield
        if not write_copy(self.path, written.getvalue()):
            raise OSError(self.path)

    def close_down(self, end: End) -> End:
        """Give the memory back."""
        if self._whole is not None:
            with PDFIUM:
                self._whole.close()
            self._whole = None
        return end
