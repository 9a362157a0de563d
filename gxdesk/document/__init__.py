"""What a draft is, whatever format it came in: blocks of text and tables, each with its place."""
