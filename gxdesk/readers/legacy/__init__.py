"""What the readers of older Word formats (.doc, RTF) share, and the parts of the binary .doc format."""
