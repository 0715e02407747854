"""What the delivered program is made of: versions, licences, known advisories, and the SBOM.

`packaging/dependencies.toml` has one line for each package that is delivered. `--check` holds it
to the pins and to what the packages themselves say, without a network; `--audit` asks for known
advisories and notes the day and the answer; `--sbom FILE` writes CycloneDX 1.6.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "packaging" / "dependencies.toml"
HEAD = """\
# Every package that is delivered with the program. A licence is written by a person, who has read
# it; audited and advisories are written by: python3 dev.py audit. An advisory that does not
# concern us is answered: answers = { "CVE-…" = "why" }
"""
ALLOWED = {
    "Apache-2.0": "apache",
    "Apache-2.0 OR BSD-2-Clause": "apache",
    "Apache-2.0 OR BSD-3-Clause": "apache",
    "BSD-2-Clause": "bsd",
    "BSD-3-Clause": "bsd",
    "BSD-3-Clause OR Apache-2.0": "bsd",
    "LGPL-2.1-or-later": "l?gpl",
    "LGPL-3.0-only": "lgpl-3.0-only",
    "LicenseRef-Public-Domain": "public domain",
    "MIT": "mit",
    "MIT-CMU": "mit-cmu",
    "MPL-2.0": "mpl",
    "PSF-2.0": "psf",
}
"""SPDX licences that may be delivered beside EUPL-1.2, each with what shows it in theirs."""


@dataclass(frozen=True, kw_only=True)
class Delivered:
    """One package of requirements.txt."""

    name: str
    """Its canonical name."""
    version: str
    """The version pinned."""
    hashes: tuple[str, ...]
    """SHA-256 of every file of it that pip may install, 64 hexadecimal digits each."""
    here: bool
    """False when it is only for another system."""


def delivered() -> Iterator[Delivered]:
    """Give the pins of the runtime."""
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        pin, *hashes = re.split(r"\s--hash=sha256:", line)
        requirement = Requirement(pin)
        yield Delivered(
            name=canonicalize_name(requirement.name),
            version=str(requirement.specifier).removeprefix("=="),
            hashes=tuple(each.strip() for each in hashes),
            here=requirement.marker is None or requirement.marker.evaluate(),
        )


def listed() -> dict[str, dict[str, Any]]:
    """Give the lines of the list by package."""
    return tomllib.loads(LIST.read_text(encoding="utf-8"))


def faults(
    packages: list[Delivered], lines: Mapping[str, Mapping[str, Any]], *, installed: bool = True
) -> list[str]:
    """Give what is wrong with the list, one sentence each; nothing when all is well."""
    wrong = [f"{name}: is listed but no longer delivered" for name in lines]
    for each in packages:
        line = lines.get(each.name)
        if line is None:
            wrong.append(f"{each.name}: is delivered but not listed")
            continue
        wrong.remove(f"{each.name}: is listed but no longer delivered")
        if line["version"] != each.version:
            wrong.append(f"{each.name}: {line['version']} is listed, {each.version} is pinned")
        if line["licence"] not in ALLOWED:
            wrong.append(f"{each.name}: the licence {line['licence']} is not allowed")
        elif installed and each.here and not _says(each.name, ALLOWED[line["licence"]]):
            wrong.append(f"{each.name}: does not call its licence {line['licence']} itself")
        wrong.extend(
            f"{each.name}: {advisory} is known and not answered"
            for advisory in line.get("advisories", ())
            if advisory not in line.get("answers", {})
        )
    return wrong


def _says(name: str, sign: str) -> bool:
    """Tell whether a package's own data names its licence."""
    found = metadata.metadata(name)
    about = [each for each in found.get_all("Classifier", []) if each.startswith("License")]
    named = ("License-Expression", "License")
    own = [*(found[name] for name in named if name in found), *about]
    return re.search(sign, " ".join(str(each) for each in own if each), re.IGNORECASE) is not None


def unaudited(lines: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Give the packages that no answer about advisories was ever had for, as they are pinned."""
    return sorted(name for name, line in lines.items() if not line.get("audited"))


def answered(
    lines: Mapping[str, Mapping[str, Any]], answer: Mapping[str, Any], day: str
) -> dict[str, dict[str, Any]]:
    """Give the lines with what pip-audit answered; one it could not ask about stays as it is."""
    found = {canonicalize_name(each["name"]): each for each in answer["dependencies"]}
    new: dict[str, dict[str, Any]] = {}
    for name, line in lines.items():
        told = found.get(canonicalize_name(name))
        new[name] = dict(line)
        if told is not None and "skip_reason" not in told and told["version"] == line["version"]:
            new[name] |= {"audited": day, "advisories": sorted(v["id"] for v in told["vulns"])}
    return new


def audit() -> int:
    """Ask for advisories and write down the answers."""
    words = [sys.executable, "-m", "pip_audit", "-r", ROOT / "requirements.txt"]
    done = subprocess.run(
        [str(word) for word in (*words, "--disable-pip", "--no-deps", "-f", "json")],
        check=False,
        capture_output=True,
        text=True,
    )
    if not done.stdout:
        print(f"No answer about advisories:\n{done.stderr}", file=sys.stderr)
        return 1
    lines = answered(listed(), json.loads(done.stdout), f"{datetime.now().astimezone():%Y-%m-%d}")
    LIST.write_text(HEAD + "".join(_line(name, lines[name]) for name in sorted(lines)), "utf-8")
    return check()


def _line(name: str, line: Mapping[str, Any]) -> str:
    shown = [f"{key} = {json.dumps(value)}" for key, value in line.items() if key != "answers"]
    if line.get("answers"):
        answers = ", ".join(f'"{key}" = {json.dumps(why)}' for key, why in line["answers"].items())
        shown.append(f"answers = {{ {answers} }}")
    return f"{name} = {{ {', '.join(shown)} }}\n"


def check() -> int:
    """Say what is wrong with the list; 1 when something is."""
    lines = listed()
    wrong = faults(list(delivered()), lines)
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    if not wrong:
        never = unaudited(lines)
        words = f"; never audited: {', '.join(never)}" if never else ""
        print(f"{len(lines)} packages delivered, licences as listed{words}")
    return 1 if wrong else 0


def sbom(out: Path) -> int:
    """Write what is delivered as CycloneDX 1.6."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bom = Bom()
    root = Component(
        name=project["name"],
        version=project["version"],
        type=ComponentType.APPLICATION,
        bom_ref=project["name"],
        licenses=[LicenseExpression(project["license"])],
    )
    bom.metadata.component = root
    lines = listed()
    parts = []
    for each in delivered():
        licence = lines[each.name]["licence"]
        own_words = licence.startswith("LicenseRef")
        parts.append(
            Component(
                name=each.name,
                version=each.version,
                type=ComponentType.LIBRARY,
                bom_ref=f"{each.name}@{each.version}",
                purl=PackageURL("pypi", name=each.name, version=each.version),
                licenses=[
                    DisjunctiveLicense(name="Public Domain")
                    if own_words
                    else LicenseExpression(licence)
                ],
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=one) for one in each.hashes],
            )
        )
        bom.components.add(parts[-1])
    bom.register_dependency(root, parts)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(JsonV1Dot6(bom).output_as_string(indent=1), encoding="utf-8")
    print(f"{len(parts)} packages in {out.name}")
    return 0


def main(arguments: list[str]) -> int:
    """Do what is asked for and give the exit code."""
    words = argparse.ArgumentParser(description=__doc__)
    one = words.add_mutually_exclusive_group(required=True)
    one.add_argument("--check", action="store_true")
    one.add_argument("--audit", action="store_true")
    one.add_argument("--sbom", type=Path)
    asked = words.parse_args(arguments)
    if asked.check:
        return check()
    return audit() if asked.audit else sbom(asked.sbom)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
