"""Cited laws and documents."""
