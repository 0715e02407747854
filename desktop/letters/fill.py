"""Templates' text with the facts put in: **bold**, {placeholders}, and spaces that hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from desktop.letters.content import Run, Runs, plain
from desktop.letters.problems import Finding
from desktop.letters.template import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MONTH = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_HOLD = re.compile(
    rf"(?<=\d) (?=(?:kr|kronor|krona|kap\.|§|år|{_MONTH})(?!\w)|\d{{3}}(?!\d))"
    r"|(?<=§) (?=\d)|(?<=\bden) (?=\d)|(?<=\bpunkt) (?=\d)|(?<=\bkl\.) (?=\d)"
)
_YEAR = re.compile(rf"\b({_MONTH}) (?=\d{{4}}(?!\d))")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_SITE = re.compile(r"(https?://)?([\w-]+\.)+[a-z]{2,}(/\S*)?", re.ASCII)


def hold(text: str) -> str:
    """Make text fit for paper, with no-break spaces where a line must not end.

    Such are those in `6 500 kr`, `den 3 maj 2026` and `§ 164`.
    """
    return _YEAR.sub("\\1\u00a0", _HOLD.sub("\u00a0", plain(text)))


def run(text: str, *, bold: bool = False, muted: bool = False, link: str = "") -> Run:
    """Make a run of words that came from the facts or a person."""
    return Run(hold(text), bold=bold, muted=muted, link=link)


def address_of(name: str, value: str) -> str:
    """Give the link of an e-mail or web address; "" when it is not a plain one."""
    if name == "email" and _EMAIL.fullmatch(value):
        return f"mailto:{value}"
    if name == "website" and _SITE.fullmatch(value):
        return quote(value if "://" in value else f"https://{value}", safe=":/?#&=%@+~.,-_")
    return ""


class Filler:
    """Fills templates from one set of values and remembers what it could not fill."""

    def __init__(self, values: Mapping[str, str]) -> None:
        """Keep the values by placeholder."""
        self._values = values
        self._findings: dict[tuple[str, str], Finding] = {}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every placeholder that was asked for and could not be filled."""
        return tuple(self._findings.values())

    def need(self, name: str, where: str) -> None:
        """Say that a fact is missing, although no placeholder names it."""
        self._findings[name, where] = Finding(placeholder=name, where=where, known=True)

    def holds(self, when: Iterable[str], unless: Iterable[str] = ()) -> bool:
        """Tell whether all of `when` are filled and all of `unless` are empty."""
        return all(self._values.get(name) for name in when) and not any(
            self._values.get(name) for name in unless
        )

    def runs(self, template: str) -> Runs:
        """Fill a template in which **words** are bold."""
        found: list[Run] = []
        for number, part in enumerate(template.split("**")):
            found += self._part(part, template, bold=number % 2 == 1)
        return tuple(found)

    def text(self, template: str) -> str:
        """Fill a template without faces, such as a title or a reason that a person edited."""
        return "".join(each.text for each in self._part(template, template, bold=False))

    def text_lines(self, template: str) -> tuple[str, ...]:
        """Fill a text of several paragraphs that a person wrote, and give them one by one."""
        return tuple(self.text(line) for line in template.splitlines() if line.strip())

    def _part(self, part: str, template: str, *, bold: bool) -> Runs:
        words = PLACEHOLDER.split(part)
        made: list[Run] = []
        open_text = ""
        for number, word in enumerate(words):
            if number % 2 == 0:
                open_text += word
                continue
            value = self._value(word, template)
            link = address_of(word, value)
            if not link:
                open_text += value
                continue
            made += [run(open_text, bold=bold), run(value, bold=bold, link=link)]
            open_text = ""
        made.append(run(open_text, bold=bold))
        return tuple(each for each in made if each.text)

    def _value(self, name: str, template: str) -> str:
        value = self._values.get(name, "")
        if not value.strip():
            self._findings[name, template] = Finding(
                placeholder=name, where=template, known=name in self._values
            )
        return value
