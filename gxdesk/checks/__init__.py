"""Report to findings: one small file a rule; the path is the id."""
