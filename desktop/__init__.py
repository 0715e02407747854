"""Vänbok: the register of an international coordinator in a Swedish municipality."""

__version__ = "0.1.0"
