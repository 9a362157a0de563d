"""The parts of a saved web page: its source and encoding, its looks, its tables, its text."""
