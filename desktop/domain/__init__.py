"""The pure core: records, rules and computations, without files, clock, window or SQL."""
