"""`guideline`: a version of the guideline in plain words, as JSON, or as a file to change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.json_lines import written
from desktop.cli.subcommand import Subcommand, Unusable, add_file, add_json, add_on, opened
from desktop.domain.guideline_edit import without
from desktop.domain.toml_text import to_toml
from desktop.flow.guideline_data import tree_of_version
from desktop.flow.guidelines import Section, Version, sections, validity, version_list

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from desktop.domain.guideline_edit import Tree
    from desktop.flow.desk import Desk

FIRST = (
    *("guideline", "goal", "shared", "scheme", "visits", "work", "statement"),
    *(
        "id",
        "key",
        "cost_type",
        "kind",
        "on",
        "gate",
        "name",
        "title",
        "paragraph",
        "short",
        "text",
    ),
)
"""Keys that are written before others."""
STATES = {
    "now": "gäller",
    "lapsed": "gäller, men har gått ut",
    "copy": "övertagen, ingen egen är antagen",
    "later": "kommer",
    "past": "ersatt",
}


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_file(parser)
    parser.add_argument("--version", type=int, help="versionens id; annars den som gäller")
    parser.add_argument(
        "--export",
        type=Path,
        metavar="FILE",
        help="skriv reglerna som .toml eller .json, att ändra och anta med adopt_guideline",
    )
    add_json(parser)
    add_on(parser)


def run(arguments: Namespace) -> int:
    """Print a version of the guideline, and write its data where that was asked for."""
    with opened(arguments) as desk:
        versions = version_list(desk)
        wanted = arguments.version or desk.in_force()[0]
        chosen = next((each for each in versions if each.id == wanted), None)
        if chosen is None:
            ids = ", ".join(str(each.id) for each in versions)
            raise Unusable(f"Versionen {wanted} finns inte. De som finns är {ids}.")
        if arguments.export:
            _export(arguments.export, tree_of_version(desk, wanted))
        if arguments.json:
            print(written(_data(desk, chosen, versions)))
        else:
            print("\n".join(_words(chosen, versions)))
    return 0


def _export(path: Path, tree: Tree) -> None:
    """Write the data; a copy's mark is not data of one's own guideline."""
    tree = _ordered(without(tree, ("guideline", "copied_from")))
    words = written(tree) + "\n" if path.suffix.lower() == ".json" else to_toml(tree)
    path.write_text(words, encoding="utf-8", newline="\n")


def _ordered(part: Any) -> Any:  # noqa: ANN401 - any branch of the tree
    """Put what a reader looks for first: the document before its rules, a name before figures."""
    if isinstance(part, list):
        return [_ordered(each) for each in part]
    if not isinstance(part, dict):
        return part
    first = [key for key in FIRST if key in part]
    return {
        key: _ordered(part[key]) for key in [*first, *(key for key in part if key not in first)]
    }


def _words(chosen: Version, versions: list[Version]) -> list[str]:
    it = chosen.guideline
    lines = [it.title, f"{it.cited()}, {validity(it)} ({STATES[chosen.state]})"]
    for section in sections(it):
        lines += ["", str(section.title)]
        lines += [
            f"  {each.rule.id:<4} {each.sentence} [{each.rule.paragraph}]" for each in section.rules
        ]
    if it.goals:
        lines += ["", "Mål", *(f"  {goal.short}" for goal in it.goals)]
    lines += ["", "Versioner"]
    lines += [
        f"  {each.id}  {validity(each.guideline)}, {STATES[each.state]}:"
        f" {each.cases} ärenden, {each.visits} besök"
        for each in versions
    ]
    return lines


def _data(desk: Desk, chosen: Version, versions: list[Version]) -> dict[str, Any]:
    return {
        "id": chosen.id,
        "state": chosen.state,
        "sections": [_section(each) for each in sections(chosen.guideline)],
        "versions": [
            {
                "id": each.id,
                "valid_from": each.guideline.valid_from.isoformat(),
                "valid_to": _day(each.guideline.valid_to),
                "state": each.state,
                "cases": each.cases,
                "visits": each.visits,
            }
            for each in versions
        ],
        "data": tree_of_version(desk, chosen.id),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _section(section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "title": str(section.title),
        "rules": [
            {
                "id": each.rule.id,
                "kind": each.rule.kind,
                "gate": each.rule.gate,
                "on": each.rule.on,
                "sentence": str(each.sentence),
                "paragraph": each.rule.paragraph,
            }
            for each in section.rules
        ],
    }


SUBCOMMAND = Subcommand(
    name="guideline",
    about="Visa riktlinjen med dess regler i klartext, eller skriv den till en fil att ändra.",
    add=add,
    run=run,
)
