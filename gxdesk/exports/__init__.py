"""Results to files: JSON and workbooks."""
