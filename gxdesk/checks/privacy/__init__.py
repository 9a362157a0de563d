"""Personal data that must not be published."""
