"""Rules on the sections the format prescribes."""
