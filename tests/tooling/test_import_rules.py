"""The import rules of pyproject.toml: a tidy house keeps them, and each of them can be broken."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTRACTS = {
    each["id"]: each["name"]
    for each in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
}
TIDY = {
    "db/__init__.py": "",
    "db/store.py": "import sqlite3, sqlite_utils, desktop.domain.money",
    "desktop/__init__.py": "",
    "desktop/__main__.py": "import desktop.cli.new, desktop.ui.app",
    "desktop/cli/__init__.py": "",
    "desktop/cli/new.py": "import desktop.flow.run",
    "desktop/domain/__init__.py": "",
    "desktop/domain/money.py": "import decimal, holidays, stdnum",
    "desktop/exchange/__init__.py": "",
    "desktop/exchange/form.py": "import openpyxl, desktop.domain.money",
    "desktop/flow/__init__.py": "",
    "desktop/flow/run.py": (
        "import db.store, desktop.exchange.form, desktop.letters.page, desktop.library"
    ),
    "desktop/letters/__init__.py": "",
    "desktop/letters/page.py": "import reportlab.platypus, desktop.domain.money",
    "desktop/library.py": "import desktop.domain.money, desktop.paths",
    "desktop/logfile.py": "import desktop.paths",
    "desktop/paths.py": "import pathlib",
    "desktop/running.py": "import desktop.logfile",
    "desktop/ui/__init__.py": "",
    "desktop/ui/app.py": "import PySide6.QtWidgets, desktop.flow.run",
}


def verdicts(folder, files):
    """Lint a made-up house and give KEPT or BROKEN by the name of the contract."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    code = "from importlinter.cli import lint_imports_command as lint; lint()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    plain = " ".join(done.stdout.split())
    found = {
        word: {key for key, name in CONTRACTS.items() if f"{name} {word}" in plain}
        for word in ("KEPT", "BROKEN")
    }
    assert found["KEPT"] | found["BROKEN"] == set(CONTRACTS), done.stdout + done.stderr
    return found


def test_a_tidy_house_keeps_every_rule(tmp_path):
    assert not verdicts(tmp_path, TIDY)["BROKEN"]


@pytest.mark.parametrize(
    ("module", "sin", "broken"),
    [
        ("desktop/flow/run.py", "import desktop.ui.app", "layers"),
        ("desktop/letters/page.py", "import db.store", "layers"),
        ("desktop/paths.py", "import desktop.flow.run", "layers"),
        ("desktop/exchange/form.py", "import desktop.letters.page", "layers"),
        ("desktop/cli/new.py", "import PySide6.QtGui", "qt"),
        ("desktop/ui/app.py", "def late():\n    import reportlab", "reportlab"),
        ("desktop/flow/run.py", "import openpyxl", "openpyxl"),
        ("desktop/flow/run.py", "import sqlite3", "sql"),
        ("desktop/ui/app.py", "import sqlite_utils", "sql"),
        ("db/store.py", "import desktop.paths", "db"),
        ("db/store.py", "import desktop.letters.page", "db"),
        ("desktop/domain/money.py", "def late():\n    import pathlib", "pure"),
        ("desktop/domain/money.py", "import desktop.paths", "pure"),
        ("desktop/domain/money.py", "import time", "pure"),
    ],
)
def test_each_rule_can_be_broken(tmp_path, module, sin, broken):
    files = {**TIDY, module: f"{TIDY[module]}\n{sin}\n"}
    assert broken in verdicts(tmp_path, files)["BROKEN"]


def test_the_folder_packaging_does_not_hide_the_package_of_that_name():
    assert not (ROOT / "packaging" / "__init__.py").exists()
