"""Forms that need more than a command's own fields."""
