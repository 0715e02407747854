"""Why a file could not be taken in hand."""

from __future__ import annotations


class Unmaskable(Exception):  # noqa: N818 - named by what it says of the file
    """The file is not one of our letters, or something in it could not be hidden for certain."""
