"""Bytes of a file to a Document: content decides the format, then one module a format."""
