"""A description of a file that could not be opened, without any name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.errors import OutOfReach
from desktop import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from db.errors import FileTrouble


def report(path: Path | None, trouble: FileTrouble | None) -> str:
    """Describe the trouble: its kind, the file's size and form, the version."""
    size, head = "", ""
    try:
        # A disk that is away may keep whoever asks it for minutes.
        away = isinstance(trouble, OutOfReach)
        if path is not None and not away and path.is_file():
            size = f"{path.stat().st_size} byte"
            with path.open("rb") as file:
                head = file.read(16).hex(" ")
    except OSError as error:
        head = type(error).__name__
    pages = ", ".join(map(str, getattr(trouble, "pages", ())))
    lines = (
        f"Vänbok {__version__}",
        type(trouble).__name__,
        path.suffix if path is not None else "",
        size,
        head,
        f"sidor {pages}" if pages else "",
    )
    return "\n".join(line for line in lines if line)
