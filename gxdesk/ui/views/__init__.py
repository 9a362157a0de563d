"""The parts of the window. Each is built on first use."""
