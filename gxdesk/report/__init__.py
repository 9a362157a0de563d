"""Document to Report: what the draft says it is, its sections, tables and sentences."""
