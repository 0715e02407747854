"""What the pages about a case are made of."""
