"""Figures in prose against the tables and against each other."""
