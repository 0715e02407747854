"""What is wrong with a file that came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.text import Text


class Unreadable(Exception):  # noqa: N818 - named by what is wrong with the file
    """The file cannot be read as what it should be; `text` says why, in a sentence."""

    def __init__(self, text: Text) -> None:
        """Keep the sentence."""
        self.text = text
        super().__init__(str(text))
