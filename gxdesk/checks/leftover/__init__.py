"""Leftovers of templates, web pages and sign-off forms."""
