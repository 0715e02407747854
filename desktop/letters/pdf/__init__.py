"""The tagged PDF layer: fonts, marked content, structure tree, metadata and file."""
