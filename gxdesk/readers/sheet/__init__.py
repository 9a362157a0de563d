"""The parts of a workbook: cells, number formats, formulas without a stored result, islands of cells."""
