"""Rules on the file itself: what a reader noticed beside the text."""
