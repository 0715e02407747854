"""Errors of the core that are nobody's typing mistake."""


class BrokenGuideline(Exception):  # noqa: N818 - named by what is broken
    """A guideline file lacks something or has it in the wrong form."""


class UnknownRule(Exception):  # noqa: N818 - named by what is unknown
    """A guideline names a kind of rule that this program does not have."""
