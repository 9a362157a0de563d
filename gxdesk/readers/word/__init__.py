"""The parts of a Word file: flow of the body, runs, styles, numbering, tables."""
