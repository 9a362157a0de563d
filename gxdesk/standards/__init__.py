"""The report formats of each era, as data."""
