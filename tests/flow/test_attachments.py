"""A file from outside is never run, and what could do harm is said before it is opened."""

from __future__ import annotations

import pytest

from desktop.flow.attachments import danger, may_be_opened

PNG = b"\x89PNG\r\n\x1a\n"
PROGRAM = b"MZ\x90\x00"
RTL = "\u202e"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("program.exe", b""),
        ("PROGRAM.EXE", b""),
        ("ansökan.pdf.exe", b"%PDF-1.7"),
        ("ansökan.exe. . ", b""),
        ("ansökan.pdf", PROGRAM),
        ("bild.png", b"\x7fELF\x02"),
        ("läs mig.txt", b"#!/bin/sh\nrm -r ~"),
        ("genväg.lnk", b""),
        ("bild.png", b"\x4c\x00\x00\x00\x01\x14\x02\x00"),
        ("skript.ps1", b""),
        ("sida.hta", b"<html>"),
        ("skiva.iso", b""),
        (f"ansökan{RTL}fdp.scr", b""),
        (f"ansökan{RTL}cod.docx", b"PK"),
    ],
)
def test_a_program_is_never_opened(name, content):
    assert not may_be_opened(name, content)
    assert danger(name, content) is not None


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("budget.xlsm", b"PK", "makron"),
        ("budget.xlsx", b"PK..xl/vbaProject.bin", "makron"),
        ("ansökan.doc", b"\xd0\xcf\x11\xe0", "makron"),
        ("sida.html", b"<html>", "webbsida"),
        ("bild.svg", b"<svg>", "webbsida"),
        ("utan ändelse", b"hej", "ovanligt"),
        ("ritning.dwg", b"AC1032", "ovanligt"),
    ],
)
def test_what_could_do_harm_is_said_first(name, content, said):
    assert may_be_opened(name, content)
    warned = danger(name, content)
    assert warned is not None
    assert said in str(warned)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ansökan.pdf", b"%PDF-1.7"),
        ("bild.PNG", PNG),
        ("budget.xlsx", b"PK\x03\x04"),
        ("protokoll.docx", b"PK\x03\x04"),
        ("anteckning.txt", "Hej från Åmål".encode()),
    ],
)
def test_a_usual_file_is_opened_without_a_word(name, content):
    assert may_be_opened(name, content)
    assert danger(name, content) is None
