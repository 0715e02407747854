"""Pictures on pages of their own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PagePicture:
    """A picture that fills a page of its own, such as a scan of an original."""

    data: bytes
    """A PNG or JPEG picture."""
    alternative: str
    """What it shows, in words; never empty."""
    title: str = ""
    """A heading above it; empty for none."""
    caption: str = ""
    """A small line below it: where the original is."""
    level: int = 2
    """The heading's level, 2 or 3."""

    def __post_init__(self) -> None:
        """Refuse a picture without words, with ValueError."""
        if not self.alternative.strip():
            raise ValueError("a picture needs words")
