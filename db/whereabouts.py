"""What kind of place a register lies in: this computer, a synchronised folder, a share, a stick."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Kind(StrEnum):
    """What the place means for a register."""

    LOCAL = "local"
    """A disk in this computer."""
    SYNCED = "synced"
    """A folder that another program copies to and from other computers."""
    SHARE = "share"
    """A folder on another computer."""
    REMOVABLE = "removable"
    """A stick or disk that can be taken out."""


@dataclass(frozen=True, kw_only=True)
class Whereabouts:
    """Where a register lies."""

    kind: Kind
    """What the place means."""
    name: str
    """What people call it: "OneDrive", the share "\\\\server\\folder"; "" for a local disk."""
    root: Path | None = None
    """The outermost folder that is of this kind; None for a local disk, or when it is not known."""


@dataclass(frozen=True, kw_only=True)
class Mount:
    """One line of the system's table of mounted disks."""

    point: PurePosixPath
    """Where it is mounted."""
    source: str
    """What is mounted, "//server/folder"."""
    system: str
    """The kind of file system, "cifs"."""


_VARIABLES = ("OneDriveCommercial", "OneDriveConsumer", "OneDrive")
"""Environment variables that name a synchronised folder, all of them OneDrive's."""
_BY_NAME = (
    (re.compile(r"onedrive(?: ?[-\N{EN DASH}] ?.+)?"), "OneDrive"),
    (re.compile(r"dropbox(?: ?\(.+\))?"), "Dropbox"),
    (re.compile(r"google ?drive|drivefs|googledrive-.+"), "Google Drive"),
    (re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs"), "iCloud"),
    (re.compile(r"sharepoint.*"), "SharePoint"),
    (re.compile(r"nextcloud\d*"), "Nextcloud"),
    (re.compile(r"owncloud"), "ownCloud"),
    (re.compile(r"box sync|box-box"), "Box"),
    (re.compile(r"pcloud ?drive"), "pCloud"),
    (re.compile(r"synology ?drive"), "Synology Drive"),
    (re.compile(r"seafile|seadrive"), "Seafile"),
    (re.compile(r"megasync"), "MEGA"),
    (re.compile(r"tresorit(?: drive)?"), "Tresorit"),
    (re.compile(r"jottacloud"), "Jottacloud"),
)
"""Names that synchronising programs give their folders."""
_BY_OUTER_NAME = (
    (re.compile(r"box"), "Box"),
    (re.compile(r"mega"), "MEGA"),
    (re.compile(r"my drive|min enhet"), "Google Drive"),
)
"""Names that may be anybody's: believed only right under a home folder or a drive."""
_BY_MARK = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".owncloudsync.log", "ownCloud"),
    (".sync_*.db", "Nextcloud"),
    ("._sync_*.db", "Nextcloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".SeaDrive", "Seafile"),
    (".SynologyDrive", "Synology Drive"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
)
"""Files that synchronising programs keep in the outermost folder."""
_SHARES = frozenset(
    (
        *("cifs", "smb", "smb3", "smbfs", "fuse.smbnetfs", "nfs", "nfs4", "fuse.sshfs", "afpfs"),
        *("afs", "ncpfs", "davfs", "fuse.davfs", "fuse.davfs2", "webdav", "9p", "ceph"),
        *("fuse.gvfsd-fuse", "fuse.glusterfs"),
    )
)
_SYNCED_SYSTEMS = {
    "fuse.rclone": "rclone",
    "fuse.google-drive-ocamlfuse": "Google Drive",
    "fuse.drivefs": "Google Drive",
    "fuse.onedriver": "OneDrive",
}
_REMOVABLE = ("/media", "/run/media", "/Volumes")
_MOUNTS = Path("/proc/self/mounts")
_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4


def whereabouts(path: Path, environ: Mapping[str, str] = os.environ) -> Whereabouts:
    """Tell what kind of place a register lies in, or would lie in; nothing is opened or written.

    A synchronised folder counts before the share or stick that it lies on. Never raises.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps ".."
    folder = path.parent
    with suppress(OSError):
        folder = Path(os.path.realpath(folder))
    for each in dict.fromkeys((path.parent, folder)):
        found = by_words(each, environ) or _by_marks(each)
        if found is not None:
            return found
    drive = drive_type(folder)
    return by_disk(folder, mounts(), drive) or Whereabouts(kind=Kind.LOCAL, name="")


def by_words(folder: PurePath, environ: Mapping[str, str]) -> Whereabouts | None:
    """Tell a synchronised folder by the system's variables and by what folders are called."""
    lines = (folder, *folder.parents)
    for variable in _VARIABLES:
        root = environ.get(variable, "")
        for each in lines:
            if root and _same(str(each), root):
                return Whereabouts(kind=Kind.SYNCED, name="OneDrive", root=Path(each))
    homes = [environ[each] for each in ("HOME", "USERPROFILE") if environ.get(each)]
    for each in reversed(lines):
        name = _named(each, homes)
        if name:
            return Whereabouts(kind=Kind.SYNCED, name=name, root=Path(each))
    return None


def _same(one: str, other: str) -> bool:
    return one.rstrip("\\/").casefold() == other.rstrip("\\/").casefold()


def _named(folder: PurePath, homes: Iterable[str]) -> str:
    words = folder.name.casefold()
    for pattern, name in _BY_NAME:
        if pattern.fullmatch(words):
            return name
    outer = folder.parent == folder.parent.parent
    if outer or any(_same(str(folder.parent), each) for each in homes):
        for pattern, name in _BY_OUTER_NAME:
            if pattern.fullmatch(words):
                return name
    return ""


def _by_marks(folder: Path) -> Whereabouts | None:
    """Tell a synchronised folder by what its program keeps in it."""
    for each in (folder, *folder.parents):
        for mark, name in _BY_MARK:
            with suppress(OSError):
                if any(each.glob(mark)) if "*" in mark else (each / mark).exists():
                    return Whereabouts(kind=Kind.SYNCED, name=name, root=each)
    return None


def by_disk(folder: PurePath, table: Iterable[Mount], drive: int | None) -> Whereabouts | None:
    """Tell a share or a stick from the name, the mounted disks and Windows' own kind of drive."""
    unc = PureWindowsPath(folder).drive
    if unc.startswith("\\\\") and (sys.platform == "win32" or str(folder).startswith("\\\\")):
        return Whereabouts(kind=Kind.SHARE, name=unc, root=Path(unc))
    if drive == _DRIVE_REMOTE:
        return Whereabouts(kind=Kind.SHARE, name=unc, root=Path(unc + "\\"))
    if drive == _DRIVE_REMOVABLE:
        return Whereabouts(kind=Kind.REMOVABLE, name=unc, root=Path(unc + "\\"))
    if isinstance(folder, PureWindowsPath):
        return None
    return _by_mount(PurePosixPath(folder), table)


def _by_mount(folder: PurePosixPath, table: Iterable[Mount]) -> Whereabouts | None:
    # The last line counts where several disks are mounted over each other.
    over = [each for each in table if folder.is_relative_to(each.point)]
    if not over:
        return None
    mount = max(over, key=lambda each: len(each.point.parts))
    root = Path(mount.point)
    if mount.system in _SYNCED_SYSTEMS:
        return Whereabouts(kind=Kind.SYNCED, name=_SYNCED_SYSTEMS[mount.system], root=root)
    if mount.system in _SHARES:
        return Whereabouts(kind=Kind.SHARE, name=mount.source, root=root)
    if any(mount.point.is_relative_to(each) and str(mount.point) != each for each in _REMOVABLE):
        return Whereabouts(kind=Kind.REMOVABLE, name=mount.point.name, root=root)
    return None


def mounts(table: Path = _MOUNTS) -> tuple[Mount, ...]:
    """Read the system's table of mounted disks; nothing where there is none."""
    try:
        lines = table.read_bytes().splitlines()
    except OSError:
        return ()
    found = (line.split(b" ") for line in lines)
    return tuple(
        Mount(
            point=PurePosixPath(_plain(words[1])), source=_plain(words[0]), system=_plain(words[2])
        )
        for words in found
        if len(words) > 2  # noqa: PLR2004 - source, point, system
    )


def _plain(words: bytes) -> str:
    """Read the octal signs that stand for spaces and the like."""
    read = re.sub(rb"\\([0-7]{3})", lambda found: bytes([int(found[1], 8) & 0xFF]), words)
    return read.decode(errors="surrogateescape")


def drive_type(folder: Path) -> int | None:
    """Ask Windows what kind of drive a folder is on; None elsewhere."""
    if sys.platform != "win32":
        return None
    import ctypes  # noqa: PLC0415 - Windows alone

    return int(ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\"))
