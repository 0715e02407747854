"""The register's file: schema, reading, the one way to write, search and checking."""
