"""勾稽 rules: the equations of the statutory tables."""
