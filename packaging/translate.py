"""Bring the English catalogue up to date with the Swedish words in the program.

`python3 dev.py translate` adds new strings, untranslated, and drops those no longer used;
with `--check` it writes nothing, names what is left to do and then exits with 1.
"""

from __future__ import annotations

import ast
import io
import sys
import tomllib
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent

PARTS = ("db", "desktop")
"""The folders whose words people read in the window."""

POSITION = {"ask": 1, "problem": 1, "refuse": 1, "say": 0, "tr": 0}
"""Which positional argument of which call is words for people."""

SHOWN = {
    "municipality": ("about",),
    "scheme": ("name", "short", "definite"),
    "goal": ("short",),
    "work": ("areas_title",),
}
"""What the window shows of a table in a guideline's files, besides every `title`."""


def words(root: Path) -> dict[str, str]:
    """Give every Swedish string under `root` and where it first stands, as path:line."""
    found: dict[str, str] = {}
    for place, node in python_words(root):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
            found.setdefault(node.value, place)
    for file in sorted((root / "resources" / "guidelines").rglob("*.toml")):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        for word in guideline_words(data, file.stem):
            found.setdefault(word, file.relative_to(root).as_posix())
    return found


def untranslatable(root: Path) -> list[str]:
    """Name the words that are an f-string, which no catalogue can hold."""
    return [
        f"{place}: an f-string cannot be translated; name its values"
        for place, node in python_words(root)
        if isinstance(node, ast.JoinedStr)
    ]


def python_words(root: Path) -> Iterator[tuple[str, ast.expr]]:
    """Find what the program's calls to `say`, `tr`, `problem`, `refuse` and `ask` are given."""
    for file in sorted(file for part in PARTS for file in (root / part).rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        tables = _tables(tree)
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and (name := _called(call)) in POSITION:
                for node in _arguments(call, name, tables):
                    yield f"{file.relative_to(root).as_posix()}:{node.lineno}", node


def guideline_words(data: object, table: str) -> Iterator[str]:
    """Find what is shown of a guideline's file, at any depth; `table` is what `data` is called."""
    if isinstance(data, list):
        for item in data:
            yield from guideline_words(item, table)
    elif isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str) and (key == "title" or key in SHOWN.get(table, ())):
                yield value
            else:
                yield from guideline_words(value, key)


def updated(catalogue: Catalog, found: dict[str, str]) -> Catalog:
    """Give a catalogue of exactly the found strings, with the translations there were."""
    fresh = Catalog(
        locale=catalogue.locale,
        project="Vänbok",
        version="1",
        msgid_bugs_address="-",
        last_translator="Vänbok",
        language_team="Vänbok",
        creation_date=catalogue.creation_date,
        revision_date=catalogue.creation_date,
        header_comment="# English words of Vänbok, kept by python3 dev.py translate.",
        charset="utf-8",
        fuzzy=False,
    )
    for template in found:
        old = catalogue.get(template)
        message = fresh.add(
            template,
            old.string if old else "",
            flags={"fuzzy"} if old and old.fuzzy else (),
            user_comments=old.user_comments if old else (),
        )
        # Babel takes a % in a Swedish sentence for a C format, and braces for Python's.
        message.flags -= {"python-format", "python-brace-format"}
    return fresh


def complaints(catalogue: Catalog, found: dict[str, str]) -> list[str]:
    """Name the strings whose translation is missing, doubtful, unused or has other values."""
    said = []
    for template, place in found.items():
        message = catalogue.get(template)
        if message is None:
            said.append(f"{place}: not in the catalogue: {template!r}")
        elif not message.string or message.fuzzy:
            said.append(f"{place}: not translated: {template!r}")
        elif fields(template) != fields(str(message.string)):
            said.append(f"{place}: other values in the translation of {template!r}")
    said += [
        f"no longer used: {message.id!r}"
        for message in catalogue
        if message.id and message.id not in found
    ]
    return said


def fields(template: str) -> set[str]:
    """Give the names in braces; a sentence whose braces do not match has none."""
    try:
        return {name for _, name, _, _ in Formatter().parse(template) if name is not None}
    except ValueError:
        return set()


def read(po: Path) -> Catalog:
    """Read the catalogue, or begin one."""
    if not po.exists():
        return Catalog(locale=po.stem, fuzzy=False)
    with po.open("rb") as file:
        return read_po(file, locale=po.stem)


def compiled(catalogue: Catalog) -> bytes:
    """Give the catalogue as the program reads it."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Update or check the catalogue; the exit code is 1 when something is left to do."""
    po = root / "resources" / "i18n" / "en.po"
    mo = po.with_suffix(".mo")
    found = words(root)
    if arguments == ["--check"]:
        catalogue = read(po)
        said = [*untranslatable(root), *complaints(catalogue, found)]
        if not mo.exists() or mo.read_bytes() != compiled(catalogue):
            said.append("en.mo is not made of this en.po: python3 dev.py translate")
        print("\n".join(said) or f"All {len(found)} strings are translated.")
        return 1 if said else 0
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    catalogue = updated(read(po), found)
    po.parent.mkdir(parents=True, exist_ok=True)
    with po.open("wb") as file:
        write_po(file, catalogue, no_location=True, sort_output=True, width=100)
    mo.write_bytes(compiled(read(po)))
    missing = sum(not message.string for message in catalogue if message.id)
    print(f"{po}: {len(found)} strings, {missing} to translate")
    return 0


def _called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _tables(tree: ast.Module) -> dict[str, ast.Dict]:
    """Give the dictionaries that a module writes out under a name of its own."""
    return {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _arguments(call: ast.Call, name: str, tables: Mapping[str, ast.Dict]) -> Iterator[ast.expr]:
    """Give the argument with the words and, of `ask`, its help and its choices' words."""
    for argument in call.args[POSITION[name] : POSITION[name] + 1]:
        yield from _alternatives(argument)
    for keyword in call.keywords if name == "ask" else ():
        if keyword.arg == "help":
            yield from _alternatives(keyword.value)
        elif keyword.arg == "choices":
            value = keyword.value
            table = tables.get(value.id) if isinstance(value, ast.Name) else value
            yield from table.values if isinstance(table, ast.Dict) else ()


def _alternatives(argument: ast.expr) -> Iterator[ast.expr]:
    if isinstance(argument, ast.IfExp):
        yield from _alternatives(argument.body)
        yield from _alternatives(argument.orelse)
    else:
        yield argument


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
