"""The pins: complete, hash-checked, and silent about where they come from."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
FILES = ("requirements.txt", "requirements-dev.txt")


def pins(file):
    """Give the hashes of every pin by name and version."""
    text = (ROOT / file).read_text().replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        if line and not line.lstrip().startswith("#"):
            pin, *hashes = re.split(r"\s--hash=sha256:", line)
            requirement = Requirement(pin)
            found[canonicalize_name(requirement.name)] = (requirement, frozenset(hashes))
    return found


def declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return {
        "requirements.txt": project["dependencies"],
        "requirements-dev.txt": project["dependencies"] + project["optional-dependencies"]["dev"],
    }


@pytest.mark.parametrize("file", FILES)
def test_every_pin_is_exact_and_has_hashes(file):
    for requirement, hashes in pins(file).values():
        assert re.fullmatch(r"==[^*,]+", str(requirement.specifier)), requirement
        assert hashes, requirement
        assert all(re.fullmatch("[0-9a-f]{64} *", each) for each in hashes), requirement


@pytest.mark.parametrize("file", FILES)
def test_no_place_to_fetch_from_is_named(file):
    assert not re.search(r"https?:|file:|index|find-links|trusted|@", (ROOT / file).read_text())


@pytest.mark.parametrize("file", FILES)
def test_what_the_project_declares_is_pinned_within_its_bounds(file):
    pinned = pins(file)
    for line in declared()[file]:
        wish = Requirement(line)
        pin, _ = pinned[canonicalize_name(wish.name)]
        version = str(pin.specifier).removeprefix("==")
        assert wish.specifier.contains(version), (line, version)


def test_the_development_file_has_every_runtime_pin():
    development = pins("requirements-dev.txt")
    for name, (pin, hashes) in pins("requirements.txt").items():
        needed, known = development[name]
        assert (needed.specifier, known) == (pin.specifier, hashes)
        # A tool may need a package on more machines than the program does.
        assert needed.marker in (None, pin.marker)


@pytest.mark.parametrize("file", FILES)
def test_what_a_pinned_package_needs_is_pinned_too(file):
    pinned = pins(file)
    extras = {
        canonicalize_name(wish.name): wish.extras for wish in map(Requirement, declared()[file])
    }
    for name, (pin, _) in pinned.items():
        if pin.marker and not pin.marker.evaluate():
            continue
        for line in metadata.requires(name) or ():
            need = Requirement(line)
            asked = [{"extra": extra} for extra in ("", *extras.get(name, ()))]
            if need.marker and not any(need.marker.evaluate(each) for each in asked):
                continue
            assert canonicalize_name(need.name) in pinned, (name, line)
