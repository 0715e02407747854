"""Files that leave and come back: what is written for Excel, and read again in safety."""
