"""PDFium can do one thing at a time in a process: everybody who uses it holds this lock."""

from threading import RLock

PDFIUM = RLock()
"""Held for as short as possible: for one page, never for a whole file."""
