"""Where everything stands on the paper: lines, strips, pages."""
