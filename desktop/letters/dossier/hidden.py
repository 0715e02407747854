"""What is to be hidden in a masked copy, and how it is found in running text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MASKED = "maskerat"
"""What is read aloud where something was."""

GONE = "\u2588" * 3
"""What stands in the texts about a file where something was."""

HARD = "\x00"
"""Between texts that do not follow each other; no match reaches over it."""

_SOFT = "\n"
"""Where a line of the paper ends; the sign may stand in the middle of a word."""

_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_GAP = r"[\s\u00a0]"
_JOINT = r"[\s\u00a0.,:;/=\-\u2010-\u2013]*"
_PHONE_JOINT = r"[\s\u00a0()/.\-\u2010-\u2013]*"
_PERSONAL = (
    r"(?<![\d-])(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
    rf"{_GAP}?[-+\u2010-\u2013]?{_GAP}?\d{{4}}(?!\d)"
)
_IBAN = (
    rf"{_BEFORE}(?-i:[A-Z]{{2}}\d\d(?:{_GAP}?[A-Z0-9]{{4}}){{2,7}}"
    rf"(?:{_GAP}?[A-Z0-9]{{1,3}})?){_AFTER}"
)
_LABELLED = (
    r"(?:bankgiro|plusgiro|postgiro|kontonummer|kontonr|konto\snr|bg|pg)[\s\u00a0:.]{1,3}"
    r"(?P<n>\d[\d\s\u00a0\-\u2010-\u2013]{3,16}\d)"
)
_EMAIL = r"[\w.+\n-]+@[\w\n-]+(?:\.[\w\n-]+)+"
_FEWEST_DIGITS = 5
_LOCAL = re.compile(r"^(?:\+46|0046|0)")


@dataclass(frozen=True, kw_only=True)
class Hidden:
    """The words that a masked copy must not say. Personal numbers are always hidden."""

    accounts: tuple[str, ...] = ()
    """Account numbers and accounting strings, as written."""
    names: tuple[str, ...] = ()
    """Names of people; a genitive s may follow."""
    addresses: tuple[str, ...] = ()
    """E-mail addresses."""
    phones: tuple[str, ...] = ()
    """Phone numbers."""
    any_account: bool = False
    """True to hide also what looks like an account number."""
    any_address: bool = False
    """True to hide also every other e-mail address."""
    open_addresses: tuple[str, ...] = ()
    """E-mail addresses that are public: the office's own."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Give one expression for everything; a group named n is what is hidden of a match."""
        return re.compile("|".join(self._parts()), re.IGNORECASE)

    def _parts(self) -> Iterator[str]:
        yield from (f"{_BEFORE}{_flexible(each)}{_AFTER}" for each in _longest(self.addresses))
        yield from (f"{_BEFORE}{_name(each)}s?{_AFTER}" for each in _longest(self.names))
        for account in _longest(self.accounts):
            signs = [re.escape(sign) for sign in account if sign.isalnum()]
            if len(signs) >= 2:  # noqa: PLR2004 - the shortest plusgiro has two digits
                yield f"{_BEFORE}{_JOINT.join(signs)}{_AFTER}"
        yield from (each for each in map(_phone, self.phones) if each)
        yield _PERSONAL
        if self.any_account:
            yield from (_IBAN, _LABELLED)
        if self.any_address:
            yield _EMAIL

    def found(self, text: str) -> tuple[tuple[int, int], ...]:
        """Give begin and end of everything in a text that must be hidden."""
        spans = (
            match.span("n") if self.any_account and match["n"] else match.span()
            for match in self.pattern.finditer(text)
        )
        return tuple(span for span in spans if not self._public(text[slice(*span)]))

    def _public(self, words: str) -> bool:
        bare = words.replace(_SOFT, "").casefold()
        return bare in {each.casefold() for each in self.open_addresses}

    def text(self, words: str) -> str:
        """Give words with what must be hidden replaced."""
        shown, at = [], 0
        for begin, end in self.found(words):
            shown += [words[at:begin], GONE]
            at = end
        return "".join((*shown, words[at:]))


def _longest(words: Iterable[str]) -> list[str]:
    kept = {unicodedata.normalize("NFC", each).strip() for each in words}
    return sorted(filter(None, kept), key=lambda each: (-len(each), each))


def _flexible(words: str) -> str:
    """Let a line end anywhere in a word, and let spaces be of any kind."""
    parts = [rf"{_SOFT}*".join(map(re.escape, part)) for part in words.split()]
    return rf"{_GAP}+".join(parts)


def _name(words: str) -> str:
    return _flexible(words)


def _phone(written: str) -> str:
    digits = "".join(sign for sign in written if sign.isdigit() or sign == "+")
    local = _LOCAL.sub("", digits)
    if len(local) < _FEWEST_DIGITS:
        return ""
    begin = rf"(?<![\d+])(?:\+46|0046|0){_PHONE_JOINT}" if local != digits else r"(?<!\d)"
    return f"{begin}{_PHONE_JOINT.join(map(re.escape, local))}(?!\\d)"
