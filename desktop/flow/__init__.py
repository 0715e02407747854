"""The life of a case: the imperative shell round the pure rules, without a window."""
