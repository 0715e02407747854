"""Nothing leaves the computer: no module that could, and no call while the program works."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    path
    for folder in ("desktop", "db")
    for path in (ROOT / folder).rglob("*.py")
    if "__pycache__" not in path.parts
)
NETWORK = {
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "nntplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
    "PySide6.QtNetwork",
    "PySide6.QtNetworkAuth",
    "PySide6.QtWebSockets",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
}
FROM_CONTENT = {"pickle", "cPickle", "marshal", "shelve", "dill", "jsonpickle", "yaml", "code"}
RUNS = {"eval", "exec", "compile", "__import__"}
SHELL = {"subprocess", "pty", "commands"}
OPENS_URLS = {"desktop/ui/outside.py", "desktop/ui/pages/case_parts/whole_file.py"}
WATCHED = """
import json, sys
seen = []
def heard(event, args):
    if event.startswith(("socket.", "urllib.", "ftplib.", "smtplib.", "http.", "webbrowser.")):
        if event not in ("socket.__new__", "socket.gethostname"):
            seen.append(event)
    if event in ("pickle.find_class", "os.system", "os.startfile"):
        seen.append(event)
sys.addaudithook(heard)
from desktop.__main__ import main
code = 0
for words in json.loads(sys.argv[1]):
    code = code or main(words)
print("HEARD " + json.dumps([code, seen]))
"""


def within(module, names):
    """Tell whether a module is one of those named, or lies in one."""
    return any(module == name or module.startswith(f"{name}.") for name in names)


def imported(tree):
    """Give every module that a source imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)


def called(tree):
    """Give the bare name of every call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def faults(source):
    """Give what in a source could reach out, or run what came in."""
    tree = ast.parse(source)
    modules = set(imported(tree))
    return sorted(
        {each for each in modules if within(each, NETWORK | FROM_CONTENT | SHELL)}
        | {each for each in called(tree) if each in RUNS}
    )


@pytest.mark.parametrize(
    "source",
    [
        "import socket",
        "from urllib import request",
        "def f():\n    from PySide6 import QtNetwork",
        "import pickle",
        "from subprocess import run",
        "eval(words)",
    ],
)
def test_the_look_sees_what_it_looks_for(source):
    assert faults(source)


def test_the_program_has_no_network_no_shell_and_runs_nothing_that_came_in():
    assert len(SOURCES) > 500
    found = {
        str(path.relative_to(ROOT)): wrong
        for path in SOURCES
        if (wrong := faults(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_only_two_places_hand_a_file_to_the_system_and_never_an_address():
    using = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in SOURCES
        if "QDesktopServices" in path.read_text(encoding="utf-8")
    }
    assert set(using) == OPENS_URLS
    for words in using.values():
        assert words.count("openUrl(") == words.count("openUrl(QUrl.fromLocalFile(")


def watched(tmp_path, lines):
    """Do the lines in a process that hears every audit event; give code and what was heard."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, json.dumps(lines)],
        cwd=ROOT,
        env={
            **os.environ,
            "VANBOK_CONFIG": str(tmp_path / "config"),
            "VANBOK_LOG": str(tmp_path / "log"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    last = next(line for line in done.stdout.splitlines() if line.startswith("HEARD "))
    return json.loads(last.removeprefix("HEARD "))


def test_a_whole_register_with_its_papers_is_made_without_a_call_outwards(tmp_path):
    file = str(tmp_path / "Exempel.vanbok")
    code, heard = watched(
        tmp_path,
        [
            ["example", file, "--municipality", "upplands-bro"],
            ["letters", file, "--out", str(tmp_path / "brev")],
            ["report", file, "--json"],
            ["backup", file],
            ["check", file],
        ],
    )
    assert code == 0
    assert heard == []


def test_a_call_outwards_would_have_been_heard():
    spoken = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    listening = WATCHED.replace("from desktop.__main__ import main", spoken).replace(
        "main(words)", "0"
    )
    done = subprocess.run(
        [sys.executable, "-c", listening, "[]"], capture_output=True, text=True, check=True
    )
    assert "socket.connect" in done.stdout
