"""The smallest set of cells that explains the equations that fail."""
