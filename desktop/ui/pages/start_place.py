"""Where a new register may lie: what is proposed, what is warned of, what is refused."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QStorageInfo

from desktop.domain.problems import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIX = ".vanbok"
FOLDER = "Vänbok"
_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "sharepoint": "SharePoint",
}
"""How a folder that a program keeps in step begins, and what the program is called."""
_SHARED = ("cifs", "smb", "nfs", "9p", "afp", "fuse.sshfs", "davfs")
"""How the kind of a file system on another computer begins."""
_RESERVED = '<>:"/\\|?*'


def documents() -> Path:
    """Give the person's folder of documents."""
    where = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(where) or Path.home())


def proposed_path(name: str) -> Path:
    """Give where a municipality's register is proposed to lie."""
    safe = "".join("-" if sign in _RESERVED else sign for sign in name).strip(" .")
    return documents() / FOLDER / f"{safe or FOLDER}{SUFFIX}"


def local_path(path: Path) -> Path:
    """Give a place outside every synced folder: the same name in the home folder."""
    return Path.home() / FOLDER / path.name


def chosen_path(written: str) -> Path | None:
    """Read what was written: a name alone lies among the documents; None without a name."""
    words = written.strip().strip('"')
    if not words:
        return None
    # Path.expanduser raises for a user who does not exist, and every path is one while it is typed.
    path = Path(os.path.expanduser(words))  # noqa: PTH111
    path = path if path.is_absolute() else documents() / FOLDER / path
    if not path.name:
        return None
    return path if path.suffix.lower() == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")


def problem_with(path: Path | None) -> Problem | None:
    """Say what keeps a new register from being made there, if anything does."""
    if path is None:
        return problem("path", "Fil – saknas – skriv var registret ska ligga.")
    if _is_there(path):
        return problem(
            "path",
            "Fil – {name} finns redan – öppna den i stället, eller välj ett annat namn.",
            name=path.name,
        )
    folder = _nearest(path)
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        return problem(
            "path",
            "Fil – i mappen {folder} går det inte att skriva – välj en annan mapp.",
            folder=str(folder),
        )
    return None


def _nearest(path: Path) -> Path:
    """Give the closest folder above that exists."""
    return next((each for each in path.parents if _is_there(each)), path.parent)


def _is_there(path: Path) -> bool:
    # Path.exists raises for a name that is too long or a folder that may not be looked into.
    return os.path.exists(path)  # noqa: PTH110


def synced_by(path: Path) -> str:
    """Give the name of the program that seems to keep the folder in step; "" for none."""
    for part in _parts(path):
        for begins, name in _SYNCED.items():
            if part.startswith(begins):
                return name
    return ""


def _parts(path: Path) -> Iterator[str]:
    for part in path.parts[:-1]:
        yield part.casefold().lstrip(".")


def is_shared(path: Path) -> bool:
    """Say whether the folder seems to lie on another computer."""
    if str(path).startswith(("\\\\", "//")):
        return True
    disk = QStorageInfo(str(_nearest(path)))
    kind = disk.fileSystemType().toStdString().casefold()
    return kind.startswith(_SHARED) or disk.device().toStdString().startswith(("\\\\", "//"))
