"""Findings and standard to the checklist an office works through."""
