"""What can be wrong with a letter before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A placeholder that the template asks for and the facts cannot fill."""

    placeholder: str
    """Its name, without braces."""
    where: str
    """The words around it in the template."""
    known: bool
    """True when the name exists but the fact is empty; False when there is no such name."""

    def __str__(self) -> str:
        """Say it in Swedish, for the officer."""
        what = "är tom" if self.known else "finns inte"
        return f"Uppgiften {{{self.placeholder}}} {what}: {self.where}"


class IncompleteLetter(Exception):  # noqa: N818 - an answer to the officer, not an error
    """The letter was not composed; `findings` names every placeholder that stands empty."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep the findings; there is always at least one."""
        self.findings = findings
        super().__init__("\n".join(map(str, findings)))


class BadTemplate(Exception):  # noqa: N818 - an answer to whoever edited the text
    """The text of a template cannot be read."""

    def __init__(self, kind: str, fault: str) -> None:
        """Keep which template and what is wrong with it, in Swedish."""
        self.kind = kind
        self.fault = fault
        super().__init__(f"Brevmallen {kind} går inte att läsa: {fault}")


class MissingGlyph(Exception):  # noqa: N818 - an answer to the officer, not an error
    """A character that none of the letter fonts can show; the letter was not drawn."""

    def __init__(self, character: str, field: str) -> None:
        """Keep the character and the words it stands in."""
        self.character = character
        self.field = field
        super().__init__(
            f"Tecknet {character} (U+{ord(character):04X}) kan inte skrivas ut. Det står i: {field}"
        )


class BadPicture(Exception):  # noqa: N818 - an answer to whoever chose the picture
    """The coat of arms cannot be read as a picture."""
