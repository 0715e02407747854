"""The whole case as one file, and masked copies: finished letters taken in hand, not drawn anew."""
