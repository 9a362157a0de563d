"""表格 rules: tables, rows, columns and labels as the format prescribes."""
