"""Rules on the rows of the statutory tables."""
