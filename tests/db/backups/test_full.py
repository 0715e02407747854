"""Disks that are full or closed: each place says so by itself, and nothing half is left."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from db.backups.listing import listing
from db.check import check
from db.store import Store
from tests.db.samples import REGISTER

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits and rights of Unix")
LIMITED = """
import pathlib, resource, signal, sys
from db.backups.making import back_up
from db.backups.place import places
from db.backups.restoring import restore
from db.errors import FileTrouble
from tests.db.backups.orders import order

what, limit, register, usb, *backup = sys.argv[1:]
register, usb = pathlib.Path(register), pathlib.Path(usb)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
if what == "backup":
    for each in back_up(register, places(register, usb), order()):
        print(type(each.trouble).__name__, each.trouble)
else:
    try:
        restore(register, pathlib.Path(backup[0]), places(register, usb), order())
    except FileTrouble as trouble:
        print(type(trouble).__name__, trouble)
"""
AS_NOBODY = """
import os, pathlib, sys
from db.backups.making import back_up
from db.backups.place import places
from tests.db.backups.orders import order

register, usb = map(pathlib.Path, sys.argv[1:])
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
for each in back_up(register, places(register, usb), order()):
    print(type(each.trouble).__name__, each.trouble)
"""


def run(code, *arguments):
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def files(folder):
    return {
        each.relative_to(folder): each.read_bytes() for each in folder.rglob("*") if each.is_file()
    }


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.99])
def test_a_disk_that_fills_leaves_the_earlier_backups_and_nothing_half(ground, share):
    """Given no file may grow past a share of the register, both places say that it failed."""
    ground.back_up()
    before = files(ground.path.parent)
    said = run(LIMITED, "backup", int(ground.path.stat().st_size * share), ground.path, ground.usb)
    assert len(said) == 2
    assert all(line.startswith(("PlaceFull", "NotBackedUp")) for line in said), said
    assert files(ground.path.parent) == before
    assert files(ground.usb) == {}


@pytest.mark.parametrize("share", [0, 0.3, 0.99])
def test_a_disk_that_fills_while_a_backup_is_put_back_changes_nothing(ground, share):
    backup = ground.back_up()
    ground.write()
    before = files(ground.path.parent)
    limit = int(ground.path.stat().st_size * share)
    said = run(LIMITED, "restore", limit, ground.path, ground.usb, backup.path)
    assert said[0].startswith("NotRestored")
    assert "är som det var" in said[0]
    assert files(ground.path.parent) == before


def test_a_control_that_a_limit_above_the_size_stops_nothing(ground):
    limit = ground.path.stat().st_size * 2
    assert [line.split()[0] for line in run(LIMITED, "backup", limit, ground.path, ground.usb)] == [
        "NoneType",
        "NoneType",
    ]


@pytest.fixture
def public(ground):
    """The ground where any user of the computer can reach it."""
    with tempfile.TemporaryDirectory(prefix="vanbok-") as made:
        folder = Path(made)
        folder.chmod(0o755)
        for name, source in (("register", ground.path.parent), ("usb", ground.usb)):
            shutil.copytree(source, folder / name)
            (folder / name).chmod(0o777)
        yield folder
        for each in folder.iterdir():
            each.chmod(0o777)


def test_a_closed_folder_fails_alone_in_plain_words(public):
    """Given a second place that the user may not write in, the first has its backup."""
    register = public / "register" / "Påhittat.vanbok"
    (public / "usb").chmod(stat.S_IRUSR | stat.S_IXUSR | stat.S_IROTH | stat.S_IXOTH)
    first, second = run(AS_NOBODY, register, public / "usb")
    assert first == "NoneType None"
    assert second.startswith("PlaceClosed Det går inte att skriva i mappen")
    assert not list((public / "usb").iterdir())


def test_a_register_in_a_closed_folder_can_still_be_backed_up_elsewhere(public):
    register = public / "register" / "Påhittat.vanbok"
    (public / "register").chmod(stat.S_IRUSR | stat.S_IXUSR | stat.S_IROTH | stat.S_IXOTH)
    first, second = run(AS_NOBODY, register, public / "usb")
    assert first.startswith("PlaceClosed")
    assert second == "NoneType None"


@pytest.fixture
def small():
    """A disk of two megabytes, where the system lets a test have one."""
    if os.getuid() != 0:
        pytest.skip("only an administrator may mount a disk")
    folder = Path(tempfile.mkdtemp(prefix="vanbok-"))
    done = subprocess.run(
        ["/usr/bin/env", "mount", "-t", "tmpfs", "-o", "size=2m", "vanbok", folder], check=False
    )
    if done.returncode:
        folder.rmdir()
        pytest.skip("this system mounts nothing for a test")
    yield folder
    subprocess.run(["/usr/bin/env", "umount", folder], check=True)
    folder.rmdir()


def test_a_small_disk_fills_and_its_good_backups_stay(ground, small):
    """Given a stick with room for two, the third says that it is full and the two are good."""
    ground.usb = small
    said = []
    for _ in range(4):
        ground.write()
        said.append(run(LIMITED, "backup", 10**9, ground.path, small))
    assert [lines[0].split()[0] for lines in said] == ["NoneType"] * 4
    assert [lines[1].split()[0] for lines in said][-1] == "PlaceFull"
    good = listing(ground.both[1], REGISTER)
    assert good
    for each in good:
        with Store.open(each.path) as store:
            assert check(store) == []
