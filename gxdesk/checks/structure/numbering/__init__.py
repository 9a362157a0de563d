"""Rules on the numbering of headings."""
