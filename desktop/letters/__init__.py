"""Letters: facts and a template become a content model, and that becomes an archivable PDF."""
