"""Rules on how figures are written in the statutory tables."""
