"""What kind of place a register lies in, told from names, marks, mounts and drives."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from db.whereabouts import Kind, Mount, by_disk, by_words, mounts, whereabouts

HOME = {"HOME": "/home/ebba"}


def mount(point, system, source="/dev/sda1"):
    return Mount(point=PurePosixPath(point), source=source, system=system)


TABLE = (
    mount("/", "ext4"),
    mount("/proc", "proc", "proc"),
    mount("/mnt/delat", "cifs", "//server/delat"),
    mount("/srv/nät verk", "nfs4", "server:/export"),
    mount("/home/ebba/moln", "fuse.rclone", "moln:"),
    mount("/media/ebba/STICKA", "vfat", "/dev/sdb1"),
    mount("/run/media/ebba/DISK", "exfat", "/dev/sdc1"),
)

BY_NAME = {
    "/home/ebba/OneDrive/vänorter": "OneDrive",
    "/home/ebba/OneDrive - Påhitts kommun/a/b": "OneDrive",
    "/home/ebba/OneDrive – Påhitts kommun": "OneDrive",
    "/home/ebba/Dropbox/a": "Dropbox",
    "/home/ebba/Dropbox (Påhitt)/a": "Dropbox",
    "/Users/ebba/Library/CloudStorage/GoogleDrive-ebba/Min enhet": "Google Drive",
    "/home/ebba/Google Drive/a": "Google Drive",
    "/Users/ebba/Library/Mobile Documents/com~apple~CloudDocs/a": "iCloud",
    "/home/ebba/iCloudDrive": "iCloud",
    "/home/ebba/Nextcloud2/a": "Nextcloud",
    "/home/ebba/ownCloud": "ownCloud",
    "/home/ebba/Box/a": "Box",
    "/home/ebba/Box Sync/a": "Box",
    "/home/ebba/SynologyDrive": "Synology Drive",
    "/home/ebba/MEGAsync": "MEGA",
    "/home/ebba/pCloudDrive": "pCloud",
}
ORDINARY = [
    "/home/ebba/Dokument",
    "/home/ebba/Dokument/Box/a",
    "/home/ebba/projekt/mega",
    "/home/ebba/Dropboxar",
    "/home/ebba/gamla OneDrivefiler",
]


@pytest.mark.parametrize("folder", BY_NAME)
def test_a_synchronised_folder_is_known_by_its_name(folder):
    found = by_words(PurePosixPath(folder), HOME)

    assert found is not None
    assert (found.kind, found.name) == (Kind.SYNCED, BY_NAME[folder])


@pytest.mark.parametrize("folder", ORDINARY)
def test_a_folder_that_only_sounds_like_it_is_not(folder):
    assert by_words(PurePosixPath(folder), HOME) is None


def test_a_synchronised_folder_is_known_by_the_systems_variable():
    environ = {"OneDriveCommercial": "C:\\Users\\ebba\\Påhitts kommun\\"}

    found = by_words(PureWindowsPath("C:\\Users\\Ebba\\påhitts kommun\\vänorter"), environ)

    assert found is not None
    assert found.name == "OneDrive"
    assert str(found.root).endswith("påhitts kommun")


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (".dropbox", "Dropbox"),
        (".stfolder", "Syncthing"),
        (".sync_0f8fad5b.db", "Nextcloud"),
        (".tmp.driveupload", "Google Drive"),
    ],
)
def test_a_synchronised_folder_is_known_by_what_its_program_keeps_there(tmp_path, mark, name):
    (tmp_path / mark).touch()
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)

    found = whereabouts(folder / "x.vanbok", {})

    assert (found.kind, found.name, found.root) == (Kind.SYNCED, name, tmp_path)


@pytest.mark.parametrize(
    ("folder", "kind", "name"),
    [
        ("/mnt/delat/vänorter", Kind.SHARE, "//server/delat"),
        ("/srv/nät verk", Kind.SHARE, "server:/export"),
        ("/home/ebba/moln/a", Kind.SYNCED, "rclone"),
        ("/media/ebba/STICKA/a", Kind.REMOVABLE, "STICKA"),
        ("/run/media/ebba/DISK", Kind.REMOVABLE, "DISK"),
    ],
)
def test_a_share_or_a_stick_is_known_by_what_is_mounted(folder, kind, name):
    found = by_disk(PurePosixPath(folder), TABLE, None)

    assert found is not None
    assert (found.kind, found.name) == (kind, name)


@pytest.mark.parametrize("folder", ["/home/ebba/a", "/mnt/delat2", "/media/ebba", "/mnt"])
def test_a_local_disk_is_known_by_what_is_mounted(folder):
    assert by_disk(PurePosixPath(folder), TABLE, None) is None


@pytest.mark.parametrize(
    ("folder", "drive", "kind", "name"),
    [
        (r"\\server\delat\vänorter", None, Kind.SHARE, r"\\server\delat"),
        (r"G:\vänorter", 4, Kind.SHARE, "G:"),
        (r"E:\vänorter", 2, Kind.REMOVABLE, "E:"),
    ],
)
def test_windows_shares_and_sticks_are_known(folder, drive, kind, name):
    found = by_disk(PureWindowsPath(folder), (), drive)

    assert found is not None
    assert (found.kind, found.name) == (kind, name)


def test_a_windows_disk_is_local():
    assert by_disk(PureWindowsPath(r"C:\Users\ebba"), (), 3) is None


def test_the_table_of_mounts_is_read(tmp_path):
    table = tmp_path / "mounts"
    table.write_bytes(b"//server/delat /mnt/n\\303\\244t\\040verk cifs rw 0 0\nbroken\n")

    (found,) = mounts(table)

    assert (found.source, found.system) == ("//server/delat", "cifs")
    assert str(found.point) == "/mnt/nät verk"
    assert mounts(tmp_path / "saknas") == ()


def test_a_place_that_is_not_there_is_no_fault(tmp_path):
    assert whereabouts(tmp_path / "saknas" / "x.vanbok", {}).kind in tuple(Kind)
    assert whereabouts(Path("x\0.vanbok"), {}).kind in tuple(Kind)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a right that users lack there")
def test_a_link_into_a_synchronised_folder_is_seen_through(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "genväg").symlink_to(tmp_path / "Dropbox")

    found = whereabouts(tmp_path / "genväg" / "x.vanbok", {})

    assert (found.kind, found.name) == (Kind.SYNCED, "Dropbox")
