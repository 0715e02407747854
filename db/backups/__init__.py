"""Backups of a register: made, judged, listed, thinned, compared and put back."""
