"""The one border where words from outside become words of ours."""

from __future__ import annotations

import unicodedata

_KEPT = "\n\t"


def clean(words: str, *, lines: bool = False) -> str:
    """Give NFC without controls, NUL, lone surrogates and what cannot be seen.

    Soft hyphens, zero-width signs and direction marks come along from other programs; a word that
    holds one is not found by the word itself. One line unless `lines`.
    """
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    kept = unicodedata.normalize("NFC", words)
    # Nearly all words are printable throughout, and then a long text costs next to nothing.
    if not kept.isprintable():
        kept = "".join(
            sign
            for sign in kept
            if sign in _KEPT or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Cn", "Co")
        )
    if lines:
        return "\n".join(line.rstrip() for line in kept.split("\n")).strip()
    return " ".join(kept.split())
