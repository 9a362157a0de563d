"""Rules on the columns of the statutory tables."""
