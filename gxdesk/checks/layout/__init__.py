"""How the text is set: invisible characters, odd spaces, punctuation."""
