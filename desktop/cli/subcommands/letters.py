"""`letters`: every letter as it was stored, byte for byte."""

from __future__ import annotations

import json
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from desktop.cli.subcommand import Subcommand, add_file, opened
from desktop.domain.casework import Case, Document

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from db.store import Store

MANIFEST = "manifest.json"


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_file(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="mappen för breven")


def run(arguments: Namespace) -> int:
    """Write the letters and a list of them with their checksums."""
    with opened(arguments) as desk:
        listed = write(desk.store, arguments.out)
    print(f"{len(listed)} brev i {arguments.out}")
    return 0


def write(store: Store, folder: Path) -> list[dict[str, Any]]:
    """Write every letter of the register in a folder, and the manifest; give its rows."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = {each.id: each.number for each in store.find(Case, everything=True)}
    listed: list[dict[str, Any]] = []
    taken: set[str] = {MANIFEST}
    for each in store.find(Document, "outgoing = 1"):
        name = PurePath(each.name).name
        if name.casefold() in taken:
            name = f"{each.id}-{name}"
        taken.add(name.casefold())
        (folder / name).write_bytes(store.content(each.id))
        listed.append(
            {
                "file": name,
                "sha256": each.sha256,
                "size": each.size,
                "title": each.title,
                "kind": each.kind,
                "made_on": each.made_on.isoformat(),
                "case": numbers.get(each.case_id or 0, ""),
            }
        )
    manifest = json.dumps({"register": store.register_uuid, "letters": listed}, **_PRETTY)
    (folder / MANIFEST).write_text(f"{manifest}\n", encoding="utf-8")
    return listed


_PRETTY: dict[str, Any] = {"ensure_ascii": False, "indent": 1}

SUBCOMMAND = Subcommand(
    name="letters",
    about="Spara alla brev som de ligger i registret, med kontrollsummor.",
    add=add,
    run=run,
)
